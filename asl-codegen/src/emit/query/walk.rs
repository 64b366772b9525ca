//! Questions about the nodes of an expression.

use std::collections::HashMap;

use asl_lang::ir::Register;
use asl_lang::ir::query::{
    Expected, Node, NodeKind, Path, Procedure, Query, SlotId, Source, Stage, StepKind,
};
use proc_macro2::{Ident, TokenStream, TokenTree};

use super::construct::has_distinct_names;

/// The slots that the node and those inside bind with `:=`, each as often as it is bound.
pub(super) fn bound(body: &Node) -> Vec<SlotId> {
    let mut bound = Vec::new();
    body.visit(&mut |node| {
        if let NodeKind::Bind(bind) = &node.kind {
            bound.extend(bind.slot);
        }
    });
    bound
}

/// The slots that blocks, paths and calls inside of the node declare.
pub(super) fn declared(body: &Node) -> Vec<SlotId> {
    let mut declared = Vec::new();
    body.visit(&mut |node| match &node.kind {
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
            node.visit(&mut |node| match &node.kind {
                NodeKind::Path(inner) if inner.is_tuple => collect_carried(inner, carried),
                _ => {}
            });
        }
    }
}

/// Of `$merge([$states.input, {…}])` with distinct names the object: what is added to the input.
pub(in crate::emit) fn added_to_input(query: &Query) -> Option<&Node> {
    let NodeKind::Call(call) = &query.body.kind else { return None };
    let (Procedure::Builtin("merge"), [Node { kind: NodeKind::Array(array), .. }]) =
        (&call.procedure, call.arguments.as_slice())
    else {
        return None;
    };
    match array.items.as_slice() {
        [Node { kind: NodeKind::Source(Source::Register(Register::Input)), .. }, object]
            if query.expected == Expected::Any && has_distinct_names(object) =>
        {
            Some(object)
        }
        _ => None,
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

/// How often each identifier stands in tokens.
pub(super) fn count(tokens: &TokenStream, times: &mut HashMap<Ident, usize>) {
    for token in tokens.clone() {
        match token {
            TokenTree::Ident(ident) => *times.entry(ident).or_default() += 1,
            TokenTree::Group(group) => count(&group.stream(), times),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}
