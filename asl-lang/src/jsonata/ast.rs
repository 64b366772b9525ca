//! What an expression says, as an evaluator needs it.
//!
//! The tree is that of the reference implementation after its last pass, in Rust's terms: names
//! that follow each other are the steps of a path, predicates belong to what they filter, and each
//! `%` knows the step whose context it stands for. Parentheses are blocks, so that nothing in the
//! tree depends on precedence any more.

use crate::source::Span;

pub use super::signature::Signature;

/// An expression, or a step of a path.
///
/// Its value is made in this order: what [`kind`](Node::kind) says, then
/// [`predicates`](Node::predicates), then [`group`](Node::group) unless it is a path, whose group
/// belongs to its steps. At last a sequence of no values becomes undefined, and one of a single
/// value becomes that value unless [`keep_array`](Node::keep_array) is set.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// Where it is written, with its predicates and its group.
    pub span: Span,
    /// `[]` follows it: a sequence of one value stays an array. A path says this by
    /// [`Path::keep_singleton`] where it can, which holds before the group too.
    /// See [Sequences](https://docs.jsonata.org/processing#sequences).
    pub keep_array: bool,
    /// `[…]` that filter the value as a whole. Only where this is no path: those of a step are
    /// [`Step::stages`].
    pub predicates: Vec<Filter>,
    /// `{…}` that groups and aggregates the value. No predicate follows it.
    /// See [Grouping](https://docs.jsonata.org/sorting-grouping#grouping).
    pub group: Option<Box<Group>>,
}

/// What a [`Node`] is.
#[derive(Debug, Clone, PartialEq)]
pub enum NodeKind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number; a minus before it is part of it.
    Number(f64),
    /// A string in either kind of quotes. An escaped surrogate without its other half is `\u{fffd}`.
    String(String),
    /// `/pattern/flags`, a function that finds matches in a string.
    /// See [Regular expressions](https://docs.jsonata.org/regex).
    Regex(Regex),
    /// `$`: the context.
    Context,
    /// `$name`, without the `$`; [`ROOT`] of that name is `$$`, the input of the expression.
    Variable(String),
    /// A field of the context. Only as a step of a path.
    Name(String),
    /// `*`: all fields of the context. See [Wildcards](https://docs.jsonata.org/path-operators).
    Wildcard,
    /// `**`: the context, and all that is in it at any depth.
    Descendants,
    /// `%`: the context of the step that has this label as its [ancestor](Step::ancestor).
    Parent(Label),
    /// Steps, of which each is evaluated on what the step before it found.
    Path(Path),
    /// `^(…)`: what the steps before it found, in an order. Only as a step of a path, not the first.
    Sort(Vec<SortTerm>),
    /// `[…]`. See [Array constructors](https://docs.jsonata.org/construction).
    Array(Array),
    /// `first..last`. Only as an item of an array.
    Range(Box<Range>),
    /// `{…}`. See [Object constructors](https://docs.jsonata.org/construction).
    Object(Vec<Pair>),
    /// `-` before anything but a number.
    Negate(Box<Node>),
    /// Operators, of which each takes what stands left of it as a whole: `a + b > c`.
    Operators(Operators),
    /// `value ~> function ~> …`. See [Apply](https://docs.jsonata.org/other-operators).
    Apply(Apply),
    /// `condition ? then : otherwise`.
    Condition(Box<Condition>),
    /// `(…; …)`: expressions with variables of their own. The last one's value is the block's; of
    /// none it is undefined.
    Block(Block),
    /// `$name := value`.
    Bind(Box<Bind>),
    /// `function($a, $b) { … }`.
    Lambda(Box<Lambda>),
    /// `procedure(arguments)`.
    Call(Box<Call>),
    /// A call with a `?` among its arguments: a function of what is missing.
    Partial(Box<Partial>),
    /// `|pattern|update,delete|`: a function that changes a copy of its argument.
    /// See [Transform](https://docs.jsonata.org/other-operators).
    Transform(Box<Transform>),
}

/// The name of the variable `$$`.
pub const ROOT: &str = "$";

/// Which step's context a `%` stands for. Labels count from 0, in the order of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Label(pub u32);

