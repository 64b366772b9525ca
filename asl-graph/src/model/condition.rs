//! Choice rules as text a person reads: `$.total > 100 and $.customer is present`.

use super::value;
use asl_lang::ir::{Comparison, Expr, ExprKind, Literal, Operand, TypeTest};

/// A longer condition ends with an ellipsis here.
const MAX_LENGTH: usize = 1_000;

/// The condition of a rule.
pub(super) fn text(condition: &Expr) -> String {
    let mut text = String::new();
    write(&mut text, condition, false);
    if text.len() > MAX_LENGTH {
        text = text.chars().take(MAX_LENGTH).chain(['…']).collect();
    }
    text
}

/// Writes a condition, in parentheses where it is a part of another one and has parts itself.
/// What is beyond the greatest length is not looked at.
fn write(text: &mut String, condition: &Expr, is_part: bool) {
    if text.len() > MAX_LENGTH {
        return;
    }
    match &condition.kind {
        ExprKind::And(parts) => write_all(text, parts, " and ", is_part),
        ExprKind::Or(parts) => write_all(text, parts, " or ", is_part),
        ExprKind::Not(part) => {
            text.push_str("not ");
            write(text, part, true);
        }
        ExprKind::Compare { comparison, variable, operand } => {
            let variable = value::value(variable);
            text.push_str(&format!("{variable} {} {}", sign(*comparison), self::operand(operand)));
        }
        ExprKind::Matches { variable, pattern } => {
            let (variable, pattern) = (value::value(variable), pattern.parts.join("*"));
            text.push_str(&format!("{variable} matches {pattern:?}"));
        }
        ExprKind::IsType { test, variable, expected } => {
            let (variable, is) = (value::value(variable), is(*expected));
            text.push_str(&format!("{variable} {is} {}", noun(*test)));
        }
        ExprKind::IsPresent { path, expected, .. } => {
            text.push_str(&format!("{} {} present", path.text, is(*expected)));
        }
        _ => text.push_str(&value::value(condition)),
    }
}

fn write_all(text: &mut String, parts: &[Expr], between: &str, is_part: bool) {
    let parenthesised = is_part && parts.len() > 1;
    if parenthesised {
        text.push('(');
    }
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            text.push_str(between);
        }
        write(text, part, parts.len() > 1 || is_part);
    }
    if parenthesised {
        text.push(')');
    }
}

fn is(expected: bool) -> &'static str {
    if expected { "is" } else { "is not" }
}

fn operand(operand: &Operand) -> String {
    match operand {
        Operand::Literal(Literal::String(text)) => format!("{text:?}"),
        Operand::Literal(literal) => value::literal(literal),
        Operand::Path(path) => value::value(path),
    }
}

fn sign(comparison: Comparison) -> &'static str {
    use Comparison::*;
    match comparison {
        BooleanEquals | StringEquals | NumericEquals | TimestampEquals => "=",
        StringLessThan | NumericLessThan | TimestampLessThan => "<",
        StringLessThanEquals | NumericLessThanEquals | TimestampLessThanEquals => "≤",
        StringGreaterThan | NumericGreaterThan | TimestampGreaterThan => ">",
        StringGreaterThanEquals | NumericGreaterThanEquals | TimestampGreaterThanEquals => "≥",
    }
}

fn noun(test: TypeTest) -> &'static str {
    match test {
        TypeTest::Null => "null",
        TypeTest::Boolean => "a boolean",
        TypeTest::Numeric => "a number",
        TypeTest::String => "a string",
        TypeTest::Timestamp => "a timestamp",
    }
}
