//! What is bound where.

use std::collections::HashSet;

use crate::jsonata::ast::{Node, NodeKind};

/// What a block, a function or a path binds.
#[derive(Debug, Default)]
pub(super) struct Scope {
    bound: HashSet<String>,
    /// With what it binds later.
    all: HashSet<String>,
    /// What is around it is read when all of that is bound.
    function: bool,
    /// It has what steps bind, but what `:=` binds in it goes to the scope around it.
    steps: bool,
}

/// Scopes within each other.
#[derive(Debug, Default)]
pub(super) struct Scopes(Vec<Scope>);

impl Scope {
    /// A scope of expressions, which may bind something.
    pub(super) fn of(expressions: &[Node]) -> Scope {
        let mut scope = Scope::default();
        expressions.iter().for_each(|expression| scope.collect(expression));
        scope
    }

    pub(super) fn bind(&mut self, name: &str) {
        self.bound.insert(name.to_owned());
    }

    /// Names that an expression binds in its own scope. Only those of a block and of branches are
    /// needed early: what is bound within an operand is bound by the time that anyone asks.
    fn collect(&mut self, node: &Node) {
        match &node.kind {
            NodeKind::Bind(bind) => {
                self.all.insert(bind.variable.clone());
                self.collect(&bind.value);
            }
            NodeKind::Condition(condition) => {
                self.collect(&condition.condition);
                self.collect(&condition.then);
                condition.otherwise.iter().for_each(|otherwise| self.collect(otherwise));
            }
            _ => {}
        }
    }
}

impl Scopes {
    pub(super) fn enter(&mut self, scope: Scope) {
        self.0.push(scope);
    }

    pub(super) fn enter_steps(&mut self) {
        self.0.push(Scope { steps: true, ..Scope::default() });
    }

    pub(super) fn enter_function(&mut self, scope: Scope) {
        self.0.push(Scope { function: true, ..scope });
    }

    pub(super) fn leave(&mut self) {
        self.0.pop();
    }

    /// Binds what a step binds.
    pub(super) fn bind_step(&mut self, name: &str) {
        if let Some(scope) = self.0.last_mut() {
            scope.bind(name);
        }
    }

    /// Binds what `:=` binds.
    pub(super) fn bind(&mut self, name: &str) {
        if let Some(scope) = self.0.iter_mut().rev().find(|scope| !scope.steps) {
            scope.bind(name);
        }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        let mut later = false;
        self.0.iter().rev().any(|scope| {
            let has = scope.bound.contains(name) || later && scope.all.contains(name);
            later |= scope.function;
            has
        })
    }
}
