//! Pass.

use asl_lang::ir::Pass;
use proc_macro2::TokenStream;
use quote::quote;

use super::{flow, leave};
use crate::emit::Plan;
use crate::emit::plan::StatePlan;

pub(super) fn step(plan: &Plan<'_>, state: &StatePlan<'_>, pass: &Pass) -> TokenStream {
    let steps = flow::leaving(plan, &pass.steps, &pass.assign, &state.state.name);
    let leave = leave(plan, pass.transition);
    let (step, cx) = (&state.step, super::context(state));
    quote! {
        fn #step(&mut self, #cx) -> __rt::Step {
            #steps
            #leave
        }
    }
}
