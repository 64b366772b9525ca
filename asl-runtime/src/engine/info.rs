//! Who an execution is.

use std::sync::OnceLock;
use std::time::Duration;

use jiff::Timestamp;

use super::{Identity, Services};
use crate::data::intrinsic::uuid_text;
use crate::data::timestamp;
use crate::machine::{Definition, ExecutionType};
use crate::task::Callbacks;
use crate::value::{Object, Str, Value};

/// Who an execution is: its name, its machine, when it started.
///
/// What costs something is made when somebody asks for the first time: the name, if the caller
/// gave none, is then a random UUID.
#[derive(Debug)]
pub struct ExecutionInfo<'a> {
    services: &'a Services,
    definition: &'a Definition<'a>,
    /// The name the caller gave.
    name: Option<Str>,
    /// Whether nobody waits for it in place: it was started.
    is_started: bool,
    /// Of an execution that a Distributed Map started.
    map_run: Option<Box<MapRunInfo>>,
    made: OnceLock<Box<Made>>,
}

/// What is different in an execution that a Distributed Map started.
#[derive(Debug)]
struct MapRunInfo {
    state_machine: String,
    execution_type: ExecutionType,
}

/// What is made when somebody asks.
#[derive(Debug, Default)]
struct Made {
    arn: OnceLock<Str>,
    name: OnceLock<Str>,
    start_time: OnceLock<Timestamp>,
    input: OnceLock<Value>,
    /// What the context object says of the execution and its machine.
    context: OnceLock<Object>,
}

impl<'a> ExecutionInfo<'a> {
    #[inline]
    pub(crate) fn new(
        services: &'a Services,
        definition: &'a Definition<'a>,
        name: Option<Str>,
        is_started: bool,
    ) -> Self {
        Self { services, definition, name, is_started, map_run: None, made: OnceLock::new() }
    }

    /// An execution that a Distributed Map starts.
    pub(crate) fn child(parent: &ExecutionInfo<'a>, label: &str, express: bool) -> Self {
        let execution_type = if express { ExecutionType::Express } else { ExecutionType::Standard };
        let state_machine = format!("{}/{label}", parent.definition.name);
        let map_run = Some(Box::new(MapRunInfo { state_machine, execution_type }));
        Self { map_run, ..Self::new(parent.services, parent.definition, None, false) }
    }

    /// The execution's name, unique within its machine.
    pub fn name(&self) -> &str {
        self.shared_name()
    }

    /// The name, of which a clone is no copy.
    pub(crate) fn shared_name(&self) -> &Str {
        match &self.name {
            Some(name) => name,
            None => self.made().name.get_or_init(|| new_name(self.services)),
        }
    }

    /// The name of its state machine; in an execution that a Distributed Map started, with the
    /// Map's label behind it.
    pub fn state_machine(&self) -> &str {
        match &self.map_run {
            Some(map_run) => &map_run.state_machine,
            None => self.definition.name,
        }
    }

    /// Whether it is a Standard or an Express execution.
    pub fn execution_type(&self) -> ExecutionType {
        self.map_run.as_ref().map_or(self.definition.execution_type, |run| run.execution_type)
    }

    /// When it started, to the precision of its first turn: the time is read when the execution
    /// first waits for something, or when somebody asks, whichever comes first.
    pub fn start_time(&self) -> Timestamp {
        *self.made().start_time.get_or_init(|| self.services.clock.now())
    }

    /// The execution's ARN, made of the engine's [identity](crate::EngineBuilder::account) and the
    /// names. That of an Express execution ends in a random UUID.
    pub fn arn(&self) -> &str {
        self.made().arn.get_or_init(|| {
            let (identity, services) = (&self.services.identity, self.services);
            let (machine, name) = (self.state_machine(), self.name());
            match self.execution_type() {
                ExecutionType::Standard => identity.arn("execution", &[machine, name]),
                ExecutionType::Express => {
                    let uuid = new_name(services);
                    identity.arn("express", &[machine, name, &uuid])
                }
            }
        })
    }

    /// The ARN of its state machine.
    pub fn state_machine_arn(&self) -> Str {
        self.services.identity.arn("stateMachine", &[self.state_machine()])
    }

    /// The time on the engine's clock.
    pub fn now(&self) -> Timestamp {
        self.services.clock.now()
    }

    /// The role that its state machine works as.
    pub fn role_arn(&self) -> &Str {
        &self.services.identity.role_arn
    }

    /// Who the engine says it is.
    pub(crate) fn identity(&self) -> &Identity {
        &self.services.identity
    }

    /// The region it runs in.
    pub fn region(&self) -> &Str {
        &self.services.identity.region
    }

    /// The ARN of a Map Run of the execution, with a random UUID behind the Map's label.
    pub(crate) fn map_run_arn(&self, label: &str) -> Str {
        let map = format!("{}/{label}", self.state_machine());
        self.services.identity.arn("mapRun", &[&map, &new_name(self.services)])
    }

    pub(crate) fn set_input(&self, input: Value) {
        let _ = self.made().input.set(input);
    }

    /// The members of the context object that are the same in all states.
    pub(crate) fn context(&self) -> Object {
        self.made().context.get_or_init(|| self.new_context()).clone()
    }

    fn new_context(&self) -> Object {
        let mut execution = Object::new();
        execution.insert(Str::from_static("Id"), self.arn());
        let input = self.made().input.get().cloned();
        execution.insert(Str::from_static("Input"), input.unwrap_or_default());
        let start_time = timestamp::to_text(self.start_time());
        execution.insert(Str::from_static("StartTime"), start_time);
        execution.insert(Str::from_static("Name"), self.name());
        execution.insert(Str::from_static("RoleArn"), self.services.identity.role_arn.clone());
        // As recorded: an Express execution that is waited for in place has none.
        if self.execution_type() == ExecutionType::Standard || self.is_started {
            execution.insert(Str::from_static("RedriveCount"), 0);
        }
        let mut machine = Object::new();
        machine.insert(Str::from_static("Id"), self.state_machine_arn());
        machine.insert(Str::from_static("Name"), self.state_machine());
        let mut context = Object::new();
        context.insert(Str::from_static("Execution"), Value::Object(execution));
        context.insert(Str::from_static("StateMachine"), Value::Object(machine));
        context
    }

    fn made(&self) -> &Made {
        self.made.get_or_init(Box::default)
    }

    /// How long it may take. The machine's `TimeoutSeconds` is not that of the executions that its
    /// Distributed Maps start.
    pub(crate) fn longest(&self) -> Duration {
        let longest = self.execution_type().longest();
        let timeout = self.definition.timeout.filter(|_| self.map_run.is_none());
        timeout.map_or(longest, |timeout| timeout.min(longest))
    }

    pub(crate) fn definition(&self) -> &'a Definition<'a> {
        self.definition
    }

    pub(crate) fn services(&self) -> &'a Services {
        self.services
    }

    pub(crate) fn callbacks(&self) -> &'a Callbacks {
        &self.services.callbacks
    }
}

/// A name for an execution whose caller gave none.
pub(crate) fn new_name(services: &Services) -> Str {
    uuid_text(services.randomness.bits())
}
