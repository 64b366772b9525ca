//! Succeed.

use asl_lang::ir::Succeed;
use proc_macro2::TokenStream;
use quote::quote;

use super::flow;
use crate::emit::plan::StatePlan;

pub(super) fn step(state: &StatePlan<'_>, succeed: &Succeed) -> TokenStream {
    let flow::Flow { steps, output } = flow::leaving(&succeed.steps, &state.state.name);
    let (step, cx) = (&state.step, super::context(state));
    let input = super::take_input(&succeed.steps);
    quote! {
        fn #step(&mut self, #cx) -> __rt::Step {
            #input
            #steps
            self.end(#output)
        }
    }
}
