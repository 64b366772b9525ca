//! What nodes are made of.

use super::{Node, NodeKind, Pair, Path, Predicate, Procedure, Stage, StepKind};

impl Node {
    /// Visits the node and those inside, of the same activation only.
    pub fn visit<'a>(&'a self, visitor: &mut dyn FnMut(&'a Node)) {
        let mut rest = vec![self];
        while let Some(node) = rest.pop() {
            visitor(node);
            rest.extend(node.kind.parts());
        }
    }

    /// Visits the node and all those inside, those of functions too.
    pub fn visit_all<'a>(&'a self, visitor: &mut dyn FnMut(&'a Node)) {
        let mut bodies = vec![self];
        while let Some(body) = bodies.pop() {
            body.visit(&mut |node| {
                visitor(node);
                bodies.extend(node.kind.bodies());
            });
        }
    }
}

impl NodeKind {
    /// The nodes that it is made of, of the same activation.
    pub fn parts(&self) -> Vec<&Node> {
        match self {
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

    /// The nodes inside that have activations of their own.
    fn bodies(&self) -> Vec<&Node> {
        match self {
            NodeKind::Lambda(lambda) => vec![&lambda.body],
            NodeKind::Transform(transform) => [&transform.pattern, &transform.update]
                .into_iter()
                .chain(&transform.delete)
                .collect(),
            _ => Vec::new(),
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
