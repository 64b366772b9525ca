//! The data of an execution: the tag of its state and its slots.
//!
//! A state of untyped ASL lives on one document, its raw input. The data of a call, arguments
//! before it and result after it, never live at the same time and share the slot `work`.

use asl_lang::ir::StateKind;
use proc_macro2::TokenStream;
use quote::quote;

use super::Plan;

/// The tag enum and the frame.
pub(super) fn frame(plan: &Plan<'_>) -> TokenStream {
    let Plan { tag, frame, .. } = plan;
    let variants = plan.states.iter().map(|state| &state.variant);
    let retries = match most_retriers(plan) {
        0 => None,
        retriers => Some(quote! { retries: __rt::Retries<#retriers>, }),
    };
    quote! {
        #[derive(Clone, Copy)]
        enum #tag { #(#variants),* }

        pub struct #frame {
            state: #tag,
            /// The raw input of the state; after the last state, the output.
            document: __rt::Value,
            /// The arguments of the task while it is called, then its result.
            work: __rt::Value,
            #retries
        }
    }
}

/// The counters that a frame needs: those of one state at a time.
pub(super) fn most_retriers(plan: &Plan<'_>) -> usize {
    let retriers = plan.states.iter().map(|state| match &state.state.kind {
        StateKind::Task(task) => task.retry.len(),
        _ => 0,
    });
    retriers.max().unwrap_or(0)
}
