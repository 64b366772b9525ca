//! From nodes of the intermediate representation to what is walked.

use std::sync::Arc;

use asl_lang::ir::query::{self as ir, NodeKind};
use asl_runtime::jsonata::{Binds, Regex, library};
use asl_runtime::value::Str;

use super::node::{
    Call, HigherOrder, Lambda, Node, Pair, Path, Predicate, Procedure, Slots, Stage, Step,
    StepKind, Transform,
};
use super::signature;
use crate::literal;

/// Resolves the nodes of one expression.
pub(super) struct Resolver<'a> {
    pub(super) sources: &'a [ir::Source],
}

impl Resolver<'_> {
    pub(super) fn node(&self, node: &ir::Node) -> Node {
        match &node.kind {
            NodeKind::Literal(constant) => Node::Constant(literal::value(constant)),
            NodeKind::Regex(regex) => {
                Node::Regex(Regex::new(&regex.pattern, regex.flags()).map(Arc::new))
            }
            NodeKind::Context => Node::Context,
            NodeKind::Root => Node::Root,
            NodeKind::Slot(read) => {
                let otherwise = read.otherwise.as_ref().map(|kind| {
                    Box::new(self.node(&ir::Node { kind: (**kind).clone(), span: node.span }))
                });
                Node::Slot(slot(read.slot), otherwise)
            }
            NodeKind::Source(source) => Node::Source(self.source(*source)),
            NodeKind::States(members) => Node::States(
                members
                    .iter()
                    .map(|(name, source)| (Str::from(*name), self.source(*source)))
                    .collect(),
            ),
            NodeKind::Function(name) => library::find(name).map_or(Node::Undefined, Node::Function),
            NodeKind::Unknown(_) => Node::Undefined,
            NodeKind::Name(name) => Node::Name(name.as_str().into()),
            NodeKind::Wildcard => Node::Wildcard,
            NodeKind::Descendants => Node::Descendants,
            NodeKind::Path(path) => Node::Path(Box::new(self.path(path))),
            NodeKind::Array(array) => {
                let items = array.items.iter();
                let items =
                    items.map(|item| (self.node(item), item.kind.is_array_constructor())).collect();
                Node::Array { items, constructed: array.constructed }
            }
            NodeKind::Range(range) => {
                Node::Range(Box::new((self.node(&range.0), self.node(&range.1))))
            }
            NodeKind::Object(pairs) => Node::Object(self.pairs(pairs)),
            NodeKind::Negate(operand) => Node::Negate(self.boxed(operand)),
            NodeKind::Operators(operators) => Node::Operators {
                first: self.boxed(&operators.first),
                rest: operators
                    .rest
                    .iter()
                    .zip(operators.texts())
                    .map(|((operator, side), is_text)| (*operator, self.node(side), is_text))
                    .collect(),
            },
            NodeKind::Concatenate(parts) => Node::Concatenate(self.nodes(parts)),
            NodeKind::Apply(sides) => {
                Node::Apply(Box::new((self.node(&sides.0), self.node(&sides.1))))
            }
            NodeKind::Condition(condition) => Node::Condition {
                condition: self.boxed(&condition.condition),
                then: self.boxed(&condition.then),
                otherwise: condition.otherwise.as_ref().map(|otherwise| self.boxed(otherwise)),
            },
            NodeKind::Block(block) => Node::Block {
                slots: slots(&block.slots),
                expressions: self.nodes(&block.expressions),
            },
            NodeKind::Bind(bind) => Node::Bind(bind.slot.map(slot), self.boxed(&bind.value)),
            NodeKind::Lambda(lambda) => Node::Lambda(Arc::new(self.lambda(lambda))),
            NodeKind::Call(call) => Node::Call(Box::new(Call {
                procedure: self.procedure(&call.procedure),
                arguments: self.nodes(&call.arguments),
                tail: call.tail,
            })),
            NodeKind::HigherOrder(call) => Node::HigherOrder(Box::new(HigherOrder {
                function: call.function,
                subject: self.node(&call.subject),
                parameters: slots(&call.parameters),
                slots: slots(&call.slots),
                body: self.node(&call.body),
                initial: call.initial.as_ref().map(|initial| self.node(initial)),
            })),
            NodeKind::Partial(partial) => Node::Partial {
                procedure: Box::new(self.procedure(&partial.procedure)),
                arguments: partial
                    .arguments
                    .iter()
                    .map(|argument| argument.as_ref().map(|argument| self.node(argument)))
                    .collect(),
            },
            NodeKind::Transform(transform) => Node::Transform(Arc::new(Transform {
                slots: shared(&transform.slots),
                captures: captures(&transform.captures),
                pattern: self.node(&transform.pattern),
                update: self.node(&transform.update),
                delete: transform.delete.as_ref().map(|delete| self.node(delete)),
            })),
            NodeKind::Filter(filter) => Node::Filter {
                value: self.boxed(&filter.value),
                predicates: filter.predicates.iter().map(|p| self.predicate(p)).collect(),
                variables: slots(&filter.variables),
            },
            NodeKind::Group(group) => Node::Group {
                value: self.boxed(&group.value),
                pairs: self.pairs(&group.pairs),
                variables: slots(&group.variables),
            },
            NodeKind::Kept(value) => Node::Kept(self.boxed(value)),
        }
    }

    fn boxed(&self, node: &ir::Node) -> Box<Node> {
        Box::new(self.node(node))
    }

    fn nodes(&self, nodes: &[ir::Node]) -> Box<[Node]> {
        nodes.iter().map(|node| self.node(node)).collect()
    }

    fn pairs(&self, pairs: &[ir::Pair]) -> Box<[Pair]> {
        let pairs = pairs.iter();
        pairs
            .map(|pair| Pair { key: self.node(&pair.key), value: self.node(&pair.value) })
            .collect()
    }

    /// Index of a source: all of an expression's are listed.
    fn source(&self, source: ir::Source) -> usize {
        self.sources.iter().position(|listed| *listed == source).unwrap_or(usize::MAX)
    }

    fn lambda(&self, lambda: &ir::Lambda) -> Lambda {
        Lambda {
            slots: shared(&lambda.slots),
            captures: captures(&lambda.captures),
            parameters: slots(&lambda.parameters),
            signature: lambda.signature.as_ref().map(signature::resolve),
            body: self.node(&lambda.body),
        }
    }

    fn procedure(&self, procedure: &ir::Procedure) -> Procedure {
        match procedure {
            ir::Procedure::Builtin(name) => match library::find(name) {
                Some(builtin) => Procedure::Builtin(builtin),
                None => {
                    Procedure::Value { node: Node::Undefined, name: Str::from(*name), hint: false }
                }
            },
            ir::Procedure::Value { node, name, hint } => {
                Procedure::Value { node: self.node(node), name: name.into(), hint: *hint }
            }
        }
    }

    fn path(&self, path: &ir::Path) -> Path {
        Path {
            steps: path.steps.iter().map(|step| self.step(step)).collect(),
            is_absolute: path.is_absolute,
            keep_singleton: path.keep_singleton,
            is_tuple: path.is_tuple,
            group: path.group.as_ref().map(|pairs| self.pairs(pairs)),
            variables: slots(&path.variables),
        }
    }

    fn step(&self, step: &ir::Step) -> Step {
        let number = |slot: Option<ir::SlotId>| slot.map(|slot| slot.0);
        let binds = Binds {
            focus: number(step.focus),
            index: number(step.index),
            ancestor: number(step.ancestor),
        };
        Step {
            kind: match &step.kind {
                ir::StepKind::Each(node) => StepKind::Each(self.node(node)),
                ir::StepKind::Whole(node) => StepKind::Whole(self.node(node)),
                ir::StepKind::Sort(terms) => {
                    let terms = terms.iter();
                    StepKind::Sort(
                        terms.map(|term| (self.node(&term.expression), term.descending)).collect(),
                    )
                }
            },
            stages: step
                .stages
                .iter()
                .map(|stage| match stage {
                    ir::Stage::Filter(predicate) => Stage::Filter(self.predicate(predicate)),
                    ir::Stage::Index(slot) => Stage::Index(slot.0),
                })
                .collect(),
            binds,
            is_tuple: step.is_tuple,
        }
    }

    fn predicate(&self, predicate: &ir::Predicate) -> Predicate {
        match predicate {
            ir::Predicate::Index(index) => Predicate::Index(*index),
            ir::Predicate::Condition(node) | ir::Predicate::Any(node) => {
                Predicate::Any(self.node(node))
            }
        }
    }
}

fn slot(slot: ir::SlotId) -> usize {
    slot.0 as usize
}

fn slots(all: &[ir::SlotId]) -> Box<[usize]> {
    all.iter().copied().map(slot).collect()
}

fn shared(slots: &[ir::Slot]) -> Slots {
    slots.iter().map(|slot| slot.is_shared).collect()
}

fn captures(captures: &[ir::Capture]) -> Box<[(usize, usize)]> {
    captures.iter().map(|capture| (slot(capture.outer), slot(capture.inner))).collect()
}
