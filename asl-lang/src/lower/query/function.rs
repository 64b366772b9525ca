//! Functions as values.

use super::Lowering;
use crate::ir::query::{Lambda, NodeKind, Transform};
use crate::jsonata::ast;

impl Lowering<'_> {
    pub(super) fn lambda(&mut self, lambda: &ast::Lambda) -> NodeKind {
        let tuples = std::mem::take(&mut self.tuples);
        self.scopes.open_activation();
        let (parameters, _) = self.parameters(lambda);
        let body = self.node(&lambda.body);
        self.scopes.close();
        let (slots, captures) = self.scopes.close_activation();
        self.tuples = tuples;
        let signature = lambda.signature.clone();
        NodeKind::Lambda(Box::new(Lambda { slots, captures, parameters, signature, body }))
    }

    pub(super) fn transform(&mut self, transform: &ast::Transform) -> NodeKind {
        let tuples = std::mem::take(&mut self.tuples);
        self.scopes.open_activation();
        self.scopes.open(Vec::new());
        self.scopes.deepen();
        let pattern = self.node(&transform.pattern);
        let update = self.node(&transform.update);
        let delete = transform.delete.as_ref().map(|delete| self.node(delete));
        self.scopes.undeepen();
        self.scopes.close();
        let (slots, captures) = self.scopes.close_activation();
        self.tuples = tuples;
        NodeKind::Transform(Box::new(Transform { slots, captures, pattern, update, delete }))
    }
}
