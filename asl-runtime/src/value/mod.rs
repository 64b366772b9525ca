//! State data: the JSON values that flow through a machine.
//!
//! A [`Value`] is cheap to hand on: the clone of any subtree is a reference count, and a tree
//! nobody else holds is changed in place. Generated code and the interpreter work on it by the
//! functions of [`data`](crate::data); handlers see their own types, converted by [`to_value`] and
//! [`from_value`]; text comes in by [`Value::from_json`] and leaves by [`Value::to_json`].

mod array;
mod convert;
mod de;
mod equality;
mod error;
mod index;
mod json;
mod macros;
mod measure;
mod member;
mod number;
mod object;
mod read;
mod ser;
mod string;
mod teardown;
#[cfg(test)]
mod tests;
mod write;

use std::fmt;

pub use array::Array;
pub use de::{from_value, from_value_ref};
pub use error::Error;
pub use measure::MAX_DEPTH;
pub use member::{Key, Member};
pub use number::Number;
pub use object::{IntoIter, Iter, Object};
pub use ser::{into_value, to_value};
pub use string::Str;
pub(crate) use string::StrBuilder;

/// A JSON value.
///
/// Numbers compare by value (`1 == 1.0`), objects whatever the order of their members.
///
/// # Examples
/// ```
/// use asl_runtime::json;
/// use asl_runtime::value::Value;
///
/// let order = json!({ "id": "o-1", "lines": [{ "sku": "a", "count": 2 }] });
/// let copy = order.clone(); // a reference count
/// assert_eq!(copy.get("id").and_then(Value::as_str), Some("o-1"));
/// assert_eq!(order.to_string(), r#"{"id":"o-1","lines":[{"sku":"a","count":2}]}"#);
/// ```
#[derive(Clone, Default)]
pub enum Value {
    /// `null`
    #[default]
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string.
    String(Str),
    /// An array.
    Array(Array),
    /// An object.
    Object(Object),
}

impl Value {
    /// Whether it is `null`.
    #[inline]
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The truth value; none if it is anything else.
    #[inline]
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(truth) => Some(*truth),
            _ => None,
        }
    }

    /// The number; none if it is anything else.
    #[inline]
    #[must_use]
    pub fn as_number(&self) -> Option<Number> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The integer; none if it is anything else, as `1.0` is.
    #[inline]
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.as_number().and_then(Number::as_i64)
    }

    /// The integer without a sign; none if it is anything else.
    #[inline]
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        self.as_number().and_then(Number::as_u64)
    }

    /// The nearest float of a number; none if it is anything else.
    #[inline]
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        self.as_number().map(Number::as_f64)
    }

    /// The string; none if it is anything else.
    #[inline]
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text.as_str()),
            _ => None,
        }
    }

    /// The array; none if it is anything else.
    #[inline]
    #[must_use]
    pub fn as_array(&self) -> Option<&Array> {
        match self {
            Self::Array(array) => Some(array),
            _ => None,
        }
    }

    /// The array for change; none if it is anything else.
    #[inline]
    pub fn as_array_mut(&mut self) -> Option<&mut Array> {
        match self {
            Self::Array(array) => Some(array),
            _ => None,
        }
    }

    /// The object; none if it is anything else.
    #[inline]
    #[must_use]
    pub fn as_object(&self) -> Option<&Object> {
        match self {
            Self::Object(object) => Some(object),
            _ => None,
        }
    }

    /// The object for change; none if it is anything else.
    #[inline]
    pub fn as_object_mut(&mut self) -> Option<&mut Object> {
        match self {
            Self::Object(object) => Some(object),
            _ => None,
        }
    }

    /// The member of an object; none if there is none or this is no object.
    #[inline]
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        match self {
            Self::Object(object) => object.get(name),
            _ => None,
        }
    }
}

/// The compact JSON.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write::write(self, f)
    }
}

/// The compact JSON.
impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
