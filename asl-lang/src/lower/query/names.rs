//! Which names the parts of an expression bind.

use crate::jsonata::ast::{self, NodeKind, Stage};

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
            kind => rest.extend(parts(kind)),
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

/// The nodes that a kind is made of.
fn parts(kind: &NodeKind) -> Vec<&ast::Node> {
    match kind {
        NodeKind::Path(path) => path
            .steps
            .iter()
            .flat_map(|step| {
                let stages = step.stages.iter().filter_map(|stage| match stage {
                    Stage::Filter(filter) => Some(&filter.predicate),
                    Stage::Index { .. } => None,
                });
                std::iter::once(&step.node).chain(stages)
            })
            .collect(),
        NodeKind::Sort(terms) => terms.iter().map(|term| &term.expression).collect(),
        NodeKind::Array(array) => array.items.iter().collect(),
        NodeKind::Range(range) => vec![&range.first, &range.last],
        NodeKind::Object(pairs) => pairs.iter().flat_map(|pair| [&pair.key, &pair.value]).collect(),
        NodeKind::Negate(node) => vec![node],
        NodeKind::Operators(operators) => std::iter::once(&*operators.first)
            .chain(operators.rest.iter().map(|operation| &operation.operand))
            .collect(),
        NodeKind::Apply(apply) => std::iter::once(&*apply.value).chain(&apply.functions).collect(),
        NodeKind::Condition(condition) => [&condition.condition, &condition.then]
            .into_iter()
            .chain(&condition.otherwise)
            .collect(),
        NodeKind::Block(block) => block.expressions.iter().collect(),
        NodeKind::Bind(bind) => vec![&bind.value],
        NodeKind::Lambda(lambda) => vec![&lambda.body],
        NodeKind::Call(call) => std::iter::once(&call.procedure).chain(&call.arguments).collect(),
        NodeKind::Partial(partial) => {
            std::iter::once(&partial.procedure).chain(partial.arguments.iter().flatten()).collect()
        }
        NodeKind::Transform(transform) => {
            [&transform.pattern, &transform.update].into_iter().chain(&transform.delete).collect()
        }
        NodeKind::Null
        | NodeKind::Bool(_)
        | NodeKind::Number(_)
        | NodeKind::String(_)
        | NodeKind::Regex(_)
        | NodeKind::Context
        | NodeKind::Variable(_)
        | NodeKind::Name(_)
        | NodeKind::Wildcard
        | NodeKind::Descendants
        | NodeKind::Parent(_) => Vec::new(),
    }
}
