//! From the checked definition to the intermediate representation: names become ids, the data
//! fields of each state become one ordered list of steps.
//!
//! Steps that change nothing are left out, templates without paths are constants, and defaults
//! are filled in, so that no back end has to know them. What validation refuses, such as a state
//! of a kind that cannot be executed yet, does not come here.

mod condition;
mod dump;
mod error_handling;
mod expression;
mod flow;
mod fold;
mod liveness;
mod randomness;
mod state;
mod task;

pub use dump::dump;
pub use liveness::{last_uses, uses};
pub use randomness::is_random;

use crate::ast;
use crate::ir::{Machine, Outline, Scope, ScopeId, State, StateId, Transition};
use crate::source::Source;
use crate::validate::Validated;
use std::collections::HashMap;
use task::Tasks;

/// Lowers a definition.
pub fn lower(definition: &Validated) -> Machine {
    let machine = definition.machine();
    let mut lowering = Lowering::new(definition.source(), &machine.scope);
    let states = machine.scope.states.iter().map(|state| lowering.state(state)).collect();
    let scope = Scope {
        start: lowering.target(&machine.scope.start_at.value),
        states: lowering.ids().collect(),
        parent: None,
    };
    Machine {
        source_name: definition.source().name().to_owned(),
        comment: machine.scope.comment.clone(),
        timeout_seconds: machine.timeout_seconds.map(|seconds| seconds.value),
        scopes: vec![scope],
        states,
        tasks: lowering.tasks.finish(),
    }
}

/// What the states and tasks of a definition are called, those of branches and of Map bodies too.
/// The definition may have errors: what can be read of it counts.
pub fn outline(machine: &ast::StateMachine) -> Outline {
    let states = machine.scopes().into_iter().flat_map(|scope| &scope.states);
    let mut tasks = Tasks::default();
    let mut names = Vec::new();
    for (state, id) in states.zip((0..).map(StateId)) {
        names.push(state.name.value.clone());
        if let ast::StateKind::Task(task) = &state.kind {
            tasks.add(task, &state.name.value, id);
        }
    }
    Outline { states: names, tasks: tasks.finish() }
}

/// What is known while the states are lowered one after the other.
struct Lowering<'a> {
    source: &'a Source,
    targets: HashMap<&'a str, StateId>,
    tasks: Tasks,
}

impl<'a> Lowering<'a> {
    fn new(source: &'a Source, scope: &'a ast::Scope) -> Self {
        let names = scope.states.iter().map(|state| state.name.value.as_str());
        let targets = names.zip((0..).map(StateId)).collect();
        Lowering { source, targets, tasks: Tasks::default() }
    }

    /// Ids of the scope's states in the order they were written.
    fn ids(&self) -> impl Iterator<Item = StateId> + use<> {
        (0..).take(self.targets.len()).map(StateId)
    }

    /// The state of this name. Validation has seen to it that there is one.
    fn target(&self, name: &str) -> StateId {
        self.targets.get(name).copied().unwrap_or(StateId(u32::MAX))
    }

    fn transition(&self, transition: &ast::Transition) -> Transition {
        match transition {
            ast::Transition::Next(name) => Transition::Next(self.target(&name.value)),
            ast::Transition::End(_) => Transition::End,
        }
    }

    fn state(&mut self, state: &ast::State) -> State {
        State {
            name: state.name.value.clone(),
            position: self.source.position(state.name.span.start),
            scope: ScopeId(0),
            comment: state.comment.clone(),
            query_language: state.query_language,
            kind: self.kind(state),
        }
    }
}