/// A regular expression of JavaScript's syntax.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Regex {
    /// What is between the slashes, as it is written. Never empty.
    pub pattern: String,
    /// The flag `i`.
    pub ignore_case: bool,
    /// The flag `m`: `^` and `$` match at line ends.
    pub multi_line: bool,
}

impl Regex {
    /// The flags behind the slash.
    pub fn flags(&self) -> &'static str {
        match (self.ignore_case, self.multi_line) {
            (false, false) => "",
            (true, false) => "i",
            (false, true) => "m",
            (true, true) => "im",
        }
    }
}

/// Steps of a path. See [Location paths](https://docs.jsonata.org/path-operators).
///
/// If the first step is a variable, it is evaluated once, else once for each item of a context that
/// is an array.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// At least one.
    pub steps: Vec<Step>,
    /// `[]` follows a step: the result stays an array if it has one item.
    pub keep_singleton: bool,
    /// A `%` outside looks for its ancestor in here: what the steps have bound is part of the
    /// result.
    pub tuple: bool,
}

/// A step of a [`Path`].
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What is evaluated for each item of the context: anything but a path; or a sort of all.
    pub node: Node,
    /// What is done with the values that were found, for each item of the context, or for all
    /// together from the first step on that binds something ([`tuple`](Step::tuple)).
    pub stages: Vec<Stage>,
    /// `@$name`: the value is bound to it and the context stays what it was. May be `""`, which
    /// binds nothing. See [Context variable binding](https://docs.jsonata.org/path-operators).
    pub focus: Option<String>,
    /// `#$name`: the position of the value is bound to it; of a sort step, in the sorted sequence.
    pub index: Option<String>,
    /// The context that the step is evaluated on is bound to it, for a `%`.
    pub ancestor: Option<Label>,
    /// From here on the steps carry what has been bound along with their values.
    pub tuple: bool,
}

/// What is done with what a step found.
#[derive(Debug, Clone, PartialEq)]
pub enum Stage {
    /// `[…]`.
    Filter(Filter),
    /// `#$name` after a filter: binds the position in what is left.
    Index {
        /// The variable, without its `$`.
        variable: String,
        /// Where `#` and the variable stand.
        span: Span,
    },
}

/// `[…]` after an expression: an index if it is or evaluates to a number or to numbers, else a
/// condition for each item. See [Predicates](https://docs.jsonata.org/predicate).
#[derive(Debug, Clone, PartialEq)]
pub struct Filter {
    /// What is between the brackets.
    pub predicate: Node,
    /// Where it is written, with its brackets.
    pub span: Span,
}

/// `{…}` after an expression: pairs are evaluated for each item, values with equal keys together.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Keys and values.
    pub pairs: Vec<Pair>,
    /// Where it is written, with its braces.
    pub span: Span,
}

/// `key: value` of an object or of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// Evaluates to a string.
    pub key: Node,
    /// Its value.
    pub value: Node,
}

/// A term of `^(…)`. See [Sorting](https://docs.jsonata.org/sorting-grouping#sorting).
#[derive(Debug, Clone, PartialEq)]
pub struct SortTerm {
    /// `>` stands before it.
    pub descending: bool,
    /// What is compared, evaluated on each item.
    pub expression: Node,
}

/// `[…]` that makes an array.
#[derive(Debug, Clone, PartialEq)]
pub struct Array {
    /// Items; sequences among them are flattened, arrays of constructors are not.
    pub items: Vec<Node>,
    /// It is a step of a path: its value is not flattened into those around it, and as the first
    /// step it is evaluated once on all of the context.
    pub constructed: bool,
}

/// `first..last` in an array.
#[derive(Debug, Clone, PartialEq)]
pub struct Range {
    /// The first integer.
    pub first: Node,
    /// The last integer.
    pub last: Node,
    /// Where the operator stands.
    pub operator: Span,
}

/// Operators that follow each other: `((first + a) > b) and c`, without recursion.
#[derive(Debug, Clone, PartialEq)]
pub struct Operators {
    /// What the first operator takes on its left side.
    pub first: Box<Node>,
    /// At least one. The left side is what those before have made.
    pub rest: Vec<Operation>,
}

