//! Checkpoints of a machine in ASL: what each state needs, and where the slots are.

use asl_lang::lower::{EffectiveInput, Live, live};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Plan;
use super::plan::retriers;

/// The implementation of `Durable`. It is as large for any machine, but for two tables.
pub(super) fn checkpoint(plan: &Plan<'_>) -> TokenStream {
    let Plan { declaration, tag, frame, .. } = plan;
    let name = &declaration.name;
    let count = Literal::usize_unsuffixed(plan.states.len());
    let variants = plan.states.iter().map(|state| &state.variant);
    let live = live(plan.machine);
    let live = live.iter().map(row);
    let names = plan.machine.variables.iter().map(|variable| &variable.name);
    let slots = Slots::of(plan);
    let (borrowed, taken) = (slots.borrowed(), slots.taken());
    let (retries, restored) = if slots.retries {
        (quote! { frame.retries.used() }, Some(quote! { frame.retries.restore(&state.retries); }))
    } else {
        (quote! { &[] }, None)
    };
    let (parent, inherited) = if slots.variables {
        let inherited = quote! {
            if let __rt::Some(parent) = parent {
                frame.variables = __rt::Clone::clone(&parent.variables);
            }
        };
        (quote! { parent }, Some(inherited))
    } else {
        (quote! { _parent }, None)
    };
    quote! {
        impl #frame {
            /// What checkpoints have to know of all frames.
            fn layout(machine: &#name) -> __rt::untyped::Layout<'_, &'static __rt::str> {
                static LIVE: [__rt::untyped::Live<'static>; #count] = [#(#live),*];
                __rt::untyped::Layout {
                    definition: __rt::StateMachine::definition(machine),
                    live: &LIVE,
                    variables: &[#(#names),*],
                }
            }
        }

        impl __rt::Durable for #name {
            fn checkpoint(
                &self,
                frame: &#frame,
                phase: __rt::Phase,
            ) -> __rt::Result<__rt::Checkpoint, __rt::Failure> {
                let slots = __rt::untyped::Slots {
                    document: &frame.document,
                    work: &frame.work,
                    retries: #retries,
                    #borrowed
                };
                __rt::Ok(#frame::layout(self).save(frame.state as __rt::usize, phase, &slots))
            }

            fn restore(
                &self,
                checkpoint: __rt::Checkpoint,
                #parent: __rt::Option<&#frame>,
            ) -> __rt::Result<#frame, __rt::RestoreError> {
                static TAGS: [#tag; #count] = [#(#tag::#variants),*];
                let mut frame = __rt::StateMachine::frame(self);
                #inherited
                let mut slots = __rt::untyped::SlotsMut {
                    document: &mut frame.document,
                    work: &mut frame.work,
                    #taken
                };
                let state = #frame::layout(self).restore(checkpoint, &mut slots)?;
                frame.state = TAGS[state.index];
                #restored
                __rt::Ok(frame)
            }
        }
    }
}

/// The slots that not every machine has.
struct Slots {
    credentials: bool,
    retries: bool,
    variables: bool,
    children: bool,
}

impl Slots {
    fn of(plan: &Plan<'_>) -> Self {
        Self {
            credentials: plan.has_credentials(),
            retries: plan.states.iter().any(|state| !retriers(&state.state.kind).is_empty()),
            variables: plan.has_variables(),
            children: plan.has_children(),
        }
    }

    fn borrowed(&self) -> TokenStream {
        let some = |is: bool, value: TokenStream| match is {
            true => quote! { __rt::Some(#value) },
            false => quote! { __rt::None },
        };
        let credentials = some(self.credentials, quote! { &frame.credentials });
        let children = some(self.children, quote! { &frame.children });
        let variables = match self.variables {
            true => quote! { &frame.variables },
            false => quote! { &[] },
        };
        quote! { credentials: #credentials, variables: #variables, children: #children, }
    }

    fn taken(&self) -> TokenStream {
        let some = |is: bool, value: TokenStream| match is {
            true => quote! { __rt::Some(#value) },
            false => quote! { __rt::None },
        };
        let credentials = some(self.credentials, quote! { &mut frame.credentials });
        let children = some(self.children, quote! { &mut frame.children });
        let variables = match self.variables {
            true => quote! { &mut frame.variables },
            false => quote! { &mut [] },
        };
        quote! { credentials: #credentials, variables: #variables, children: #children, }
    }
}

/// What a state needs.
fn row(live: &Live) -> TokenStream {
    let input = live.input.then(|| quote! { .at_work() });
    let after = live.input_after.then(|| quote! { .after() });
    let arguments = live.arguments.then(|| quote! { .arguments() });
    let credentials = live.credentials.then(|| quote! { .credentials() });
    let fields = match live.effective_input {
        EffectiveInput::Unread => None,
        EffectiveInput::Input => Some(quote! { .fields_of_input() }),
        EffectiveInput::Own => Some(quote! { .fields() }),
    };
    let count = |count: u32| (count > 0).then(|| Literal::u32_unsuffixed(count));
    let retriers = count(live.retriers).map(|count| quote! { .retriers(#count) });
    let branches = count(live.branches).map(|count| quote! { .branches(#count) });
    let places = live.variables.iter().map(|id| Literal::u32_unsuffixed(id.0));
    let variables = (!live.variables.is_empty()).then(|| quote! { .variables(&[#(#places),*]) });
    quote! {
        __rt::untyped::Live::INPUT #input #after #arguments #credentials #fields #retriers #branches
            #variables
    }
}
