//! `Retry` and `Catch`.

use asl_lang::ir::{Assignment, Catcher, Register};
use asl_lang::lower::uses;
use proc_macro2::TokenStream;
use quote::quote;

use super::flow::{self, reads};
use crate::emit::Plan;
use crate::emit::plan::StatePlan;

/// What follows from the failure of a state's work.
pub(super) fn failed(plan: &Plan<'_>, state: &StatePlan<'_>, catch: &[Catcher]) -> TokenStream {
    let retry = state.retry.as_ref().map(|table| {
        quote! {
            if let __rt::Some(retry) = self.retries.next(&#table, &failure) {
                return __rt::Ok(__rt::Command::Retry(retry));
            }
        }
    });
    let catchers = catch.iter().map(|catcher| catcher_for(plan, state, catcher));
    quote! {
        #retry
        #(#catchers)*
        __rt::Err(failure)
    }
}

fn catcher_for(plan: &Plan<'_>, state: &StatePlan<'_>, catcher: &Catcher) -> TokenStream {
    let errors = &catcher.error_equals;
    let assigned =
        |assignment: &Assignment| uses(&assignment.value).contains(&Register::ErrorOutput);
    let is_read =
        reads(&catcher.steps, Register::ErrorOutput) || catcher.assign.iter().any(assigned);
    let error_output = is_read.then(|| {
        quote! { let error_output = failure.into_error_output(); }
    });
    let steps = flow::leaving(plan, &catcher.steps, &catcher.assign, &state.state.name);
    let next = plan.enter(catcher.next);
    quote! {
        if __rt::catches(&[#(#errors),*], &failure) {
            #error_output
            #steps
            return self.#next();
        }
    }
}
