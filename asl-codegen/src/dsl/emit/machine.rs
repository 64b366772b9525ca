//! The implementation of `StateMachine`, and the view of a running execution.

use proc_macro2::TokenStream;
use quote::quote;

use super::scope::names;
use super::steps::takes_events;
use super::{children, data, dispatch, frame, inner, tables};
use crate::dsl::ast::Kind;
use crate::dsl::plan::{Plan, SlotId, StatePlan};

pub(super) fn machine(plan: &Plan<'_>) -> TokenStream {
    let Plan { declaration, tag, frame, .. } = plan;
    let name = &declaration.name;
    let own = plan.states.iter().filter(|state| state.inner.is_none());
    let steps = own.map(|state| {
        let (variant, step) = (&state.variant, &state.step);
        let event = takes_events(state).then(|| quote! { event });
        quote! { #tag::#variant => frame.#step(#event), }
    });
    let nowhere = plan.states.is_empty().then(|| {
        quote! { #tag::Nowhere => __rt::Err(__rt::no_machine()), }
    });
    let inner_steps = inner::steps(plan);
    let cx = if inner_steps.is_some() {
        quote! { cx }
    } else {
        quote! { _cx }
    };
    let takes_events = plan.states.iter().any(takes_events);
    let event = if takes_events {
        quote! { event }
    } else {
        quote! { _event }
    };
    let (input, start, start_json) = match &declaration.input {
        Some((_, ty)) => (
            quote! { #ty },
            quote! { frame.begin(input)?; },
            quote! { frame.begin(__rt::decode_start::<#ty>(input)?)?; },
        ),
        None => {
            let start = quote! { let _ = input; frame.begin()?; };
            (quote! { () }, start.clone(), start)
        }
    };
    let output = plan.slot_type(plan.output);
    let definition = tables::definition(plan);
    let empty = frame::empty(plan);
    let complete = dispatch::complete(plan);
    let datum = data::datum(plan);
    let children = children::methods(plan);
    let finish = finish(plan);
    let (inner_state, inner_datum) = (inner::state(plan), inner::datum(plan));
    let is_random = inner::is_random(plan);
    let view = view(plan);
    quote! {
        impl __rt::StateMachine for #name {
            type Input = #input;
            type Output = #output;
            type Frame = #frame;

            #[inline]
            fn definition(&self) -> &__rt::Definition<'_> {
                #definition
                &DEFINITION
            }

            #[inline]
            fn frame(&self) -> #frame {
                #empty
            }

            #[inline]
            fn start(
                &self,
                frame: &mut #frame,
                input: Self::Input,
            ) -> __rt::Result<(), __rt::Failure> {
                #start
                __rt::Ok(())
            }

            fn start_json(
                &self,
                frame: &mut #frame,
                input: &[__rt::u8],
            ) -> __rt::Result<(), __rt::Failure> {
                #start_json
                __rt::Ok(())
            }

            #[inline]
            fn state<'a>(&'a self, frame: &#frame) -> &'a __rt::StateInfo<'a> {
                #inner_state
                &__rt::StateMachine::definition(self).states[frame.state as __rt::usize]
            }

            #is_random

            #[inline]
            fn step(
                &self,
                frame: &mut #frame,
                #event: __rt::Event,
                #cx: &__rt::StepContext<'_>,
            ) -> __rt::Step {
                match frame.state {
                    #(#steps)*
                    #inner_steps
                    #nowhere
                }
            }

            fn complete(
                &self,
                frame: &mut #frame,
                result: __rt::Value,
            ) -> __rt::Result<(), __rt::Failure> {
                #complete
                __rt::Ok(())
            }

            fn datum<'a>(
                &self,
                frame: &'a #frame,
                datum: __rt::Datum,
            ) -> __rt::Cow<'a, __rt::Value> {
                #inner_datum
                #datum
            }

            #children

            #[inline]
            fn finish(&self, frame: &mut #frame) -> __rt::Result<Self::Output, __rt::Failure> {
                #finish
            }

            fn finish_json(
                &self,
                frame: &mut #frame,
            ) -> __rt::Result<__rt::Vec<__rt::u8>, __rt::Failure> {
                __rt::encode_json(&__rt::StateMachine::finish(self, frame)?)
            }
        }

        #view
    }
}

/// Takes the output out of the slot in which the last state left it.
fn finish(plan: &Plan<'_>) -> TokenStream {
    let (tag, output) = (&plan.tag, plan.field(plan.output));
    let arms = plan.states.iter().filter_map(|state| {
        let Kind::Succeed(output) = &state.written()?.kind else { return None };
        let slot: SlotId = plan.output_of(state, output.as_ref());
        let (variant, field) = (&state.variant, plan.field(slot)?);
        (slot != plan.output).then(|| quote! { #tag::#variant => frame.#field.take(), })
    });
    let arms: Vec<_> = arms.collect();
    if arms.is_empty() {
        return quote! { frame.#output.take() };
    }
    let otherwise = match plan.has_output {
        true => quote! { frame.#output.take() },
        false => quote! { __rt::Err(__rt::no_output()) },
    };
    quote! {
        match frame.state {
            #(#arms)*
            #[allow(unreachable_patterns, reason = "where there are no other states")]
            _ => #otherwise,
        }
    }
}

fn view(plan: &Plan<'_>) -> TokenStream {
    let Plan { declaration, tag, view, .. } = plan;
    let (name, visibility) = (&declaration.name, &declaration.visibility);
    let arms = plan.states.iter().map(|state| {
        let (variant, fields) = (&state.variant, view_fields(plan, state));
        quote! { #tag::#variant => #view::#variant { #fields }, }
    });
    let nowhere = plan.states.is_empty().then(|| quote! { #tag::Nowhere => return __rt::None, });
    // A part of another machine, which has a view of its own.
    let nested = plan.inner().map(|(_, inner)| &inner.nested);
    let nested = nested.map(|nested| quote! { #tag::#nested => return __rt::None, });
    quote! {
        impl #name {
            /// The state that an execution is in, with its data. None once it has left the last.
            #[allow(dead_code, reason = "not every caller looks into a running execution")]
            #visibility fn view<'a>(
                &self,
                frame: &'a <Self as __rt::StateMachine>::Frame,
            ) -> __rt::Option<#view<'a>> {
                __rt::Some(match frame.state {
                    #(#arms)*
                    #(#nested)*
                    #nowhere
                })
            }
        }
    }
}

fn view_fields(plan: &Plan<'_>, state: &StatePlan<'_>) -> TokenStream {
    let owner = plan.parent(state).map_or(state, |(parent, _)| parent);
    let names = names(owner);
    match owner.shared.as_ref().and_then(|shared| plan.field(shared.slot)) {
        Some(field) => quote! { #(#names: &frame.#field.value()?.#names),* },
        None => {
            let fields = owner.params.iter().filter_map(|slot| plan.field(*slot));
            quote! { #(#names: frame.#fields.value()?),* }
        }
    }
}
