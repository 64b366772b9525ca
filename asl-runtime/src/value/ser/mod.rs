//! From Rust values to [`Value`]s, by serde.
//!
//! The shapes are those of `serde_json`: structs and maps are objects, tuples and bytes arrays,
//! `None` and unit are `null`, an enum's unit variant is its name and any other an object with one
//! member, and keys of maps that are numbers, truth values or characters are written as text.
//! Unlike there, NaN and the infinities are errors.

mod compound;
mod key;
mod value;

use std::any::Any;

use serde::Serialize;
use serde::ser::Serializer;

use self::compound::{Fields, Items, Members, Wrapped};
use super::{Array, Error, Key, MAX_DEPTH, Member, Number, Object, Str, Value};

/// The [`Value`] of any type that serde can serialise, without going through text.
///
/// # Errors
/// NaN and the infinities, integers beyond 64 bits, keys of maps that are no text, what is nested
/// deeper than [`MAX_DEPTH`](super::MAX_DEPTH), and errors of the type's own `Serialize`.
///
/// # Examples
/// ```
/// use std::collections::BTreeMap;
/// use asl_runtime::json;
/// use asl_runtime::value::to_value;
///
/// let stock = BTreeMap::from([(7, Some("a-17")), (8, None)]);
/// assert_eq!(to_value(&stock)?, json!({ "7": "a-17", "8": null }));
/// assert_eq!(to_value(&[1.0, f64::NAN]).unwrap_err().to_string(), "`[1]`: NaN is no JSON number");
/// # Ok::<(), asl_runtime::value::Error>(())
/// ```
pub fn to_value<T: Serialize + ?Sized>(value: &T) -> Result<Value, Error> {
    value.serialize(ToValue { levels: MAX_DEPTH })
}

/// Like [`to_value`], but a [`Value`] is handed on as it is.
///
/// # Errors
/// Those of [`to_value`].
pub fn into_value<T: Serialize + 'static>(value: T) -> Result<Value, Error> {
    let mut value = Some(value);
    match (&mut value as &mut dyn Any).downcast_mut::<Option<Value>>() {
        Some(value) => Ok(value.take().unwrap_or_default()),
        None => to_value(&value),
    }
}

/// Makes a [`Value`] of what is serialised into it.
#[derive(Clone, Copy)]
struct ToValue {
    /// Arrays and objects that may still be nested.
    levels: usize,
}

impl ToValue {
    fn inner(self) -> Result<Self, Error> {
        let levels = self.levels.checked_sub(1).ok_or_else(Error::too_deep)?;
        Ok(Self { levels })
    }
}

macro_rules! integers {
    ($($method:ident: $integer:ty),*) => {
        $(fn $method(self, integer: $integer) -> Result<Value, Error> {
            Ok(Value::from(integer))
        })*
    };
}

impl Serializer for ToValue {
    type Ok = Value;
    type Error = Error;
    type SerializeSeq = Items;
    type SerializeTuple = Items;
    type SerializeTupleStruct = Items;
    type SerializeTupleVariant = Wrapped<Items>;
    type SerializeMap = Members;
    type SerializeStruct = Fields;
    type SerializeStructVariant = Wrapped<Fields>;

    fn serialize_bool(self, truth: bool) -> Result<Value, Error> {
        Ok(Value::Bool(truth))
    }

    integers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64
    }

    fn serialize_i128(self, integer: i128) -> Result<Value, Error> {
        match Number::from_i128(integer) {
            Some(number) => Ok(Value::Number(number)),
            None => Err(Error::new(format!("the integer {integer} does not fit 64 bits"))),
        }
    }

    fn serialize_u128(self, integer: u128) -> Result<Value, Error> {
        match u64::try_from(integer) {
            Ok(integer) => Ok(Value::from(integer)),
            Err(_) => Err(Error::new(format!("the integer {integer} does not fit 64 bits"))),
        }
    }

    fn serialize_f32(self, float: f32) -> Result<Value, Error> {
        self.serialize_f64(f64::from(float))
    }

    fn serialize_f64(self, float: f64) -> Result<Value, Error> {
        match Number::from_f64(float) {
            Some(number) => Ok(Value::Number(number)),
            None => Err(Error::new(format!("{float} is no JSON number"))),
        }
    }

    fn serialize_char(self, character: char) -> Result<Value, Error> {
        Ok(Value::String(Str::from(character)))
    }

    fn serialize_str(self, text: &str) -> Result<Value, Error> {
        Ok(Value::from(text))
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<Value, Error> {
        self.inner()?;
        Ok(Value::Array(bytes.iter().copied().collect()))
    }

    fn serialize_none(self) -> Result<Value, Error> {
        Ok(Value::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Value, Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Value, Error> {
        Ok(Value::Null)
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<Value, Error> {
        Ok(Value::Null)
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
    ) -> Result<Value, Error> {
        Ok(Value::String(Str::from_static(variant)))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        value: &T,
    ) -> Result<Value, Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Value, Error> {
        let value = value.serialize(self.inner()?).map_err(|error| error.in_member(variant))?;
        Ok(wrap(variant, value))
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<Items, Error> {
        Items::new(self, len.unwrap_or(0))
    }

    fn serialize_tuple(self, len: usize) -> Result<Items, Error> {
        Items::new(self, len)
    }

    fn serialize_tuple_struct(self, _name: &'static str, len: usize) -> Result<Items, Error> {
        Items::new(self, len)
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Wrapped<Items>, Error> {
        Ok(Wrapped { variant, content: Items::new(self.inner()?, len)? })
    }

    fn serialize_map(self, len: Option<usize>) -> Result<Members, Error> {
        Members::new(self, len.unwrap_or(0))
    }

    fn serialize_struct(self, name: &'static str, len: usize) -> Result<Fields, Error> {
        Fields::new(self, name, len)
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Wrapped<Fields>, Error> {
        Ok(Wrapped { variant, content: Fields::new(self.inner()?, variant, len)? })
    }
}

/// The value of an enum's variant that has content.
fn wrap(variant: &'static str, content: Value) -> Value {
    Value::Object(Object::from_distinct([Member::new(Key::new(variant), content)]))
}
