//! The comparisons and type tests of choice rules.
//!
//! Follows [Choice State](https://states-language.net/spec.html#choice-state) of the ASL
//! specification. A comparison of values of other types than its own is false, not an error.
//!
//! The functions are named after the operators. Their operands may be constants or
//! [`Value`]s, the latter for the `…Path` twins.

use std::cmp::Ordering;

use super::timestamp::Timestamp;
use crate::value::{Number, Value};

/// What a comparison takes: a constant of type `T`, or a [`Value`] that may be one.
pub trait Operand<T> {
    /// The operand; none if it is of another type.
    fn operand(self) -> Option<T>;
}

macro_rules! constants {
    ($($constant:ty => $($source:ty),*;)*) => {
        $($(impl Operand<$constant> for $source {
            #[inline]
            fn operand(self) -> Option<$constant> {
                Some(self.into())
            }
        })*)*
    };
}
constants! {
    bool => bool;
    Number => Number, i32, i64, u64;
    Timestamp => Timestamp;
}

impl Operand<Number> for f64 {
    #[inline]
    fn operand(self) -> Option<Number> {
        Number::from_f64(self)
    }
}

impl<'a> Operand<&'a str> for &'a str {
    #[inline]
    fn operand(self) -> Option<&'a str> {
        Some(self)
    }
}

impl<'a> Operand<&'a str> for &'a Value {
    #[inline]
    fn operand(self) -> Option<&'a str> {
        self.as_str()
    }
}

impl Operand<Number> for &Value {
    #[inline]
    fn operand(self) -> Option<Number> {
        self.as_number()
    }
}

impl Operand<bool> for &Value {
    #[inline]
    fn operand(self) -> Option<bool> {
        self.as_bool()
    }
}

impl Operand<Timestamp> for &Value {
    #[inline]
    fn operand(self) -> Option<Timestamp> {
        self.as_str().and_then(Timestamp::parse)
    }
}

/// `BooleanEquals`.
#[inline]
pub fn boolean_equals(variable: impl Operand<bool>, operand: impl Operand<bool>) -> bool {
    matches!((variable.operand(), operand.operand()), (Some(a), Some(b)) if a == b)
}

/// `StringEquals`.
#[inline]
pub fn string_equals<'a, 'b>(
    variable: impl Operand<&'a str>,
    operand: impl Operand<&'b str>,
) -> bool {
    matches!((variable.operand(), operand.operand()), (Some(a), Some(b)) if a == b)
}

#[inline]
fn order_of_strings<'a, 'b>(
    variable: impl Operand<&'a str>,
    operand: impl Operand<&'b str>,
) -> Option<Ordering> {
    Some(code_unit_order(variable.operand()?, operand.operand()?))
}

/// The order of Java's `compareTo`: by UTF-16 code units.
///
/// It is that of the bytes, but for characters beyond U+FFFF (in UTF-16 two surrogates, from
/// U+D800 on) and those from U+E000 on.
fn code_unit_order(a: &str, b: &str) -> Ordering {
    let first_difference = a.bytes().zip(b.bytes()).find(|(a, b)| a != b);
    match first_difference {
        None => a.len().cmp(&b.len()),
        Some((0xf0.., 0xee..0xf0)) => Ordering::Less,
        Some((0xee..0xf0, 0xf0..)) => Ordering::Greater,
        Some((a, b)) => a.cmp(&b),
    }
}

macro_rules! orderings {
    (fn $order_of:ident: $($name:ident $doc:literal $test:ident),*) => {
        $(
            #[doc = $doc]
            #[inline]
            pub fn $name<'a, 'b>(
                variable: impl Operand<&'a str>,
                operand: impl Operand<&'b str>,
            ) -> bool {
                $order_of(variable, operand).is_some_and(Ordering::$test)
            }
        )*
    };
    (type $type:ty: $($name:ident $doc:literal $test:ident),*) => {
        $(
            #[doc = $doc]
            #[inline]
            pub fn $name(variable: impl Operand<$type>, operand: impl Operand<$type>) -> bool {
                match (variable.operand(), operand.operand()) {
                    (Some(a), Some(b)) => a.cmp(&b).$test(),
                    _ => false,
                }
            }
        )*
    };
}
orderings!(fn order_of_strings:
    string_less_than "`StringLessThan`." is_lt,
    string_less_than_equals "`StringLessThanEquals`." is_le,
    string_greater_than "`StringGreaterThan`." is_gt,
    string_greater_than_equals "`StringGreaterThanEquals`." is_ge
);
orderings!(type Number:
    numeric_equals "`NumericEquals`: by value, `1` equals `1.0`." is_eq,
    numeric_less_than "`NumericLessThan`." is_lt,
    numeric_less_than_equals "`NumericLessThanEquals`." is_le,
    numeric_greater_than "`NumericGreaterThan`." is_gt,
    numeric_greater_than_equals "`NumericGreaterThanEquals`." is_ge
);
orderings!(type Timestamp:
    timestamp_equals "`TimestampEquals`: as instants, whatever the offset." is_eq,
    timestamp_less_than "`TimestampLessThan`." is_lt,
    timestamp_less_than_equals "`TimestampLessThanEquals`." is_le,
    timestamp_greater_than "`TimestampGreaterThan`." is_gt,
    timestamp_greater_than_equals "`TimestampGreaterThanEquals`." is_ge
);

