//! Map.

use std::borrow::Cow;

use asl_lang::ir::{self, Register};
use asl_runtime::data::payload;
use asl_runtime::machine::{Children, Command, Event, MapRun, StepContext};
use asl_runtime::{Failure, Value};

use super::distributed::Distributed;
use super::leave::{Errors, Leave};
use super::parallel::leave;
use super::work::{Count, with_input};
use crate::error::InvalidMachine;
use crate::expr::Expr;
use crate::flow::Flow;
use crate::frame::Frame;
use crate::resolver::Resolver;
use crate::scope::{Registers, Scope};
use crate::tables::ErrorNames;

/// A Map, resolved.
#[derive(Debug)]
pub(crate) struct Map<'a> {
    /// `InputPath`.
    before: Flow<'a>,
    /// The register that the fields start from.
    effective_input: Register,
    /// `ItemsPath`.
    items: Option<Expr<'a>>,
    /// What is said to lead to no array; none in a JSONata state.
    items_path: Option<&'a str>,
    max_concurrency: Option<Count<'a>>,
    item_selector: Option<Expr<'a>>,
    /// The first state of the body.
    start: usize,
    distributed: Option<Distributed<'a>>,
    leave: Leave<'a>,
    errors: Errors<'a>,
}

impl<'a> Map<'a> {
    pub(super) fn new(
        map: &'a ir::Map,
        names: &'a ErrorNames<'a>,
        resolver: &mut Resolver<'a>,
    ) -> Result<Self, InvalidMachine> {
        let (before, items) = match map.enter.split_last() {
            Some((last, before)) if last.register == Register::Items => {
                (before, Some(Expr::new(&last.value)))
            }
            _ => (map.enter.as_slice(), None),
        };
        let effective_input = before.last().map_or(Register::Input, |last| last.register);
        let distributed = map.distributed.as_ref();
        Ok(Self {
            before: Flow::entering(before),
            effective_input,
            items,
            items_path: map.items_path.as_deref(),
            max_concurrency: map.max_concurrency.as_ref().map(Count::new),
            item_selector: map.item_selector.as_ref().map(Expr::new),
            start: resolver.start(map.processor)?,
            distributed: distributed.map(|map| Distributed::new(map, names)),
            leave: Leave::new(&map.leave, &map.assign, map.transition, resolver)?,
            errors: Errors::new(&map.retry, &map.catch, names, resolver)?,
        })
    }

    pub(super) fn step(
        &self,
        frame: &mut Frame,
        event: Event,
        cx: &StepContext<'_>,
        state: &str,
    ) -> Result<Command, Failure> {
        match event {
            Event::Enter | Event::Resume => self.enter(frame, cx, state),
            Event::Succeeded => leave(&self.leave, frame, cx, state),
            Event::Failed(failure) => {
                frame.children.clear();
                self.errors.handle(frame, failure, cx, state)
            }
        }
    }

    fn enter(
        &self,
        frame: &mut Frame,
        cx: &StepContext<'_>,
        state: &str,
    ) -> Result<Command, Failure> {
        let mut children = Children::default();
        let command = with_input(frame, cx, |registers, around| {
            self.before.run(registers, around, state)?;
            let scope = Scope { registers, around };
            let max_concurrency = self.max_concurrency(&scope)?;
            let effective_input = registers.get(self.effective_input);
            if self.distributed.as_ref().is_some_and(Distributed::reads_items) {
                children.start_reader(effective_input);
                return Ok(Command::MapRun { items: 0 });
            }
            let items = match &self.items {
                Some(items) => items.reference(&scope)?,
                None => Cow::Borrowed(effective_input),
            };
            let items = match self.items_path {
                Some(path) => children.start_items(&items, effective_input, path)?,
                None => children.start_input(&items, effective_input)?,
            };
            Ok(match &self.distributed {
                Some(_) => Command::MapRun { items },
                None => Command::Map { items, max_concurrency },
            })
        })?;
        frame.children = children;
        Ok(command)
    }

    /// The iteration for the item with this index.
    pub(crate) fn child(
        &self,
        frame: &Frame,
        index: u32,
        cx: &StepContext<'_>,
        state: &str,
    ) -> Result<Frame, Failure> {
        let input = match &self.item_selector {
            Some(selector) => {
                let input = self.with_fields(frame, cx, |scope| selector.value(scope))?;
                payload::check(&input, state)?;
                input
            }
            None => frame.children.item(index)?.clone(),
        };
        Ok(self.iteration(frame, input))
    }

    /// An iteration with this input. Those of a Distributed Map are executions of their own, which
    /// see no variables from outside.
    pub(crate) fn iteration(&self, frame: &Frame, input: Value) -> Frame {
        let variables = match self.distributed {
            Some(_) => vec![None; frame.variables.len()],
            None => frame.variables.clone(),
        };
        Frame::child(self.start, input, variables)
    }

    /// What a Distributed Map is to do; none for another Map.
    pub(crate) fn map_run(
        &self,
        frame: &Frame,
        cx: &StepContext<'_>,
    ) -> Option<Result<MapRun<'_>, Failure>> {
        let distributed = self.distributed.as_ref()?;
        let items = frame.children.item_count();
        Some(self.with_fields(frame, cx, |scope| {
            distributed.map_run(items, self.max_concurrency(scope)?, scope)
        }))
    }

    fn max_concurrency(&self, scope: &Scope<'_>) -> Result<u32, Failure> {
        let count = self.max_concurrency.as_ref();
        count.map_or(Ok(0), |count| count.natural("MaxConcurrency", scope))
    }

    /// Evaluates fields of the Map that start from its effective input, while it runs.
    fn with_fields<R>(
        &self,
        frame: &Frame,
        cx: &StepContext<'_>,
        evaluate: impl FnOnce(&Scope<'_>) -> R,
    ) -> R {
        let mut registers = Registers::default();
        registers.set(self.effective_input, frame.children.effective_input().clone());
        let around = frame.surroundings(cx);
        evaluate(&Scope { registers: &registers, around })
    }
}
