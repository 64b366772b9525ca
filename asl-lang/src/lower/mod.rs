//! From the checked definition to the intermediate representation: names become ids, the data
//! fields of each state become one ordered list of steps.
//!
//! Steps that change nothing are left out, and so are those that nobody reads, unless they are asked
//! for; templates without paths are constants, and defaults are filled in, so that no back end has to
//! know them. What validation refuses, such as a state of a kind that cannot be executed yet, does
//! not come here.

mod condition;
mod dump;
mod error_handling;
mod expression;
mod flow;
mod fold;
mod live;
mod liveness;
mod map;
mod needs;
mod numbering;
mod query;
mod state;
mod task;
mod variables;

pub use dump::dump;
pub use live::{EffectiveInput, Live, live};
pub use liveness::{last_uses, uses};
pub use needs::{Part, expressions, is_random, needs_context, reads_context};
pub use query::compile_expression;

use crate::Options;
use crate::ast;
use crate::ir::{Machine, Outline, Register, ScopeId, State, StateId, Transition};
use crate::source::{Source, Span};
use crate::validate::Validated;
use expression::Data;
use flow::Flow;
use numbering::Numbering;
use task::Tasks;
use variables::{Names, Variables};

/// Lowers a definition.
pub fn lower(definition: &Validated, options: &Options) -> Machine {
    let machine = definition.machine();
    let numbering = Numbering::new(machine);
    let variables = Variables::new(&numbering);
    let mut lowering = Lowering {
        source: definition.source(),
        numbering: &numbering,
        variables: &variables,
        tasks: Tasks::default(),
        unread_steps: options.unread_steps,
    };
    let states = numbering.states().iter().map(|(state, scope)| lowering.state(state, *scope));
    let states = states.collect();
    let tasks = lowering.tasks.finish();
    Machine {
        source_name: definition.source().name().to_owned(),
        comment: machine.scope.comment.clone(),
        fingerprint: machine.fingerprint,
        timeout_seconds: machine.timeout_seconds.map(|seconds| seconds.value),
        scopes: numbering.finish(),
        states,
        tasks,
        variables: variables.finish(),
    }
}

/// What the states and tasks of a definition are called, those of branches and of Map bodies too.
/// The definition may have errors: what can be read of it counts.
pub fn outline(machine: &ast::StateMachine) -> Outline {
    let numbering = Numbering::new(machine);
    let mut tasks = Tasks::default();
    let mut names = Vec::new();
    for ((state, _), id) in numbering.states().iter().zip((0..).map(StateId)) {
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
    numbering: &'a Numbering<'a>,
    variables: &'a Variables,
    tasks: Tasks,
    /// Whether steps that nobody reads stay.
    unread_steps: bool,
}

/// Where a state stands: its text, and what names mean there.
#[derive(Debug, Clone, Copy)]
struct Place<'a> {
    span: Span,
    names: Names<'a>,
    unread_steps: bool,
}

impl<'a> Place<'a> {
    /// The names where `$` is this register.
    fn data(self, register: Register) -> Data<'a> {
        Data::new(register, self.names)
    }

    /// A flow that starts from this register.
    fn flow(self, register: Register) -> Flow<'a> {
        Flow::new(self.data(register), self.span, self.unread_steps)
    }
}

impl Lowering<'_> {
    fn target(&self, name: &str) -> StateId {
        self.numbering.state(name)
    }

    fn transition(&self, transition: &ast::Transition) -> Transition {
        match transition {
            ast::Transition::Next(name) => Transition::Next(self.target(&name.value)),
            ast::Transition::End(_) => Transition::End,
        }
    }

    fn state(&mut self, state: &ast::State, scope: ScopeId) -> State {
        let names = self.variables.names(scope);
        let place = Place { span: state.span, names, unread_steps: self.unread_steps };
        State {
            name: state.name.value.clone(),
            position: self.source.position(state.name.span.start),
            scope,
            comment: state.comment.clone(),
            query_language: state.query_language,
            kind: self.kind(state, place),
        }
    }
}
