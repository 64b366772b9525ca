//! JSONata in the intermediate representation: expressions with every name resolved.
//!
//! A name is a [`SlotId`], something the state hands in ([`Source`]), or a function of the library.
//! What an operator means, and in which order parts are evaluated, is said in
//! [`jsonata::ast`](crate::jsonata::ast), whose shape the nodes keep.

mod host;
mod parts;

use std::sync::Arc;

use super::{Literal, Register, VariableId};
pub use crate::jsonata::ast::{Operator, Regex, Signature};
use crate::source::Span;

/// An expression of JSONata as a field's value.
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    /// The expression as written between `{%` and `%}`, trimmed: what messages quote.
    pub text: Arc<str>,
    /// Where it stands, as messages say it: `Output/total`, `Choices[0]/Condition`.
    pub location: String,
    /// What its value has to be.
    pub expected: Expected,
    /// What it computes.
    pub body: Node,
    /// The variables of the expression and of the functions written inside that do not outlive
    /// their call.
    pub slots: Vec<Slot>,
    /// What it reads from its surroundings.
    pub sources: Vec<Source>,
    /// The functions of the library that it names, without the `$`.
    pub functions: Vec<&'static str>,
}

impl Query {
    /// Whether it draws random numbers.
    pub fn is_random(&self) -> bool {
        self.functions.iter().any(|function| matches!(*function, "random" | "uuid" | "shuffle"))
    }

    /// Whether it asks for the time.
    pub fn reads_clock(&self) -> bool {
        self.functions.iter().any(|function| matches!(*function, "now" | "millis" | "toMillis"))
    }
}

/// What the value of a [`Query`] has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Expected {
    /// Any JSON value.
    #[default]
    Any,
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

/// Index of a variable in the [`Query`] or [`Lambda`] whose activation holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SlotId(pub u32);

/// A variable of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Its name, without the `$`; of what a `%` stands for, `%`.
    pub name: String,
    /// Whether it lives in a cell of its own: functions hold on to it, it is bound inside of a
    /// step or predicate that is not its own, or it may be read before it is bound.
    pub is_shared: bool,
}

/// What an expression reads from its surroundings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Source {
    /// `$states.input`, `$states.result`, `$states.errorOutput`.
    Register(Register),
    /// `$states.context`.
    Context,
    /// A variable that states assign. Nothing as long as none has.
    Variable(VariableId),
    /// A value handed to an expression that stands alone, by its index.
    Binding(u32),
}

/// An expression, or a step of a path.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What it computes.
    pub kind: NodeKind,
    /// Where it is written, in [`Query::text`].
    pub span: Span,
}

