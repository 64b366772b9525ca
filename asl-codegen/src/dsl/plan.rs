//! What is settled before emission: the names of generated code, and where data lives.
//!
//! A parameter lives in a slot of the frame. Parameters of one name and type share it, so that a
//! value that a transition hands on stays where it is. A result lives in the slot of the name that
//! its arm gives it. The data of a Parallel or Map is shared with its children: see
//! `sfn::__private::Shared`.

mod states;

use std::collections::{HashMap, HashSet};

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use states::{FreeNames, Slots, States};
use syn::{Expr, Pat};

use super::ast::{Body, Call, Child, Inner, Kind, State, TaskFn, Work};
use super::names::plain;
use crate::declaration::{Declaration, OutputType};

/// All names and places of a machine.
pub(super) struct Plan<'a> {
    pub(super) declaration: &'a Declaration,
    pub(super) body: &'a Body,
    pub(super) facade: &'a TokenStream,
    pub(super) slots: Vec<SlotPlan>,
    /// The states in the order they are written, each before its branches or its body.
    pub(super) states: Vec<StatePlan<'a>>,
    /// The states by name, branches and bodies aside.
    by_name: HashMap<String, StateIndex>,
    plain_start: Option<StateIndex>,
    /// The slot of the output, where it is no state's parameter.
    pub(super) output: SlotId,
    /// Whether there is such a state.
    pub(super) has_output: bool,
    /// What the machine's `let`s name, if it has some.
    pub(super) lets: Option<LetsPlan>,
    pub(super) tag: Ident,
    pub(super) frame: Ident,
    pub(super) view: Ident,
    pub(super) tasks_trait: Ident,
    pub(super) handlers: Ident,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct SlotId(usize);

impl SlotId {
    /// Its place in [`Plan::slots`].
    pub(super) fn place(self) -> usize {
        self.0
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct StateIndex(usize);

/// A slot of the frame.
pub(super) struct SlotPlan {
    pub(super) field: Ident,
    pub(super) ty: TokenStream,
}

/// The names and places of a state, a branch or a body.
pub(super) struct StatePlan<'a> {
    pub(super) name: &'a Ident,
    pub(super) variant: Ident,
    pub(super) enter: Ident,
    pub(super) step: Ident,
    /// The table of its retriers, if it has some.
    pub(super) retry: Option<Ident>,
    pub(super) of: Of<'a>,
    /// Where its parameters live, in order; none for a state that shares them.
    pub(super) params: Vec<SlotId>,
    /// What it shares with its children.
    pub(super) shared: Option<SharedPlan>,
    /// The result of its task.
    pub(super) result: Option<SlotId>,
    /// The machine that it is, if it is one.
    pub(super) inner: Option<InnerPlan<'a>>,
    /// The outputs of the iterations of its body.
    pub(super) outputs: Option<SlotId>,
    /// Its branches or its body.
    pub(super) children: Vec<StateIndex>,
    /// What may be left over from the states before it.
    pub(super) stale: Vec<SlotId>,
}

/// Another machine that is a branch or a body.
pub(super) struct InnerPlan<'a> {
    pub(super) written: &'a Inner,
    /// Where its frame is.
    pub(super) slot: SlotId,
    /// The variant of the tag for its own branches and iterations.
    pub(super) nested: Ident,
}

/// Which part of the machine it is.
pub(super) enum Of<'a> {
    State(&'a State),
    Child {
        parent: StateIndex,
        child: &'a Child,
    },
    /// What makes a value of the error of a child that is tried.
    Caught {
        parent: StateIndex,
        child: &'a Child,
    },
}

/// What `let`s name, in one place for all lines of an execution.
pub(super) struct LetsPlan {
    pub(super) slot: SlotId,
    /// Its struct.
    pub(super) ty: Ident,
}

/// Data that a state shares with its children.
pub(super) struct SharedPlan {
    pub(super) slot: SlotId,
    /// Its struct.
    pub(super) ty: Ident,
    /// The field of the items that the state owns.
    pub(super) items: Ident,
}

