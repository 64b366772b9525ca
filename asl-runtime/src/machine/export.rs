//! What the typed DSL's export to ASL says of itself: the expressions that are Rust alone, and
//! whether the types are what the others take them to be.

mod probe;

use std::fmt;
use std::marker::PhantomData;

use serde::de::DeserializeOwned;

pub use probe::Shape;

/// An expression of Rust, in a machine of the typed DSL, that ASL has no equivalent of.
///
/// ```
/// # use asl_runtime::HostExpression;
/// let host = HostExpression::new("Check", "Choices[0]/Condition", "order.lines.len() > 3");
/// assert_eq!(host.to_string(), "`Check`, Choices[0]/Condition: `order.lines.len() > 3`");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct HostExpression {
    /// The state, the branch or the body of a Map.
    pub state: &'static str,
    /// The field of the exported definition: `Choices[0]/Condition`, `Output/total`.
    pub field: &'static str,
    /// What is written there.
    pub rust: &'static str,
}

impl HostExpression {
    /// What is written in this field of this state.
    pub const fn new(state: &'static str, field: &'static str, rust: &'static str) -> Self {
        Self { state, field, rust }
    }
}

impl fmt::Display for HostExpression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`{}{}: `{}`", self.state, comma(self.field), self.field, self.rust)
    }
}

/// A place in an exported definition that may not do what the machine does, since a type is not
/// what it looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ExportMismatch {
    /// The state, the branch or the body of a Map.
    pub state: &'static str,
    /// The field of the exported definition.
    pub field: &'static str,
    /// The expression of Rust that is in question.
    pub rust: &'static str,
    /// What is wrong with it.
    pub reason: String,
}

impl fmt::Display for ExportMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { state, field, rust, reason } = self;
        write!(f, "`{state}`{}{field}: `{rust}` {reason}", comma(field))
    }
}

/// What stands before the field: a `let` of the machine has none.
fn comma(field: &str) -> &'static str {
    if field.is_empty() { "" } else { ", " }
}

/// What the export takes the value of an expression to be.
#[derive(Debug, Clone, Copy)]
pub enum Need {
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A string.
    Text,
    /// An `Option`.
    Optional,
    /// What Rust's `==` and JSONata's `=` compare alike.
    Comparable,
    /// What Rust and JSONata make the same text of.
    Printable,
    /// A struct whose fields serde calls so.
    Fields(&'static [&'static str]),
}

impl Need {
    /// What is wrong, if it is not met.
    fn missed(self, shape: Shape) -> Option<String> {
        use Shape::{Boolean, Enum, Float, Integer, Optional, Text};
        let (is_met, what) = match (self, shape) {
            (Self::Number, shape) => (matches!(shape, Integer | Float), "a number"),
            (Self::Boolean, shape) => (shape == Boolean, "a Boolean"),
            (Self::Text, shape) => (shape == Text, "a string"),
            (Self::Optional, shape) => (shape == Optional, "an `Option`"),
            (Self::Comparable, shape) => (
                matches!(shape, Integer | Float | Boolean | Text | Enum),
                "a number, a string or a Boolean",
            ),
            (Self::Printable, shape) => {
                (matches!(shape, Integer | Boolean | Text), "an integer, a string or a Boolean")
            }
            (Self::Fields(names), Shape::Struct(known)) => {
                let missing = names.iter().find(|name| !known.contains(name))?;
                let known = known.join("`, `");
                return Some(format!("has no field `{missing}` for serde, but `{known}`"));
            }
            (Self::Fields(_), _) => (false, "a struct with named fields"),
        };
        (!is_met).then(|| format!("is taken to be {what}, and serde knows it as {shape}"))
    }
}

/// A check of what an export takes for granted.
#[derive(Debug, Default)]
pub struct ExportCheck(Vec<ExportMismatch>);

impl ExportCheck {
    /// What is written in this field is what is needed.
    pub fn check(
        &mut self,
        [state, field, rust]: [&'static str; 3],
        need: Need,
        shape: Option<Shape>,
    ) {
        let reason = match shape {
            Some(shape) => need.missed(shape),
            None => Some("is of a type that serde does not read".to_owned()),
        };
        let mismatch = reason.map(|reason| ExportMismatch { state, field, rust, reason });
        self.0.extend(mismatch.filter(|mismatch| !self.0.contains(mismatch)));
    }

    /// What did not fit.
    pub fn finish(self) -> Vec<ExportMismatch> {
        self.0
    }
}

/// The type of an expression that is not evaluated.
#[derive(Debug)]
pub struct TypeOf<T: ?Sized>(PhantomData<T>);

/// The type of a place in a value.
pub fn type_of_place<A: ?Sized, T: ?Sized>(_: impl for<'a> Fn(&'a A) -> &'a T) -> TypeOf<T> {
    TypeOf(PhantomData)
}

/// The type of what is made of values.
pub fn type_of_made<A, T>(_: impl FnOnce(A) -> T) -> TypeOf<T> {
    TypeOf(PhantomData)
}

/// The shape of a type that serde can read.
pub trait Shaped {
    /// What it is in JSON.
    fn shape(&self) -> Option<Shape>;
}

impl<T: DeserializeOwned> Shaped for &TypeOf<T> {
    fn shape(&self) -> Option<Shape> {
        probe::shape::<T>()
    }
}

/// Any type: where [`Shaped`] is not there, this is what a call of `shape` means.
pub trait Unshaped {
    /// Nothing.
    fn shape(&self) -> Option<Shape> {
        None
    }
}

impl<T: ?Sized> Unshaped for TypeOf<T> {}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Deserialize)]
    #[serde(rename_all = "kebab-case")]
    #[allow(dead_code, reason = "only its shape is looked at")]
    struct Order {
        unit_price: f64,
        id: String,
        paid: bool,
        note: Option<String>,
        single: f32,
        cents: Cents,
        #[serde(skip)]
        remote: Remote,
        lines: Vec<u64>,
    }

    #[derive(Deserialize)]
    struct Cents(#[allow(dead_code, reason = "only its shape is looked at")] i64);

    #[derive(Default)]
    struct Remote;

    fn reason(need: Need, shape: Option<Shape>) -> String {
        let mut check = ExportCheck::default();
        check.check(["A", "Output", "x"], need, shape);
        check.finish().first().map(|mismatch| mismatch.reason.clone()).unwrap_or_default()
    }

    macro_rules! shape {
        ($($place:tt)*) => {
            (&&type_of_place(|order: &Order| &order.$($place)*)).shape()
        };
    }

    #[test]
    fn places_are_what_they_are_taken_for() {
        assert_eq!(reason(Need::Number, shape!(unit_price)), "");
        assert_eq!(reason(Need::Text, shape!(id)), "");
        assert_eq!(reason(Need::Boolean, shape!(paid)), "");
        assert_eq!(reason(Need::Optional, shape!(note)), "");
        assert_eq!(reason(Need::Comparable, shape!(id)), "");
        assert_eq!(
            reason(Need::Number, shape!(cents)),
            "is taken to be a number, and serde knows it as a newtype"
        );
        assert_eq!(
            reason(Need::Comparable, shape!(single)),
            "is taken to be a number, a string or a Boolean, and serde knows it as an `f32`"
        );
        assert_eq!(reason(Need::Text, shape!(remote)), "is of a type that serde does not read");
        assert_eq!(
            reason(Need::Printable, shape!(lines)),
            "is taken to be an integer, a string or a Boolean, and serde knows it as a sequence"
        );
    }

    #[test]
    fn fields_are_called_as_in_rust() {
        let order = (&&type_of_place(|order: &Order| order)).shape();
        assert_eq!(reason(Need::Fields(&["id", "paid"]), order), "");
        assert!(
            reason(Need::Fields(&["unit_price"]), order)
                .starts_with("has no field `unit_price` for serde, but `unit-price`, `id`")
        );
        let made = (&&type_of_made(|(id, paid): (String, bool)| (id, paid))).shape();
        assert_eq!(
            reason(Need::Fields(&["id"]), made),
            "is taken to be a struct with named fields, and serde knows it as a sequence"
        );
    }
}
