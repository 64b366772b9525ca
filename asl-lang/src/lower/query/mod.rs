//! JSONata: the tree of an expression becomes nodes with every name resolved.

mod call;
mod field;
mod fold;
mod function;
mod names;
mod path;
mod scope;
mod standalone;

pub(super) use field::field;
pub(crate) use scope::Surroundings;
pub use standalone::compile_expression;

use scope::{ScopePlace, Scopes, at};

use crate::ir::Literal;
use crate::ir::query::{
    self, Array, Bind, Block, Condition, Group, Node, NodeKind, Operator, Operators, Pair,
    Predicate,
};
use crate::jsonata::ast;

/// An expression with its names resolved.
pub(crate) struct Lowered {
    /// What it computes.
    pub(crate) body: Node,
    /// Its variables.
    pub(crate) slots: Vec<query::Slot>,
    /// What it reads from its surroundings.
    pub(crate) sources: Vec<query::Source>,
    /// The functions of the library that it names.
    pub(crate) functions: Vec<&'static str>,
}

/// Resolves the names of an expression.
pub(crate) fn lower(expression: &ast::Node, surroundings: &dyn Surroundings) -> Lowered {
    let mut lowering = Lowering { scopes: Scopes::new(surroundings), tuples: Vec::new() };
    lowering.scopes.open(names::bound_in([expression]));
    let body = lowering.node(expression);
    lowering.scopes.close();
    lowering.scopes.finish(body)
}

/// The way through an expression.
struct Lowering<'a> {
    scopes: Scopes<'a>,
    /// The scopes of the paths around that carry variables.
    tuples: Vec<ScopePlace>,
}

