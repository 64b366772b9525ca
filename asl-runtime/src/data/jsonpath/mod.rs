//! Paths that select: wildcards, slices, unions, filters, deep scans.
//!
//! Follows [Paths](https://states-language.net/spec.html#path) of the ASL specification in the
//! dialect of AWS, that of Jayway JsonPath. What names and indexes alone can say is a [`Path`],
//! which is faster.
//!
//! A [`JsonPath`] is built once, from the functions in [`build`]; no text is parsed here. `select`
//! walks the segments, `filter` answers conditions, `compare` is how Jayway compares.

pub mod build;
mod compare;
mod filter;
mod pattern;
mod select;

pub use filter::{Condition, Operand, Relation};
pub use pattern::Pattern;

use std::fmt;

use self::select::{Selection, Stop};
use super::path::{self, Path};
use crate::error::Failure;
use crate::value::{Array, Key, Str, Value};

/// A path as written, and its segments.
///
/// # Examples
/// ```
/// use asl_runtime::data::jsonpath::JsonPath;
/// use asl_runtime::data::jsonpath::build::{member, wildcard};
/// use asl_runtime::json;
///
/// let skus = JsonPath::new("$.lines[*].sku", [member("lines"), wildcard(), member("sku")]);
/// let order = json!({ "lines": [{ "sku": "a" }, { "count": 2 }, { "sku": "b" }] });
/// assert_eq!(skus.required(&order)?, json!(["a", "b"]));
/// assert_eq!(skus.required(&json!({}))?, json!([]));
/// # Ok::<(), asl_runtime::Failure>(())
/// ```
#[derive(Debug, Clone)]
pub struct JsonPath {
    text: Str,
    segments: Segments,
}

/// The segments of a path.
#[derive(Debug, Clone)]
pub struct Segments {
    list: Box<[Segment]>,
    /// Whether they lead to one value or nowhere.
    definite: bool,
}

/// A step of a path.
#[derive(Debug, Clone)]
pub enum Segment {
    /// `.name`, `['name']`: a member of an object.
    Member(Str),
    /// `[0]`, `[-1]`: an element of an array, counted from the end when negative.
    Index(i64),
    /// `.*`, `[*]`: all members or elements.
    Wildcard,
    /// `['a','b']`: some members; at the end of a path an object of those that are there.
    Members(Box<[Str]>),
    /// `[0,2]`: some elements.
    Indexes(Box<[i64]>),
    /// `[1:3]`: the elements from the first to before the second number.
    Slice(Option<i64>, Option<i64>),
    /// `[?(@.price > 10)]`: the elements for which a condition holds; of an object, it itself.
    Filter(Box<Condition>),
    /// `..`: the segment after it, of the value and of everything in it.
    Descendants(Box<Segment>),
}

impl JsonPath {
    /// The path of this text, which messages quote, and these segments.
    #[must_use]
    pub fn new(text: impl Into<Str>, segments: impl Into<Box<[Segment]>>) -> Self {
        Self { text: text.into(), segments: Segments::new(segments) }
    }

    /// The path as written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the path leads to something: a definite one to a value, any other to at least one.
    ///
    /// # Errors
    /// The path visits too many values.
    pub fn is_present(&self, root: &Value) -> Result<bool, Failure> {
        match Selection::new(root).value(&self.segments, root) {
            Ok(_) if self.segments.definite => Ok(true),
            Ok(found) => Ok(found.as_array().is_some_and(|found| !found.is_empty())),
            Err(Stop::Nowhere) => Ok(false),
            Err(Stop::TooMuch) => Err(self.too_much()),
        }
    }

    /// What the path selects: an array, unless the path is definite. None if a definite path leads
    /// nowhere; any other then selects an empty array.
    fn evaluate(&self, root: &Value) -> Result<Option<Value>, Failure> {
        match Selection::new(root).value(&self.segments, root) {
            Ok(value) => Ok(Some(value.into_owned())),
            Err(Stop::Nowhere) if self.segments.definite => Ok(None),
            Err(Stop::Nowhere) => Ok(Some(Value::Array(Array::new()))),
            Err(Stop::TooMuch) => Err(self.too_much()),
        }
    }

    /// As [`Path::required`].
    ///
    /// # Errors
    /// A definite path leads nowhere, or the path visits too many values.
    pub fn required(&self, root: &Value) -> Result<Value, Failure> {
        self.evaluate(root)?.ok_or_else(|| self.invalid(root))
    }

    /// As [`Path::required_for_field`].
    ///
    /// # Errors
    /// A definite path leads nowhere, or the path visits too many values.
    pub fn required_for_field(
        &self,
        root: &Value,
        field: &str,
        input: &Value,
    ) -> Result<Value, Failure> {
        self.evaluate(root)?.ok_or_else(|| self.named().missing_for_field(field, input))
    }

    /// As [`Path::required_for_argument`].
    ///
    /// # Errors
    /// A definite path leads nowhere, or the path visits too many values.
    pub fn required_for_argument(
        &self,
        root: &Value,
        call: &str,
        input: &Value,
    ) -> Result<Value, Failure> {
        self.evaluate(root)?.ok_or_else(|| self.named().missing_for_argument(call, input))
    }

    /// As [`Path::required_for_choice`].
    ///
    /// # Errors
    /// A definite path leads nowhere, or the path visits too many values.
    pub fn required_for_choice(&self, root: &Value) -> Result<Value, Failure> {
        self.evaluate(root)?.ok_or_else(|| self.named().missing_for_choice())
    }

    /// As [`Path::required_for_wait`].
    ///
    /// # Errors
    /// A definite path leads nowhere, or the path visits too many values.
    pub fn required_for_wait(&self, root: &Value, field: &str) -> Result<Value, Failure> {
        self.evaluate(root)?.ok_or_else(|| self.named().missing_for_wait(field))
    }

    /// What has the messages.
    fn named(&self) -> Path<'_> {
        Path::new(&self.text, &[])
    }

    /// Says where in `root` the path leads nowhere.
    #[cold]
    fn invalid(&self, root: &Value) -> Failure {
        let place: Vec<path::Segment<'_>> =
            self.segments.list.iter().map_while(Segment::plain).collect();
        let path = Path::new(&self.text, &place);
        match (path.lookup(root), self.segments.list.last()) {
            (Some(value), Some(Segment::Members(names))) => path.no_object(value, names),
            _ => path.invalid(root),
        }
    }

    #[cold]
    fn too_much(&self) -> Failure {
        Failure::runtime(format!(
            "Invalid path '{}' : it visits more than {} values",
            self.text,
            select::MAX_VISITS
        ))
    }
}

/// The path as written.
impl fmt::Display for JsonPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Segments {
    fn new(list: impl Into<Box<[Segment]>>) -> Self {
        let list = list.into();
        let definite = match &*list {
            [place @ .., Segment::Members(_)] => place.iter().all(Segment::is_plain),
            place => place.iter().all(Segment::is_plain),
        };
        Self { list, definite }
    }
}

impl Segment {
    fn is_plain(&self) -> bool {
        matches!(self, Self::Member(_) | Self::Index(_))
    }

    /// A name or an index as a segment of a [`Path`].
    fn plain(&self) -> Option<path::Segment<'_>> {
        match self {
            Self::Member(name) => Some(path::Segment::Member(Key::new(name))),
            Self::Index(index) => Some(path::Segment::Index(*index)),
            _ => None,
        }
    }
}
