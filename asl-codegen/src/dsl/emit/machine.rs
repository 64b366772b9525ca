//! The implementation of `StateMachine`, and the view of a running execution.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::scope::names;
use super::steps::takes_events;
use super::{children, data, dispatch, frame, inner, panics, tables};
use crate::dsl::ast::Kind;
use crate::dsl::plan::{Plan, SlotId, StatePlan};
use crate::emit::Implementation;

pub(super) fn machine(plan: &Plan<'_>) -> TokenStream {
    let Plan { declaration, tag, frame, .. } = plan;
    let name = &declaration.name;
    let own = plan.states.iter().filter(|state| state.inner.is_none());
    let steps = own.map(|state| {
        let (variant, step) = (&state.variant, &state.step);
        let event = takes_events(state).then(|| quote! { event });
        let step = panics::guarded(panics::in_step(plan, state), quote! { frame.#step(#event) });
        quote! { #tag::#variant => #step, }
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
    let begin = |input| panics::guarded(panics::in_start(plan), quote! { frame.begin(#input) });
    let (input, start, start_json) = match &declaration.input {
        Some((_, ty)) => {
            let start = begin(quote! { input });
            let start_json = quote! {
                let input = __rt::decode_start::<#ty>(input)?;
                #start?;
            };
            (quote! { #ty }, quote! { #start?; }, start_json)
        }
        None => {
            let start = begin(TokenStream::new());
            let start = quote! { let _ = input; #start?; };
            (quote! { () }, start.clone(), start)
        }
    };
    let inner_datum = inner::datum(plan);
    let datum = data::datum(plan);
    let implementation = Implementation {
        name,
        frame,
        input,
        output: plan.slot_type(plan.output).into_token_stream(),
        definition: tables::definition(plan),
        empty: frame::empty(plan),
        start,
        start_json,
        state: inner::state(plan).into_token_stream(),
        is_random: inner::is_random(plan),
        event,
        cx,
        steps: quote! { #(#steps)* #inner_steps #nowhere },
        complete: dispatch::complete(plan),
        datum: quote! { #inner_datum #datum },
        children: children::methods(plan),
        finish: finish(plan),
        finish_json: quote! { __rt::encode_json(&__rt::StateMachine::finish(self, frame)?) },
    };
    let implementation = implementation.tokens();
    let view = view(plan);
    quote! {
        #implementation

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
    let Plan { declaration, tag, frame, view, .. } = plan;
    let name = &declaration.name;
    let arms = plan.states.iter().map(|state| {
        let (variant, fields) = (&state.variant, view_fields(plan, state));
        quote! { #tag::#variant => #view::#variant { #fields }, }
    });
    let nowhere = plan.states.is_empty().then(|| quote! { #tag::Nowhere => return __rt::None, });
    // A part of another machine, which has a view of its own.
    let nested = plan.inner().map(|(_, inner)| &inner.nested);
    let nested = nested.map(|nested| quote! { #tag::#nested => return __rt::None, });
    quote! {
        impl __rt::View for #name {
            type State<'a> = #view<'a>;

            fn view<'a>(&self, frame: &'a #frame) -> __rt::Option<#view<'a>> {
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
