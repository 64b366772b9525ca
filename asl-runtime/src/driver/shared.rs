//! What all the lines of states of one execution share.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

use super::hooks::Hooks;
use super::line::{Line, Surroundings};
use crate::engine::ExecutionInfo;
use crate::error::Failure;
use crate::machine::{StateMachine, StepContext};
use crate::observer::Observer;
use crate::value::Value;

/// What all the lines of states of one execution share. They are polled by one task, one after
/// the other: the atomics only keep the futures `Send`.
pub(super) struct Shared<'a, M, T, O: Observer> {
    pub(super) machine: &'a M,
    pub(super) tasks: &'a T,
    pub(super) info: &'a ExecutionInfo<'a>,
    pub(super) observer: &'a O,
    pub(super) observed: Mutex<O::Execution>,
    /// History events so far.
    events: AtomicU64,
    most_events: u64,
    /// Lines so far.
    lines: AtomicU32,
}

impl<'a, M: StateMachine, T, O: Observer> Shared<'a, M, T, O> {
    pub(super) fn new(
        machine: &'a M,
        tasks: &'a T,
        info: &'a ExecutionInfo<'a>,
        observer: &'a O,
    ) -> Self {
        Self {
            machine,
            tasks,
            info,
            observer,
            observed: Mutex::new(observer.begin(info)),
            // The one that started the execution.
            events: AtomicU64::new(1),
            most_events: info.execution_type().most_events(),
            lines: AtomicU32::new(1),
        }
    }

    /// Counts history events: the id of the last.
    ///
    /// # Errors
    /// There are more than an execution of this type may have.
    #[inline]
    pub(super) fn count(&self, events: u64) -> Result<u64, Failure> {
        let last = self.events.load(Ordering::Relaxed) + events;
        self.events.store(last, Ordering::Relaxed);
        if last < self.most_events { Ok(last) } else { Err(self.too_many_events()) }
    }

    #[cold]
    fn too_many_events(&self) -> Failure {
        let most = self.most_events;
        Failure::new(
            "States.Runtime",
            format!("The execution reached the maximum number of history events ({most})."),
        )
    }

    /// The execution's own line of states.
    pub(super) fn first_line(&self) -> Line {
        let seed =
            if self.machine.is_random() { self.info.services().randomness.bits() } else { 0 };
        Line::new(0, seed, self.reads_context().then(Box::default))
    }

    /// A line of states for the child with this index.
    pub(super) fn child_line(&self, parent: &Line, index: u32, item: Option<Value>) -> Line {
        let id = if O::ENABLED { self.lines.fetch_add(1, Ordering::Relaxed) } else { 0 };
        let seed = if self.machine.is_random() {
            let cx = StepContext {
                entered_event_id: parent.entered_event_id,
                seed: parent.seed,
                ..StepContext::default()
            };
            cx.random((u32::MAX, index))
        } else {
            0
        };
        let surroundings = parent.surroundings.as_ref().map(|parent| {
            let item = item.or_else(|| parent.item.clone());
            Box::new(Surroundings { item, ..Surroundings::default() })
        });
        Line::new(id, seed, surroundings)
    }

    /// The time, in milliseconds since 1970.
    pub(super) fn now(&self) -> i64 {
        self.info.services().clock.now().as_millisecond()
    }

    /// Whether the machine has states that read the context object.
    #[inline]
    pub(super) fn reads_context(&self) -> bool {
        self.machine.definition().reads_context
    }

    #[inline(always)]
    pub(super) fn hooks(&self, line: &Line) -> Hooks<'_, M, O> {
        Hooks::new(self.machine, self.observer, &self.observed, self.info, line)
    }
}
