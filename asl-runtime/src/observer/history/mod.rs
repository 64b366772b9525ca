//! Histories: what happened in executions, event by event, as AWS's `GetExecutionHistory` has it.
//!
//! [`recorder`] makes the events, [`json`] writes them as AWS does, [`table`] for people;
//! [`description`] is what AWS says of an execution as a whole.

mod description;
mod event;
mod events;
mod json;
pub(super) mod recorder;
mod table;
mod work;

pub use description::Description;
pub use event::{EventDetails, HistoryEvent, Integration, Iteration, TaskScheduled};
pub(super) use json::Members;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use serde::ser::{Serialize, SerializeStruct, Serializer};

use self::events::Events;
use self::recorder::Recorder;
use super::{Observation, Observer};
use crate::engine::{ExecutionInfo, Identity};
use crate::machine::ExecutionType;
use crate::value::Str;

/// Keeps the histories of executions: the events that AWS would record, under its names and ids.
///
/// Clones share what they keep. Data is kept by reference count, and everything is kept until
/// [`clear`](Self::clear) is called or the last clone is dropped.
///
/// ```
/// use asl_runtime::{Engine, History};
///
/// let history = History::new();
/// let engine = Engine::builder().observer(history.clone()).build();
/// // … run an execution named "o-17" …
/// if let Some(execution) = history.execution("o-17") {
///     println!("{execution}");
///     for event in execution.events() {
///         println!("{} {}", event.id, event.event_type());
///     }
/// }
/// ```
///
/// The executions that a Distributed Map starts have histories of their own. AWS keeps histories
/// of Standard executions only; this keeps those of Express executions as well. A history whose
/// execution was cancelled, by dropping its future, just stops.
///
/// See [Execution history](https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html).
#[derive(Clone, Default)]
pub struct History(Arc<Mutex<Vec<ExecutionHistory>>>);

/// The history of one execution, which may still go on.
///
/// It serialises as the answer of AWS's `GetExecutionHistory`, and displays as a table of 100
/// columns, which leaves out the middle of long data.
#[derive(Clone)]
pub struct ExecutionHistory(Arc<Recorded>);

struct Recorded {
    name: Str,
    /// Made when somebody asks, but where it is random.
    arn: OnceLock<Str>,
    identity: Identity,
    state_machine: Str,
    execution_type: ExecutionType,
    events: Mutex<Events>,
}

/// What a [`History`] keeps for an execution that goes on.
pub struct Recording {
    recorder: Recorder,
    history: ExecutionHistory,
}

impl History {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The executions, in the order in which they started.
    #[must_use]
    pub fn executions(&self) -> Vec<ExecutionHistory> {
        self.lock().clone()
    }

    /// The execution of this name, the last one that started if there are several.
    #[must_use]
    pub fn execution(&self, name: &str) -> Option<ExecutionHistory> {
        self.lock().iter().rfind(|execution| execution.name() == name).cloned()
    }

    /// Forgets all executions. Those that go on are still recorded, for whoever holds their
    /// [`ExecutionHistory`].
    pub fn clear(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, Vec<ExecutionHistory>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl ExecutionHistory {
    /// The execution's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The execution's ARN.
    #[must_use]
    pub fn arn(&self) -> &str {
        let Recorded { arn, identity, state_machine, name, .. } = &*self.0;
        arn.get_or_init(|| identity.arn("execution", &[state_machine, name]))
    }

    /// The name of its state machine.
    #[must_use]
    pub fn state_machine(&self) -> &str {
        &self.0.state_machine
    }

    /// Whether it is a Standard or an Express execution.
    #[must_use]
    pub fn execution_type(&self) -> ExecutionType {
        self.0.execution_type
    }

    /// The events so far.
    #[must_use]
    pub fn events(&self) -> Vec<HistoryEvent> {
        self.lock().iter().cloned().collect()
    }

    fn lock(&self) -> MutexGuard<'_, Events> {
        self.0.events.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Observer for History {
    type Execution = Recording;

    fn begin(&self, execution: &ExecutionInfo<'_>) -> Recording {
        let execution_type = execution.execution_type();
        let arn = match execution_type {
            ExecutionType::Standard => OnceLock::new(),
            ExecutionType::Express => OnceLock::from(Str::from(execution.arn())),
        };
        let history = ExecutionHistory(Arc::new(Recorded {
            name: execution.shared_name().clone(),
            arn,
            identity: execution.identity().clone(),
            state_machine: Str::from(execution.state_machine()),
            execution_type,
            events: Mutex::default(),
        }));
        self.lock().push(history.clone());
        Recording { recorder: Recorder::default(), history }
    }

    fn observe(&self, recording: &mut Recording, observation: &Observation<'_>) {
        let Recording { recorder, history } = recording;
        // Locked for a made event only: the clock and the data it is made of are the caller's, who
        // may look at the history there.
        recorder.record(observation, |event| history.lock().push(event));
    }
}

impl Serialize for ExecutionHistory {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut answer = serializer.serialize_struct("GetExecutionHistoryOutput", 1)?;
        answer.serialize_field("events", &*self.lock())?;
        answer.end()
    }
}

impl fmt::Debug for History {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.lock().iter()).finish()
    }
}

impl fmt::Debug for ExecutionHistory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExecutionHistory").field("arn", &self.arn()).finish_non_exhaustive()
    }
}

impl fmt::Debug for Recording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Recording").field(&self.history).finish()
    }
}
