//! The implementation of `StateMachine`.

use asl_lang::ir::StateKind;
use asl_lang::lower::{Part, is_random, needs_context};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::dispatch::{at, is_enveloped, project_result};
use super::implementation::Implementation;
use super::plan::StatePlan;
use super::{Plan, children, tables};

pub(super) fn machine(plan: &Plan<'_>) -> TokenStream {
    let Plan { declaration, tag, frame, view, .. } = plan;
    let name = &declaration.name;
    let first = plan.machine.root().and_then(|scope| plan.state(scope.start));
    let enter = first.map(|state| &state.enter);
    let steps = plan.states.iter().map(|state| step(plan, state));
    let views = plan.states.iter().map(|state| &state.variant);
    let views = views.map(|variant| quote! { #tag::#variant => #view::#variant { input } });
    let (input_type, start) = match &declaration.input {
        None => (quote! { __rt::Value }, quote! { __rt::accept_input(input)? }),
        Some((_, ty)) => (quote! { #ty }, quote_spanned! { at(ty)=> __rt::encode_input(input)? }),
    };
    let start_json = match &declaration.input {
        None => quote! { __rt::read_input(input)? },
        Some((_, ty)) => {
            quote_spanned! { at(ty)=> __rt::encode_input(__rt::decode_json::<#ty>(input)?)? }
        }
    };
    let output = quote! { __rt::take(&mut frame.document) };
    let (output_type, finish) = match &declaration.output {
        None => (quote! { __rt::Value }, quote! { __rt::Ok(#output) }),
        Some(ty) => (quote! { #ty }, quote_spanned! { at(ty)=> __rt::decode_output(#output) }),
    };
    let finish_json = match &declaration.output {
        None => quote! { __rt::Ok(frame.document.to_json()) },
        Some(ty) => {
            quote_spanned! { at(ty)=> __rt::encode_json(&__rt::decode_output::<#ty>(#output)?) }
        }
    };
    let completion = completion(plan);
    let children_complete = children::completion(plan);
    let takes_events = plan.states.iter().any(|state| takes_events(&state.state.kind));
    let event = if takes_events {
        quote! { event }
    } else {
        quote! { _event }
    };
    let cx = if plan.states.iter().any(|state| needs_context(state.state, Part::Steps)) {
        quote! { cx }
    } else {
        quote! { _cx }
    };
    let is_random = plan.states.iter().any(|state| is_random(state.state));
    let is_random = is_random.then(|| {
        quote! {
            #[inline]
            fn is_random(&self) -> bool {
                true
            }
        }
    });
    let implementation = Implementation {
        name,
        frame,
        input: input_type,
        output: output_type,
        definition: tables::definition(plan),
        empty: super::frame::empty(plan),
        start: quote! { frame.document = #start; frame.#enter()?; },
        start_json: quote! { frame.document = #start_json; frame.#enter()?; },
        state: TokenStream::new(),
        is_random,
        event,
        cx,
        steps: quote! { #(#steps)* },
        complete: quote! { #children_complete frame.work = #completion; },
        datum: datum(plan),
        children: children::methods(plan),
        finish,
        finish_json,
    };
    let implementation = implementation.tokens();
    quote! {
        #implementation

        impl __rt::View for #name {
            type State<'a> = #view<'a>;

            fn view<'a>(&self, frame: &'a #frame) -> __rt::Option<#view<'a>> {
                let input = &frame.document;
                __rt::Some(match frame.state { #(#views),* })
            }
        }
    }
}

/// A result that came by token, as what the current task's binding says it is. Where the handler
/// sees a payload alone, so does who completes the task.
fn completion(plan: &Plan<'_>) -> TokenStream {
    let tag = &plan.tag;
    let enveloped = plan.tasks.iter().filter(|task| task.may_submit && is_enveloped(task));
    let arms = enveloped.filter_map(|task| {
        let project = project_result(&task.binding?.output);
        let states = task.states.iter().filter_map(|id| plan.state(*id));
        let states = states.map(|StatePlan { variant, .. }| quote! { #tag::#variant });
        Some(quote! { #(#states)|* => __rt::data::lambda::envelope(#project(result)?), })
    });
    let arms: Vec<_> = arms.collect();
    if plan.tasks.iter().all(|task| task.binding.is_none()) {
        return quote! { result };
    }
    let projected = quote! { frame.project(result)? };
    if arms.is_empty() {
        return projected;
    }
    quote! {
        match frame.state {
            #(#arms)*
            #[allow(unreachable_patterns, reason = "where every state is such a task")]
            _ => #projected,
        }
    }
}

fn step(plan: &Plan<'_>, state: &StatePlan<'_>) -> TokenStream {
    let (tag, StatePlan { variant, step, .. }) = (&plan.tag, state);
    let event = takes_events(&state.state.kind).then(|| quote! { event, });
    let cx = needs_context(state.state, Part::Steps).then(|| quote! { cx });
    quote! { #tag::#variant => frame.#step(#event #cx), }
}

/// Whether the state does more than to compute at once.
fn takes_events(kind: &StateKind) -> bool {
    matches!(
        kind,
        StateKind::Task(_) | StateKind::Wait(_) | StateKind::Parallel(_) | StateKind::Map(_)
    )
}

/// The parts of the frame that observers ask for.
fn datum(plan: &Plan<'_>) -> TokenStream {
    let credentials = plan.has_credentials().then(|| {
        quote! { __rt::Datum::Credentials => &frame.credentials, }
    });
    let (result, item) = if plan.has_children() {
        (
            quote! { frame.children.outputs().unwrap_or(&frame.work) },
            Some(quote! {
                __rt::Datum::Item(index) => frame.children.item(index).unwrap_or(&__rt::Value::Null),
            }),
        )
    } else {
        (quote! { &frame.work }, None)
    };
    let assigned = plan.has_variables().then(|| {
        let names = plan.machine.variables.iter().map(|variable| &variable.name);
        quote! {
            if let __rt::Datum::Assigned = datum {
                let names = [#(#names),*];
                let assigned = __rt::data::variable::named(frame.assigned, &names, &frame.variables);
                return __rt::Cow::Owned(assigned);
            }
        }
    });
    let none = if plan.has_variables() {
        quote! {}
    } else {
        quote! { __rt::Datum::Assigned => &__rt::Value::Null, }
    };
    quote! {
        #assigned
        __rt::Cow::Borrowed(match datum {
            __rt::Datum::Arguments => frame.arguments(),
            __rt::Datum::Result => #result,
            #credentials
            #item
            #none
            _ => &frame.document,
        })
    }
}
