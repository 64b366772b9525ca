//! What Parallel and Map have in common: they start children, and go on when those have ended.

use asl_lang::ir::{Assignment, Catcher, Let, Transition};
use proc_macro2::TokenStream;
use quote::quote;

use super::task::reads_result;
use super::{error_handling, flow};
use crate::emit::Plan;
use crate::emit::plan::StatePlan;

/// A state with children.
pub(super) struct Container<'a> {
    /// What starts the children: ends with the command for it.
    pub(super) enter: TokenStream,
    /// The data flow from `Result`, the children's outputs, to `Output`.
    pub(super) leave: &'a [Let],
    pub(super) assign: &'a [Assignment],
    pub(super) catch: &'a [Catcher],
    pub(super) transition: Transition,
}

/// The function that takes the state's events.
pub(super) fn step(
    plan: &Plan<'_>,
    state: &StatePlan<'_>,
    container: &Container<'_>,
) -> TokenStream {
    let Container { enter, leave, assign, catch, transition } = container;
    let result = if reads_result(leave, assign) {
        quote! { let result }
    } else {
        quote! { let _ }
    };
    let steps = flow::leaving(plan, leave, assign, &state.state.name);
    let leave = super::leave(plan, *transition);
    let failed = error_handling::failed(plan, state, catch);
    let (step, cx) = (&state.step, super::context(state));
    quote! {
        fn #step(&mut self, event: __rt::Event, #cx) -> __rt::Step {
            match event {
                __rt::Event::Enter | __rt::Event::Resume => { #enter }
                __rt::Event::Succeeded => {
                    #result = self.children.finish();
                    #steps
                    #leave
                }
                __rt::Event::Failed(failure) => {
                    self.children.clear();
                    #failed
                }
            }
        }
    }
}
