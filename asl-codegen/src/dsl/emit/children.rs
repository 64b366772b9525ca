//! Children: what makes the frame of a branch or an iteration, and takes what comes of it.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::inner;
use crate::dsl::plan::{Plan, StatePlan};

/// The methods of `StateMachine` that are about children.
pub(super) fn methods(plan: &Plan<'_>) -> Option<TokenStream> {
    if !plan.has_children() {
        return None;
    }
    let frame = &plan.frame;
    let child = plan.states.iter().filter_map(|state| child(plan, state));
    let join = plan.states.iter().filter_map(|state| join(plan, state));
    let (inner_child, inner_join) = (inner::child(plan), inner::join(plan));
    let cx = if inner_child.is_some() {
        quote! { cx }
    } else {
        quote! { _cx }
    };
    let map_run = inner::map_run(plan);
    Some(quote! {
        fn child(
            &self,
            frame: &#frame,
            index: __rt::u32,
            #cx: &__rt::StepContext<'_>,
        ) -> __rt::Result<#frame, __rt::Failure> {
            match frame.state {
                #(#child)*
                #inner_child
                _ => __rt::Err(__rt::no_child()),
            }
        }

        fn join(&self, frame: &mut #frame, index: __rt::u32, child: #frame) {
            match frame.state {
                #(#join)*
                #inner_join
                _ => {}
            }
        }

        #map_run
    })
}

/// The frame of a child, which has nothing but what its parent shares.
fn child(plan: &Plan<'_>, state: &StatePlan<'_>) -> Option<TokenStream> {
    let (tag, variant) = (&plan.tag, &state.variant);
    let field = plan.field(state.shared.as_ref()?.slot)?;
    let frame = &plan.frame;
    let index = state.outputs.map(|_| quote! { index, });
    let lets = plan.lets.as_ref().and_then(|lets| plan.field(lets.slot));
    let lets = lets.map(|field| quote! { #field: __rt::Clone::clone(&frame.#field), });
    let started = inner::started(plan, state);
    let children = state.children.iter().filter_map(|child| plan.state(*child));
    let first = match state.outputs {
        Some(_) => {
            let variants = children.map(|child| &child.variant);
            quote! { #(#tag::#variants)* }
        }
        None => {
            let arms = children.zip(0..).map(|(child, index)| {
                let (variant, index) = (&child.variant, Literal::u32_unsuffixed(index));
                quote! { #index => #tag::#variant, }
            });
            quote! {
                match index {
                    #(#arms)*
                    _ => return __rt::Err(__rt::no_child()),
                }
            }
        }
    };
    Some(quote! {
        #tag::#variant => {
            let child = #frame {
                state: #first,
                #index
                #field: __rt::Clone::clone(&frame.#field),
                #lets
                // All slots written out, in each state with children, would be very many.
                ..__rt::StateMachine::frame(self)
            };
            #started
            __rt::Ok(child)
        }
    })
}

/// Takes the output of a child.
fn join(plan: &Plan<'_>, state: &StatePlan<'_>) -> Option<TokenStream> {
    let (tag, variant) = (&plan.tag, &state.variant);
    let children: Vec<_> = state.children.iter().filter_map(|c| plan.state(*c)).collect();
    let results = children.iter().map(|child| child.result.and_then(|slot| plan.field(slot)));
    let results: Option<Vec<_>> = results.collect();
    let results = results?;
    if children.is_empty() {
        return None;
    }
    if let Some(outputs) = state.outputs.and_then(|slot| plan.field(slot)) {
        return Some(quote! {
            #tag::#variant => {
                if let __rt::Some(outputs) = frame.#outputs.value_mut() {
                    outputs.put(index, #(child.#results.into_value())*);
                }
            }
        });
    }
    let arms = results.iter().zip(0..).map(|(field, index)| {
        let index = Literal::u32_unsuffixed(index);
        quote! { #index => frame.#field = child.#field, }
    });
    Some(quote! {
        #tag::#variant => match index {
            #(#arms)*
            _ => {}
        },
    })
}
