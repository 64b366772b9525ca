//! Checkpoints: which slots each state needs, and what makes JSON of a slot and fills it again.
//!
//! A machine with `#[express]` has none: nobody resumes it, and its types need not be read back.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote};
use syn::Type;
use syn::ext::IdentExt;

use crate::declaration::ExecutionType;
use crate::dsl::ast::Kind;
use crate::dsl::plan::{Of, Plan, SlotId, StatePlan};

/// The implementation of `Durable`.
pub(super) fn checkpoint(plan: &Plan<'_>) -> Option<TokenStream> {
    let Plan { declaration, tag, frame, .. } = plan;
    if declaration.execution_type == ExecutionType::Express || plan.states.is_empty() {
        return None;
    }
    let name = &declaration.name;
    let nested = plan.inner().map(|(_, inner)| &inner.nested);
    let variants = plan.states.iter().map(|state| &state.variant).chain(nested);
    let variants: Vec<_> = variants.collect();
    let count = Literal::usize_unsuffixed(variants.len());
    let layout = layout(plan, &count);
    let slots = slots(plan);
    let (retries, restored) = if plan.most_retriers() > 0 {
        (quote! { frame.retries.used() }, quote! { frame.retries.restore(&retries); })
    } else {
        (quote! { &[] }, quote! { let _ = retries; })
    };
    let inherited = inherited(plan);
    let parent = if plan.has_children() {
        quote! { parent }
    } else {
        quote! { _parent }
    };
    let load = if plan.has_children() {
        quote! { frame.load(slot, value, parent) }
    } else {
        quote! { frame.load(slot, value) }
    };
    Some(quote! {
        impl #frame {
            #layout
            #slots
        }

        impl __rt::Durable for #name {
            fn checkpoint(
                &self,
                frame: &#frame,
                phase: __rt::Phase,
            ) -> __rt::Result<__rt::Checkpoint, __rt::Failure> {
                let mut value = |slot| frame.save(slot, phase);
                let state = frame.state as __rt::usize;
                #frame::layout(self).save(state, phase, #retries, &mut value)
            }

            fn restore(
                &self,
                checkpoint: __rt::Checkpoint,
                #parent: __rt::Option<&#frame>,
            ) -> __rt::Result<#frame, __rt::RestoreError> {
                static TAGS: [#tag; #count] = [#(#tag::#variants),*];
                let mut frame = __rt::StateMachine::frame(self);
                frame.ended = checkpoint.phase == __rt::Phase::Ended;
                let mut put = |slot, value| #load;
                let (state, retries) = #frame::layout(self).restore(checkpoint, &mut put)?;
                frame.state = TAGS[state];
                #restored
                #inherited
                __rt::Ok(frame)
            }
        }
    })
}

