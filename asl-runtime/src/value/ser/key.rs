//! Keys of maps as names of members.

use std::fmt::Display;

use serde::Serialize;
use serde::ser::{Impossible, Serializer};

use super::{Error, Str, to_value};

/// Makes the name of a member of what is serialised into it: text, or a number, truth value or
/// character as text.
pub(super) struct ToKey;

fn no_text() -> Error {
    Error::new("the key of a map has to be text, a number or a truth value")
}

macro_rules! as_text {
    ($($method:ident: $type:ty),*) => {
        $(fn $method(self, key: $type) -> Result<Str, Error> {
            Ok(Str::from(key.to_string()))
        })*
    };
}

macro_rules! not_text {
    ($($method:ident($($argument:ty),*) -> $result:ty;)*) => {
        $(fn $method(self, $(_: $argument),*) -> Result<$result, Error> {
            Err(no_text())
        })*
    };
}

impl Serializer for ToKey {
    type Ok = Str;
    type Error = Error;
    type SerializeSeq = Impossible<Str, Error>;
    type SerializeTuple = Impossible<Str, Error>;
    type SerializeTupleStruct = Impossible<Str, Error>;
    type SerializeTupleVariant = Impossible<Str, Error>;
    type SerializeMap = Impossible<Str, Error>;
    type SerializeStruct = Impossible<Str, Error>;
    type SerializeStructVariant = Impossible<Str, Error>;

    as_text! {
        serialize_bool: bool, serialize_char: char,
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64,
        serialize_u128: u128
    }

    not_text! {
        serialize_bytes(&[u8]) -> Str;
        serialize_none() -> Str;
        serialize_unit() -> Str;
        serialize_unit_struct(&'static str) -> Str;
        serialize_seq(Option<usize>) -> Self::SerializeSeq;
        serialize_tuple(usize) -> Self::SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize)
            -> Self::SerializeTupleVariant;
        serialize_map(Option<usize>) -> Self::SerializeMap;
        serialize_struct(&'static str, usize) -> Self::SerializeStruct;
        serialize_struct_variant(&'static str, u32, &'static str, usize)
            -> Self::SerializeStructVariant;
    }

    fn serialize_f32(self, key: f32) -> Result<Str, Error> {
        self.serialize_f64(f64::from(key))
    }

    fn serialize_f64(self, key: f64) -> Result<Str, Error> {
        Ok(Str::from(to_value(&key)?.to_string()))
    }

    fn serialize_str(self, key: &str) -> Result<Str, Error> {
        Ok(Str::from(key))
    }

    fn collect_str<T: Display + ?Sized>(self, key: &T) -> Result<Str, Error> {
        Ok(Str::from(key.to_string()))
    }

    fn serialize_some<T: Serialize + ?Sized>(self, _key: &T) -> Result<Str, Error> {
        Err(no_text())
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
    ) -> Result<Str, Error> {
        Ok(Str::from_static(variant))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        key: &T,
    ) -> Result<Str, Error> {
        key.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _key: &T,
    ) -> Result<Str, Error> {
        Err(no_text())
    }
}
