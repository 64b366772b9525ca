//! The comparisons of choice rules.

use asl_lang::ir::{self, Comparison, Literal};
use asl_runtime::data::compare::{self, Operand as Comparable};
use asl_runtime::data::timestamp::Timestamp;
use asl_runtime::generated::timestamp;
use asl_runtime::value::Number;
use asl_runtime::{Failure, Value};

use crate::expr::Expr;
use crate::literal;
use crate::scope::Scope;

/// The right side of a comparison, resolved.
#[derive(Debug)]
pub(crate) enum Operand<'a> {
    Boolean(bool),
    Number(Number),
    String(&'a str),
    Timestamp(Timestamp),
    /// The value at a path, or a constant of another type than the comparison's.
    Value(Expr<'a>),
}

impl<'a> Operand<'a> {
    pub(crate) fn new(comparison: Comparison, operand: &'a ir::Operand) -> Self {
        let constant = match operand {
            ir::Operand::Path(path) => return Self::Value(Expr::new(path)),
            ir::Operand::Literal(constant) => constant,
        };
        match (constant, literal::value(constant)) {
            (Literal::String(text), _) if kind(comparison) == Kind::Timestamp => {
                Self::Timestamp(timestamp(text))
            }
            (Literal::String(text), _) => Self::String(text),
            (_, Value::Bool(truth)) => Self::Boolean(truth),
            (_, Value::Number(number)) => Self::Number(number),
            (_, value) => Self::Value(Expr::Constant(value)),
        }
    }

    /// Compares a value with the operand.
    pub(crate) fn compare(
        &self,
        comparison: Comparison,
        variable: &Value,
        scope: &Scope<'_>,
    ) -> Result<bool, Failure> {
        Ok(match self {
            Self::Boolean(operand) => booleans(comparison, variable, *operand),
            Self::Number(operand) => numbers(comparison, variable, *operand),
            Self::String(operand) => strings(comparison, variable, *operand),
            Self::Timestamp(operand) => timestamps(comparison, variable, *operand),
            Self::Value(operand) => {
                let operand = operand.reference(scope)?;
                match kind(comparison) {
                    Kind::Boolean => booleans(comparison, variable, &*operand),
                    Kind::Number => numbers(comparison, variable, &*operand),
                    Kind::String => strings(comparison, variable, &*operand),
                    Kind::Timestamp => timestamps(comparison, variable, &*operand),
                }
            }
        })
    }
}

/// What a comparison compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Boolean,
    Number,
    String,
    Timestamp,
}

fn kind(comparison: Comparison) -> Kind {
    match comparison {
        Comparison::BooleanEquals => Kind::Boolean,
        Comparison::StringEquals
        | Comparison::StringLessThan
        | Comparison::StringLessThanEquals
        | Comparison::StringGreaterThan
        | Comparison::StringGreaterThanEquals => Kind::String,
        Comparison::NumericEquals
        | Comparison::NumericLessThan
        | Comparison::NumericLessThanEquals
        | Comparison::NumericGreaterThan
        | Comparison::NumericGreaterThanEquals => Kind::Number,
        Comparison::TimestampEquals
        | Comparison::TimestampLessThan
        | Comparison::TimestampLessThanEquals
        | Comparison::TimestampGreaterThan
        | Comparison::TimestampGreaterThanEquals => Kind::Timestamp,
    }
}

// Each is false for comparisons of another kind.

fn booleans(comparison: Comparison, variable: &Value, operand: impl Comparable<bool>) -> bool {
    comparison == Comparison::BooleanEquals && compare::boolean_equals(variable, operand)
}

fn strings<'o>(
    comparison: Comparison,
    variable: &Value,
    operand: impl Comparable<&'o str>,
) -> bool {
    match comparison {
        Comparison::StringEquals => compare::string_equals(variable, operand),
        Comparison::StringLessThan => compare::string_less_than(variable, operand),
        Comparison::StringLessThanEquals => compare::string_less_than_equals(variable, operand),
        Comparison::StringGreaterThan => compare::string_greater_than(variable, operand),
        Comparison::StringGreaterThanEquals => {
            compare::string_greater_than_equals(variable, operand)
        }
        _ => false,
    }
}

fn numbers(comparison: Comparison, variable: &Value, operand: impl Comparable<Number>) -> bool {
    match comparison {
        Comparison::NumericEquals => compare::numeric_equals(variable, operand),
        Comparison::NumericLessThan => compare::numeric_less_than(variable, operand),
        Comparison::NumericLessThanEquals => compare::numeric_less_than_equals(variable, operand),
        Comparison::NumericGreaterThan => compare::numeric_greater_than(variable, operand),
        Comparison::NumericGreaterThanEquals => {
            compare::numeric_greater_than_equals(variable, operand)
        }
        _ => false,
    }
}

fn timestamps(
    comparison: Comparison,
    variable: &Value,
    operand: impl Comparable<Timestamp>,
) -> bool {
    match comparison {
        Comparison::TimestampEquals => compare::timestamp_equals(variable, operand),
        Comparison::TimestampLessThan => compare::timestamp_less_than(variable, operand),
        Comparison::TimestampLessThanEquals => {
            compare::timestamp_less_than_equals(variable, operand)
        }
        Comparison::TimestampGreaterThan => compare::timestamp_greater_than(variable, operand),
        Comparison::TimestampGreaterThanEquals => {
            compare::timestamp_greater_than_equals(variable, operand)
        }
        _ => false,
    }
}