/// `IsNull`.
#[inline]
#[must_use]
pub fn is_null(value: &Value) -> bool {
    value.is_null()
}

/// `IsBoolean`.
#[inline]
#[must_use]
pub fn is_boolean(value: &Value) -> bool {
    matches!(value, Value::Bool(_))
}

/// `IsNumeric`.
#[inline]
#[must_use]
pub fn is_numeric(value: &Value) -> bool {
    matches!(value, Value::Number(_))
}

/// `IsString`.
#[inline]
#[must_use]
pub fn is_string(value: &Value) -> bool {
    matches!(value, Value::String(_))
}

/// `IsTimestamp`: a string in the profile of [`Timestamp`].
#[must_use]
pub fn is_timestamp(value: &Value) -> bool {
    value.as_str().and_then(Timestamp::parse).is_some()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::json;

    #[test]
    fn a_mismatch_of_types_is_false() {
        for value in [json!(1), json!("true"), json!(null), json!([]), json!({})] {
            assert!(!boolean_equals(&value, true));
            assert!(!boolean_equals(&value, &json!(true)));
        }
        for value in [json!(false), json!(""), json!([]), json!("0")] {
            assert!(!numeric_equals(&value, 0));
            assert!(!numeric_less_than_equals(&value, &json!(0)));
        }
        assert!(!string_equals(&json!(1), "1"));
        assert!(!string_greater_than(&json!("b"), &json!(1)));
        let instant = Timestamp::parse("2023-02-24T12:15:56Z").unwrap();
        assert!(!timestamp_equals(&json!("2023-02-24 12:15:56"), instant));
        assert!(timestamp_equals(&json!("2023-02-24T13:15:56+01:00"), instant));
    }

    #[test]
    fn compares_by_value() {
        assert!(boolean_equals(&json!(false), false));
        assert!(numeric_equals(&json!(0), 0.0));
        assert!(numeric_equals(&json!(1.0), 1));
        assert!(numeric_less_than(&json!(1), &json!(1.5)));
        assert!(numeric_greater_than_equals(&json!(2), 2));
        assert!(!numeric_greater_than(&json!(2), 2));
        assert!(string_greater_than(&json!("AB"), "A"));
        assert!(string_less_than(&json!("A"), "A "));
        assert!(string_less_than(&json!("B"), "a"));
        assert!(string_less_than_equals(&json!("a"), &json!("a")));
        assert!(timestamp_less_than(
            &json!("2023-02-24T12:15:56Z"),
            &json!("2023-02-24T12:15:56.5Z")
        ));
    }

    #[test]
    fn tests_types() {
        let values = [json!(null), json!(true), json!(1.5), json!("x"), json!([]), json!({})];
        let which = |test: fn(&Value) -> bool| {
            values.iter().enumerate().filter(|(_, v)| test(v)).map(|(i, _)| i).collect::<Vec<_>>()
        };
        assert_eq!(which(is_null), [0]);
        assert_eq!(which(is_boolean), [1]);
        assert_eq!(which(is_numeric), [2]);
        assert_eq!(which(is_string), [3]);
        assert!(is_timestamp(&json!("2023-02-24T12:15:56Z")));
        assert!(!is_timestamp(&json!("2023-02-24")));
        assert!(!is_numeric(&json!("1")));
    }

    proptest! {
        #[test]
        fn strings_compare_by_utf16(
            a in "[a\u{7f}\u{80}\u{d7ff}\u{e000}\u{ffff}\u{10000}\u{10ffff}]{0,4}",
            b in "[a\u{7f}\u{80}\u{d7ff}\u{e000}\u{ffff}\u{10000}\u{10ffff}]{0,4}",
        ) {
            let expected = a.encode_utf16().cmp(b.encode_utf16());
            prop_assert_eq!(code_unit_order(&a, &b), expected);
        }
    }
}
