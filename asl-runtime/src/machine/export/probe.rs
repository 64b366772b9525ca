//! What serde reads a type from, found by asking: the first thing that it wants says it.

use std::fmt;

use serde::de::value::Error;
use serde::de::{DeserializeOwned, Deserializer, Error as _, Visitor};

/// What serde reads a type from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// `bool`
    Boolean,
    /// An integer of at most 64 bits.
    Integer,
    /// `f64`
    Float,
    /// `f32`, which other decimals come of.
    Single,
    /// A string or a character.
    Text,
    /// An `Option`.
    Optional,
    /// Nothing: `()`.
    Unit,
    /// A `Vec`, a tuple and the like.
    Sequence,
    /// A map, also a struct with others in it (`#[serde(flatten)]`).
    Map,
    /// A struct, by the names that serde gives its fields.
    Struct(&'static [&'static str]),
    /// A struct around one value.
    Newtype,
    /// An enum.
    Enum,
    /// Anything else.
    Other,
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Boolean => "a Boolean",
            Self::Integer => "an integer",
            Self::Float => "a number",
            Self::Single => "an `f32`",
            Self::Text => "a string",
            Self::Optional => "an `Option`",
            Self::Unit => "nothing",
            Self::Sequence => "a sequence",
            Self::Map => "a map",
            Self::Struct(_) => "a struct",
            Self::Newtype => "a newtype",
            Self::Enum => "an enum",
            Self::Other => "something that says no more",
        })
    }
}

/// What serde reads a type from; none if it asks for nothing.
pub(super) fn shape<T: DeserializeOwned>() -> Option<Shape> {
    let mut shape = None;
    // It gets nothing, so that it fails.
    let _ = T::deserialize(Probe(&mut shape));
    shape
}

struct Probe<'a>(&'a mut Option<Shape>);

impl Probe<'_> {
    fn found<T>(self, shape: Shape) -> Result<T, Error> {
        self.0.get_or_insert(shape);
        Err(Error::custom("there is nothing to read"))
    }
}

macro_rules! methods {
    ($($name:ident => $shape:ident,)*) => {
        $(
            fn $name<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
                self.found(Shape::$shape)
            }
        )*
    };
}

impl<'de> Deserializer<'de> for Probe<'_> {
    type Error = Error;

    methods! {
        deserialize_bool => Boolean,
        deserialize_i8 => Integer,
        deserialize_i16 => Integer,
        deserialize_i32 => Integer,
        deserialize_i64 => Integer,
        deserialize_u8 => Integer,
        deserialize_u16 => Integer,
        deserialize_u32 => Integer,
        deserialize_u64 => Integer,
        deserialize_f32 => Single,
        deserialize_f64 => Float,
        deserialize_char => Text,
        deserialize_str => Text,
        deserialize_string => Text,
        deserialize_option => Optional,
        deserialize_unit => Unit,
        deserialize_seq => Sequence,
        deserialize_map => Map,
        deserialize_any => Other,
        deserialize_i128 => Other,
        deserialize_u128 => Other,
        deserialize_bytes => Other,
        deserialize_byte_buf => Other,
        deserialize_identifier => Other,
        deserialize_ignored_any => Other,
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: V,
    ) -> Result<V::Value, Error> {
        self.found(Shape::Unit)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: V,
    ) -> Result<V::Value, Error> {
        self.found(Shape::Newtype)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Error> {
        self.found(Shape::Sequence)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        _: V,
    ) -> Result<V::Value, Error> {
        self.found(Shape::Sequence)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        self.found(Shape::Struct(fields))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        self.found(Shape::Enum)
    }
}
