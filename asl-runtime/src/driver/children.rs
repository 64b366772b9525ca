//! Children: the branches of a Parallel, the iterations of a Map.
//!
//! Each child is stepped in place first. Only one that has to wait for something becomes a
//! future, so that a body that never waits is a plain loop. All are polled by the execution's own
//! task; when one fails the others are dropped with their futures.

use std::future::Future;
use std::pin::Pin;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;

use super::line::Line;
use super::shared::Shared;
use super::turn::{Turn, first_turn};
use super::{context, drive};
use crate::error::Failure;
use crate::machine::{Dispatch, StateMachine, StateType};
use crate::observer::{Happening, Observer};

/// Children that may run in place one after the other before the execution yields its thread.
const CHILDREN_PER_TURN: u32 = 1024;

/// How many children there are, and how many may run at a time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Children {
    pub(super) count: u32,
    /// 0 for any number.
    pub(super) at_a_time: u32,
}

/// Runs the children of the current state, and puts their outputs into the frame.
///
/// Boxed, because children may have children: so the future of a line has a size.
pub(super) fn run<'a, M, T, O>(
    shared: &'a Shared<'a, M, T, O>,
    frame: &'a mut M::Frame,
    line: &'a mut Line,
    children: Children,
) -> Pin<Box<dyn Future<Output = Result<(), Failure>> + Send + 'a>>
where
    M: Dispatch<T>,
    T: Sync,
    O: Observer,
{
    Box::pin(run_all(shared, frame, line, children))
}

async fn run_all<M, T, O>(
    shared: &Shared<'_, M, T, O>,
    frame: &mut M::Frame,
    line: &mut Line,
    children: Children,
) -> Result<(), Failure>
where
    M: Dispatch<T>,
    T: Sync,
    O: Observer,
{
    let is_map = shared.machine.state(frame).state_type == StateType::Map;
    let mut started = start(shared, frame, line, children, is_map)?;
    let ended = run_each(shared, frame, line, children, &mut started).await;
    if ended.is_err() && is_map {
        let hooks = shared.hooks(line);
        shared.count(u64::from(started.iterations - started.children))?;
        let aborted = started.children..started.iterations;
        aborted.for_each(|index| hooks.observe(frame, Happening::IterationAborted { index }));
    }
    ended?;
    shared.count(1)?;
    shared.hooks(line).observe(frame, Happening::ChildrenSucceeded);
    Ok(())
}

/// What of a Parallel or a Map has been started, from the first on.
struct Started {
    is_map: bool,
    /// How many may run at a time.
    at_once: u32,
    /// Iterations that the history has as started.
    iterations: u32,
    /// Children that there have been.
    children: u32,
}

/// Runs the children until all have ended or one has failed.
async fn run_each<M, T, O>(
    shared: &Shared<'_, M, T, O>,
    frame: &mut M::Frame,
    line: &mut Line,
    children: Children,
    started: &mut Started,
) -> Result<(), Failure>
where
    M: Dispatch<T>,
    T: Sync,
    O: Observer,
{
    let Started { is_map, at_once, .. } = *started;
    let mut running = FuturesUnordered::new();
    let mut waiting = 0..children.count;
    loop {
        while running.len() < at_once as usize
            && let Some(index) = waiting.next()
        {
            if is_map && index >= at_once {
                shared.count(1)?;
                shared.hooks(line).observe(frame, Happening::IterationStarted { index });
                started.iterations += 1;
            }
            let mut child = Child::new(shared, frame, line, index, is_map)?;
            started.children += 1;
            match child.first_turn() {
                Ok(Turn::End) => child.end(frame)?,
                Ok(turn) => running.push(child.finish(turn)),
                Err(failure) => return Err(child.fail(failure)),
            }
            if index % CHILDREN_PER_TURN == CHILDREN_PER_TURN - 1 {
                tokio::task::yield_now().await;
            }
        }
        match running.next().await {
            Some((child, Ok(()))) => child.end(frame)?,
            Some((child, Err(failure))) => return Err(child.fail(failure)),
            None => return Ok(()),
        }
    }
}

