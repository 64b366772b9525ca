//! Names of an expression, resolved to slots.

use std::collections::{HashMap, HashSet};

use crate::ir::query::{Capture, Node, NodeKind, Read, Slot, SlotId, Source};
use crate::jsonata::Function;

/// What names mean that an expression does not bind itself.
pub(crate) trait Surroundings {
    /// The value of a variable by its name, without the `$`.
    fn variable(&self, name: &str) -> Option<Source>;

    /// The members of `$states`; none where there is no such variable.
    fn states(&self) -> Option<Vec<(&'static str, Source)>>;
}

/// The activations around the place that is being lowered, the innermost last.
pub(super) struct Scopes<'a> {
    surroundings: &'a dyn Surroundings,
    activations: Vec<Activation>,
    /// What has been read from the surroundings.
    sources: Vec<Source>,
    /// The functions of the library that have been named.
    functions: Vec<&'static str>,
}

/// The variables of a query, or of one call of a function.
#[derive(Default)]
struct Activation {
    slots: Vec<Slot>,
    captures: Vec<Capture>,
    scopes: Vec<Scope>,
    /// How many steps, predicates and the like are around the place, each a loop of its own.
    level: u32,
}

/// The names that a block, a function or a path introduces.
#[derive(Default)]
struct Scope {
    names: HashMap<String, SlotId>,
    /// Those that have a value wherever the lowering has come to.
    bound: HashSet<SlotId>,
    level: u32,
}

/// Where a scope is: of which activation, and which of its scopes.
#[derive(Clone, Copy)]
pub(super) struct ScopePlace(usize, usize);

/// What has been bound at some place.
pub(super) struct Bound(Vec<HashSet<SlotId>>);

impl<'a> Scopes<'a> {
    pub(super) fn new(surroundings: &'a dyn Surroundings) -> Self {
        let activations = vec![Activation::default()];
        Self { surroundings, activations, sources: Vec::new(), functions: Vec::new() }
    }

    /// An expression of this body in the outermost activation.
    pub(super) fn finish(mut self, body: Node) -> super::Lowered {
        let slots = self.activations.pop().map(|activation| activation.slots);
        let (sources, functions) = (self.sources, self.functions);
        super::Lowered { body, slots: slots.unwrap_or_default(), sources, functions }
    }

    fn read(&mut self, source: Source) {
        if !self.sources.contains(&source) {
            self.sources.push(source);
        }
    }

    fn here(&mut self) -> &mut Activation {
        if self.activations.is_empty() {
            self.activations.push(Activation::default());
        }
        let last = self.activations.len() - 1;
        &mut self.activations[last]
    }

    /// Begins the activation of a function.
    pub(super) fn open_activation(&mut self) {
        self.activations.push(Activation::default());
    }

    /// Ends it: its variables, and those that it holds on to.
    pub(super) fn close_activation(&mut self) -> (Vec<Slot>, Vec<Capture>) {
        let activation = self.activations.pop().unwrap_or_default();
        (activation.slots, activation.captures)
    }

    /// Begins a scope with these names, not bound yet. Their slots, in order.
    pub(super) fn open(&mut self, names: Vec<String>) -> Vec<SlotId> {
        let activation = self.here();
        let mut scope = Scope { level: activation.level, ..Scope::default() };
        let mut slots = Vec::new();
        for name in names {
            let slot = activation.slot(name.clone());
            slots.push(slot);
            scope.names.insert(name, slot);
        }
        activation.scopes.push(scope);
        slots
    }

    pub(super) fn close(&mut self) {
        self.here().scopes.pop();
    }

    /// Where the innermost scope is.
    pub(super) fn place(&mut self) -> ScopePlace {
        let scope = self.here().scopes.len().saturating_sub(1);
        ScopePlace(self.activations.len() - 1, scope)
    }

    /// The slot of a name in a scope, declared if it is not yet.
    pub(super) fn declare(&mut self, place: ScopePlace, name: &str) -> SlotId {
        let Some(activation) = self.activations.get_mut(place.0) else { return SlotId(0) };
        let known = activation.scopes.get(place.1).and_then(|scope| scope.names.get(name).copied());
        known.unwrap_or_else(|| {
            let slot = activation.slot(name.to_owned());
            if let Some(scope) = activation.scopes.get_mut(place.1) {
                scope.names.insert(name.to_owned(), slot);
            }
            slot
        })
    }

    /// The variables of a scope.
    pub(super) fn slots_of(&self, place: ScopePlace) -> Vec<SlotId> {
        let scope =
            self.activations.get(place.0).and_then(|activation| activation.scopes.get(place.1));
        let mut slots: Vec<SlotId> =
            scope.map(|scope| scope.names.values().copied().collect()).unwrap_or_default();
        slots.sort_unstable();
        slots
    }

    /// From here on the variable has a value.
    pub(super) fn set_bound(&mut self, slot: SlotId) {
        let scopes = self.here().scopes.iter_mut().rev();
        for scope in scopes {
            if scope.names.values().any(|declared| *declared == slot) {
                scope.bound.insert(slot);
                return;
            }
        }
    }

    /// What is inside runs in a loop of its own.
    pub(super) fn deepen(&mut self) {
        self.here().level += 1;
    }

    pub(super) fn undeepen(&mut self) {
        self.here().level -= 1;
    }

