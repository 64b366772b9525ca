//! [`Value`]s into any format of serde.

use serde::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::value::{Array, Error, Number, Object, Value};

/// Fails for a value that is nested deeper than [`MAX_DEPTH`](crate::value::MAX_DEPTH), which
/// serialisers could not bear.
impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(truth) => serializer.serialize_bool(*truth),
            Self::Number(number) => number.serialize(serializer),
            Self::String(text) => serializer.serialize_str(text),
            // By the value, which knows its depth.
            Self::Array(_) | Self::Object(_) if !self.is_shallow() => {
                Err(S::Error::custom(Error::too_deep()))
            }
            Self::Array(array) => serialize_items(array, serializer),
            Self::Object(object) => serialize_members(object, serializer),
        }
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.as_i64(), self.as_u64()) {
            (Some(integer), _) => serializer.serialize_i64(integer),
            (None, Some(integer)) => serializer.serialize_u64(integer),
            (None, None) => serializer.serialize_f64(self.as_f64()),
        }
    }
}

impl Serialize for Array {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Value::Array(self.clone()).serialize(serializer)
    }
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Value::Object(self.clone()).serialize(serializer)
    }
}

fn serialize_items<S: Serializer>(array: &Array, serializer: S) -> Result<S::Ok, S::Error> {
    let mut items = serializer.serialize_seq(Some(array.len()))?;
    for item in array {
        items.serialize_element(item)?;
    }
    items.end()
}

fn serialize_members<S: Serializer>(object: &Object, serializer: S) -> Result<S::Ok, S::Error> {
    let mut members = serializer.serialize_map(Some(object.len()))?;
    for (name, value) in object {
        members.serialize_entry(name, value)?;
    }
    members.end()
}