impl<'a> Plan<'a> {
    /// Settles everything.
    pub(super) fn new(
        declaration: &'a Declaration,
        body: &'a Body,
        facade: &'a TokenStream,
    ) -> Self {
        let name = &declaration.name;
        let mut slots = Slots::new();
        let output_type = declaration.output.as_ref().map(ToTokens::to_token_stream);
        let output = slots.shared_by_name("output", output_type.unwrap_or_else(|| quote! { () }));
        let free = FreeNames::new(declaration, body);
        let states = States::new(&free, body, &mut slots).states;
        let lets = (!body.lets.is_empty()).then(|| slots.lets(free.name("Lets")));
        let named = states.iter().enumerate().rev().filter(|(_, state)| state.written().is_some());
        let by_name = named.map(|(place, state)| (plain(state.name), StateIndex(place)));
        let mut plan = Self {
            by_name: by_name.collect(),
            plain_start: None,
            declaration,
            body,
            facade,
            slots: slots.slots,
            states,
            output,
            has_output: true,
            lets,
            tag: free.name("Tag"),
            frame: free.name("Frame"),
            view: format_ident!("{}State", name),
            tasks_trait: format_ident!("{}Tasks", name),
            handlers: format_ident!("{}Handlers", name),
        };
        plan.plain_start = plan.find_plain_start();
        plan.find_stale();
        plan.has_output = plan.states.iter().all(|state| !plan.keeps_output(state))
            || plan.states.iter().any(|state| plan.makes_output(state));
        plan
    }

    pub(super) fn state(&self, index: StateIndex) -> Option<&StatePlan<'a>> {
        self.states.get(index.0)
    }

    /// The state of this name, branches and bodies aside.
    pub(super) fn state_named(&self, name: &Ident) -> Option<&StatePlan<'a>> {
        self.state(*self.by_name.get(&plain(name))?)
    }

    /// The field of a slot.
    pub(super) fn field(&self, slot: SlotId) -> Option<&Ident> {
        self.slots.get(slot.0).map(|slot| &slot.field)
    }

    /// The type in a slot.
    pub(super) fn slot_type(&self, slot: SlotId) -> Option<&TokenStream> {
        self.slots.get(slot.0).map(|slot| &slot.ty)
    }

    /// The declaration of a task.
    pub(super) fn task(&self, call: &Call) -> Option<&'a TaskFn> {
        self.body.task(&call.method)
    }

    /// The parent of a branch or body, as it is written.
    pub(super) fn parent(&self, state: &StatePlan<'a>) -> Option<(&StatePlan<'a>, &'a State)> {
        let (Of::Child { parent, .. } | Of::Caught { parent, .. }) = state.of else {
            return None;
        };
        let parent = self.state(parent)?;
        Some((parent, parent.written()?))
    }

    /// The slot in which a Succeed state leaves the output: its parameter, where it is that.
    pub(super) fn output_of(&self, state: &StatePlan<'a>, output: Option<&Expr>) -> SlotId {
        let place = output.and_then(bare).and_then(|name| {
            let written = state.written()?;
            let place = written.params.iter().position(|param| param.name == *name)?;
            state.params.get(place).copied()
        });
        let same = |slot: &SlotId| {
            let types = (self.slot_type(*slot), self.slot_type(self.output));
            types.0.map(ToString::to_string) == types.1.map(ToString::to_string)
        };
        place.filter(same).unwrap_or(self.output)
    }

    /// Whether it is a Succeed whose output is its parameter.
    pub(super) fn keeps_output(&self, state: &StatePlan<'a>) -> bool {
        self.succeeds_with(state).is_some_and(|slot| slot != self.output)
    }

    /// Whether it is a Succeed that makes its output.
    fn makes_output(&self, state: &StatePlan<'a>) -> bool {
        self.succeeds_with(state) == Some(self.output)
    }

    fn succeeds_with(&self, state: &StatePlan<'a>) -> Option<SlotId> {
        match &state.written()?.kind {
            Kind::Succeed(output) => Some(self.output_of(state, output.as_ref())),
            _ => None,
        }
    }

    /// The slots of the frame.
    pub(super) fn frame_slots(&self) -> impl Iterator<Item = &SlotPlan> {
        let output = self.output;
        let slots = self.slots.iter().enumerate();
        slots
            .filter(move |(place, _)| self.has_output || SlotId(*place) != output)
            .map(|(_, slot)| slot)
    }

    /// Whether only the start leads to the first state, with the input as it is: its payload is
    /// the input itself then.
    pub(super) fn starts_plainly(&self) -> Option<&StatePlan<'a>> {
        self.state(self.plain_start?)
    }

    fn find_plain_start(&self) -> Option<StateIndex> {
        let start = self.body.start.as_ref()?;
        let (input, _) = self.declaration.input.as_ref()?;
        let [Some(name)] = start.args.iter().map(bare).collect::<Vec<_>>()[..] else {
            return None;
        };
        let all = self.body.states.iter().flat_map(|state| state.kind.transitions());
        let is_target = all.into_iter().any(|next| next.target == start.target);
        let first = *self.by_name.get(&plain(&start.target))?;
        (name == input && !is_target).then_some(first)
    }

    /// How many counters of retries a frame needs: those of one state at a time.
    pub(super) fn most_retriers(&self) -> usize {
        self.states.iter().map(|state| state.retriers().len()).max().unwrap_or(0)
    }

    pub(super) fn has_maps(&self) -> bool {
        self.states.iter().any(|state| state.outputs.is_some())
    }

    /// The machines in it, each with the state that it is.
    pub(super) fn inner(&self) -> impl Iterator<Item = (&StatePlan<'a>, &InnerPlan<'a>)> {
        self.states.iter().filter_map(|state| Some((state, state.inner.as_ref()?)))
    }

    pub(super) fn has_children(&self) -> bool {
        self.states.iter().any(|state| !state.children.is_empty())
    }

    /// What may be in the frame when a state is left.
    fn left_by(&self, state: &StatePlan<'a>) -> Vec<SlotId> {
        let children = state.children.iter().filter_map(|child| self.state(*child)?.result);
        let shared = state.shared.iter().map(|shared| shared.slot);
        let own = state.params.iter().copied().chain(state.result).chain(state.outputs);
        own.chain(children).chain(shared).collect()
    }

    fn find_stale(&mut self) {
        let mut stale: HashMap<String, HashSet<SlotId>> = HashMap::new();
        for state in &self.states {
            let Some(written) = state.written() else { continue };
            let left = self.left_by(state);
            for next in written.kind.transitions() {
                stale.entry(plain(&next.target)).or_default().extend(&left);
            }
        }
        for state in self.states.iter_mut().filter(|state| state.written().is_some()) {
            let found = stale.remove(&plain(state.name)).unwrap_or_default();
            let shared = state.shared.as_ref().map(|shared| shared.slot);
            let is_own = |slot: &SlotId| state.params.contains(slot) || shared == Some(*slot);
            state.stale = found.into_iter().filter(|slot| !is_own(slot)).collect();
            state.stale.sort_unstable_by_key(|slot| slot.0);
        }
    }
}

