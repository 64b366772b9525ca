//! Expressions as short texts.

use asl_lang::ir::{Expr, ExprKind, Literal};

/// A number of seconds, as `90 s` or the path to it.
pub(super) fn seconds(expr: &Expr) -> String {
    match &expr.kind {
        ExprKind::Literal(Literal::Integer(seconds)) => duration(*seconds),
        _ => value(expr),
    }
}

/// Seconds in the largest unit that has no rest.
pub(super) fn duration(seconds: i64) -> String {
    let units = [(86_400, "d"), (3_600, "h"), (60, "min")];
    let unit = units.iter().find(|(size, _)| seconds != 0 && seconds % size == 0);
    match unit {
        Some((size, name)) => format!("{} {name}", seconds / size),
        None => format!("{seconds} s"),
    }
}

/// An expression as it was written, or as close as it gets.
pub(super) fn value(expr: &Expr) -> String {
    match &expr.kind {
        ExprKind::Literal(constant) => literal(constant),
        ExprKind::Register(_) => "$".to_owned(),
        ExprKind::Path { path, .. } => path.text.clone(),
        ExprKind::Intrinsic { call, .. } => call.to_string(),
        ExprKind::Query(query) => query.host_expression().unwrap_or(&query.text).to_owned(),
        _ => "…".to_owned(),
    }
}

/// The text of a string, other constants as JSON.
pub(super) fn literal(literal: &Literal) -> String {
    match literal {
        Literal::Null => "null".to_owned(),
        Literal::Bool(value) => value.to_string(),
        Literal::Integer(value) => value.to_string(),
        Literal::Unsigned(value) => value.to_string(),
        Literal::Number(value) => value.to_string(),
        Literal::String(text) => text.clone(),
        Literal::Array(_) => "[…]".to_owned(),
        Literal::Object(_) => "{…}".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::duration;

    #[test]
    fn durations_have_the_largest_unit() {
        for (seconds, text) in
            [(0, "0 s"), (59, "59 s"), (60, "1 min"), (5_400, "90 min"), (604_800, "7 d")]
        {
            assert_eq!(duration(seconds), text);
        }
    }
}
