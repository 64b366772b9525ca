//! Questions about the nodes of an expression.

use asl_lang::ir::query::{
    Node, NodeKind, Pair, Path, Predicate, Procedure, SlotId, Stage, StepKind,
};
use proc_macro2::{Ident, TokenStream, TokenTree};

/// Visits a node and those inside, of the same activation only.
pub(super) fn visit<'a>(node: &'a Node, visitor: &mut dyn FnMut(&'a Node)) {
    let mut rest = vec![node];
    while let Some(node) = rest.pop() {
        visitor(node);
        rest.extend(parts(&node.kind));
    }
}

/// The nodes that a kind is made of, of the same activation.
fn parts(kind: &NodeKind) -> Vec<&Node> {
    match kind {
        NodeKind::Literal(_)
        | NodeKind::Regex(_)
        | NodeKind::Context
        | NodeKind::Root
        | NodeKind::Slot(_)
        | NodeKind::Source(_)
        | NodeKind::States(_)
        | NodeKind::Function(_)
        | NodeKind::Unknown(_)
        | NodeKind::Name(_)
        | NodeKind::Wildcard
        | NodeKind::Descendants
        | NodeKind::Lambda(_)
        | NodeKind::Transform(_) => Vec::new(),
        NodeKind::Path(path) => of_path(path),
        NodeKind::Array(array) => array.items.iter().collect(),
        NodeKind::Range(range) => vec![&range.0, &range.1],
        NodeKind::Apply(apply) => vec![&apply.0, &apply.1],
        NodeKind::Object(pairs) => of_pairs(pairs).collect(),
        NodeKind::Negate(node) | NodeKind::Kept(node) => vec![node],
        NodeKind::Operators(operators) => std::iter::once(&*operators.first)
            .chain(operators.rest.iter().map(|(_, operand)| operand))
            .collect(),
        NodeKind::Concatenate(parts) => parts.iter().collect(),
        NodeKind::Condition(condition) => [&condition.condition, &condition.then]
            .into_iter()
            .chain(&condition.otherwise)
            .collect(),
        NodeKind::Block(block) => block.expressions.iter().collect(),
        NodeKind::Bind(bind) => vec![&bind.value],
        NodeKind::Call(call) => of_procedure(&call.procedure).chain(&call.arguments).collect(),
        NodeKind::HigherOrder(call) => {
            [&call.subject, &call.body].into_iter().chain(&call.initial).collect()
        }
        NodeKind::Partial(partial) => {
            of_procedure(&partial.procedure).chain(partial.arguments.iter().flatten()).collect()
        }
        NodeKind::Filter(filter) => std::iter::once(&filter.value)
            .chain(filter.predicates.iter().filter_map(of_predicate))
            .collect(),
        NodeKind::Group(group) => {
            std::iter::once(&group.value).chain(of_pairs(&group.pairs)).collect()
        }
    }
}

fn of_path(path: &Path) -> Vec<&Node> {
    let mut nodes = Vec::new();
    for step in &path.steps {
        match &step.kind {
            StepKind::Each(node) | StepKind::Whole(node) => nodes.push(node),
            StepKind::Sort(terms) => nodes.extend(terms.iter().map(|term| &term.expression)),
        }
        nodes.extend(step.stages.iter().filter_map(|stage| match stage {
            Stage::Filter(predicate) => of_predicate(predicate),
            Stage::Index(_) => None,
        }));
    }
    nodes.extend(path.group.iter().flat_map(|pairs| of_pairs(pairs)));
    nodes
}

fn of_pairs(pairs: &[Pair]) -> impl Iterator<Item = &Node> {
    pairs.iter().flat_map(|pair| [&pair.key, &pair.value])
}

fn of_predicate(predicate: &Predicate) -> Option<&Node> {
    match predicate {
        Predicate::Index(_) => None,
        Predicate::Condition(node) | Predicate::Any(node) => Some(node),
    }
}

fn of_procedure(procedure: &Procedure) -> impl Iterator<Item = &Node> {
    match procedure {
        Procedure::Builtin(_) => None,
        Procedure::Value { node, .. } => Some(node),
    }
    .into_iter()
}

/// The slots that the node and those inside bind with `:=`, each as often as it is bound.
pub(super) fn bound(body: &Node) -> Vec<SlotId> {
    let mut bound = Vec::new();
    visit(body, &mut |node| {
        if let NodeKind::Bind(bind) = &node.kind {
            bound.extend(bind.slot);
        }
    });
    bound
}

/// The slots that blocks, paths and calls inside of the node declare.
pub(super) fn declared(body: &Node) -> Vec<SlotId> {
    let mut declared = Vec::new();
    visit(body, &mut |node| match &node.kind {
        NodeKind::Block(block) => declared.extend(&block.slots),
        NodeKind::Path(path) => declared.extend(&path.variables),
        NodeKind::HigherOrder(call) => {
            declared.extend(&call.parameters);
            declared.extend(&call.slots);
        }
        _ => {}
    });
    declared
}

/// The variables that the rows of a path carry: those its own steps bind, and those that paths
/// inside hand out to it.
pub(super) fn carried(path: &Path) -> Vec<SlotId> {
    let mut carried = Vec::new();
    collect_carried(path, &mut carried);
    carried.sort_unstable();
    carried.dedup();
    carried
}

fn collect_carried(path: &Path, carried: &mut Vec<SlotId>) {
    for step in &path.steps {
        carried.extend(step.focus.into_iter().chain(step.index).chain(step.ancestor));
        carried.extend(step.stages.iter().filter_map(|stage| match stage {
            Stage::Index(slot) => Some(*slot),
            Stage::Filter(_) => None,
        }));
        if let StepKind::Each(node) = &step.kind {
            visit(node, &mut |node| match &node.kind {
                NodeKind::Path(inner) if inner.is_tuple => collect_carried(inner, carried),
                _ => {}
            });
        }
    }
}

/// Whether an identifier stands in tokens.
pub(super) fn mentions(tokens: &TokenStream, ident: &Ident) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(other) => other == *ident,
        TokenTree::Group(group) => mentions(&group.stream(), ident),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
