//! Names of members as keys of maps.

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{Deserializer, Visitor};
use serde::forward_to_deserialize_any;

use crate::value::{Error, Value, read};

/// The name of a member. A type that is no text may find itself written in it.
pub(super) struct Key<'de>(pub(super) &'de str);

impl<'de> Key<'de> {
    /// The number or truth value that is written in the name; else the name.
    fn written<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match read::read(self.0.as_bytes()) {
            Ok(Value::Bool(truth)) => visitor.visit_bool(truth),
            Ok(Value::Number(number)) => match (number.as_u64(), number.as_i64()) {
                (Some(integer), _) => visitor.visit_u64(integer),
                (None, Some(integer)) => visitor.visit_i64(integer),
                (None, None) => visitor.visit_f64(number.as_f64()),
            },
            _ => visitor.visit_borrowed_str(self.0),
        }
    }
}

macro_rules! written {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            self.written(visitor)
        })*
    };
}

impl<'de> Deserializer<'de> for Key<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_borrowed_str(self.0)
    }

    written! {
        deserialize_bool
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
        deserialize_f32 deserialize_f64
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        BorrowedStrDeserializer::new(self.0).deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct
        identifier ignored_any
    }
}
