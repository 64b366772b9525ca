//! Filters: the conditions of `[?(…)]`.
//!
//! ```text
//! @.price > 10 && !(@.state in ['sold', 'lost'])
//! ```
//! `@` is the element that is asked about, `$` what the whole path starts from. A [`Filter`] is
//! parsed with the path it stands in; back ends make of it what they evaluate.

mod condition;
mod literal;
mod pattern;
#[cfg(test)]
mod tests;

pub(super) use condition::parse;

use super::Segment;
use crate::ir::Literal;

/// The condition of a filter.
#[derive(Debug, Clone, PartialEq)]
pub struct Filter {
    /// What stands between the parentheses, as written.
    pub text: String,
    /// What it means.
    pub condition: Condition,
}

/// What is true or false of an element.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// `&&`: all are true.
    All(Vec<Condition>),
    /// `||`: one is true.
    Any(Vec<Condition>),
    /// `!`: it is false.
    Not(Box<Condition>),
    /// `@.a`: the path leads somewhere.
    Exists(FilterPath),
    /// `@.a == 1`
    Compare {
        /// How.
        relation: Relation,
        /// What is compared.
        left: Operand,
        /// What it is compared with.
        right: Operand,
    },
    /// `@.a =~ /x.*/i`
    Matches {
        /// What is matched.
        value: Operand,
        /// The regular expression.
        pattern: Pattern,
    },
}

/// How two operands are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// `==`
    Equals,
    /// `!=`
    NotEquals,
    /// `<`
    LessThan,
    /// `<=`
    LessThanEquals,
    /// `>`
    GreaterThan,
    /// `>=`
    GreaterThanEquals,
    /// `in`
    In,
    /// `nin`
    NotIn,
}

/// A side of a comparison.
#[derive(Debug, Clone, PartialEq)]
pub enum Operand {
    /// A constant.
    Literal(Literal),
    /// The value at a path.
    Path(FilterPath),
}

/// A path in a filter.
#[derive(Debug, Clone, PartialEq)]
pub struct FilterPath {
    /// Where it starts.
    pub root: FilterRoot,
    /// The way from there.
    pub segments: Vec<Segment>,
}

/// What a path in a filter starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FilterRoot {
    /// `@`: the element that is asked about.
    Current,
    /// `$`: what the path around the filter starts from.
    Document,
}

/// A regular expression.
///
/// It is checked: whoever compiles [`regex`](Self::regex) with the same limits will succeed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// What stands between the slashes.
    pub text: String,
    /// The letters after them.
    pub flags: String,
    /// The same in the syntax of the crate `regex`; it matches whole texts only.
    pub regex: String,
}

impl Condition {
    /// The paths in it, those of comparisons too.
    pub fn paths(&self) -> Vec<&FilterPath> {
        match self {
            Condition::All(conditions) | Condition::Any(conditions) => {
                conditions.iter().flat_map(Condition::paths).collect()
            }
            Condition::Not(condition) => condition.paths(),
            Condition::Exists(path) => vec![path],
            Condition::Compare { left, right, .. } => {
                [left, right].into_iter().filter_map(Operand::path).collect()
            }
            Condition::Matches { value, .. } => value.path().into_iter().collect(),
        }
    }
}

impl Operand {
    fn path(&self) -> Option<&FilterPath> {
        match self {
            Operand::Path(path) => Some(path),
            Operand::Literal(_) => None,
        }
    }
}
