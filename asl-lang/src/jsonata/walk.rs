//! The parts of an expression.

use super::ast::{Filter, Node, NodeKind, Pair, Stage, Step};

impl Node {
    /// Whether it makes an array that is not flattened into those around it, and as the first step
    /// of a path is evaluated once on all of the context.
    pub fn is_constructed(&self) -> bool {
        match &self.kind {
            NodeKind::Array(array) => array.constructed,
            NodeKind::Block(block) => block.constructed,
            _ => false,
        }
    }

    /// Calls `then` with each part in the order of the text, but for a group in a path.
    pub(super) fn for_each_child(&mut self, then: &mut dyn FnMut(&mut Node)) {
        self.kind.for_each_child(then);
        self.predicates.iter_mut().for_each(|filter| then(&mut filter.predicate));
        if let Some(group) = &mut self.group {
            each_pair(&mut group.pairs, then);
        }
    }
}

impl NodeKind {
    /// What it is made of, in the order of the text.
    pub(crate) fn parts(&self) -> Vec<&Node> {
        match self {
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
            NodeKind::Object(pairs) => {
                pairs.iter().flat_map(|pair| [&pair.key, &pair.value]).collect()
            }
            NodeKind::Negate(node) => vec![node],
            NodeKind::Operators(operators) => std::iter::once(&*operators.first)
                .chain(operators.rest.iter().map(|operation| &operation.operand))
                .collect(),
            NodeKind::Apply(apply) => {
                std::iter::once(&*apply.value).chain(&apply.functions).collect()
            }
            NodeKind::Condition(condition) => [&condition.condition, &condition.then]
                .into_iter()
                .chain(&condition.otherwise)
                .collect(),
            NodeKind::Block(block) => block.expressions.iter().collect(),
            NodeKind::Bind(bind) => vec![&bind.value],
            NodeKind::Lambda(lambda) => vec![&lambda.body],
            NodeKind::Call(call) => {
                std::iter::once(&call.procedure).chain(&call.arguments).collect()
            }
            NodeKind::Partial(partial) => std::iter::once(&partial.procedure)
                .chain(partial.arguments.iter().flatten())
                .collect(),
            NodeKind::Transform(transform) => [&transform.pattern, &transform.update]
                .into_iter()
                .chain(&transform.delete)
                .collect(),
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

    fn for_each_child(&mut self, then: &mut dyn FnMut(&mut Node)) {
        match self {
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
            | NodeKind::Parent(_) => {}
            NodeKind::Path(path) => path.steps.iter_mut().for_each(|step| each_of(step, then)),
            NodeKind::Sort(terms) => {
                terms.iter_mut().for_each(|term| then(&mut term.expression));
            }
            NodeKind::Array(array) => array.items.iter_mut().for_each(then),
            NodeKind::Range(range) => {
                then(&mut range.first);
                then(&mut range.last);
            }
            NodeKind::Object(pairs) => each_pair(pairs, then),
            NodeKind::Negate(operand) => then(operand),
            NodeKind::Operators(operators) => {
                then(&mut operators.first);
                operators.rest.iter_mut().for_each(|operation| then(&mut operation.operand));
            }
            NodeKind::Apply(apply) => {
                then(&mut apply.value);
                apply.functions.iter_mut().for_each(then);
            }
            NodeKind::Condition(condition) => {
                then(&mut condition.condition);
                then(&mut condition.then);
                condition.otherwise.iter_mut().for_each(then);
            }
            NodeKind::Block(block) => block.expressions.iter_mut().for_each(then),
            NodeKind::Bind(bind) => then(&mut bind.value),
            NodeKind::Lambda(lambda) => then(&mut lambda.body),
            NodeKind::Call(call) => {
                then(&mut call.procedure);
                call.arguments.iter_mut().for_each(then);
            }
            NodeKind::Partial(partial) => {
                then(&mut partial.procedure);
                partial.arguments.iter_mut().flatten().for_each(then);
            }
            NodeKind::Transform(transform) => {
                then(&mut transform.pattern);
                then(&mut transform.update);
                transform.delete.iter_mut().for_each(then);
            }
        }
    }
}

fn each_of(step: &mut Step, then: &mut dyn FnMut(&mut Node)) {
    then(&mut step.node);
    for stage in &mut step.stages {
        if let Stage::Filter(Filter { predicate, .. }) = stage {
            then(predicate);
        }
    }
}

fn each_pair(pairs: &mut [Pair], then: &mut dyn FnMut(&mut Node)) {
    for Pair { key, value } in pairs {
        then(key);
        then(value);
    }
}
