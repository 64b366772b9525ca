//! Who an execution is.

use std::sync::OnceLock;

use jiff::Timestamp;

use super::Services;
use crate::machine::{Definition, ExecutionType};
use crate::task::Callbacks;
use crate::value::Str;

/// Who an execution is: its name, its machine, when it started.
///
/// What costs something is made when somebody asks for the first time: the name, if the caller
/// gave none, is then a random UUID.
#[derive(Debug)]
pub struct ExecutionInfo<'a> {
    services: &'a Services,
    definition: &'a Definition<'a>,
    name: OnceLock<Str>,
    start_time: OnceLock<Timestamp>,
}

impl<'a> ExecutionInfo<'a> {
    pub(crate) fn new(
        services: &'a Services,
        definition: &'a Definition<'a>,
        name: Option<Str>,
    ) -> Self {
        let name = name.map_or_else(OnceLock::new, OnceLock::from);
        Self { services, definition, name, start_time: OnceLock::new() }
    }

    /// The execution's name, unique within its machine.
    pub fn name(&self) -> &str {
        self.name.get_or_init(|| new_name(self.services))
    }

    /// The name of its state machine.
    pub fn state_machine(&self) -> &'a str {
        self.definition.name
    }

    /// Whether it is a Standard or an Express execution.
    pub fn execution_type(&self) -> ExecutionType {
        self.definition.execution_type
    }

    /// When it started, to the precision of its first turn: the time is read when the execution
    /// first waits for something, or when somebody asks, whichever comes first.
    pub fn start_time(&self) -> Timestamp {
        *self.start_time.get_or_init(|| self.services.clock.now())
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
    let bits = services.randomness.bits().to_be_bytes();
    let uuid = uuid::Builder::from_random_bytes(bits).into_uuid();
    Str::from(uuid.as_hyphenated().encode_lower(&mut uuid::Uuid::encode_buffer()) as &str)
}
