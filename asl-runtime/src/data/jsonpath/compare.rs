//! How filters compare: as Jayway JsonPath does, numbers with strings too.

use super::Relation;
use crate::value::{Number, Value};

/// Whether a relation holds. A side is none where a path leads nowhere. No answer, not even that it
/// does not hold, where an element is looked for in something that is no list.
pub(super) fn holds(
    relation: Relation,
    left: Option<&Value>,
    right: Option<&Value>,
) -> Option<bool> {
    Some(match relation {
        Relation::Equals => equal(left, right),
        Relation::NotEquals => !equal(left, right),
        Relation::LessThan => less(left, right),
        Relation::LessThanEquals => ordered(left, right) && !less(right, left),
        Relation::GreaterThan => less(right, left),
        Relation::GreaterThanEquals => ordered(left, right) && !less(left, right),
        Relation::In => contains(right, left)?,
        Relation::NotIn => !contains(right, left)?,
    })
}

/// What leads nowhere equals nothing. A number on the left equals a string that reads as it, a
/// string on the left a number that prints as it.
fn equal(left: Option<&Value>, right: Option<&Value>) -> bool {
    match (left, right) {
        (Some(Value::Number(number)), Some(Value::String(text))) => {
            parse(text).is_some_and(|parsed| parsed == *number)
        }
        (Some(Value::String(text)), Some(Value::Number(number))) => {
            number.with_text(|printed| printed == text.as_str())
        }
        (Some(left), Some(right)) => left == right,
        _ => false,
    }
}

fn parse(text: &str) -> Option<Number> {
    if let Ok(integer) = text.parse::<i64>() {
        return Some(Number::from(integer));
    }
    Number::from_f64(text.parse().ok()?)
}

/// Whether the sides have an order: both numbers, or both strings.
fn ordered(left: Option<&Value>, right: Option<&Value>) -> bool {
    matches!(
        (left, right),
        (Some(Value::Number(_)), Some(Value::Number(_)))
            | (Some(Value::String(_)), Some(Value::String(_)))
    )
}

fn less(left: Option<&Value>, right: Option<&Value>) -> bool {
    match (left, right) {
        (Some(Value::Number(left)), Some(Value::Number(right))) => left < right,
        (Some(Value::String(left)), Some(Value::String(right))) => {
            crate::data::compare::string_less_than(left.as_str(), right.as_str())
        }
        _ => false,
    }
}

fn contains(list: Option<&Value>, element: Option<&Value>) -> Option<bool> {
    Some(list?.as_array()?.iter().any(|item| equal(element, Some(item))))
}
