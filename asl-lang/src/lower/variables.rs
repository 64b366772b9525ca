//! Which variable a name means where it stands.
//!
//! A name belongs to the innermost scope around it whose states assign it. The body of a
//! Distributed Map runs in executions of its own, which see no variables from outside.
//!
//! Follows [Variable scope](https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html).

use super::numbering::Numbering;
use crate::ast::{self, Part};
use crate::ir::{ScopeId, Variable, VariableId};
use crate::jsonata::references::references;
use std::collections::{BTreeMap, BTreeSet};

/// All variables of a machine.
#[derive(Debug, Default)]
pub(super) struct Variables {
    variables: Vec<Variable>,
    /// Those that a state assigns.
    assigned: BTreeSet<VariableId>,
    /// What each name in each scope means.
    meanings: BTreeMap<(ScopeId, String), VariableId>,
}

/// The variables as one scope sees them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names<'a> {
    variables: &'a Variables,
    scope: ScopeId,
}

impl Variables {
    pub(super) fn new(numbering: &Numbering<'_>) -> Self {
        let mut variables = Variables::default();
        for scope in (0..).map(ScopeId).take(numbering.scopes()) {
            let states = numbering.states().iter().filter(|(_, of)| *of == scope);
            let mut assigned: BTreeSet<&str> = BTreeSet::new();
            let mut read: BTreeSet<&str> = BTreeSet::new();
            let mut read_by_queries: BTreeSet<String> = BTreeSet::new();
            for (state, _) in states {
                names(state, &mut assigned, &mut read);
                state.queries(&mut |query| {
                    let references = references(&query.expression.value.tree);
                    read_by_queries.extend(references.into_iter().map(|read| read.name));
                });
            }
            for name in assigned {
                let id = variables.add(scope, name);
                variables.assigned.insert(id);
            }
            for name in read {
                if !variables.mean(numbering, scope, name) {
                    // Nobody assigns it: reading it fails.
                    variables.add(scope, name);
                }
            }
            for name in read_by_queries {
                // What nobody assigns is a function, or undefined.
                variables.mean(numbering, scope, &name);
            }
        }
        variables
    }

    fn add(&mut self, scope: ScopeId, name: &str) -> VariableId {
        let id = VariableId(u32::try_from(self.variables.len()).unwrap_or(u32::MAX));
        self.variables.push(Variable { name: name.to_owned(), scope });
        self.meanings.insert((scope, name.to_owned()), id);
        id
    }

    /// Finds out what a name means that a state of the scope reads; whether it means anything.
    fn mean(&mut self, numbering: &Numbering<'_>, scope: ScopeId, name: &str) -> bool {
        let key = (scope, name.to_owned());
        if self.meanings.contains_key(&key) {
            return true;
        }
        let Some(outside) = self.outside(numbering, scope, name) else { return false };
        self.meanings.insert(key, outside);
        true
    }

    /// What the name means outside a scope. Outer scopes have been seen before inner ones, but
    /// may not use the name themselves.
    fn outside(&self, numbering: &Numbering<'_>, scope: ScopeId, name: &str) -> Option<VariableId> {
        let mut inner = scope;
        while let Some((state, outer)) = numbering.parent(inner) {
            if state.is_distributed_map() {
                return None;
            }
            let meaning = self.meanings.get(&(outer, name.to_owned()));
            if let Some(id) = meaning {
                return Some(*id);
            }
            inner = outer;
        }
        None
    }

    pub(super) fn names(&self, scope: ScopeId) -> Names<'_> {
        Names { variables: self, scope }
    }

    pub(super) fn finish(self) -> Vec<Variable> {
        self.variables
    }
}

impl Names<'_> {
    /// The variable of this name.
    pub(super) fn resolve(self, name: &str) -> VariableId {
        let meaning = self.variables.meanings.get(&(self.scope, name.to_owned()));
        meaning.copied().unwrap_or(VariableId(u32::MAX))
    }

    /// The variable of this name, if a state assigns it.
    pub(super) fn assigned(self, name: &str) -> Option<VariableId> {
        let meaning = self.variables.meanings.get(&(self.scope, name.to_owned()));
        meaning.copied().filter(|id| self.variables.assigned.contains(id))
    }
}

/// The names that a state assigns and reads.
fn names<'a>(
    state: &'a ast::State,
    assigned: &mut BTreeSet<&'a str>,
    read: &mut BTreeSet<&'a str>,
) {
    read.extend(state.reads().into_iter().map(|read| read.name));
    for part in state.parts() {
        if let Part::Assign(assign) = part {
            assigned.extend(assign.variables.iter().map(|field| field.name.as_str()));
        }
    }
}
