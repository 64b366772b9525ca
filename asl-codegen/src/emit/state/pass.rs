//! Pass.

use asl_lang::ir::Pass;
use proc_macro2::TokenStream;
use quote::quote;

use super::{flow, leave};
use crate::emit::Plan;
use crate::emit::plan::StatePlan;

pub(super) fn step(plan: &Plan<'_>, state: &StatePlan<'_>, pass: &Pass) -> TokenStream {
    let flow::Flow { steps, output } = flow::leaving(&pass.steps, &state.state.name);
    let leave = leave(plan, pass.transition, &output);
    let (step, cx) = (&state.step, super::context(state));
    let input = super::take_input(&pass.steps);
    quote! {
        fn #step(&mut self, #cx) -> __rt::Step {
            #input
            #steps
            #leave
        }
    }
}
