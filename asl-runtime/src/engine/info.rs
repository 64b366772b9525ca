//! Who an execution is.

use std::sync::OnceLock;

use jiff::Timestamp;

use super::Services;
use crate::data::intrinsic::uuid_text;
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
    /// The name the caller gave.
    name: Option<Str>,
    made: OnceLock<Box<Made>>,
}

/// What is made when somebody asks.
#[derive(Debug, Default)]
struct Made {
    name: OnceLock<Str>,
    start_time: OnceLock<Timestamp>,
}

impl<'a> ExecutionInfo<'a> {
    #[inline]
    pub(crate) fn new(
        services: &'a Services,
        definition: &'a Definition<'a>,
        name: Option<Str>,
    ) -> Self {
        Self { services, definition, name, made: OnceLock::new() }
    }

    /// The execution's name, unique within its machine.
    pub fn name(&self) -> &str {
        match &self.name {
            Some(name) => name,
            None => self.made().name.get_or_init(|| new_name(self.services)),
        }
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
        *self.made().start_time.get_or_init(|| self.services.clock.now())
    }

    fn made(&self) -> &Made {
        self.made.get_or_init(Box::default)
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