    /// What is bound now, to come back to after a part that may not run.
    pub(super) fn bound(&mut self) -> Bound {
        Bound(self.here().scopes.iter().map(|scope| scope.bound.clone()).collect())
    }

    pub(super) fn restore(&mut self, bound: Bound) {
        for (scope, bound) in self.here().scopes.iter_mut().zip(bound.0) {
            scope.bound = bound;
        }
    }

    /// The slot that `:=` binds: of the innermost scope, which declares it.
    pub(super) fn bind(&mut self, name: &str) -> Option<SlotId> {
        let last = self.activations.len().checked_sub(1)?;
        let (owner, scope) = (0..=last).rev().find_map(|owner| {
            let scopes = self
                .activations
                .get(owner)?
                .scopes
                .iter()
                .rposition(|scope| scope.names.contains_key(name))?;
            Some((owner, scopes))
        })?;
        let activation = self.activations.get_mut(owner)?;
        let scope = activation.scopes.get(scope)?;
        let slot = *scope.names.get(name)?;
        if scope.level < activation.level || owner < last {
            activation.share(slot);
        }
        Some(self.reach(owner, slot))
    }

    /// What a variable means here.
    pub(super) fn resolve(&mut self, name: &str) -> NodeKind {
        let mut candidates = Vec::new();
        let mut is_sure = false;
        'search: for (owner, activation) in self.activations.iter().enumerate().rev() {
            for scope in activation.scopes.iter().rev() {
                let Some(slot) = scope.names.get(name) else { continue };
                candidates.push((owner, *slot));
                if scope.bound.contains(slot) {
                    is_sure = true;
                    break 'search;
                }
            }
        }
        let mut otherwise = (!is_sure).then(|| self.outside(name));
        match &otherwise {
            Some(NodeKind::Source(source)) => self.read(*source),
            Some(NodeKind::States(members)) => {
                members.iter().for_each(|(_, source)| self.read(*source));
            }
            Some(NodeKind::Function(function)) if !self.functions.contains(function) => {
                self.functions.push(function);
            }
            _ => {}
        }
        if candidates.is_empty() {
            return otherwise.unwrap_or_else(|| NodeKind::Unknown(name.to_owned()));
        }
        let mut meaning = None;
        for (owner, slot) in candidates.into_iter().rev() {
            let fallback = meaning.take().or_else(|| otherwise.take());
            let fallback = fallback.filter(|kind| !matches!(kind, NodeKind::Unknown(_)));
            if fallback.is_some()
                && let Some(activation) = self.activations.get_mut(owner)
            {
                activation.share(slot);
            }
            let slot = self.reach(owner, slot);
            meaning = Some(NodeKind::Slot(Read { slot, otherwise: fallback.map(Box::new) }));
        }
        meaning.unwrap_or_else(|| NodeKind::Unknown(name.to_owned()))
    }

    /// What a name means that no scope declares.
    fn outside(&self, name: &str) -> NodeKind {
        if name == "states"
            && let Some(members) = self.surroundings.states()
        {
            return NodeKind::States(members);
        }
        if let Some(source) = self.surroundings.variable(name) {
            return NodeKind::Source(source);
        }
        match Function::from_name(name) {
            Some(function) => NodeKind::Function(function.name()),
            None => NodeKind::Unknown(name.to_owned()),
        }
    }

    /// The source that `$states.member` reads, unless the expression has a `$states` of its own.
    pub(super) fn state_member(&mut self, member: &str) -> Option<Source> {
        let mut scopes = self.activations.iter().flat_map(|activation| &activation.scopes);
        if scopes.any(|scope| scope.names.contains_key("states")) {
            return None;
        }
        let members = self.surroundings.states()?;
        let (_, source) = members.into_iter().find(|(name, _)| *name == member)?;
        self.read(source);
        Some(source)
    }

    /// The slot of an activation further out as the innermost knows it.
    fn reach(&mut self, owner: usize, slot: SlotId) -> SlotId {
        let mut slot = slot;
        for index in owner + 1..self.activations.len() {
            if let Some(outer) = self.activations.get_mut(index - 1) {
                outer.share(slot);
            }
            let name =
                self.activations.get(index - 1).map(|outer| outer.name(slot)).unwrap_or_default();
            if let Some(inner) = self.activations.get_mut(index) {
                slot = inner.capture(slot, name);
            }
        }
        slot
    }
}

impl Activation {
    fn slot(&mut self, name: String) -> SlotId {
        let id = u32::try_from(self.slots.len()).unwrap_or(u32::MAX);
        self.slots.push(Slot { name, is_shared: false });
        SlotId(id)
    }

    fn share(&mut self, slot: SlotId) {
        if let Some(slot) = self.slots.get_mut(slot.0 as usize) {
            slot.is_shared = true;
        }
    }

    fn name(&self, slot: SlotId) -> String {
        self.slots.get(slot.0 as usize).map(|slot| slot.name.clone()).unwrap_or_default()
    }

    fn capture(&mut self, outer: SlotId, name: String) -> SlotId {
        if let Some(capture) = self.captures.iter().find(|capture| capture.outer == outer) {
            return capture.inner;
        }
        let inner = self.slot(name);
        self.share(inner);
        self.captures.push(Capture { outer, inner });
        inner
    }
}

/// A node of a kind, at the place of another.
pub(super) fn at(span: crate::source::Span, kind: NodeKind) -> Node {
    Node { kind, span }
}
