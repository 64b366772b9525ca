//! `Assign`: the variables that a state sets when it is left.

use asl_lang::ir;
use asl_lang::lower::uses;
use asl_runtime::data::variable;
use asl_runtime::{Failure, Value};

use crate::expr::Expr;
use crate::frame::{AssignId, Frame};
use crate::scope::Scope;

/// An `Assign`, resolved.
#[derive(Debug)]
pub(crate) struct Assign<'a> {
    pub(crate) id: AssignId,
    assignments: Box<[(usize, Expr<'a>)]>,
}

impl<'a> Assign<'a> {
    pub(crate) fn new(id: AssignId, assignments: &'a [ir::Assignment]) -> Self {
        let assignment = |assignment: &'a ir::Assignment| {
            (assignment.variable.0 as usize, Expr::new(&assignment.value))
        };
        Self { id, assignments: assignments.iter().map(assignment).collect() }
    }

    /// The values, all of which see the variables as the state found them.
    pub(crate) fn values(&self, scope: &Scope<'_>) -> Result<Vec<(usize, Value)>, Failure> {
        let mut values = Vec::with_capacity(self.assignments.len());
        for (variable, value) in &self.assignments {
            values.push((*variable, value.value(scope)?));
        }
        Ok(values)
    }

    /// Gives the variables these values.
    pub(crate) fn commit(
        &self,
        frame: &mut Frame,
        values: Vec<(usize, Value)>,
        state: &str,
    ) -> Result<(), Failure> {
        frame.assigned = Some(self.id);
        variable::assign(values, &mut frame.variables, state)
    }
}

/// The registers that the expressions read.
pub(crate) fn read_by(assignments: &[ir::Assignment]) -> Vec<ir::Register> {
    assignments.iter().flat_map(|assignment| uses(&assignment.value)).collect()
}
