//! The functions of each state: `enter_…` puts the frame into it, `step_…` takes its events.

mod choice;
mod fail;
mod flow;
mod pass;
mod succeed;
pub(super) mod task;
mod wait;

use asl_lang::ir::{Let, Register, StateKind, Transition};
use asl_lang::lower::is_random;
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

            /// The machine has ended with this output.
            #[inline]
            fn end(&mut self, output: __rt::Value) -> __rt::Step {
                self.document = output;
                __rt::Ok(__rt::Command::Succeed)
            }
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
        StateKind::Succeed(succeed) => succeed::step(state, succeed),
        StateKind::Fail(fail) => fail::step(state, fail),
    };
    let reset = match &state.state.kind {
        StateKind::Task(task) if !task.retry.is_empty() => Some(quote! { self.retries.reset(); }),
        _ => None,
    };
    let heading = heading(plan, state);
    quote! {
        #[doc = #heading]
        #[inline]
        fn #enter(&mut self, input: __rt::Value) -> __rt::Step {
            self.document = input;
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

/// The parameter for the context of a step, for the states that need random numbers.
fn context(state: &StatePlan<'_>) -> Option<TokenStream> {
    is_random(state.state).then(|| quote! { cx: &__rt::StepContext, })
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
    }
}

/// Goes where the state goes, with `output`.
fn leave(plan: &Plan<'_>, transition: Transition, output: &TokenStream) -> TokenStream {
    match transition {
        Transition::Next(next) => {
            let enter = plan.enter(next);
            quote! { self.#enter(#output) }
        }
        Transition::End => quote! { self.end(#output) },
    }
}

/// Takes the raw input out of the frame, if the steps need it.
fn take_input(steps: &[Let]) -> Option<TokenStream> {
    flow::reads(steps, Register::Input)
        .then(|| quote! { let input = __rt::take(&mut self.document); })
}