/// What a [`Node`] computes.
///
/// Where nothing else is said, a sequence of no values becomes undefined, and one of a single
/// value becomes that value.
#[derive(Debug, Clone, PartialEq)]
pub enum NodeKind {
    /// A constant.
    Literal(Literal),
    /// A regular expression.
    Regex(Regex),
    /// `$`: the context.
    Context,
    /// `$$`: the input of an expression that stands alone.
    Root,
    /// A variable of the expression.
    Slot(Read),
    /// A value from the surroundings.
    Source(Source),
    /// `$states` as a whole: its members.
    States(Vec<(&'static str, Source)>),
    /// A function of the library, by its name without the `$`.
    Function(&'static str),
    /// A name that nothing is known by: undefined.
    Unknown(String),
    /// A field of the context. Only as a step.
    Name(String),
    /// `*`
    Wildcard,
    /// `**`
    Descendants,
    /// Steps, each evaluated on what the one before it found.
    Path(Box<Path>),
    /// `[…]`
    Array(Array),
    /// `first..last`. Only as an item of an array.
    Range(Box<(Node, Node)>),
    /// `{…}`
    Object(Vec<Pair>),
    /// `-x`
    Negate(Box<Node>),
    /// Operators, of which each takes what stands left of it as a whole.
    Operators(Operators),
    /// `a & b & …`
    Concatenate(Vec<Node>),
    /// `f ~> g`: the left value, and what is applied to it.
    Apply(Box<(Node, Node)>),
    /// `condition ? then : otherwise`
    Condition(Box<Condition>),
    /// `(…; …)`
    Block(Block),
    /// `$name := value`
    Bind(Box<Bind>),
    /// `function(…) {…}` as a value.
    Lambda(Box<Lambda>),
    /// A call.
    Call(Box<Call>),
    /// `$map`, `$filter`, `$single` or `$reduce` of a function that is written as its argument.
    HigherOrder(Box<HigherOrder>),
    /// A call with a `?` among its arguments.
    Partial(Box<Partial>),
    /// `|pattern|update,delete|`
    Transform(Box<Transform>),
    /// `value[…]`, where the value is no step.
    Filter(Box<Filter>),
    /// `value{…}`, where the value is no path.
    Group(Box<Group>),
    /// `value[]`: a sequence of a single value stays an array.
    Kept(Box<Node>),
}

impl NodeKind {
    /// Whether an array around it takes its value as one item: it is an array constructor, whatever
    /// follows that.
    #[must_use]
    pub fn is_array_constructor(&self) -> bool {
        match self {
            Self::Array(_) | Self::Literal(Literal::Array(_)) => true,
            Self::Filter(filter) => filter.value.kind.is_array_constructor(),
            Self::Group(group) => group.value.kind.is_array_constructor(),
            Self::Kept(node) => node.kind.is_array_constructor(),
            _ => false,
        }
    }
}

/// The value of a variable.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// The variable.
    pub slot: SlotId,
    /// What the name means as long as the variable is not bound; undefined if there is nothing.
    /// Only of a shared slot.
    pub otherwise: Option<Box<NodeKind>>,
}

/// Steps of a path.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// At least one. The first is evaluated once if it is no field, wildcard or the like but a
    /// value of its own ([`Path::is_absolute`]).
    pub steps: Vec<Step>,
    /// The first step is a variable, a source, or an array whose items variables were to be bound
    /// to: it is evaluated once, whatever the context is.
    pub is_absolute: bool,
    /// `[]` follows a step: the result stays an array if it has one item.
    pub keep_singleton: bool,
    /// What the steps have bound is part of the result: the path is a step of one that reads it.
    pub is_tuple: bool,
    /// `{…}` at its end.
    pub group: Option<Vec<Pair>>,
    /// The variables that the steps bind, and those of paths inside that hand theirs out. Their
    /// numbers are what rows know them by.
    pub variables: Vec<SlotId>,
}

/// A step of a [`Path`].
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What is done.
    pub kind: StepKind,
    /// What is done with the values that were found.
    pub stages: Vec<Stage>,
    /// `@$name`
    pub focus: Option<SlotId>,
    /// `#$name`
    pub index: Option<SlotId>,
    /// What a `%` stands for.
    pub ancestor: Option<SlotId>,
    /// From here on the steps carry what has been bound along with their values.
    pub is_tuple: bool,
}

/// What a [`Step`] does.
#[derive(Debug, Clone, PartialEq)]
pub enum StepKind {
    /// Evaluates a node for each item.
    Each(Node),
    /// Evaluates an array constructor once, on all of the context. Only as the first step.
    Whole(Node),
    /// `^(…)`: puts what was found in an order.
    Sort(Vec<SortTerm>),
}

/// What is done with what a step found.
#[derive(Debug, Clone, PartialEq)]
pub enum Stage {
    /// `[…]`
    Filter(Predicate),
    /// `#$name` after a filter.
    Index(SlotId),
}

/// What is between the brackets of a filter.
#[derive(Debug, Clone, PartialEq)]
pub enum Predicate {
    /// A number is written there: the item at that index.
    Index(f64),
    /// Evaluates to `true` or `false`: a condition for each item.
    Condition(Node),
    /// A condition, an index or several, as its value says.
    Any(Node),
}

/// A term of `^(…)`.
#[derive(Debug, Clone, PartialEq)]
pub struct SortTerm {
    /// `>` stands before it.
    pub descending: bool,
    /// What is compared.
    pub expression: Node,
}

/// `key: value`
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// Evaluates to a string.
    pub key: Node,
    /// Its value.
    pub value: Node,
}

/// `[…]`
#[derive(Debug, Clone, PartialEq)]
pub struct Array {
    /// The items. Those that are array constructors are not flattened.
    pub items: Vec<Node>,
    /// It is a step of a path, which does not flatten it.
    pub constructed: bool,
}

