//! Paths from their parts, as generated code and the interpreter make them.
//!
//! # Examples
//! ```
//! use asl_runtime::data::jsonpath::JsonPath;
//! use asl_runtime::data::jsonpath::build::*;
//! use asl_runtime::json;
//!
//! let dear = JsonPath::new(
//!     "$.lines[?(@.price > $.limit)]",
//!     [
//!         member("lines"),
//!         filter(compare(Relation::GreaterThan, current([member("price")]), document([member("limit")]))),
//!     ],
//! );
//! let order = json!({ "limit": 10, "lines": [{ "price": 5 }, { "price": 15 }] });
//! assert_eq!(dear.required(&order)?, json!([{ "price": 15 }]));
//! # Ok::<(), asl_runtime::Failure>(())
//! ```

pub use super::Relation;
use super::{Condition, Operand, Pattern, Segment, Segments};
use crate::value::{Str, Value};

/// `.name`
#[must_use]
pub fn member(name: impl Into<Str>) -> Segment {
    Segment::Member(name.into())
}

/// `[0]`
#[must_use]
pub fn index(index: i64) -> Segment {
    Segment::Index(index)
}

/// `[*]`
#[must_use]
pub fn wildcard() -> Segment {
    Segment::Wildcard
}

/// `['a','b']`
#[must_use]
pub fn members<N: Into<Str>>(names: impl IntoIterator<Item = N>) -> Segment {
    Segment::Members(names.into_iter().map(Into::into).collect())
}

/// `[0,2]`
#[must_use]
pub fn indexes(indexes: impl Into<Box<[i64]>>) -> Segment {
    Segment::Indexes(indexes.into())
}

/// `[1:3]`
#[must_use]
pub fn slice(start: Option<i64>, end: Option<i64>) -> Segment {
    Segment::Slice(start, end)
}

/// `[?(…)]`
#[must_use]
pub fn filter(condition: Condition) -> Segment {
    Segment::Filter(Box::new(condition))
}

/// `..`, with the segment after it.
#[must_use]
pub fn descendants(segment: Segment) -> Segment {
    Segment::Descendants(Box::new(segment))
}

/// `&&`
#[must_use]
pub fn all(conditions: impl Into<Box<[Condition]>>) -> Condition {
    Condition::All(conditions.into())
}

/// `||`
#[must_use]
pub fn any(conditions: impl Into<Box<[Condition]>>) -> Condition {
    Condition::Any(conditions.into())
}

/// `!`
#[must_use]
pub fn not(condition: Condition) -> Condition {
    Condition::Not(Box::new(condition))
}

/// `@.a` alone.
#[must_use]
pub fn exists(operand: Operand) -> Condition {
    Condition::Exists(operand)
}

/// `@.a == 1`
#[must_use]
pub fn compare(relation: Relation, left: Operand, right: Operand) -> Condition {
    Condition::Compare(relation, left, right)
}

/// `@.a =~ /…/`: a regular expression as the crate `regex` has it, anchors and all. It has been
/// compiled when the path was validated; one that cannot be matches nothing.
#[must_use]
pub fn matches(operand: Operand, regex: &str) -> Condition {
    Condition::Matches(operand, Pattern::new(regex))
}

/// `@…`: a path from the element that is asked about.
#[must_use]
pub fn current(segments: impl Into<Box<[Segment]>>) -> Operand {
    Operand::Current(Segments::new(segments))
}

/// `$…`: a path from what the whole path starts from.
#[must_use]
pub fn document(segments: impl Into<Box<[Segment]>>) -> Operand {
    Operand::Document(Segments::new(segments))
}

/// A constant.
#[must_use]
pub fn literal(value: impl Into<Value>) -> Operand {
    Operand::Literal(value.into())
}
