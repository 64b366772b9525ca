//! The operators of arithmetic, and the range.
//!
//! Follows [Numeric operators](https://docs.jsonata.org/numeric-operators) of JSONata's
//! documentation. Numbers compute as floats of 64 bits; an integer result is an integer.

use crate::jsonata::compare::quoted;
use crate::jsonata::item::{Item, View};
use crate::jsonata::operand::Operand;
use crate::jsonata::{Error, Evaluation};
use crate::value::Value;

/// An operator between two numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `%`
    Remainder,
}

impl Operator {
    #[inline]
    fn apply(self, left: f64, right: f64) -> f64 {
        match self {
            Self::Add => left + right,
            Self::Subtract => left - right,
            Self::Multiply => left * right,
            Self::Divide => left / right,
            Self::Remainder => left % right,
        }
    }

    fn symbol(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::Remainder => "%",
        }
    }
}

/// What an operator gives; none if a side is nothing.
///
/// # Errors
/// T2001, T2002: a side is no number. D1001: the result is out of range.
#[inline(never)]
pub fn arithmetic(
    operator: Operator,
    left: View<'_>,
    right: View<'_>,
) -> Result<Option<f64>, Error> {
    let left = operand(operator, left, "T2001", "left")?;
    let right = operand(operator, right, "T2002", "right")?;
    let (Some(left), Some(right)) = (left, right) else { return Ok(None) };
    finite(operator.apply(left, right)).map(Some)
}

/// [`arithmetic`] where a side is no number.
#[cold]
#[inline(never)]
fn slowly(
    operator: Operator,
    left: impl Operand,
    right: impl Operand,
) -> Result<Option<f64>, Error> {
    left.with(|left| right.with(|right| arithmetic(operator, left, right)))
}

macro_rules! operators {
    ($($(#[$doc:meta])* $name:ident: $operator:ident,)*) => {
        $(
            $(#[$doc])*
            ///
            /// # Errors
            /// As of [`arithmetic`].
            // What paths have found is moved through memory for a call.
            #[inline(always)]
            pub fn $name(left: impl Operand, right: impl Operand) -> Result<Option<f64>, Error> {
                match (left.as_number(), right.as_number()) {
                    (Some(left), Some(right)) => {
                        finite(Operator::$operator.apply(left, right)).map(Some)
                    }
                    _ => slowly(Operator::$operator, left, right),
                }
            }
        )*
    };
}

operators! {
    /// `+`
    add: Add,
    /// `-`
    subtract: Subtract,
    /// `*`
    multiply: Multiply,
    /// `/`
    divide: Divide,
    /// `%`
    remainder: Remainder,
}

/// The number on a side of an operator; none if there is nothing.
///
/// # Errors
/// The side is no number.
#[inline]
pub fn operand(
    operator: Operator,
    side: View<'_>,
    code: &'static str,
    name: &str,
) -> Result<Option<f64>, Error> {
    match side {
        View::Value(Value::Number(number)) => Ok(Some(number.as_f64())),
        View::Undefined => Ok(None),
        _ => Err(no_operand(operator, code, name)),
    }
}

#[cold]
fn no_operand(operator: Operator, code: &'static str, name: &str) -> Error {
    let symbol = operator.symbol();
    Error::new(
        code,
        format!("The {name} side of the {symbol:?} operator must evaluate to a number"),
    )
}

/// A result, if JSON can hold it.
///
/// # Errors
/// D1001: it is infinite or not a number.
#[inline]
pub fn finite(number: f64) -> Result<f64, Error> {
    if number.is_finite() { Ok(number) } else { Err(out_of_range(number)) }
}

#[cold]
fn out_of_range(number: f64) -> Error {
    let text = if number.is_nan() {
        "NaN"
    } else if number > 0.0 {
        "Infinity"
    } else {
        "-Infinity"
    };
    Error::new("D1001", format!("Number out of range: {text}"))
}

/// `-x`: none of nothing.
///
/// # Errors
/// D1002: it is no number.
pub fn negate(view: View<'_>) -> Result<Option<f64>, Error> {
    match view {
        View::Undefined => Ok(None),
        View::Value(Value::Number(number)) => Ok(Some(-number.as_f64())),
        other => {
            let value = quoted(other);
            Err(Error::new("D1002", format!("Cannot negate a non-numeric value: {value}")))
        }
    }
}

/// `[a..b]`: the integers from one to another; nothing if there are none.
///
/// # Errors
/// T2003, T2004: a side is no integer. D2014: there are too many.
pub fn range(cx: &Evaluation, left: impl Operand, right: impl Operand) -> Result<Item, Error> {
    let left = left.with(|left| integer(left, "T2003", "left"))?;
    let right = right.with(|right| integer(right, "T2004", "right"))?;
    let (Some(left), Some(right)) = (left, right) else { return Ok(Item::Undefined) };
    if left > right {
        return Ok(Item::Undefined);
    }
    let size = right - left + 1.0;
    if size > 1e7 {
        return Err(Error::new(
            "D2014",
            format!(
                "The size of the sequence allocated by the range operator (..) must not exceed 1e6.  Attempted to allocate {}.",
                Item::number(size).into_value().unwrap_or_default()
            ),
        ));
    }
    let size = size as usize;
    cx.check_length(size)?;
    cx.count(size)?;
    let items = (0..size).map(|offset| Item::number(left + offset as f64));
    Ok(Item::sequence(items.collect()))
}

fn integer(side: View<'_>, code: &'static str, name: &str) -> Result<Option<f64>, Error> {
    match side {
        View::Undefined => return Ok(None),
        View::Value(Value::Number(number)) if number.as_f64().fract() == 0.0 => {
            return Ok(Some(number.as_f64()));
        }
        _ => {}
    }
    Err(Error::new(
        code,
        format!("The {name} side of the range operator (..) must evaluate to an integer"),
    ))
}