impl<'a> StatePlan<'a> {
    /// The state as written; none for a branch or a body.
    pub(super) fn written(&self) -> Option<&'a State> {
        match self.of {
            Of::State(state) => Some(state),
            Of::Child { .. } | Of::Caught { .. } => None,
        }
    }

    pub(super) fn attributes(&self) -> &'a super::ast::Attributes {
        match self.of {
            Of::State(state) => &state.attributes,
            Of::Child { child, .. } | Of::Caught { child, .. } => &child.attributes,
        }
    }

    /// Its retriers.
    pub(super) fn retriers(&self) -> &'a [super::ast::Retry] {
        match self.of {
            Of::Caught { .. } => &[],
            _ => &self.attributes().retry,
        }
    }

    /// The state that makes a value of its error, if it is a child that is tried.
    pub(super) fn caught(&self) -> Option<&'a Ident> {
        match self.of {
            Of::Child { child, .. } => child.caught.as_ref(),
            _ => None,
        }
    }

    /// The call of its task, if it is a Task.
    pub(super) fn call(&self) -> Option<&'a Call> {
        match self.of {
            Of::State(State { kind: Kind::Task { call, .. }, .. }) => Some(call),
            Of::Child { child: Child { work: Work::Task(call), .. }, .. } => Some(call),
            _ => None,
        }
    }
}

/// The name that an expression is, if it is no more than that.
pub(super) fn bare(expression: &Expr) -> Option<&Ident> {
    match expression {
        Expr::Path(path) if path.attrs.is_empty() && path.qself.is_none() => path.path.get_ident(),
        Expr::Group(group) => bare(&group.expr),
        _ => None,
    }
}

/// The name that a pattern is, if it is no more than that.
pub(super) fn bare_pattern(pattern: &Pat) -> Option<&Ident> {
    match pattern {
        Pat::Ident(ident)
            if ident.attrs.is_empty()
                && ident.by_ref.is_none()
                && ident.mutability.is_none()
                && ident.subpat.is_none() =>
        {
            Some(&ident.ident)
        }
        _ => None,
    }
}

/// The type of what a task gives.
pub(super) fn result_type(output: &OutputType) -> TokenStream {
    match output {
        OutputType::Unit => quote! { () },
        OutputType::Plain(ty) | OutputType::Result { ok: ty, .. } => quote! { #ty },
    }
}
