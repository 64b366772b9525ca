//! Children: what makes the frame of a branch or an iteration, and takes what comes of it.

use asl_lang::ir::StateKind;
use asl_lang::lower::{Part, needs_context};
use proc_macro2::TokenStream;
use quote::quote;

use super::Plan;
use super::plan::StatePlan;

/// The functions of the frame that make frames.
pub(super) fn frames(plan: &Plan<'_>) -> Option<TokenStream> {
    if !plan.has_children() {
        return None;
    }
    let empty = super::frame::empty(plan);
    let variables =
        plan.has_variables().then(|| quote! { variables: __rt::Clone::clone(&self.variables), });
    let new_child = has(plan, is_inline).then(|| {
        quote! {
            /// A branch or iteration with this input, before its first state.
            fn new_child(&self, input: __rt::Value) -> Self {
                Self { document: input, #variables ..#empty }
            }
        }
    });
    let new_execution = has(plan, is_distributed).then(|| {
        quote! {
            /// An iteration with this input that is an execution of its own: it sees no variables
            /// from outside.
            fn new_execution(&self, input: __rt::Value) -> Self {
                Self { document: input, ..#empty }
            }
        }
    });
    Some(quote! { #new_child #new_execution })
}

/// The methods of `StateMachine` that are about children.
pub(super) fn methods(plan: &Plan<'_>) -> Option<TokenStream> {
    if !plan.has_children() {
        return None;
    }
    let (tag, frame) = (&plan.tag, &plan.frame);
    let children = plan.states.iter().filter(|state| is_inline(state) || is_distributed(state));
    let child_cx =
        parameter(children.clone().any(|state| needs_context(state.state, Part::Iterations)));
    let child_arms = children.map(|state| {
        let StatePlan { variant, child, .. } = state;
        let cx = needs_context(state.state, Part::Iterations).then(|| quote! { cx });
        quote! { #tag::#variant => frame.#child(index, #cx), }
    });
    let runs: Vec<&StatePlan<'_>> = plan.states.iter().filter(|s| is_distributed(s)).collect();
    let distributed = (!runs.is_empty()).then(|| {
        let cx = parameter(runs.iter().any(|state| needs_context(state.state, Part::MapRun)));
        let map_run_arms = runs.iter().map(|state| {
            let StatePlan { variant, map_run, .. } = state;
            let cx = needs_context(state.state, Part::MapRun).then(|| quote! { cx });
            quote! { #tag::#variant => frame.#map_run(#cx), }
        });
        let batch_arms = runs.iter().map(|state| {
            let StatePlan { variant, batch, .. } = state;
            quote! { #tag::#variant => frame.#batch(input), }
        });
        quote! {
            fn map_run<'a>(
                &'a self,
                frame: &#frame,
                #cx: &__rt::StepContext<'_>,
            ) -> __rt::Result<__rt::MapRun<'a>, __rt::Failure> {
                match frame.state {
                    #(#map_run_arms)*
                    _ => __rt::Err(__rt::no_child()),
                }
            }

            fn batch(
                &self,
                frame: &#frame,
                input: __rt::Value,
            ) -> __rt::Result<#frame, __rt::Failure> {
                match frame.state {
                    #(#batch_arms)*
                    _ => __rt::Err(__rt::no_child()),
                }
            }
        }
    });
    Some(quote! {
        fn child(
            &self,
            frame: &#frame,
            index: __rt::u32,
            #child_cx: &__rt::StepContext<'_>,
        ) -> __rt::Result<#frame, __rt::Failure> {
            match frame.state {
                #(#child_arms)*
                _ => __rt::Err(__rt::no_child()),
            }
        }

        fn join(&self, frame: &mut #frame, index: __rt::u32, child: #frame) {
            frame.children.put(index, child.document);
        }

        #distributed
    })
}

/// What takes a value that comes from elsewhere for a Distributed Map, ahead of tasks.
pub(super) fn completion(plan: &Plan<'_>) -> Option<TokenStream> {
    let tag = &plan.tag;
    let runs = plan.states.iter().filter(|state| is_distributed(state));
    let runs: Vec<_> = runs.map(|state| &state.variant).collect();
    (!runs.is_empty()).then(|| {
        quote! {
            if let #(#tag::#runs)|* = frame.state {
                frame.children.complete(result);
                return __rt::Ok(());
            }
        }
    })
}

fn parameter(is_used: bool) -> TokenStream {
    if is_used {
        quote! { cx }
    } else {
        quote! { _cx }
    }
}

fn has(plan: &Plan<'_>, is: fn(&StatePlan<'_>) -> bool) -> bool {
    plan.states.iter().any(is)
}

/// Whether the children of the state belong to its execution.
fn is_inline(state: &StatePlan<'_>) -> bool {
    match &state.state.kind {
        StateKind::Parallel(_) => true,
        StateKind::Map(map) => map.distributed.is_none(),
        _ => false,
    }
}

/// Whether the children of the state are executions of their own.
fn is_distributed(state: &StatePlan<'_>) -> bool {
    matches!(&state.state.kind, StateKind::Map(map) if map.distributed.is_some())
}
