//! From [`Value`]s to Rust values, by serde.
//!
//! Takes the shapes that [`to_value`](super::to_value) makes. Text is borrowed where the type
//! allows it, as `&str` and `Cow<str>` do.

mod access;
mod key;
mod value;

use std::any::Any;

use serde::de::{
    Deserialize, DeserializeOwned, Deserializer, Error as _, IntoDeserializer, Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;

use self::access::{Items, Members, RawText, Variant};
use super::{Array, Error, Object, Value};

/// The name under which `serde_json` asks for JSON text, for its `RawValue`.
const RAW_VALUE: &str = "$serde_json::private::RawValue";

/// The Rust value of any type that serde can deserialise. A [`Value`] is handed on as it is.
///
/// # Errors
/// The value does not have the shape of the type, or is nested deeper than
/// [`MAX_DEPTH`](super::MAX_DEPTH). The error names the member that does not fit.
///
/// # Examples
/// ```
/// use asl_runtime::json;
/// use asl_runtime::value::from_value;
///
/// let lines: Vec<(String, Option<u32>)> = from_value(json!([["a-17", 2], ["b-4", null]]))?;
/// assert_eq!(lines, [("a-17".to_owned(), Some(2)), ("b-4".to_owned(), None)]);
/// # Ok::<(), asl_runtime::value::Error>(())
/// ```
pub fn from_value<T: DeserializeOwned + 'static>(value: Value) -> Result<T, Error> {
    let mut value = Some(value);
    match (&mut value as &mut dyn Any).downcast_mut::<Option<T>>() {
        Some(value) => value.take().ok_or_else(|| Error::new("there is no value")),
        None => T::deserialize(&value.unwrap_or_default()),
    }
}

/// Like [`from_value`], for types that borrow from the value.
///
/// # Errors
/// Those of [`from_value`].
///
/// # Examples
/// ```
/// use asl_runtime::json;
/// use asl_runtime::value::from_value_ref;
///
/// let names = json!(["Ada", "Grace"]);
/// let borrowed: Vec<&str> = from_value_ref(&names)?;
/// assert_eq!(borrowed, ["Ada", "Grace"]);
/// # Ok::<(), asl_runtime::value::Error>(())
/// ```
pub fn from_value_ref<'a, T: Deserialize<'a>>(value: &'a Value) -> Result<T, Error> {
    T::deserialize(value)
}

impl<'de> Deserializer<'de> for &'de Value {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Value::Null => visitor.visit_unit(),
            Value::Bool(truth) => visitor.visit_bool(*truth),
            Value::Number(number) => match (number.as_u64(), number.as_i64()) {
                (Some(integer), _) => visitor.visit_u64(integer),
                (None, Some(integer)) => visitor.visit_i64(integer),
                (None, None) => visitor.visit_f64(number.as_f64()),
            },
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::Array(_) | Value::Object(_) if !self.is_shallow() => Err(Error::too_deep()),
            Value::Array(array) => visit_array(array, visitor),
            Value::Object(object) => visit_object(object, visitor),
        }
    }

    fn deserialize_i128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_any(visitor)
    }

    fn deserialize_u128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_any(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        if name == RAW_VALUE {
            return visitor.visit_map(RawText::of(self));
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            Value::String(variant) => visitor.visit_enum(variant.as_str().into_deserializer()),
            Value::Object(object) => {
                let mut members = object.iter();
                match (members.next(), members.next()) {
                    (Some((variant, content)), None) => {
                        if !self.is_shallow() {
                            return Err(Error::too_deep());
                        }
                        visitor.visit_enum(Variant { name: variant, content })
                    }
                    _ => Err(Error::invalid_value(
                        Unexpected::Map,
                        &"an object with one member, the variant of an enum",
                    )),
                }
            }
            other => Err(Error::invalid_type(unexpected(other), &"a string or an object")),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct identifier
    }
}

impl<'de> IntoDeserializer<'de, Error> for &'de Value {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

fn visit_array<'de, V: Visitor<'de>>(array: &'de Array, visitor: V) -> Result<V::Value, Error> {
    let mut items = Items::of(array);
    let result = visitor.visit_seq(&mut items)?;
    if items.is_done() {
        Ok(result)
    } else {
        Err(Error::invalid_length(array.len(), &"fewer items in the array"))
    }
}

fn visit_object<'de, V: Visitor<'de>>(object: &'de Object, visitor: V) -> Result<V::Value, Error> {
    let mut members = Members::of(object);
    let result = visitor.visit_map(&mut members)?;
    if members.is_done() {
        Ok(result)
    } else {
        Err(Error::invalid_length(object.len(), &"fewer members in the object"))
    }
}

/// The value as messages of serde show it.
fn unexpected(value: &Value) -> Unexpected<'_> {
    match value {
        Value::Null => Unexpected::Unit,
        Value::Bool(truth) => Unexpected::Bool(*truth),
        Value::Number(number) => match (number.as_u64(), number.as_i64()) {
            (Some(integer), _) => Unexpected::Unsigned(integer),
            (None, Some(integer)) => Unexpected::Signed(integer),
            (None, None) => Unexpected::Float(number.as_f64()),
        },
        Value::String(text) => Unexpected::Str(text),
        Value::Array(_) => Unexpected::Seq,
        Value::Object(_) => Unexpected::Map,
    }
}
