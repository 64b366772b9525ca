//! The data of an execution: the tag of its state and its slots.

use proc_macro2::TokenStream;
use quote::quote;

use crate::dsl::ast::{Kind, Let};
use crate::dsl::plan::{Plan, StatePlan};

/// The tag enum, the frame, and what states share with their children.
pub(super) fn frame(plan: &Plan<'_>) -> TokenStream {
    let Plan { tag, frame, .. } = plan;
    let variants = plan.states.iter().map(|state| &state.variant);
    let nested = plan.inner().map(|(_, inner)| &inner.nested);
    let nowhere = plan.states.is_empty().then(|| quote! { Nowhere });
    let slots = plan.frame_slots().map(|slot| {
        let (field, ty) = (&slot.field, &slot.ty);
        quote! { #field: __rt::Slot<#ty> }
    });
    let retries = match plan.most_retriers() {
        0 => None,
        retriers => Some(quote! { retries: __rt::Retries<#retriers>, }),
    };
    let index = plan.has_maps().then(|| {
        quote! {
            /// Which item of a Map an iteration is for.
            index: __rt::u32,
        }
    });
    let shared = plan.states.iter().filter_map(shared);
    let lets = lets(plan);
    quote! {
        #[derive(Clone, Copy)]
        enum #tag { #(#variants,)* #(#nested,)* #nowhere }

        pub struct #frame {
            state: #tag,
            /// Whether the last state has been left.
            ended: __rt::bool,
            #retries
            #index
            #(#slots,)*
        }

        #(#shared)*
        #lets
    }
}

/// The struct of what `let`s name.
fn lets(plan: &Plan<'_>) -> Option<TokenStream> {
    let ty = &plan.lets.as_ref()?.ty;
    let fields = plan.body.lets.iter().map(|one| {
        let Let { docs, name, ty, .. } = one;
        quote! { #(#docs)* #name: #ty }
    });
    Some(quote! {
        #[allow(dead_code, reason = "where something is wrong, it may be what was to read it")]
        pub struct #ty { #(#fields,)* }
    })
}

/// The struct of what a state shares with its children.
fn shared(state: &StatePlan<'_>) -> Option<TokenStream> {
    let (shared, written) = (state.shared.as_ref()?, state.written()?);
    let (ty, items) = (&shared.ty, &shared.items);
    let fields = written.params.iter().map(|param| {
        let (name, ty) = (&param.name, &param.ty);
        quote! { #name: #ty }
    });
    let owned = match &written.kind {
        Kind::Map(map) => map.owned.as_ref().map(|ty| quote! { #items: __rt::Vec<#ty>, }),
        _ => None,
    };
    Some(quote! {
        pub struct #ty { #(#fields,)* #owned }
    })
}

/// An empty frame in the machine's first state.
pub(super) fn empty(plan: &Plan<'_>) -> TokenStream {
    let Plan { tag, frame, .. } = plan;
    let start = plan.body.start.as_ref().and_then(|start| plan.state_named(&start.target));
    let first = start.or(plan.states.first()).map(|state| &state.variant);
    let first = first.map_or_else(|| quote! { Nowhere }, |variant| quote! { #variant });
    let slots = plan.frame_slots().map(|slot| {
        let field = &slot.field;
        quote! { #field: __rt::Slot::empty() }
    });
    let retries = (plan.most_retriers() > 0).then(|| quote! { retries: __rt::Default::default(), });
    let index = plan.has_maps().then(|| quote! { index: 0, });
    quote! {
        #frame { state: #tag::#first, ended: false, #retries #index #(#slots,)* }
    }
}