/// Says what starts at once: AWS starts all the iterations it may
/// before the first state of any.
fn start<M: StateMachine, T, O: Observer>(
    shared: &Shared<'_, M, T, O>,
    frame: &M::Frame,
    line: &Line,
    children: Children,
    is_map: bool,
) -> Result<Started, Failure> {
    let hooks = shared.hooks(line);
    let at_once = match children.at_a_time {
        0 => children.count,
        most => most.min(children.count),
    };
    shared.count(if is_map { 1 + u64::from(at_once) } else { 1 })?;
    hooks.observe(frame, Happening::ChildrenStarted { count: children.count });
    if O::ENABLED && is_map {
        (0..at_once).for_each(|index| hooks.observe(frame, Happening::IterationStarted { index }));
    }
    Ok(Started { is_map, at_once, iterations: if is_map { at_once } else { 0 }, children: 0 })
}

/// A child that has not ended. One that is dropped before it has is aborted.
struct Child<'a, M: StateMachine, T, O: Observer> {
    shared: &'a Shared<'a, M, T, O>,
    /// None when the child has ended.
    frame: Option<M::Frame>,
    line: Line,
    index: u32,
    is_iteration: bool,
}

impl<'a, M: StateMachine, T, O: Observer> Child<'a, M, T, O> {
    fn new(
        shared: &'a Shared<'a, M, T, O>,
        parent: &M::Frame,
        line: &mut Line,
        index: u32,
        is_iteration: bool,
    ) -> Result<Self, Failure> {
        let source = is_iteration.then_some("STATE_DATA");
        let (frame, item) = context::child(shared, parent, line, index, source)?;
        let child = shared.child_line(line, index, item);
        let started = Happening::ChildStarted { index, line: child.id };
        shared.hooks(line).observe(parent, started);
        Ok(Self { shared, frame: Some(frame), line: child, index, is_iteration })
    }
}

impl<M: StateMachine, T, O: Observer> Child<'_, M, T, O> {
    #[inline]
    fn first_turn(&mut self) -> Result<Turn, Failure> {
        match &mut self.frame {
            Some(frame) => first_turn(self.shared, frame, &mut self.line),
            None => Ok(Turn::End),
        }
    }

    /// The child has ended well: its output goes into the parent's frame.
    #[inline]
    fn end(mut self, parent: &mut M::Frame) -> Result<(), Failure> {
        if let Some(frame) = self.frame.take() {
            if self.is_iteration {
                self.shared.count(1)?;
            }
            let index = self.index;
            self.shared.hooks(&self.line).observe(&frame, Happening::ChildSucceeded { index });
            self.shared.machine.join(parent, index, frame);
        }
        Ok(())
    }

    /// The child has failed, and with it its parent.
    #[cold]
    fn fail(mut self, failure: Failure) -> Failure {
        if let Some(frame) = self.frame.take() {
            let is_task = self.shared.machine.state(&frame).state_type == StateType::Task;
            let events = u64::from(self.is_iteration) + u64::from(is_task);
            let what = Happening::ChildFailed { index: self.index, failure: &failure };
            self.shared.hooks(&self.line).observe(&frame, what);
            if let Err(too_many) = self.shared.count(events) {
                return too_many;
            }
        }
        failure
    }
}

impl<M, T, O> Child<'_, M, T, O>
where
    M: Dispatch<T>,
    T: Sync,
    O: Observer,
{
    /// Runs the child to its end, from where a turn has left it.
    #[allow(clippy::manual_async_fn, reason = "an `async fn` keeps its arguments twice")]
    fn finish(mut self, turn: Turn) -> impl Future<Output = (Self, Result<(), Failure>)> + Send {
        async move {
            let ended = match &mut self.frame {
                Some(frame) => drive(self.shared, frame, &mut self.line, Ok(turn)).await,
                None => Ok(()),
            };
            (self, ended)
        }
    }
}

impl<M: StateMachine, T, O: Observer> Drop for Child<'_, M, T, O> {
    /// Dropped before its end: a sibling has failed, or the execution is over.
    fn drop(&mut self) {
        if let Some(frame) = &self.frame {
            let state_type = self.shared.machine.state(frame).state_type;
            let is_open = matches!(
                state_type,
                StateType::Task | StateType::Wait | StateType::Parallel | StateType::Map
            );
            let what = Happening::ChildAborted { index: self.index };
            self.shared.hooks(&self.line).observe(frame, what);
            // Whoever counts next hears that there are too many.
            let _ = self.shared.count(u64::from(self.is_iteration) + u64::from(is_open));
        }
    }
}