/// An operator and its right side.
#[derive(Debug, Clone, PartialEq)]
pub struct Operation {
    /// The operator.
    pub operator: Operator,
    /// Where it stands.
    pub span: Span,
    /// Its right side.
    pub operand: Node,
}

/// An operator that takes two values. See [Operators](https://docs.jsonata.org/numeric-operators).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operator {
    /// `+`.
    Add,
    /// `-`.
    Subtract,
    /// `*`.
    Multiply,
    /// `/`.
    Divide,
    /// `%`.
    Modulo,
    /// `&`.
    Concatenate,
    /// `=`.
    Equal,
    /// `!=`.
    NotEqual,
    /// `<`.
    Less,
    /// `<=`.
    LessOrEqual,
    /// `>`.
    Greater,
    /// `>=`.
    GreaterOrEqual,
    /// `in`.
    In,
    /// `and`; the right side is evaluated only if the left is true.
    And,
    /// `or`; the right side is evaluated only if the left is not true.
    Or,
}

/// `value ~> function ~> …`.
///
/// A function that is a [`Call`] gets the value as its first argument. The others are evaluated and
/// applied; if the value is a function too, the two are composed.
#[derive(Debug, Clone, PartialEq)]
pub struct Apply {
    /// What the first function is applied to.
    pub value: Box<Node>,
    /// At least one. What each makes is a value of its own, whose array is kept
    /// ([`Node::keep_array`]) if that of the value or of a function up to it is.
    pub functions: Vec<Node>,
}

/// `condition ? then : otherwise`.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// Cast to a Boolean.
    pub condition: Node,
    /// The value if it is true.
    pub then: Node,
    /// The value if it is not; undefined if there is none.
    pub otherwise: Option<Node>,
}

/// `(…; …)`.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Evaluated one after the other.
    pub expressions: Vec<Node>,
    /// It holds an array constructor, or a path that starts with one: as the first step of a path
    /// it is evaluated once on all of the context.
    pub constructed: bool,
}

/// `$name := value`; the value is also that of the expression.
#[derive(Debug, Clone, PartialEq)]
pub struct Bind {
    /// The variable, without its `$`. `""` for `$`, which cannot be read again.
    pub variable: String,
    /// Where the variable stands.
    pub variable_span: Span,
    /// What is bound to it.
    pub value: Node,
}

/// `function($a, $b)<signature>{ body }`. See [Functions](https://docs.jsonata.org/programming).
#[derive(Debug, Clone, PartialEq)]
pub struct Lambda {
    /// What it takes.
    pub parameters: Vec<Parameter>,
    /// What it takes by types, if it says so.
    pub signature: Option<Signature>,
    /// What it gives. Calls whose value is that of the body are marked: [`Call::tail`].
    pub body: Node,
}

/// A parameter of a [`Lambda`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// The variable, without its `$`.
    pub name: String,
    /// Where it stands.
    pub span: Span,
}

/// `procedure(arguments)`.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// What is called. If it is a path of one name that is no function, the error asks whether a
    /// `$` is missing.
    pub procedure: Node,
    /// Its arguments.
    pub arguments: Vec<Node>,
    /// The value of a lambda's body is that of this call: the call is made after the body is left,
    /// in the frame that it was reached in, so that recursion needs no stack.
    ///
    /// In the reference implementation the body's value is then a thunk, which has two effects:
    /// `keep_array` and `group` of the call do nothing, and predicates and a group of a block
    /// around it get the thunk instead of its value. A call with predicates is never marked.
    pub tail: bool,
}

/// A call with `?` among its arguments.
#[derive(Debug, Clone, PartialEq)]
pub struct Partial {
    /// What will be called.
    pub procedure: Node,
    /// Its arguments; none where a `?` stands.
    pub arguments: Vec<Option<Node>>,
}

/// `|pattern|update,delete|`.
#[derive(Debug, Clone, PartialEq)]
pub struct Transform {
    /// Finds the objects to change in the copy.
    pub pattern: Node,
    /// Evaluated on each of them: the fields to set.
    pub update: Node,
    /// Evaluated on each of them: the names of the fields to remove.
    pub delete: Option<Node>,
}
