//! The data of an execution: the tag of its state and its slots.
//!
//! A state of untyped ASL lives on one document, its raw input. The data of a call, arguments
//! before it and result after it, never live at the same time and share the slot `work`. A branch
//! or iteration has a frame of its own, of the same type. Slots that no state of the machine needs
//! are not there.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Plan;
use super::plan::retriers;

/// The tag enum and the frame.
pub(super) fn frame(plan: &Plan<'_>) -> TokenStream {
    let Plan { tag, frame, .. } = plan;
    let variants = plan.states.iter().map(|state| &state.variant);
    let retries = match most_retriers(plan) {
        0 => None,
        retriers => Some(quote! { retries: __rt::Retries<#retriers>, }),
    };
    let credentials = plan.has_credentials().then(|| {
        quote! {
            /// `Credentials` of the task while it is called.
            credentials: __rt::Value,
        }
    });
    let count = Literal::usize_unsuffixed(plan.machine.variables.len());
    let variables = plan.has_variables().then(|| {
        quote! {
            /// The variables. Those of inner scopes have no value outside.
            variables: [__rt::Option<__rt::Value>; #count],
            /// The places of those that were assigned when the last state was left.
            assigned: &'static [__rt::usize],
        }
    });
    let children = plan.has_children().then(|| {
        quote! {
            /// What a Parallel or Map keeps while it runs.
            children: __rt::Children,
        }
    });
    quote! {
        #[derive(Clone, Copy)]
        enum #tag { #(#variants),* }

        pub struct #frame {
            state: #tag,
            /// The raw input of the state; after the last state, the output.
            document: __rt::Value,
            /// The arguments of the task while it is called, then its result.
            work: __rt::Value,
            #credentials
            #retries
            #variables
            #children
        }
    }
}

/// An empty frame in the machine's first state.
pub(super) fn empty(plan: &Plan<'_>) -> TokenStream {
    let Plan { tag, frame, .. } = plan;
    let first = plan.machine.root().and_then(|scope| plan.state(scope.start));
    let first = first.map(|state| &state.variant);
    let retries = (most_retriers(plan) > 0).then(|| quote! { retries: __rt::Default::default(), });
    let credentials = plan.has_credentials().then(|| quote! { credentials: __rt::Value::Null, });
    let variables = plan.has_variables().then(|| {
        quote! { variables: [const { __rt::None }; _], assigned: &[], }
    });
    let children = plan.has_children().then(|| quote! { children: __rt::Default::default(), });
    quote! {
        #frame {
            state: #tag::#first,
            document: __rt::Value::Null,
            work: __rt::Value::Null,
            #credentials
            #retries
            #variables
            #children
        }
    }
}

/// The counters that a frame needs: those of one state at a time.
fn most_retriers(plan: &Plan<'_>) -> usize {
    let retriers = plan.states.iter().map(|state| retriers(&state.state.kind).len());
    retriers.max().unwrap_or(0)
}
