//! What counts as true.
//!
//! Follows [`$boolean`](https://docs.jsonata.org/boolean-functions#boolean) of JSONata's
//! documentation.

use super::item::{Item, View};
use crate::value::Value;

/// Whether a value counts as true; nothing does not.
#[inline]
#[must_use]
pub fn truth(view: View<'_>) -> bool {
    match view {
        View::Value(Value::Bool(truth)) => *truth,
        view => boolean(view).unwrap_or(false),
    }
}

/// The truth of a value; none of nothing.
#[must_use]
pub fn boolean(view: View<'_>) -> Option<bool> {
    Some(match view {
        View::Undefined => return None,
        View::Value(Value::Null) => false,
        View::Function(function) => function.truth(),
        View::Value(Value::Bool(truth)) => *truth,
        View::Value(Value::Number(number)) => number.as_f64() != 0.0,
        View::Value(Value::String(text)) => !text.is_empty(),
        View::Value(Value::Object(object)) => !object.is_empty(),
        View::Record(record) => !record.is_empty(),
        array => match array.len() {
            0 => false,
            1 => return Some(truth(array.at(0))),
            _ => array.items().any(truth),
        },
    })
}

/// `and` and `or` give what the sides count as.
#[inline]
#[must_use]
pub fn item(truth: bool) -> Item {
    Item::from(truth)
}
