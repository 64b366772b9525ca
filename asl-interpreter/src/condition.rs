//! Conditions: choice rules.

use asl_lang::ir::{self, ExprKind, Literal, TypeTest};
use asl_runtime::data::{compare, matches};
use asl_runtime::{Failure, Value};

use crate::comparison::Operand;
use crate::expr::Expr;
use crate::path::Path;
use crate::scope::Scope;

/// A condition, resolved.
#[derive(Debug)]
pub(crate) enum Condition<'a> {
    Constant(bool),
    Compare {
        comparison: ir::Comparison,
        variable: Expr<'a>,
        operand: Operand<'a>,
    },
    Matches {
        variable: Expr<'a>,
        parts: Box<[&'a str]>,
    },
    IsType {
        test: fn(&Value) -> bool,
        variable: Expr<'a>,
        expected: bool,
    },
    IsPresent {
        path: Path<'a>,
        expected: bool,
    },
    All(Box<[Condition<'a>]>),
    Any(Box<[Condition<'a>]>),
    Not(Box<Condition<'a>>),
    /// The expression is `true`.
    Value(Expr<'a>),
}

impl<'a> Condition<'a> {
    pub(crate) fn new(expr: &'a ir::Expr) -> Self {
        let all = |all: &'a [ir::Expr]| all.iter().map(Self::new).collect();
        match &expr.kind {
            ExprKind::Literal(Literal::Bool(value)) => Self::Constant(*value),
            ExprKind::Compare { comparison, variable, operand } => Self::Compare {
                comparison: *comparison,
                variable: Expr::new(variable),
                operand: Operand::new(*comparison, operand),
            },
            ExprKind::Matches { variable, pattern } => Self::Matches {
                variable: Expr::new(variable),
                parts: pattern.parts.iter().map(String::as_str).collect(),
            },
            ExprKind::IsType { test, variable, expected } => Self::IsType {
                test: type_test(*test),
                variable: Expr::new(variable),
                expected: *expected,
            },
            ExprKind::IsPresent { root, path, expected } => {
                Self::IsPresent { path: Path::new(*root, path), expected: *expected }
            }
            ExprKind::And(conditions) => Self::All(all(conditions)),
            ExprKind::Or(conditions) => Self::Any(all(conditions)),
            ExprKind::Not(condition) => Self::Not(Box::new(Self::new(condition))),
            _ => Self::Value(Expr::new(expr)),
        }
    }

    /// Whether it is true.
    pub(crate) fn holds(&self, scope: &Scope<'_>) -> Result<bool, Failure> {
        match self {
            Self::Constant(value) => Ok(*value),
            Self::Compare { comparison, variable, operand } => {
                operand.compare(*comparison, &*variable.reference(scope)?, scope)
            }
            Self::Matches { variable, parts } => {
                Ok(matches::string_matches(&*variable.reference(scope)?, parts))
            }
            Self::IsType { test, variable, expected } => {
                Ok(test(&*variable.reference(scope)?) == *expected)
            }
            Self::IsPresent { path, expected } => Ok(path.is_present(scope)? == *expected),
            Self::All(conditions) => {
                for condition in conditions {
                    if !condition.holds(scope)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            Self::Any(conditions) => {
                for condition in conditions {
                    if condition.holds(scope)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Self::Not(condition) => Ok(!condition.holds(scope)?),
            Self::Value(value) => Ok(value.reference(scope)?.as_bool() == Some(true)),
        }
    }
}

fn type_test(test: TypeTest) -> fn(&Value) -> bool {
    match test {
        TypeTest::Null => compare::is_null,
        TypeTest::Boolean => compare::is_boolean,
        TypeTest::Numeric => compare::is_numeric,
        TypeTest::String => compare::is_string,
        TypeTest::Timestamp => compare::is_timestamp,
    }
}
