//! Conversions from Rust values that cannot fail, and from and to `serde_json::Value`.

use super::{Array, Number, Object, Str, Value};

impl From<bool> for Value {
    #[inline]
    fn from(truth: bool) -> Self {
        Self::Bool(truth)
    }
}

impl From<Number> for Value {
    #[inline]
    fn from(number: Number) -> Self {
        Self::Number(number)
    }
}

macro_rules! from_integers {
    ($($integer:ty),*) => {
        $(impl From<$integer> for Value {
            #[inline]
            fn from(integer: $integer) -> Self {
                Self::Number(Number::from(integer))
            }
        })*
    };
}
from_integers!(i8, i16, i32, i64, isize, u8, u16, u32, u64, usize);

/// NaN and the infinities, which JSON has no numbers for, become `null`.
impl From<f64> for Value {
    #[inline]
    fn from(float: f64) -> Self {
        Number::from_f64(float).map_or(Self::Null, Self::Number)
    }
}

impl From<Str> for Value {
    #[inline]
    fn from(text: Str) -> Self {
        Self::String(text)
    }
}

impl From<&Str> for Value {
    #[inline]
    fn from(text: &Str) -> Self {
        Self::String(text.clone())
    }
}

impl From<&str> for Value {
    #[inline]
    fn from(text: &str) -> Self {
        Self::String(Str::from(text))
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::String(Str::from(text))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::String(Str::from(text))
    }
}

impl From<Array> for Value {
    #[inline]
    fn from(array: Array) -> Self {
        Self::Array(array)
    }
}

impl From<Object> for Value {
    #[inline]
    fn from(object: Object) -> Self {
        Self::Object(object)
    }
}

impl<V: Into<Value>> From<Vec<V>> for Value {
    fn from(items: Vec<V>) -> Self {
        Self::Array(items.into_iter().collect())
    }
}

impl<V: Into<Value>, const N: usize> From<[V; N]> for Value {
    fn from(items: [V; N]) -> Self {
        Self::Array(items.into_iter().collect())
    }
}

/// None becomes `null`.
impl<V: Into<Value>> From<Option<V>> for Value {
    fn from(value: Option<V>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl From<&Value> for Value {
    #[inline]
    fn from(value: &Value) -> Self {
        value.clone()
    }
}

/// Recursive, as the drop of a `serde_json::Value` is.
///
/// Where another crate turned on serde_json's `arbitrary_precision`, a number that is neither an
/// integer of 64 bits nor in the range of a float becomes `null`.
impl From<serde_json::Value> for Value {
    fn from(value: serde_json::Value) -> Self {
        use serde_json::Value as Other;
        match value {
            Other::Null => Self::Null,
            Other::Bool(truth) => Self::Bool(truth),
            Other::Number(number) => match (number.as_i64(), number.as_u64(), number.as_f64()) {
                (Some(integer), _, _) => integer.into(),
                (_, Some(integer), _) => integer.into(),
                (_, _, Some(float)) => float.into(),
                _ => Self::Null,
            },
            Other::String(text) => text.into(),
            Other::Array(items) => Self::Array(items.into_iter().collect()),
            Other::Object(members) => Self::Object(members.into_iter().collect()),
        }
    }
}

/// Recursive, as the drop of a `serde_json::Value` is; [`from_value`](super::from_value) refuses
/// what is nested too deeply instead.
impl From<Value> for serde_json::Value {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(truth) => Self::Bool(truth),
            Value::Number(number) => match (number.as_i64(), number.as_u64()) {
                (Some(integer), _) => integer.into(),
                (_, Some(integer)) => integer.into(),
                _ => number.as_f64().into(),
            },
            Value::String(text) => Self::String(text.into()),
            Value::Array(items) => Self::Array(items.into_iter().map(Self::from).collect()),
            Value::Object(members) => Self::Object(
                members
                    .into_iter()
                    .map(|(name, member)| (name.into(), Self::from(member)))
                    .collect(),
            ),
        }
    }
}
