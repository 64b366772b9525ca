//! `=`, `!=`, `<`, `<=`, `>`, `>=` and `in`.
//!
//! Follows [Comparison operators](https://docs.jsonata.org/comparison-operators) of JSONata's
//! documentation.

use std::cmp::Ordering;
use std::rc::Rc;

use super::error::Error;
use super::item::View;
use super::operand::Operand;
use crate::value::Value;

/// `=`: [`equal`] of any operands.
#[inline(always)]
#[must_use]
pub fn is_equal(left: impl Operand, right: impl Operand) -> bool {
    match (left.as_text(), right.as_text()) {
        (Some(left), Some(right)) => left == right,
        _ => equal_slowly(left, right),
    }
}

#[inline(never)]
fn equal_slowly(left: impl Operand, right: impl Operand) -> bool {
    left.with(|left| right.with(|right| equal(left, right)))
}

/// `!=`: [`not_equal`] of any operands.
#[inline]
#[must_use]
pub fn is_not_equal(left: impl Operand, right: impl Operand) -> bool {
    left.with(|left| right.with(|right| not_equal(left, right)))
}

/// `in`: [`includes`] of any operands.
#[inline]
#[must_use]
pub fn is_in(value: impl Operand, array: impl Operand) -> bool {
    value.with(|value| array.with(|array| includes(value, array)))
}

macro_rules! orders {
    ($($(#[$doc:meta])* $name:ident: $order:ident,)*) => {
        $(
            $(#[$doc])*
            ///
            /// # Errors
            /// As of [`compare`].
            #[inline(always)]
            pub fn $name(left: impl Operand, right: impl Operand) -> Result<Option<bool>, Error> {
                match (left.as_number(), right.as_number()) {
                    (Some(left), Some(right)) => {
                        Ok(Some(Order::$order.holds_of_numbers(left, right)))
                    }
                    _ => slowly(left, right, Order::$order),
                }
            }
        )*
    };
}

orders! {
    /// `<`
    less: Less,
    /// `<=`
    less_or_equal: LessOrEqual,
    /// `>`
    greater: Greater,
    /// `>=`
    greater_or_equal: GreaterOrEqual,
}

/// `=`: deep equality; false if either side is nothing.
#[must_use]
pub fn equal(left: View<'_>, right: View<'_>) -> bool {
    match (left, right) {
        (View::Undefined, _) | (_, View::Undefined) => false,
        _ => is_same(left, right),
    }
}

/// `!=`: false, too, if either side is nothing.
#[must_use]
pub fn not_equal(left: View<'_>, right: View<'_>) -> bool {
    match (left, right) {
        (View::Undefined, _) | (_, View::Undefined) => false,
        _ => !is_same(left, right),
    }
}

fn is_same(left: View<'_>, right: View<'_>) -> bool {
    match (left, right) {
        (View::Undefined, View::Undefined) => true,
        (View::Value(left), View::Value(right)) => left == right,
        (View::Function(left), View::Function(right)) => left.is_same(right),
        (View::Function(_), _) | (_, View::Function(_)) => false,
        _ if left.is_array() && right.is_array() => {
            left.len() == right.len() && left.items().zip(right.items()).all(|(a, b)| is_same(a, b))
        }
        _ if left.is_object() && right.is_object() => {
            let mut members = left.members();
            left.members().count() == right.members().count()
                && members.all(|(name, a)| {
                    right.members().any(|(other, b)| other == name && is_same(a, b))
                })
        }
        _ => false,
    }
}

/// `in`: whether the value is an item of the array, or the value itself. An array or object is
/// only if it is the very same, not one of the same content.
#[must_use]
pub fn includes(value: View<'_>, array: View<'_>) -> bool {
    if array.is_undefined() {
        return false;
    }
    if value.is_array() || value.is_object() {
        return array.items().any(|item| is_identical(value, item));
    }
    array.items().any(|item| equal(value, item))
}

fn is_identical(left: View<'_>, right: View<'_>) -> bool {
    match (left, right) {
        (View::Value(Value::Array(left)), View::Value(Value::Array(right))) => left.is_same(right),
        (View::Value(Value::Object(left)), View::Value(Value::Object(right))) => {
            left.is_same(right)
        }
        (View::List(left), View::List(right)) => Rc::ptr_eq(left, right),
        (View::Record(left), View::Record(right)) => Rc::ptr_eq(left, right),
        _ => false,
    }
}

/// A comparison by order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

impl Order {
    /// Of numbers of JSON, all of which have an order.
    #[inline]
    fn holds_of_numbers(self, left: f64, right: f64) -> bool {
        match self {
            Self::Less => left < right,
            Self::LessOrEqual => left <= right,
            Self::Greater => left > right,
            Self::GreaterOrEqual => left >= right,
        }
    }

    #[inline]
    fn holds(self, order: Ordering) -> bool {
        match self {
            Self::Less => order.is_lt(),
            Self::LessOrEqual => order.is_le(),
            Self::Greater => order.is_gt(),
            Self::GreaterOrEqual => order.is_ge(),
        }
    }
}

/// `<`, `<=`, `>`, `>=` of two numbers or two strings; none if a side is nothing.
///
/// # Errors
/// T2009: a number and a string; T2010: a side is neither.
#[inline]
pub fn compare(left: View<'_>, right: View<'_>, by: Order) -> Result<Option<bool>, Error> {
    match (left.as_f64(), right.as_f64()) {
        (Some(left), Some(right)) => Ok(Some(by.holds_of_numbers(left, right))),
        _ => compare_slowly(left, right, by),
    }
}

/// [`compare`] where a side is no number.
#[inline(never)]
fn slowly(left: impl Operand, right: impl Operand, by: Order) -> Result<Option<bool>, Error> {
    left.with(|left| right.with(|right| compare_slowly(left, right, by)))
}

#[inline(never)]
fn compare_slowly(left: View<'_>, right: View<'_>, by: Order) -> Result<Option<bool>, Error> {
    let is_comparable =
        |side: View<'_>| side.is_undefined() || side.as_f64().is_some() || side.as_str().is_some();
    if !is_comparable(left) || !is_comparable(right) {
        return Err(Error::new(
            "T2010",
            format!(
                "The expressions either side of operator {:?} must evaluate to numeric or string values",
                by.symbol()
            ),
        ));
    }
    if left.is_undefined() || right.is_undefined() {
        return Ok(None);
    }
    let order = order(left, right).ok_or_else(|| {
        Error::new(
            "T2009",
            format!(
                "The values {} and {} either side of operator {:?} must be of the same data type",
                quoted(left),
                quoted(right),
                by.symbol()
            ),
        )
    })?;
    Ok(Some(by.holds(order)))
}

impl Order {
    fn symbol(self) -> &'static str {
        match self {
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
        }
    }
}

/// The order of two numbers or two strings, these by their UTF-16 code units.
pub(super) fn order(left: View<'_>, right: View<'_>) -> Option<Ordering> {
    if let (Some(left), Some(right)) = (left.as_f64(), right.as_f64()) {
        return left.partial_cmp(&right);
    }
    let (left, right) = (left.as_str()?, right.as_str()?);
    Some(left.encode_utf16().cmp(right.encode_utf16()))
}

/// A value as messages show it.
pub(super) fn quoted(view: View<'_>) -> String {
    view.to_value().as_ref().map_or_else(|| "undefined".to_owned(), Value::to_string)
}
