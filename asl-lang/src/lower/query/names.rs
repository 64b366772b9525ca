//! Which names the parts of an expression bind.

use crate::jsonata::ast::{self, NodeKind};

/// The names that `:=` binds in these nodes, in the scope that they are in: not inside of blocks,
/// functions and paths that have scopes of their own.
pub(super) fn bound_in<'a>(nodes: impl IntoIterator<Item = &'a ast::Node>) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest: Vec<&ast::Node> = nodes.into_iter().collect();
    rest.reverse();
    while let Some(node) = rest.pop() {
        match &node.kind {
            NodeKind::Bind(bind) => {
                if !bind.variable.is_empty() && !names.contains(&bind.variable) {
                    names.push(bind.variable.clone());
                }
                rest.push(&bind.value);
            }
            NodeKind::Block(_) | NodeKind::Lambda(_) => {}
            NodeKind::Path(path) if has_scope(path) => {}
            kind => rest.extend(kind.parts()),
        }
        rest.extend(node.predicates.iter().map(|filter| &filter.predicate));
        let has_scope = matches!(&node.kind, NodeKind::Path(path) if has_scope(path));
        if let Some(group) = &node.group
            && !has_scope
        {
            rest.extend(group.pairs.iter().flat_map(|pair| [&pair.key, &pair.value]));
        }
    }
    names
}

/// Whether the steps of a path carry variables, and so have a scope of their own.
pub(super) fn has_scope(path: &ast::Path) -> bool {
    path.steps.iter().any(|step| step.tuple)
}
