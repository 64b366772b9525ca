//! Choice.

use asl_lang::ir::{Choice, ExprKind, Let, Register};
use asl_lang::lower::uses;
use proc_macro2::TokenStream;
use quote::quote;

use super::flow;
use crate::emit::Plan;
use crate::emit::expr::Scope;
use crate::emit::plan::StatePlan;

pub(super) fn step(plan: &Plan<'_>, state: &StatePlan<'_>, choice: &Choice) -> TokenStream {
    let document = quote! { &input };
    let conditions = choice.rules.iter().map(|rule| &rule.condition);
    let read: Vec<Register> = conditions.flat_map(uses).collect();
    let enter = flow::entering(&choice.enter, &read, &document);
    let reference = flow::references(&document);
    let scope = Scope { last_uses: &[], reference: &reference };
    let all: Vec<Let> = choice.enter.iter().chain(&choice.leave).cloned().collect();
    let flow::Flow { steps, output } = flow::leaving(&all, &state.state.name);
    let rules = choice.rules.iter().map(|rule| {
        let condition = scope.condition(&rule.condition);
        let next = plan.enter(rule.next);
        if hands_on_input(&choice.leave) {
            quote! { if #condition { return self.#next(input); } }
        } else {
            quote! { if #condition { #steps return self.#next(#output); } }
        }
    });
    let otherwise = match choice.default {
        Some(default) => {
            let next = plan.enter(default);
            if hands_on_input(&choice.leave) {
                quote! { self.#next(input) }
            } else {
                quote! { #steps self.#next(#output) }
            }
        }
        None => quote! { __rt::Err(__rt::no_choice_matched()) },
    };
    let (step, cx) = (&state.step, super::context(state));
    quote! {
        fn #step(&mut self, #cx) -> __rt::Step {
            let input = __rt::take(&mut self.document);
            #enter
            #(#rules)*
            #otherwise
        }
    }
}

/// Whether the output is the raw input.
fn hands_on_input(leave: &[Let]) -> bool {
    matches!(
        leave,
        [Let { register: Register::Output, value, .. }]
            if value.kind == ExprKind::Register(Register::Input)
    )
}