/// What is fixed about the frames.
fn layout(plan: &Plan<'_>, count: &Literal) -> TokenStream {
    let name = &plan.declaration.name;
    let own = plan.states.iter().map(|state| row(plan, state));
    let nested = plan.inner().map(|(state, inner)| {
        let slot = [inner.slot.place()];
        live(&format!("{}::child", state.name.unraw()), &slot, &[], &slot, 0)
    });
    let live = own.chain(nested);
    let names = plan.slots.iter().map(|slot| slot.field.unraw().to_string());
    let index = plan.has_maps().then_some("index");
    quote! {
        /// What checkpoints have to know of all frames.
        fn layout(machine: &#name) -> __rt::typed::Layout<'_> {
            static LIVE: [__rt::typed::Live<'static>; #count] = [#(#live),*];
            __rt::typed::Layout {
                definition: __rt::StateMachine::definition(machine),
                live: &LIVE,
                slots: &[#(#names,)* #index],
            }
        }
    }
}

/// What a state needs.
fn row(plan: &Plan<'_>, state: &StatePlan<'_>) -> TokenStream {
    let place = |slot: SlotId| slot.place();
    let params = state.params.iter().copied().map(place);
    let shared = state.shared.iter().map(|shared| shared.slot.place());
    let mut data: Vec<usize> = params.chain(shared).collect();
    if state.written().is_some() {
        data.extend(plan.lets.as_ref().map(|lets| lets.slot.place()));
    }
    let children = state.children.iter().filter_map(|child| plan.state(*child));
    let mut results: Vec<usize> = match (state.outputs, &state.inner) {
        (Some(outputs), _) => vec![outputs.place()],
        (None, Some(_)) => Vec::new(),
        (None, None) => {
            state.result.into_iter().chain(children.filter_map(|c| c.result)).map(place).collect()
        }
    };
    let mut output = Vec::new();
    match state.written() {
        Some(written) => {
            if let Kind::Succeed(value) = &written.kind {
                output.push(plan.output_of(state, value.as_ref()).place());
            }
        }
        None => {
            let of_map = plan.parent(state).is_some_and(|(parent, _)| parent.outputs.is_some());
            data.extend(of_map.then_some(plan.slots.len()));
            data.extend(state.inner.as_ref().map(|inner| inner.slot.place()));
            output.extend(state.result.map(place));
            if matches!(state.of, Of::Caught { .. }) {
                data.extend(state.result.map(place));
            }
        }
    }
    results.dedup();
    let retriers = state.retriers().len();
    live(&state.name.unraw().to_string(), &data, &results, &output, retriers)
}

fn live(
    state: &str,
    data: &[usize],
    results: &[usize],
    output: &[usize],
    retriers: usize,
) -> TokenStream {
    let places = |places: &[usize]| {
        let places = places.iter().copied().map(Literal::usize_unsuffixed);
        quote! { &[#(#places),*] }
    };
    let (data, results, output) = (places(data), places(results), places(output));
    let retriers = Literal::usize_unsuffixed(retriers);
    quote! {
        __rt::typed::Live {
            state: #state, data: #data, results: #results, output: #output, retriers: #retriers,
        }
    }
}

/// What is in a slot.
enum Content<'p> {
    /// A value of its type.
    Value,
    /// Data that is shared, with the struct that it is and its fields.
    Shared { ty: &'p Ident, fields: Vec<(&'p Ident, TokenStream)> },
    /// The frame of another machine.
    Machine(TokenStream),
}

/// The functions that make JSON of slots, and fill them.
fn slots(plan: &Plan<'_>) -> TokenStream {
    let in_frame = plan.frame_slots().map(|slot| &slot.field).collect::<Vec<_>>();
    let all = plan.slots.iter().enumerate();
    let (mut saves, mut loads) = (Vec::new(), Vec::new());
    for (place, slot) in all.filter(|(_, slot)| in_frame.contains(&&slot.field)) {
        let (field, ty) = (&slot.field, &slot.ty);
        let (save, load) = match content(plan, place) {
            Content::Value => (
                quote! { __rt::typed::save(&self.#field)? },
                quote! { __rt::typed::load::<#ty>(&mut self.#field, value)?; },
            ),
            Content::Shared { ty, fields } => shared(field, ty, &fields),
            Content::Machine(path) => (
                quote! { __rt::typed::save_machine(&#path, &self.#field, phase)? },
                quote! {
                    let parent = parent.and_then(|parent| parent.#field.value());
                    let parent = parent.map(|parent| &**parent);
                    __rt::typed::load_machine(&#path, &mut self.#field, value, parent)?;
                },
            ),
        };
        let place = Literal::usize_unsuffixed(place);
        saves.push(quote! { #place => #save, });
        loads.push(quote! { #place => { #load } });
    }
    if plan.has_maps() {
        let place = Literal::usize_unsuffixed(plan.slots.len());
        saves.push(quote! { #place => __rt::Some(__rt::typed::save_value(&self.index)?), });
        loads.push(quote! { #place => self.index = __rt::typed::load_value(value)?, });
    }
    let phase = match plan.inner().next() {
        Some(_) => quote! { phase },
        None => quote! { _phase },
    };
    let parent = match (plan.has_children(), plan.inner().next()) {
        (true, Some(_)) => Some(quote! { parent: __rt::Option<&Self>, }),
        (true, None) => Some(quote! { _parent: __rt::Option<&Self>, }),
        (false, _) => None,
    };
    quote! {
        /// What is in a slot.
        fn save(
            &self,
            slot: __rt::usize,
            #phase: __rt::Phase,
        ) -> __rt::Result<__rt::Option<__rt::Value>, __rt::Failure> {
            __rt::Ok(match slot {
                #(#saves)*
                _ => __rt::None,
            })
        }

        /// Fills a slot.
        fn load(
            &mut self,
            slot: __rt::usize,
            value: __rt::Value,
            #parent
        ) -> __rt::Result<(), __rt::typed::Misfit> {
            match slot {
                #(#loads)*
                _ => {}
            }
            __rt::Ok(())
        }
    }
}

fn content<'p>(plan: &'p Plan<'_>, place: usize) -> Content<'p> {
    if let Some(lets) = plan.lets.as_ref().filter(|lets| lets.slot.place() == place) {
        let fields = plan.body.lets.iter().map(|one| (&one.name, one.ty.to_token_stream()));
        return Content::Shared { ty: &lets.ty, fields: fields.collect() };
    }
    for state in &plan.states {
        if let Some(shared) = state.shared.as_ref().filter(|shared| shared.slot.place() == place) {
            let mut fields = Vec::new();
            if let Some(written) = state.written() {
                let typed = |ty: &Type| ty.to_token_stream();
                fields.extend(written.params.iter().map(|param| (&param.name, typed(&param.ty))));
                if let Kind::Map(map) = &written.kind
                    && let Some(ty) = &map.owned
                {
                    fields.push((&shared.items, quote! { __rt::Vec<#ty> }));
                }
            }
            return Content::Shared { ty: &shared.ty, fields };
        }
        if let Some(inner) = state.inner.as_ref().filter(|inner| inner.slot.place() == place) {
            return Content::Machine(inner.written.path.to_token_stream());
        }
    }
    Content::Value
}

/// Data that is shared: how it is kept, and put into its slot.
fn shared(
    field: &Ident,
    ty: &Ident,
    fields: &[(&Ident, TokenStream)],
) -> (TokenStream, TokenStream) {
    let members = fields.iter().map(|(name, _)| {
        let text = name.unraw().to_string();
        quote! { (#text, __rt::typed::save_value(&shared.#name)?) }
    });
    let save = quote! {
        match self.#field.value() {
            __rt::Some(shared) => __rt::Some(__rt::typed::save_members([#(#members),*])),
            __rt::None => __rt::None,
        }
    };
    let members = fields.iter().map(|(name, ty)| {
        let text = name.unraw().to_string();
        quote! { #name: __rt::typed::load_member::<#ty>(&mut members, #text)? }
    });
    let load = quote! {
        let mut members = __rt::typed::load_members(value)?;
        self.#field.put(__rt::Shared::new(#ty { #(#members),* }));
        __rt::typed::no_more_members(&members)?;
    };
    (save, load)
}

/// Gives a branch or an iteration what its parent shares.
fn inherited(plan: &Plan<'_>) -> Option<TokenStream> {
    let tag = &plan.tag;
    let arms = plan.states.iter().filter_map(|state| {
        let field = plan.field(state.shared.as_ref()?.slot)?;
        let is_child = |child: &&StatePlan<'_>| {
            plan.parent(child).is_some_and(|(parent, _)| parent.name == state.name)
        };
        let children: Vec<_> = plan.states.iter().filter(is_child).collect();
        let variants = children.iter().map(|child| &child.variant);
        let lets = plan.lets.as_ref().and_then(|lets| plan.field(lets.slot));
        let fields = std::iter::once(field).chain(lets);
        (!children.is_empty()).then(|| {
            quote! {
                #(#tag::#variants)|* => {
                    #(frame.#fields = __rt::typed::inherited(
                        &__rt::StateMachine::definition(self).states[state],
                        parent.map(|parent| &parent.#fields),
                    )?;)*
                }
            }
        })
    });
    let arms: Vec<_> = arms.collect();
    (!arms.is_empty()).then(|| {
        quote! {
            match frame.state {
                _ if frame.ended => {}
                #(#arms)*
                _ => {}
            }
        }
    })
}
