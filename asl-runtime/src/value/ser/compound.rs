//! Arrays and objects while their members are being serialised.

use serde::Serialize;
use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};

use super::key::ToKey;
use super::{Array, Error, Object, Str, ToValue, Value, wrap};
use crate::value::read;

/// Room that is made at most for what a type says it will serialise.
const MAX_ROOM: usize = 1024;

/// An array.
pub(super) struct Items {
    items: Vec<Value>,
    inner: ToValue,
}

impl Items {
    pub(super) fn new(outer: ToValue, len: usize) -> Result<Self, Error> {
        Ok(Self { items: Vec::with_capacity(len.min(MAX_ROOM)), inner: outer.inner()? })
    }

    fn add<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Error> {
        let index = self.items.len();
        self.items.push(item.serialize(self.inner).map_err(|error| error.in_item(index))?);
        Ok(())
    }

    fn finish(self) -> Value {
        Value::Array(Array::from(self.items))
    }
}

/// An object that was a map.
pub(super) struct Members {
    object: Object,
    key: Str,
    inner: ToValue,
}

impl Members {
    pub(super) fn new(outer: ToValue, len: usize) -> Result<Self, Error> {
        let object = Object::with_capacity(len.min(MAX_ROOM));
        Ok(Self { object, key: Str::default(), inner: outer.inner()? })
    }
}

/// What was a struct.
pub(super) enum Fields {
    /// An object.
    Object(Object, ToValue),
    /// One of the structs by which `serde_json` hands on JSON text: a `RawValue`, or a `Number`
    /// where its `arbitrary_precision` is turned on.
    Text(Value),
}

impl Fields {
    pub(super) fn new(outer: ToValue, name: &'static str, len: usize) -> Result<Self, Error> {
        if name.starts_with("$serde_json::private::") {
            return Ok(Self::Text(Value::Null));
        }
        Ok(Self::Object(Object::with_capacity(len.min(MAX_ROOM)), outer.inner()?))
    }

    fn add<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        match self {
            Self::Object(object, inner) => {
                let value = value.serialize(*inner).map_err(|error| error.in_member(name))?;
                object.insert(Str::from_static(name), value);
            }
            Self::Text(result) => {
                let text = value.serialize(ToKey)?;
                *result = read::read(text.as_bytes())?;
            }
        }
        Ok(())
    }

    fn finish(self) -> Value {
        match self {
            Self::Object(object, _) => Value::Object(object),
            Self::Text(value) => value,
        }
    }
}

/// The content of an enum's variant.
pub(super) struct Wrapped<C> {
    pub(super) variant: &'static str,
    pub(super) content: C,
}

impl SerializeMap for Members {
    type Ok = Value;
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.key = key.serialize(ToKey)?;
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let key = std::mem::take(&mut self.key);
        let value = value.serialize(self.inner).map_err(|error| error.in_member(&key))?;
        self.object.insert(key, value);
        Ok(())
    }

    fn end(self) -> Result<Value, Error> {
        Ok(Value::Object(self.object))
    }
}

macro_rules! items {
    ($($interface:ident $method:ident),*) => {
        $(impl $interface for Items {
            type Ok = Value;
            type Error = Error;

            fn $method<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Error> {
                self.add(item)
            }

            fn end(self) -> Result<Value, Error> {
                Ok(self.finish())
            }
        })*
    };
}
items!(
    SerializeSeq serialize_element,
    SerializeTuple serialize_element,
    SerializeTupleStruct serialize_field
);

impl SerializeTupleVariant for Wrapped<Items> {
    type Ok = Value;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Error> {
        self.content.add(item).map_err(|error| error.in_member(self.variant))
    }

    fn end(self) -> Result<Value, Error> {
        Ok(wrap(self.variant, self.content.finish()))
    }
}

impl SerializeStruct for Fields {
    type Ok = Value;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.add(name, value)
    }

    fn end(self) -> Result<Value, Error> {
        Ok(self.finish())
    }
}

impl SerializeStructVariant for Wrapped<Fields> {
    type Ok = Value;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.content.add(name, value).map_err(|error| error.in_member(self.variant))
    }

    fn end(self) -> Result<Value, Error> {
        Ok(wrap(self.variant, self.content.finish()))
    }
}
