//! Parallel.

use asl_lang::ir::{Parallel, Register};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::task::reads_result;
use super::{error_handling, flow, leave};
use crate::emit::Plan;
use crate::emit::expr::Scope;
use crate::emit::plan::StatePlan;

pub(super) fn step(plan: &Plan<'_>, state: &StatePlan<'_>, parallel: &Parallel) -> TokenStream {
    let name = &state.state.name;
    let arguments = arguments(plan, parallel, name);
    let count = Literal::usize_unsuffixed(parallel.branches.len());
    let result = reads_result(&parallel.leave, &parallel.assign);
    let result = if result {
        quote! { let result }
    } else {
        quote! { let _ }
    };
    let steps = flow::leaving(plan, &parallel.leave, &parallel.assign, name);
    let leave = leave(plan, parallel.transition);
    let failed = error_handling::failed(plan, state, &parallel.catch);
    let branch = branch(plan, state, parallel);
    let (step, cx) = (&state.step, super::context(state));
    quote! {
        fn #step(&mut self, event: __rt::Event, #cx) -> __rt::Step {
            match event {
                __rt::Event::Enter | __rt::Event::Resume => {
                    #arguments
                    self.children.start_branches(#count);
                    __rt::Ok(__rt::Command::Parallel { branches: #count })
                }
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

        #branch
    }
}

/// Puts the input of the branches into the slot `work`, unless it is the raw input.
fn arguments(plan: &Plan<'_>, parallel: &Parallel, name: &str) -> Option<TokenStream> {
    let (last, before) = parallel.enter.split_last()?;
    let read = asl_lang::lower::uses(&last.value);
    let before = flow::entering(plan, before, &read);
    let arguments = Scope::of_references(&plan.constants).value(&last.value);
    Some(quote! {
        #before
        __rt::put(#arguments, &mut self.work, #name)?;
    })
}

/// The register that holds the input of the branches; none if that is the raw input.
pub(in crate::emit) fn arguments_register(parallel: &Parallel) -> Option<Register> {
    parallel.enter.last().map(|step| step.register)
}

/// The function that makes a branch.
fn branch(plan: &Plan<'_>, state: &StatePlan<'_>, parallel: &Parallel) -> TokenStream {
    let starts = parallel.branches.iter().enumerate().filter_map(|(index, branch)| {
        let index = Literal::usize_unsuffixed(index);
        let enter = plan.enter(plan.machine.scope(*branch)?.start);
        Some(quote! { #index => child.#enter()?, })
    });
    let input = match arguments_register(parallel) {
        None | Some(Register::Input) => quote! { &self.document },
        Some(_) => quote! { &self.work },
    };
    let child = &state.child;
    quote! {
        fn #child(&self, index: __rt::u32) -> __rt::Result<Self, __rt::Failure> {
            let mut child = self.new_child(__rt::cloned(#input));
            match index {
                #(#starts)*
                _ => return __rt::Err(__rt::no_child()),
            };
            __rt::Ok(child)
        }
    }
}
