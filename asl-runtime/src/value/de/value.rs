//! [`Value`]s from any format of serde.

use std::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor,
};

use crate::value::{Array, Error, MAX_DEPTH, Number, Object, Str, Value, read};

/// The member by which `serde_json` hands on a number where another crate turned on its
/// `arbitrary_precision`.
const NUMBER: &str = "$serde_json::private::Number";

/// Items that room is made for at most, whatever the format says.
const MAX_ROOM: usize = 1024;

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Seed { levels: MAX_DEPTH }.deserialize(deserializer)
    }
}

impl<'de> Deserialize<'de> for Array {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::Array(array) => Ok(array),
            other => Err(D::Error::invalid_type(super::unexpected(&other), &"an array")),
        }
    }
}

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::Object(object) => Ok(object),
            other => Err(D::Error::invalid_type(super::unexpected(&other), &"an object")),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::Number(number) => Ok(number),
            other => Err(D::Error::invalid_type(super::unexpected(&other), &"a number")),
        }
    }
}

/// Makes a value in which so many arrays and objects may be nested.
#[derive(Clone, Copy)]
struct Seed {
    levels: usize,
}

impl Seed {
    fn inner<E: serde::de::Error>(self) -> Result<Self, E> {
        let levels = self.levels.checked_sub(1).ok_or_else(|| E::custom(Error::too_deep()))?;
        Ok(Self { levels })
    }
}

impl<'de> DeserializeSeed<'de> for Seed {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<Value, D::Error> {
        self.deserialize(inner)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::Bool(truth))
    }

    fn visit_i64<E>(self, integer: i64) -> Result<Value, E> {
        Ok(Value::from(integer))
    }

    fn visit_u64<E>(self, integer: u64) -> Result<Value, E> {
        Ok(Value::from(integer))
    }

    fn visit_i128<E: serde::de::Error>(self, integer: i128) -> Result<Value, E> {
        Number::from_i128(integer)
            .map(Value::Number)
            .ok_or_else(|| E::custom(format!("the integer {integer} does not fit 64 bits")))
    }

    fn visit_u128<E: serde::de::Error>(self, integer: u128) -> Result<Value, E> {
        u64::try_from(integer)
            .map(Value::from)
            .map_err(|_| E::custom(format!("the integer {integer} does not fit 64 bits")))
    }

    fn visit_f64<E: serde::de::Error>(self, float: f64) -> Result<Value, E> {
        Number::from_f64(float)
            .map(Value::Number)
            .ok_or_else(|| E::custom(format!("{float} is no JSON number")))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::from(text))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::from(text))
    }

    fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Value, E> {
        Ok(Value::Array(bytes.iter().copied().collect()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let inner = self.inner()?;
        let mut array = Vec::with_capacity(items.size_hint().unwrap_or(0).min(MAX_ROOM));
        while let Some(item) = items.next_element_seed(inner)? {
            array.push(item);
        }
        Ok(Value::Array(Array::from(array)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let inner = self.inner()?;
        let mut object = Object::with_capacity(members.size_hint().unwrap_or(0).min(MAX_ROOM));
        while let Some(name) = members.next_key::<Str>()? {
            object.insert(name, members.next_value_seed(inner)?);
        }
        Ok(number_in(&object).map_or(Value::Object(object), Value::Number))
    }
}

/// The number that an object of `serde_json` stands for.
fn number_in(object: &Object) -> Option<Number> {
    if object.len() != 1 {
        return None;
    }
    let text = object.get(NUMBER)?.as_str()?;
    read::read(text.as_bytes()).ok()?.as_number()
}
