//! Succeed.

use asl_lang::ir::Succeed;
use proc_macro2::TokenStream;
use quote::quote;

use super::{end, flow};
use crate::emit::Plan;
use crate::emit::plan::StatePlan;

pub(super) fn step(plan: &Plan<'_>, state: &StatePlan<'_>, succeed: &Succeed) -> TokenStream {
    let steps = flow::leaving(plan, &succeed.steps, &[], &state.state.name);
    let end = end();
    let (step, cx) = (&state.step, super::context(state));
    quote! {
        fn #step(&mut self, #cx) -> __rt::Step {
            #steps
            #end
        }
    }
}
