//! What the states of a machine refer to, while they are resolved.

use std::num::NonZeroU32;

use crate::assign::Assign;
use crate::error::InvalidMachine;
use crate::frame::AssignId;
use asl_lang::ir::{self, ScopeId, StateId};

/// Finds what is named by an id.
#[derive(Debug)]
pub(crate) struct Resolver<'a> {
    machine: &'a ir::Machine,
    assigned: Vec<Box<[usize]>>,
}

impl<'a> Resolver<'a> {
    pub(crate) fn new(machine: &'a ir::Machine) -> Self {
        Self { machine, assigned: Vec::new() }
    }

    /// The index of a state.
    pub(crate) fn state(&self, id: StateId) -> Result<usize, InvalidMachine> {
        let found = self.machine.state(id).map(|_| id.0 as usize);
        found.ok_or_else(|| InvalidMachine::new("state", id.0))
    }

    /// The index of the first state of a scope.
    pub(crate) fn start(&self, id: ScopeId) -> Result<usize, InvalidMachine> {
        let scope = self.machine.scope(id).ok_or_else(|| InvalidMachine::new("scope", id.0))?;
        self.state(scope.start)
    }

    /// An `Assign`; none if it assigns nothing.
    pub(crate) fn assign(
        &mut self,
        assignments: &'a [ir::Assignment],
    ) -> Result<Option<Assign<'a>>, InvalidMachine> {
        if assignments.is_empty() {
            return Ok(None);
        }
        let assigned = assignments.iter().map(|assignment| self.variable(assignment.variable));
        let assigned = assigned.collect::<Result<_, _>>()?;
        self.assigned.push(assigned);
        let id = u32::try_from(self.assigned.len()).ok().and_then(NonZeroU32::new);
        let id = AssignId(id.unwrap_or(NonZeroU32::MAX));
        Ok(Some(Assign::new(id, assignments)))
    }

    /// The place of a variable.
    fn variable(&self, id: ir::VariableId) -> Result<usize, InvalidMachine> {
        let place = id.0 as usize;
        let found = self.machine.variables.get(place).map(|_| place);
        found.ok_or_else(|| InvalidMachine::new("variable", id.0))
    }

    /// The places of the variables of each `Assign`, in the order of their ids.
    pub(crate) fn finish(self) -> Box<[Box<[usize]>]> {
        self.assigned.into_boxed_slice()
    }
}
