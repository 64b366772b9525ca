//! Expressions of JSONata, resolved.

use std::sync::Arc;

use asl_lang::ir::query::Operator;
use asl_runtime::Value;
use asl_runtime::jsonata::{Builtin, Regex, Signature};
use asl_runtime::value::Str;

/// An expression, or a step of a path.
#[derive(Debug)]
pub(super) enum Node {
    Constant(Value),
    Regex(Result<Arc<Regex>, asl_runtime::jsonata::Error>),
    Context,
    Root,
    Slot(usize, Option<Box<Node>>),
    /// Index of the source.
    Source(usize),
    States(Box<[(Str, usize)]>),
    Function(&'static Builtin),
    Undefined,
    Name(Box<str>),
    Wildcard,
    Descendants,
    Path(Box<Path>),
    Array {
        /// Each with whether it is taken as one item, whatever it gives.
        items: Box<[(Node, bool)]>,
        constructed: bool,
    },
    Range(Box<(Node, Node)>),
    Object(Box<[Pair]>),
    Negate(Box<Node>),
    Operators {
        first: Box<Node>,
        /// Each operator with whether its value is made text at once.
        rest: Box<[(Operator, Node, bool)]>,
    },
    Concatenate(Box<[Node]>),
    Apply(Box<(Node, Node)>),
    Condition {
        condition: Box<Node>,
        then: Box<Node>,
        otherwise: Option<Box<Node>>,
    },
    Block {
        slots: Box<[usize]>,
        expressions: Box<[Node]>,
    },
    Bind(Option<usize>, Box<Node>),
    Lambda(Arc<Lambda>),
    Call(Box<Call>),
    HigherOrder(Box<HigherOrder>),
    Partial {
        procedure: Box<Procedure>,
        arguments: Box<[Option<Node>]>,
    },
    Transform(Arc<Transform>),
    Filter {
        value: Box<Node>,
        predicates: Box<[Predicate]>,
        variables: Box<[usize]>,
    },
    Group {
        value: Box<Node>,
        pairs: Box<[Pair]>,
        variables: Box<[usize]>,
    },
    Kept(Box<Node>),
}

#[derive(Debug)]
pub(super) struct Path {
    pub(super) steps: Box<[Step]>,
    pub(super) is_absolute: bool,
    pub(super) keep_singleton: bool,
    pub(super) is_tuple: bool,
    pub(super) group: Option<Box<[Pair]>>,
    pub(super) variables: Box<[usize]>,
}

#[derive(Debug)]
pub(super) struct Step {
    pub(super) kind: StepKind,
    pub(super) stages: Box<[Stage]>,
    pub(super) binds: asl_runtime::jsonata::Binds,
    pub(super) is_tuple: bool,
}

#[derive(Debug)]
pub(super) enum StepKind {
    Each(Node),
    Whole(Node),
    Sort(Box<[(Node, bool)]>),
}

#[derive(Debug)]
pub(super) enum Stage {
    Filter(Predicate),
    Index(u32),
}

#[derive(Debug)]
pub(super) enum Predicate {
    Index(f64),
    Any(Node),
}

#[derive(Debug)]
pub(super) struct Pair {
    pub(super) key: Node,
    pub(super) value: Node,
}

#[derive(Debug)]
pub(super) struct Lambda {
    pub(super) slots: Slots,
    pub(super) captures: Box<[(usize, usize)]>,
    pub(super) parameters: Box<[usize]>,
    pub(super) signature: Option<Signature>,
    pub(super) body: Node,
}

#[derive(Debug)]
pub(super) struct Transform {
    pub(super) slots: Slots,
    pub(super) captures: Box<[(usize, usize)]>,
    pub(super) pattern: Node,
    pub(super) update: Node,
    pub(super) delete: Option<Node>,
}

/// Of each variable of an activation, whether it is shared.
pub(super) type Slots = Box<[bool]>;

#[derive(Debug)]
pub(super) struct Call {
    pub(super) procedure: Procedure,
    pub(super) arguments: Box<[Node]>,
    pub(super) tail: bool,
}

#[derive(Debug)]
pub(super) enum Procedure {
    Builtin(&'static Builtin),
    Value { node: Node, name: Str, hint: bool },
}

#[derive(Debug)]
pub(super) struct HigherOrder {
    pub(super) function: &'static str,
    pub(super) subject: Node,
    pub(super) parameters: Box<[usize]>,
    pub(super) slots: Box<[usize]>,
    pub(super) body: Node,
    pub(super) initial: Option<Node>,
}
