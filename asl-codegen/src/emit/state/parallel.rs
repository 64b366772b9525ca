//! Parallel.

use asl_lang::ir::{Parallel, Register};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::container::{self, Container};
use super::flow;
use crate::emit::Plan;
use crate::emit::expr::Scope;
use crate::emit::plan::StatePlan;

pub(super) fn step(plan: &Plan<'_>, state: &StatePlan<'_>, parallel: &Parallel) -> TokenStream {
    let arguments = arguments(plan, parallel, &state.state.name);
    let count = Literal::usize_unsuffixed(parallel.branches.len());
    let step = container::step(
        plan,
        state,
        &Container {
            enter: quote! {
                #arguments
                self.children.start_branches(#count);
                __rt::Ok(__rt::Command::Parallel { branches: #count })
            },
            leave: &parallel.leave,
            assign: &parallel.assign,
            catch: &parallel.catch,
            transition: parallel.transition,
        },
    );
    let branch = branch(plan, state, parallel);
    quote! { #step #branch }
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
