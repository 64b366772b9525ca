//! Ids for the scopes and states of a definition.

use crate::ast;
use crate::ir::{Scope, ScopeId, StateId};
use std::collections::HashMap;

/// The definition's scopes and states, with their ids as places in these lists.
pub(super) struct Numbering<'a> {
    /// Each scope before those inside it.
    scopes: Vec<(&'a ast::Scope, Option<StateId>)>,
    /// In the order they were written.
    states: Vec<(&'a ast::State, ScopeId)>,
    /// Names are unique over the whole machine.
    ids: HashMap<&'a str, StateId>,
}

impl<'a> Numbering<'a> {
    pub(super) fn new(machine: &'a ast::StateMachine) -> Self {
        let scopes = machine.scopes();
        let mut states: Vec<(&ast::State, ScopeId)> = (scopes.iter().zip((0..).map(ScopeId)))
            .flat_map(|(scope, id)| scope.states.iter().map(move |state| (state, id)))
            .collect();
        states.sort_by_key(|(state, _)| state.name.span.start);
        let names = states.iter().map(|(state, _)| state.name.value.as_str());
        let ids: HashMap<&str, StateId> = names.zip((0..).map(StateId)).collect();
        let parents: HashMap<*const ast::Scope, StateId> = (states.iter().zip((0..).map(StateId)))
            .flat_map(|((state, _), id)| {
                state.scopes().into_iter().map(move |inner| (std::ptr::from_ref(inner), id))
            })
            .collect();
        let parent = |scope: &'a ast::Scope| parents.get(&std::ptr::from_ref(scope)).copied();
        let scopes = scopes.into_iter().map(|scope| (scope, parent(scope))).collect();
        Numbering { scopes, states, ids }
    }

    /// The state of this name. Validation has seen to it that there is one.
    pub(super) fn state(&self, name: &str) -> StateId {
        self.ids.get(name).copied().unwrap_or(StateId(u32::MAX))
    }

    /// The states with the scopes they are in.
    pub(super) fn states(&self) -> &[(&'a ast::State, ScopeId)] {
        &self.states
    }

    /// A scope of the definition. Only one from elsewhere has the id `u32::MAX`.
    pub(super) fn scope(&self, scope: &ast::Scope) -> ScopeId {
        let place = self.scopes.iter().position(|(other, _)| std::ptr::eq(*other, scope));
        ScopeId(place.and_then(|place| u32::try_from(place).ok()).unwrap_or(u32::MAX))
    }

    /// The state that holds the scope, and the scope that holds that state.
    pub(super) fn parent(&self, scope: ScopeId) -> Option<(&'a ast::State, ScopeId)> {
        let (_, parent) = self.scopes.get(scope.0 as usize)?;
        self.states.get((*parent)?.0 as usize).copied()
    }

    /// How many scopes there are.
    pub(super) fn scopes(&self) -> usize {
        self.scopes.len()
    }

    /// The scopes as the machine has them.
    pub(super) fn finish(self) -> Vec<Scope> {
        let states_of = |scope: usize| {
            let ids = (0..).map(StateId).zip(&self.states);
            ids.filter(move |(_, (_, of))| of.0 as usize == scope).map(|(id, _)| id).collect()
        };
        let scope = |(index, (scope, parent)): (usize, &(&ast::Scope, Option<StateId>))| Scope {
            start: self.state(&scope.start_at.value),
            states: states_of(index),
            parent: *parent,
        };
        self.scopes.iter().enumerate().map(scope).collect()
    }
}