/// Operators that follow each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Operators {
    /// The left side of the first operator.
    pub first: Box<Node>,
    /// At least one.
    pub rest: Vec<(Operator, Node)>,
    /// The value is made text at once, which is said of a number that is out of range.
    pub is_text: bool,
}

impl Operators {
    /// Whether the value of each operator is made text at once.
    pub fn texts(&self) -> impl Iterator<Item = bool> {
        let next = self.rest.iter().skip(1);
        let next = next.map(|(operator, _)| *operator == Operator::Concatenate);
        next.chain([self.is_text])
    }
}

/// `condition ? then : otherwise`
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// Cast to a Boolean.
    pub condition: Node,
    /// The value if it is true.
    pub then: Node,
    /// The value if it is not.
    pub otherwise: Option<Node>,
}

/// `(…; …)`
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// The variables that begin unbound with it.
    pub slots: Vec<SlotId>,
    /// Evaluated one after the other; the last one's value is the block's.
    pub expressions: Vec<Node>,
}

/// `$name := value`
#[derive(Debug, Clone, PartialEq)]
pub struct Bind {
    /// The variable; none where nothing can read it.
    pub slot: Option<SlotId>,
    /// What is bound to it.
    pub value: Node,
}

/// A function as a value. It has an activation of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Lambda {
    /// The variables of its activation.
    pub slots: Vec<Slot>,
    /// The variables of the activation around it that it holds on to, and what they are inside.
    pub captures: Vec<Capture>,
    /// Its parameters, in order.
    pub parameters: Vec<SlotId>,
    /// What it takes by types, if it says so.
    pub signature: Option<Signature>,
    /// What it gives.
    pub body: Node,
}

/// A variable that a function holds on to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capture {
    /// In the activation around the function.
    pub outer: SlotId,
    /// In the function's.
    pub inner: SlotId,
}

/// A call.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// What is called.
    pub procedure: Procedure,
    /// Its arguments.
    pub arguments: Vec<Node>,
    /// The value of a function's body is that of this call: it is made after the body is left, and
    /// what it gives is not settled. A [`HigherOrder`] at the end of a body is not settled either.
    pub tail: bool,
}

/// What is called.
#[derive(Debug, Clone, PartialEq)]
pub enum Procedure {
    /// A function of the library, by its name without the `$`.
    Builtin(&'static str),
    /// What an expression gives.
    Value {
        /// The expression.
        node: Node,
        /// What messages call it.
        name: String,
        /// The name of a function that may be meant, if this is a field of that name.
        hint: bool,
    },
}

/// A call of `$map`, `$filter`, `$single` or `$reduce` with a function that is written as its
/// second argument. The function's variables are of the activation around it.
#[derive(Debug, Clone, PartialEq)]
pub struct HigherOrder {
    /// The function of the library, by its name without the `$`.
    pub function: &'static str,
    /// Its first argument.
    pub subject: Node,
    /// The parameters of the function.
    pub parameters: Vec<SlotId>,
    /// Its other variables.
    pub slots: Vec<SlotId>,
    /// The body of the function.
    pub body: Node,
    /// The third argument of `$reduce`.
    pub initial: Option<Node>,
}

/// A call with a `?` among its arguments.
#[derive(Debug, Clone, PartialEq)]
pub struct Partial {
    /// What will be called.
    pub procedure: Procedure,
    /// Its arguments; none where a `?` stands.
    pub arguments: Vec<Option<Node>>,
}

/// `|pattern|update,delete|`: a function. It has an activation of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Transform {
    /// The variables of its activation.
    pub slots: Vec<Slot>,
    /// The variables of the activation around it that it holds on to.
    pub captures: Vec<Capture>,
    /// Finds the objects to change.
    pub pattern: Node,
    /// The fields to set.
    pub update: Node,
    /// The names of the fields to remove.
    pub delete: Option<Node>,
}

/// `value[…]`
#[derive(Debug, Clone, PartialEq)]
pub struct Filter {
    /// What is filtered.
    pub value: Node,
    /// One after the other.
    pub predicates: Vec<Predicate>,
    /// The variables that the items may carry, if a path inside hands them out.
    pub variables: Vec<SlotId>,
}

/// `value{…}`
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// What is grouped.
    pub value: Node,
    /// Keys and values.
    pub pairs: Vec<Pair>,
    /// The variables that the items may carry, if a path inside hands them out.
    pub variables: Vec<SlotId>,
}
