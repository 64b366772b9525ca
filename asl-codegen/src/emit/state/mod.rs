//! The functions of each state: `enter_…` puts the frame into it, `step_…` takes its events.
//!
//! A state finds its raw input in the slot `document` and leaves its output there.

mod choice;
mod container;
mod distributed;
mod error_handling;
mod fail;
mod flow;
mod map;
mod parallel;
mod pass;
mod succeed;
pub(super) mod task;
mod wait;

use asl_lang::ir::{Expr, ExprKind, StateKind, Transition};
use asl_lang::lower::{Part, needs_context};
use proc_macro2::TokenStream;
use quote::quote;

use super::Plan;
use super::items::one_line;
use super::plan::StatePlan;

/// The functions of all states, in the order of the definition.
pub(super) fn states(plan: &Plan<'_>) -> TokenStream {
    let frame = &plan.frame;
    let functions = plan.states.iter().map(|state| functions(plan, state));
    quote! {
        impl #frame {
            #(#functions)*
        }
    }
}

fn functions(plan: &Plan<'_>, state: &StatePlan<'_>) -> TokenStream {
    let StatePlan { variant, enter, .. } = state;
    let tag = &plan.tag;
    let step = match &state.state.kind {
        StateKind::Pass(pass) => pass::step(plan, state, pass),
        StateKind::Task(task) => task::step(plan, state, task),
        StateKind::Choice(choice) => choice::step(plan, state, choice),
        StateKind::Wait(wait) => wait::step(plan, state, wait),
        StateKind::Succeed(succeed) => succeed::step(plan, state, succeed),
        StateKind::Fail(fail) => fail::step(plan, state, fail),
        StateKind::Parallel(parallel) => parallel::step(plan, state, parallel),
        StateKind::Map(map) => map::step(plan, state, map),
    };
    let reset = state.retry.is_some().then(|| quote! { self.retries.reset(); });
    let heading = heading(plan, state);
    quote! {
        #[doc = #heading]
        #[inline]
        fn #enter(&mut self) -> __rt::Step {
            #reset
            self.state = #tag::#variant;
            __rt::Ok(__rt::Command::Next)
        }

        #step
    }
}

/// `Charge`, a Task: order.asl.json:31:3
fn heading(plan: &Plan<'_>, state: &StatePlan<'_>) -> String {
    let position = state.state.position;
    format!(
        " `{}`, a {}: {}:{}:{}",
        one_line(&state.state.name),
        type_name(&state.state.kind),
        plan.machine.source_name,
        position.line,
        position.column,
    )
}

/// The parameter for the context of a step, for the states that need it.
fn context(state: &StatePlan<'_>) -> Option<TokenStream> {
    context_for(state, Part::Steps)
}

/// The same for another part of the state.
fn context_for(state: &StatePlan<'_>, part: Part) -> Option<TokenStream> {
    needs_context(state.state, part).then(|| quote! { cx: &__rt::StepContext<'_>, })
}

/// The `Type` of a state.
pub(super) fn type_name(kind: &StateKind) -> &'static str {
    match kind {
        StateKind::Pass(_) => "Pass",
        StateKind::Task(_) => "Task",
        StateKind::Choice(_) => "Choice",
        StateKind::Wait(_) => "Wait",
        StateKind::Succeed(_) => "Succeed",
        StateKind::Fail(_) => "Fail",
        StateKind::Parallel(_) => "Parallel",
        StateKind::Map(_) => "Map",
    }
}

/// Goes where the state goes. Its output is in the slot `document`.
fn leave(plan: &Plan<'_>, transition: Transition) -> TokenStream {
    match transition {
        Transition::Next(next) => {
            let enter = plan.enter(next);
            quote! { self.#enter() }
        }
        Transition::End => end(),
    }
}

/// Ends the machine.
fn end() -> TokenStream {
    quote! { __rt::Ok(__rt::Command::Succeed) }
}

/// What the value of a field is computed from, for messages.
enum Computed<'a> {
    /// A path, as written.
    Path(&'a str),
    /// An expression of JSONata, by its location.
    Query(&'a str),
}

impl<'a> Computed<'a> {
    fn of(expr: &'a Expr) -> Self {
        match &expr.kind {
            ExprKind::Query(query) => Self::Query(&query.location),
            ExprKind::Path { path, .. } => Self::Path(&path.text),
            _ => Self::Path("$"),
        }
    }
}
