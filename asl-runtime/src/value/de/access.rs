//! Arrays, objects and enums while their members are being deserialised.

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{
    DeserializeSeed, EnumAccess, Error as _, IntoDeserializer, MapAccess, SeqAccess, VariantAccess,
    Visitor,
};

use super::key::Key;
use super::{RAW_VALUE, unexpected, visit_array, visit_object};
use crate::value::{Array, Error, Iter, Object, Str, Value};

/// The items of an array.
pub(super) struct Items<'de> {
    items: std::iter::Enumerate<std::slice::Iter<'de, Value>>,
}

impl<'de> Items<'de> {
    pub(super) fn of(array: &'de Array) -> Self {
        Self { items: array.iter().enumerate() }
    }

    pub(super) fn is_done(&self) -> bool {
        self.items.len() == 0
    }
}

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let Some((index, item)) = self.items.next() else {
            return Ok(None);
        };
        seed.deserialize(item).map(Some).map_err(|error| error.in_item(index))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

/// The members of an object.
pub(super) struct Members<'de> {
    members: Iter<'de>,
    /// The one whose key has been taken.
    current: Option<(&'de Str, &'de Value)>,
}

impl<'de> Members<'de> {
    pub(super) fn of(object: &'de Object) -> Self {
        Self { members: object.iter(), current: None }
    }

    pub(super) fn is_done(&self) -> bool {
        self.members.len() == 0
    }
}

impl<'de> MapAccess<'de> for Members<'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        self.current = self.members.next();
        let Some((name, _)) = self.current else {
            return Ok(None);
        };
        seed.deserialize(Key(name)).map(Some).map_err(|error| error.in_member(name))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        match self.current.take() {
            Some((name, value)) => seed.deserialize(value).map_err(|error| error.in_member(name)),
            None => Err(Error::custom("a value was asked for before its key")),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.members.len())
    }
}

/// A variant of an enum with its content.
pub(super) struct Variant<'de> {
    pub(super) name: &'de Str,
    pub(super) content: &'de Value,
}

impl<'de> EnumAccess<'de> for Variant<'de> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Error> {
        let name = BorrowedStrDeserializer::<Error>::new(self.name);
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        match self.content {
            Value::Null => Ok(()),
            other => Err(Error::invalid_type(unexpected(other), &"null, for a unit variant")
                .in_member(self.name)),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(self.content).map_err(|error| error.in_member(self.name))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, visitor: V) -> Result<V::Value, Error> {
        let result = match self.content {
            Value::Array(array) => visit_array(array, visitor),
            other => Err(Error::invalid_type(unexpected(other), &"an array, for a tuple variant")),
        };
        result.map_err(|error| error.in_member(self.name))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let result = match self.content {
            Value::Array(array) => visit_array(array, visitor),
            Value::Object(object) => visit_object(object, visitor),
            other => Err(Error::invalid_type(unexpected(other), &"an object")),
        };
        result.map_err(|error| error.in_member(self.name))
    }
}

/// The JSON text of a value, in the shape in which `serde_json` takes its `RawValue`.
pub(super) struct RawText(Option<String>);

impl RawText {
    pub(super) fn of(value: &Value) -> Self {
        Self(Some(value.to_string()))
    }
}

impl<'de> MapAccess<'de> for RawText {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        if self.0.is_none() {
            return Ok(None);
        }
        seed.deserialize(BorrowedStrDeserializer::<Error>::new(RAW_VALUE)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        match self.0.take() {
            Some(text) => seed.deserialize(text.into_deserializer()),
            None => Err(Error::invalid_length(1, &"one member")),
        }
    }
}
