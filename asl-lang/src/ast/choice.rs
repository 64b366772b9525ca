//! The Choice state and its rules.

use super::{Assign, JsonataExpression, Nullable, PayloadTemplate};
use crate::ir::{Comparison, Literal, TypeTest};
use crate::path::Path;
use crate::source::{Span, Spanned};

/// A `Choice` state: goes where the first rule that is true says.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// `InputPath`.
    pub input_path: Option<Spanned<Nullable<Path>>>,
    /// `OutputPath`.
    pub output_path: Option<Spanned<Nullable<Path>>>,
    /// `Output`, JSONata only.
    pub output: Option<PayloadTemplate>,
    /// `Assign`.
    pub assign: Option<Assign>,
    /// `Choices`.
    pub choices: Vec<ChoiceRule>,
    /// `Default`.
    pub default: Option<Spanned<String>>,
}

/// A member of `Choices`.
#[derive(Debug, Clone, PartialEq)]
pub struct ChoiceRule {
    /// The whole object.
    pub span: Span,
    /// `Comment`.
    pub comment: Option<String>,
    /// When the rule is taken.
    pub condition: Condition,
    /// `Next`.
    pub next: Spanned<String>,
    /// `Output`, JSONata only.
    pub output: Option<PayloadTemplate>,
    /// `Assign`.
    pub assign: Option<Assign>,
}

/// When a rule is taken.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// The rule of a JSONPath state.
    Rule(Rule),
    /// `Condition` of a JSONata state with an expression.
    Jsonata(Spanned<JsonataExpression>),
    /// `Condition` of a JSONata state with a constant.
    Constant(Spanned<bool>),
}

/// A test on the state's input.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// The whole object.
    pub span: Span,
    /// What is tested.
    pub kind: RuleKind,
}

/// What a rule tests.
#[derive(Debug, Clone, PartialEq)]
pub enum RuleKind {
    /// `And`
    And(Vec<Rule>),
    /// `Or`
    Or(Vec<Rule>),
    /// `Not`
    Not(Box<Rule>),
    /// `StringEquals`, `NumericLessThanPath` and the like.
    Compare {
        /// `Variable`.
        variable: Spanned<Path>,
        /// The operator, without its `Path`.
        comparison: Comparison,
        /// The operator's value.
        operand: Operand,
    },
    /// `StringMatches`
    Matches {
        /// `Variable`.
        variable: Spanned<Path>,
        /// The pattern as written, with its wildcards and escapes.
        pattern: Spanned<String>,
    },
    /// `IsNull`, `IsString` and the like.
    IsType {
        /// `Variable`.
        variable: Spanned<Path>,
        /// The type.
        test: TypeTest,
        /// The answer that makes the rule true.
        expected: Spanned<bool>,
    },
    /// `IsPresent`
    IsPresent {
        /// `Variable`.
        variable: Spanned<Path>,
        /// The answer that makes the rule true.
        expected: Spanned<bool>,
    },
}

/// What a comparison compares with.
#[derive(Debug, Clone, PartialEq)]
pub enum Operand {
    /// A constant of the comparison's own type.
    Literal(Spanned<Literal>),
    /// The value at a path: the operator's `…Path` form.
    Path(Spanned<Path>),
}
