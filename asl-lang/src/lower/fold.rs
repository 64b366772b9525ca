//! Expressions whose value is known are constants.
//!
//! Nothing is folded that may fail, or whose result only the run-time library knows.

use crate::intrinsic::split_template;
use crate::ir::{Expr, ExprKind, IntrinsicFunction, Literal, Type};
use crate::source::Span;

pub(super) fn type_of(literal: &Literal) -> Type {
    match literal {
        Literal::Null => Type::Null,
        Literal::Bool(_) => Type::Boolean,
        Literal::Integer(_) | Literal::Unsigned(_) => Type::Integer,
        Literal::Number(_) => Type::Number,
        Literal::String(_) => Type::String,
        Literal::Array(_) => Type::Array,
        Literal::Object(_) => Type::Object,
    }
}

/// An array of a payload template.
pub(super) fn array(elements: Vec<Expr>, span: Span) -> Expr {
    let kind = match constants(&elements) {
        Some(constants) => ExprKind::Literal(Literal::Array(constants)),
        None => ExprKind::Array(elements),
    };
    Expr { kind, ty: Type::Array, span }
}

/// An object of a payload template.
pub(super) fn object(members: Vec<(String, Expr)>, span: Span) -> Expr {
    let constants: Option<Vec<(String, Literal)>> = members
        .iter()
        .map(|(name, value)| Some((name.clone(), constant(value)?.clone())))
        .collect();
    let kind = match constants {
        Some(constants) => ExprKind::Literal(Literal::Object(constants)),
        None => ExprKind::Object(members),
    };
    Expr { kind, ty: Type::Object, span }
}

/// The value of a call of an intrinsic function, where it is known.
pub(super) fn call(function: IntrinsicFunction, arguments: &[Expr]) -> Option<Literal> {
    let arguments = constants(arguments)?;
    match (function, arguments.as_slice()) {
        (IntrinsicFunction::Array, _) => Some(Literal::Array(arguments)),
        (IntrinsicFunction::MathAdd, [Literal::Integer(a), Literal::Integer(b)]) => {
            sum(*a, *b).map(Literal::Integer)
        }
        (IntrinsicFunction::Format, _) => formatted(&arguments).map(Literal::String),
        _ => None,
    }
}

/// The sum where it and both terms are surely in the function's range.
fn sum(a: i64, b: i64) -> Option<i64> {
    let sum = i32::try_from(a).ok()?.checked_add(i32::try_from(b).ok()?)?;
    Some(i64::from(sum))
}

fn formatted(arguments: &[Literal]) -> Option<String> {
    let (Literal::String(template), values) = arguments.split_first()? else {
        return None;
    };
    let texts = split_template(template)?;
    let (first, texts) = texts.split_first()?;
    if texts.len() != values.len() {
        return None;
    }
    let mut formatted = first.clone();
    for (value, text) in values.iter().zip(texts) {
        match value {
            Literal::Null => formatted.push_str("null"),
            Literal::Bool(value) => formatted.push_str(&value.to_string()),
            Literal::Integer(value) => formatted.push_str(&value.to_string()),
            Literal::Unsigned(value) => formatted.push_str(&value.to_string()),
            Literal::String(value) => formatted.push_str(value),
            Literal::Number(_) | Literal::Array(_) | Literal::Object(_) => return None,
        }
        formatted.push_str(text);
    }
    Some(formatted)
}

fn constant(expression: &Expr) -> Option<&Literal> {
    match &expression.kind {
        ExprKind::Literal(literal) => Some(literal),
        _ => None,
    }
}

fn constants(expressions: &[Expr]) -> Option<Vec<Literal>> {
    expressions.iter().map(|expression| constant(expression).cloned()).collect()
}
