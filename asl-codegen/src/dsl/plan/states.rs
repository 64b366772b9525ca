//! The states of a machine as they are found: what they are called, and where their data lives.

use std::collections::HashMap;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::Type;

use super::{
    InnerPlan, LetsPlan, Of, SharedPlan, SlotId, SlotPlan, StateIndex, StatePlan, bare_pattern,
    result_type,
};
use crate::declaration::names::Names;
use crate::declaration::{Declaration, OutputType};
use crate::dsl::ast::{Body, Call, Child, Inner, Kind, Map, Retry, State, Work};
use crate::dsl::names::plain;

/// The type of what another machine gives.
fn inner_output(inner: &Inner) -> TokenStream {
    let path = &inner.path;
    quote! { <#path as __rt::StateMachine>::Output }
}

/// The type of what a branch or a body gives.
fn output_type(child: &Child, output: &OutputType) -> TokenStream {
    let ty = result_type(output);
    match child.caught {
        Some(_) => quote! { __rt::Result<#ty, __rt::Caught> },
        None => ty,
    }
}

/// The slots as they are found.
pub(super) struct Slots {
    names: Names,
    places: HashMap<(String, String), SlotId>,
    pub(super) slots: Vec<SlotPlan>,
}

impl Slots {
    pub(super) fn new() -> Self {
        let mut names = Names::state_functions();
        ["state", "retries", "ended", "index"].iter().for_each(|name| names.reserve(name));
        Self { names, places: HashMap::new(), slots: Vec::new() }
    }

    /// The slot for a value of this name and type.
    fn of(&mut self, name: &Ident, ty: &Type) -> SlotId {
        self.shared_by_name(&plain(name), quote! { #ty })
    }

    pub(super) fn shared_by_name(&mut self, name: &str, ty: TokenStream) -> SlotId {
        let key = (name.to_owned(), ty.to_string());
        if let Some(slot) = self.places.get(&key) {
            return *slot;
        }
        let slot = self.own(name, ty);
        self.places.insert(key, slot);
        slot
    }

    /// The slot of what `let`s name, in a struct.
    pub(super) fn lets(&mut self, ty: Ident) -> LetsPlan {
        LetsPlan { slot: self.own("lets", quote! { __rt::Shared<#ty> }), ty }
    }

    /// A slot that nobody else has.
    fn own(&mut self, name: &str, ty: TokenStream) -> SlotId {
        let field = ident(&self.names.claim([name]));
        self.slots.push(SlotPlan { field, ty });
        SlotId(self.slots.len() - 1)
    }
}

/// The states as they are found.
pub(super) struct States<'a, 's> {
    free: &'s FreeNames<'a>,
    body: &'a Body,
    slots: &'s mut Slots,
    variants: Names,
    functions: Names,
    constants: Names,
    /// The tables of retriers by what is in them.
    retries: HashMap<String, Ident>,
    pub(super) states: Vec<StatePlan<'a>>,
}

impl<'a, 's> States<'a, 's> {
    pub(super) fn new(free: &'s FreeNames<'a>, body: &'a Body, slots: &'s mut Slots) -> Self {
        let mut states = Self {
            free,
            body,
            slots,
            variants: Names::state_variants(),
            functions: Names::state_functions(),
            constants: Names::constants(),
            retries: HashMap::new(),
            states: Vec::new(),
        };
        for state in &body.states {
            states.state(state);
        }
        states
    }

    fn state(&mut self, state: &'a State) {
        let index = self.named(&state.name, Of::State(state));
        let parent = StateIndex(index);
        let children = state.kind.children();
        let mut plans = Vec::new();
        for child in children {
            let child_index = self.named(&child.name, Of::Child { parent, child });
            plans.push(StateIndex(child_index));
            let (result, inner) = match &child.work {
                Work::Task(call) => (self.child_result(child, call), None),
                Work::Machine(inner) => self.inner(&child.name, inner),
            };
            if let Some(plan) = self.states.get_mut(child_index) {
                (plan.result, plan.inner) = (result, inner);
            }
            if let Some(name) = &child.caught {
                let index = self.named(name, Of::Caught { parent, child });
                if let Some(plan) = self.states.get_mut(index) {
                    plan.result = result;
                }
            }
        }
        let (mut params, mut shared, mut result, mut outputs) = (Vec::new(), None, None, None);
        match &state.kind {
            Kind::Parallel { .. } | Kind::Map(_) => {
                shared = Some(self.shared(state));
                if let Kind::Map(map) = &state.kind {
                    outputs = self.outputs(state, map);
                }
            }
            kind => {
                let slots = &mut *self.slots;
                params = state.params.iter().map(|p| slots.of(&p.name, &p.ty)).collect();
                if let Kind::Task { call, after } = kind {
                    let name = after.success.as_ref().and_then(|(pat, _)| bare_pattern(pat));
                    let name = name.map(plain);
                    result = self
                        .result(call, &name.unwrap_or(format!("{}_result", plain(&state.name))));
                }
            }
        }
        if let Some(plan) = self.states.get_mut(index) {
            *plan = StatePlan {
                children: plans,
                params,
                shared,
                result,
                outputs,
                ..std::mem::replace(plan, StatePlan::empty(&state.name, Of::State(state)))
            };
        }
    }

    /// A state of which only the names are known; its index.
    fn named(&mut self, name: &'a Ident, of: Of<'a>) -> usize {
        let text = plain(name);
        let mut plan = StatePlan::empty(name, of);
        plan.variant = Ident::new(&self.variants.claim([text.as_str()]), name.span());
        let function = self.functions.claim([text.as_str()]);
        plan.enter = format_ident!("enter_{function}");
        plan.step = format_ident!("step_{function}");
        if !plan.retriers().is_empty() {
            let name = format!("{text}_RETRY");
            let constants = &mut self.constants;
            let table = self.retries.entry(retriers_key(plan.retriers()));
            let table = table.or_insert_with(|| ident(&constants.claim([name.as_str()])));
            plan.retry = Some(table.clone());
        }
        self.states.push(plan);
        self.states.len() - 1
    }

    fn result(&mut self, call: &Call, name: &str) -> Option<SlotId> {
        let task = self.body.task(&call.method)?;
        Some(self.slots.shared_by_name(name, result_type(&task.output)))
    }

    fn child_result(&mut self, child: &Child, call: &Call) -> Option<SlotId> {
        let task = self.body.task(&call.method)?;
        let name = format!("{}_result", plain(&child.name));
        Some(self.slots.shared_by_name(&name, output_type(child, &task.output)))
    }

    /// The places of a machine in the machine: of its output and of its frame.
    fn inner(&mut self, name: &Ident, inner: &'a Inner) -> (Option<SlotId>, Option<InnerPlan<'a>>) {
        let (path, text) = (&inner.path, plain(name));
        let frame = quote! { __rt::Box<<#path as __rt::StateMachine>::Frame> };
        let result = self.slots.own(&format!("{text}_result"), inner_output(inner));
        let slot = self.slots.own(&format!("{text}_machine"), frame);
        let nested = self.variants.claim([format!("{text}Nested").as_str()]);
        let plan = InnerPlan { written: inner, slot, nested: ident(&nested) };
        (Some(result), Some(plan))
    }

    fn outputs(&mut self, state: &State, map: &Map) -> Option<SlotId> {
        let ty = match &map.body.work {
            Work::Task(call) => {
                let task = self.body.task(&call.method)?;
                output_type(&map.body, &task.output)
            }
            Work::Machine(inner) => inner_output(inner),
        };
        let name = format!("{}_outputs", plain(&state.name));
        Some(self.slots.own(&name, quote! { __rt::Outputs<#ty> }))
    }

    fn shared(&mut self, state: &State) -> SharedPlan {
        let ty = self.free.name(&format!("{}Data", plain(&state.name)));
        let slot = self.slots.own(&plain(&state.name), quote! { __rt::Shared<#ty> });
        let mut items = "items".to_owned();
        while state.params.iter().any(|param| plain(&param.name) == items) {
            items.push('_');
        }
        SharedPlan { slot, ty, items: ident(&items) }
    }
}

impl<'a> StatePlan<'a> {
    fn empty(name: &'a Ident, of: Of<'a>) -> Self {
        Self {
            name,
            variant: name.clone(),
            enter: name.clone(),
            step: name.clone(),
            retry: None,
            of,
            params: Vec::new(),
            shared: None,
            result: None,
            inner: None,
            outputs: None,
            children: Vec::new(),
            stale: Vec::new(),
        }
    }
}

/// The same for retriers that are the same.
fn retriers_key(retriers: &[Retry]) -> String {
    let key = |retry: &Retry| {
        let Retry { interval_seconds, max_attempts, backoff_rate, .. } = retry;
        let (delay, jitter) = (retry.max_delay_seconds, retry.full_jitter);
        let errors = retry.errors.values();
        format!("{errors:?} {interval_seconds} {max_attempts} {backoff_rate} {delay:?} {jitter}")
    };
    retriers.iter().map(key).collect::<Vec<_>>().join("\n")
}

/// An identifier of generated code.
fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// Names that stand where the caller's types do, and are none of them.
pub(super) struct FreeNames<'a> {
    machine: &'a Ident,
    /// The caller's types, as text.
    types: String,
}

impl<'a> FreeNames<'a> {
    pub(super) fn new(declaration: &'a Declaration, body: &Body) -> Self {
        let params = body.states.iter().flat_map(|state| &state.params);
        let params = params.map(|param| param.ty.to_token_stream().to_string());
        let tasks = body.tasks.iter().map(|task| result_type(&task.output).to_string());
        let types: Vec<String> = params.chain(tasks).collect();
        Self { machine: &declaration.name, types: types.join("\n") }
    }

    /// The machine's name with something after it.
    pub(super) fn name(&self, suffix: &str) -> Ident {
        let mut name = format_ident!("{}{}", self.machine, suffix, span = Span::call_site());
        while self.types.contains(&name.to_string()) {
            name = format_ident!("{}_", name);
        }
        name
    }
}