impl Lowering<'_> {
    fn node(&mut self, node: &ast::Node) -> Node {
        let mut made = at(node.span, fold::folded(self.kind(node)));
        if !node.predicates.is_empty() {
            let predicates = node.predicates.iter().map(|filter| self.predicate(&filter.predicate));
            let predicates = predicates.collect();
            let filter = query::Filter { value: made, predicates, variables: self.carried() };
            made = at(node.span, NodeKind::Filter(Box::new(filter)));
        }
        let is_path = matches!(node.kind, ast::NodeKind::Path(_));
        if let Some(group) = &node.group
            && !is_path
        {
            let pairs = self.inside(|this| this.pairs(&group.pairs));
            let group = Group { value: made, pairs, variables: self.carried() };
            made = at(node.span, NodeKind::Group(Box::new(group)));
        }
        if node.keep_array {
            made = at(node.span, NodeKind::Kept(Box::new(made)));
        }
        made
    }

    /// The variables that the items of a path around may carry.
    fn carried(&self) -> Vec<query::SlotId> {
        self.tuples.last().map(|place| self.scopes.slots_of(*place)).unwrap_or_default()
    }

    fn boxed(&mut self, node: &ast::Node) -> Box<Node> {
        Box::new(self.node(node))
    }

    fn nodes(&mut self, nodes: &[ast::Node]) -> Vec<Node> {
        nodes.iter().map(|node| self.node(node)).collect()
    }

    fn kind(&mut self, node: &ast::Node) -> NodeKind {
        match &node.kind {
            ast::NodeKind::Null => NodeKind::Literal(Literal::Null),
            ast::NodeKind::Bool(truth) => NodeKind::Literal(Literal::Bool(*truth)),
            ast::NodeKind::Number(number) => NodeKind::Literal(self::number(*number)),
            ast::NodeKind::String(text) => NodeKind::Literal(Literal::String(text.clone())),
            ast::NodeKind::Regex(regex) => NodeKind::Regex(regex.clone()),
            ast::NodeKind::Context => NodeKind::Context,
            ast::NodeKind::Variable(name) if name == ast::ROOT => NodeKind::Root,
            ast::NodeKind::Variable(name) => self.scopes.resolve(name),
            ast::NodeKind::Name(name) => NodeKind::Name(name.clone()),
            ast::NodeKind::Wildcard => NodeKind::Wildcard,
            ast::NodeKind::Descendants => NodeKind::Descendants,
            ast::NodeKind::Parent(label) => self.scopes.resolve(&path::ancestor(*label)),
            ast::NodeKind::Path(path) => self.path(path, node.group.as_deref()),
            // Only a step is sorted; its path lowers it.
            ast::NodeKind::Sort(_) => NodeKind::Context,
            ast::NodeKind::Array(array) => NodeKind::Array(Array {
                items: self.nodes(&array.items),
                constructed: array.constructed,
            }),
            ast::NodeKind::Range(range) => {
                NodeKind::Range(Box::new((self.node(&range.first), self.node(&range.last))))
            }
            ast::NodeKind::Object(pairs) => NodeKind::Object(self.pairs(pairs)),
            ast::NodeKind::Negate(operand) => NodeKind::Negate(self.boxed(operand)),
            ast::NodeKind::Operators(operators) => self.operators(operators),
            ast::NodeKind::Apply(apply) => self.apply(apply),
            ast::NodeKind::Condition(condition) => self.condition(condition),
            ast::NodeKind::Block(block) => self.block(block),
            ast::NodeKind::Bind(bind) => self.bind(bind),
            ast::NodeKind::Lambda(lambda) => self.lambda(lambda),
            ast::NodeKind::Call(call) => self.call(call, None),
            ast::NodeKind::Partial(partial) => self.partial(partial),
            ast::NodeKind::Transform(transform) => self.transform(transform),
        }
    }

    /// What runs in a loop of its own, perhaps not once.
    fn inside<T>(&mut self, lower: impl FnOnce(&mut Self) -> T) -> T {
        self.scopes.deepen();
        let lowered = self.tentatively(lower);
        self.scopes.undeepen();
        lowered
    }

    /// What may not run: what it binds is not bound after it.
    fn tentatively<T>(&mut self, lower: impl FnOnce(&mut Self) -> T) -> T {
        let bound = self.scopes.bound();
        let lowered = lower(self);
        self.scopes.restore(bound);
        lowered
    }

    fn predicate(&mut self, predicate: &ast::Node) -> Predicate {
        if let (ast::NodeKind::Number(index), true) =
            (&predicate.kind, predicate.predicates.is_empty())
        {
            return Predicate::Index(*index);
        }
        let node = self.inside(|this| this.node(predicate));
        if is_condition(&node.kind) { Predicate::Condition(node) } else { Predicate::Any(node) }
    }

    fn pairs(&mut self, pairs: &[ast::Pair]) -> Vec<Pair> {
        let pairs = pairs.iter();
        pairs
            .map(|pair| Pair { key: self.node(&pair.key), value: self.node(&pair.value) })
            .collect()
    }

    fn operators(&mut self, operators: &ast::Operators) -> NodeKind {
        let mut first = self.boxed(&operators.first);
        let rest = operators.rest.iter().map(|operation| {
            let operand = match operation.operator {
                Operator::And | Operator::Or => {
                    self.tentatively(|this| this.node(&operation.operand))
                }
                _ => self.node(&operation.operand),
            };
            (operation.operator, operand)
        });
        let mut rest: Vec<_> = rest.collect();
        for (operator, operand) in &mut rest {
            if *operator == Operator::Concatenate {
                set_text(operand);
            }
        }
        if rest.first().is_some_and(|(operator, _)| *operator == Operator::Concatenate) {
            set_text(&mut first);
        }
        if rest.iter().all(|(operator, _)| *operator == Operator::Concatenate) {
            let parts = std::iter::once(*first).chain(rest.into_iter().map(|(_, operand)| operand));
            return NodeKind::Concatenate(parts.collect());
        }
        NodeKind::Operators(Operators { first, rest, is_text: false })
    }

    fn condition(&mut self, condition: &ast::Condition) -> NodeKind {
        NodeKind::Condition(Box::new(Condition {
            condition: self.node(&condition.condition),
            then: self.tentatively(|this| this.node(&condition.then)),
            otherwise: condition
                .otherwise
                .as_ref()
                .map(|otherwise| self.tentatively(|this| this.node(otherwise))),
        }))
    }

    fn block(&mut self, block: &ast::Block) -> NodeKind {
        let slots = self.scopes.open(names::bound_in(&block.expressions));
        let expressions = self.nodes(&block.expressions);
        self.scopes.close();
        NodeKind::Block(Block { slots, expressions })
    }

    fn bind(&mut self, bind: &ast::Bind) -> NodeKind {
        let value = self.node(&bind.value);
        let slot = self.scopes.bind(&bind.variable);
        if let Some(slot) = slot {
            self.scopes.set_bound(slot);
        }
        NodeKind::Bind(Box::new(Bind { slot, value }))
    }
}

/// The value of a node is made text at once.
fn set_text(node: &mut Node) {
    match &mut node.kind {
        NodeKind::Operators(operators) => operators.is_text = true,
        NodeKind::Block(block) => block.expressions.last_mut().into_iter().for_each(set_text),
        _ => {}
    }
}

/// A number as a literal: an integer where a float holds it exactly.
fn number(number: f64) -> Literal {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.trunc() == number && number.abs() <= EXACT {
        return Literal::Integer(number as i64);
    }
    Literal::Number(number)
}

/// Whether a value is `true`, `false` or undefined, whatever it is computed from.
fn is_condition(kind: &NodeKind) -> bool {
    match kind {
        NodeKind::Literal(Literal::Bool(_)) => true,
        NodeKind::Operators(operators) => operators.rest.last().is_some_and(|(operator, _)| {
            matches!(
                operator,
                Operator::Equal
                    | Operator::NotEqual
                    | Operator::Less
                    | Operator::LessOrEqual
                    | Operator::Greater
                    | Operator::GreaterOrEqual
                    | Operator::In
                    | Operator::And
                    | Operator::Or
            )
        }),
        NodeKind::Call(call) => matches!(
            call.procedure,
            query::Procedure::Builtin("boolean" | "not" | "exists" | "contains")
        ),
        _ => false,
    }
}
