//! Wait.

use asl_lang::ir::{Wait, WaitUntil};
use asl_lang::lower::uses;
use proc_macro2::{Literal as Token, TokenStream};
use quote::quote;

use super::{Computed, flow, leave};
use crate::emit::Plan;
use crate::emit::expr::{Scope, timestamp};
use crate::emit::plan::StatePlan;

pub(super) fn step(plan: &Plan<'_>, state: &StatePlan<'_>, wait: &Wait) -> TokenStream {
    let read = match &wait.until {
        WaitUntil::SecondsPath(expr) | WaitUntil::TimestampPath(expr) => uses(expr),
        WaitUntil::Seconds(_) | WaitUntil::Timestamp(_) => Vec::new(),
    };
    let enter = flow::entering(plan, &wait.enter, &read);
    let pause = pause(plan, &wait.until);
    let (step, cx) = (&state.step, super::context(state));
    // After the pause the effective input, if there is one, is computed again from the same input.
    let all: Vec<_> = wait.enter.iter().chain(&wait.leave).cloned().collect();
    let steps = flow::leaving(plan, &all, &wait.assign, &state.state.name);
    let leave = leave(plan, wait.transition);
    quote! {
        fn #step(&mut self, event: __rt::Event, #cx) -> __rt::Step {
            match event {
                __rt::Event::Resume => {
                    #steps
                    #leave
                }
                _ => {
                    #enter
                    __rt::Ok(__rt::Command::Wait(#pause))
                }
            }
        }
    }
}

fn pause(plan: &Plan<'_>, until: &WaitUntil) -> TokenStream {
    let scope = Scope::of_references(&plan.constants);
    match until {
        WaitUntil::Seconds(seconds) => {
            let seconds = Token::u32_unsuffixed(*seconds);
            quote! { __rt::Pause::For(__rt::Duration::from_secs(#seconds)) }
        }
        WaitUntil::Timestamp(text) => {
            let timestamp = timestamp(text);
            quote! { __rt::Pause::Until(#timestamp) }
        }
        WaitUntil::SecondsPath(expr) => {
            let value = scope.reference(expr);
            let seconds = match Computed::of(expr) {
                Computed::Path(text) => quote! { __rt::data::wait::seconds(#value, #text)? },
                Computed::Query(location) => {
                    quote! { __rt::jsonata::field::seconds(#value, #location)? }
                }
            };
            quote! { __rt::Pause::For(#seconds) }
        }
        WaitUntil::TimestampPath(expr) => {
            let value = scope.reference(expr);
            let timestamp = match Computed::of(expr) {
                Computed::Path(text) => quote! { __rt::data::wait::timestamp(#value, #text)? },
                Computed::Query(location) => {
                    quote! { __rt::jsonata::field::timestamp(#value, #location)? }
                }
            };
            quote! { __rt::Pause::Until(#timestamp) }
        }
    }
}
