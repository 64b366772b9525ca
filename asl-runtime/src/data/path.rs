//! Definite paths: the way from a document to one value in it.
//!
//! Follows [Paths](https://states-language.net/spec.html#path) of the ASL specification, and where
//! a path leads nowhere the wording of AWS, which depends on the field the path stands in.

use std::fmt::Write;

use crate::error::Failure;
use crate::value::{Key, Str, Value};

/// A step of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Segment<'a> {
    /// `.name`, `['name']`: a member of an object.
    Member(Key<'a>),
    /// `[0]`, `[-1]`: an element of an array, counted from the end when negative.
    Index(i64),
}

/// A definite path: made of members and indexes alone.
///
/// What generated code asks of a path is not inlined: it is full of paths, and builds much faster
/// when each look-up is no more than a call.
///
/// # Examples
/// ```
/// use asl_runtime::data::path::{Path, Segment::{Index, Member}};
/// use asl_runtime::{json, value::Key};
///
/// const SKU: Path<'_> = Path::new("$.lines[0].sku", &[Member(Key::new("lines")), Index(0), Member(Key::new("sku"))]);
///
/// let order = json!({ "lines": [{ "sku": "a-17" }] });
/// assert_eq!(SKU.required(&order)?, "a-17");
/// assert_eq!(
///     SKU.required(&json!({})).unwrap_err().cause(),
///     Some("Invalid path '$.lines[0].sku' : Missing property in path $['lines']")
/// );
/// # Ok::<(), asl_runtime::Failure>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Path<'a> {
    text: &'a str,
    segments: &'a [Segment<'a>],
}

/// The member of an object; none if there is none or this is no object.
#[inline]
#[must_use]
pub fn member<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    value.get(name)
}

/// The element of an array, counted from the end when negative; none if there is none or this is
/// no array.
#[inline]
#[must_use]
pub fn index(value: &Value, index: i64) -> Option<&Value> {
    let array = value.as_array()?;
    let index =
        if index < 0 { i64::try_from(array.len()).ok()?.checked_add(index)? } else { index };
    array.get(usize::try_from(index).ok()?)
}

/// The value a path leads to; none if it leads nowhere.
#[inline(always)]
#[must_use]
pub fn lookup<'v>(root: &'v Value, segments: &[Segment<'_>]) -> Option<&'v Value> {
    let mut value = root;
    for segment in segments {
        value = segment.of(value)?;
    }
    Some(value)
}

impl Segment<'_> {
    #[inline(always)]
    pub(super) fn of<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        match *self {
            Segment::Member(key) => match value {
                Value::Object(object) => object.find(key),
                _ => None,
            },
            Segment::Index(at) => index(value, at),
        }
    }
}

impl<'a> Path<'a> {
    /// The path of this text, which messages quote, and these segments.
    #[must_use]
    pub const fn new(text: &'a str, segments: &'a [Segment<'a>]) -> Self {
        Self { text, segments }
    }

    /// The path as written.
    #[must_use]
    pub const fn text(&self) -> &'a str {
        self.text
    }

    /// The steps of the path.
    #[inline]
    #[must_use]
    pub(super) const fn segments(&self) -> &'a [Segment<'a>] {
        self.segments
    }

    /// The value the path leads to; none if it leads nowhere.
    #[inline]
    #[must_use]
    pub fn lookup<'v>(&self, root: &'v Value) -> Option<&'v Value> {
        lookup(root, self.segments)
    }

    /// Whether the path leads somewhere.
    #[must_use]
    pub fn is_present(&self, root: &Value) -> bool {
        self.lookup(root).is_some()
    }

    /// The value at the path of an `InputPath`, `OutputPath`, `TimeoutSecondsPath` or the like.
    ///
    /// # Errors
    /// `Invalid path '$.a' : …` with the place where the path ends.
    pub fn required<'v>(&self, root: &'v Value) -> Result<&'v Value, Failure> {
        self.lookup(root).ok_or_else(|| self.invalid(root))
    }

    /// The value for a field of a payload template, or of `ErrorPath` and `CausePath`. The message
    /// shows `input`, the effective input, even for a path into the context object.
    ///
    /// # Errors
    /// `The JSONPath '$.a' specified for the field 'k.$' could not be found in the input '…'`.
    pub fn required_for_field<'v>(
        &self,
        root: &'v Value,
        field: &str,
        input: &Value,
    ) -> Result<&'v Value, Failure> {
        self.lookup(root).ok_or_else(|| self.missing_for_field(field, input))
    }

    /// The value for an argument of an intrinsic function. The message shows the whole `call` as
    /// written, the outermost if calls are nested, and the effective input.
    ///
    /// # Errors
    /// `The function 'States.Array($.a)' had the following error: The JsonPath argument for the
    /// field '$.a' could not be found in the input '…'`.
    pub fn required_for_argument<'v>(
        &self,
        root: &'v Value,
        call: &str,
        input: &Value,
    ) -> Result<&'v Value, Failure> {
        self.lookup(root).ok_or_else(|| self.missing_for_argument(call, input))
    }

    /// The value for a choice rule's `Variable` or `…Path` operand.
    ///
    /// # Errors
    /// `Invalid path '$.a': The choice state's condition path references an invalid value.`
    pub fn required_for_choice<'v>(&self, root: &'v Value) -> Result<&'v Value, Failure> {
        self.lookup(root).ok_or_else(|| self.missing_for_choice())
    }

    /// The value for `SecondsPath` or `TimestampPath` of a Wait.
    ///
    /// # Errors
    /// `The SecondsPath parameter does not reference an input value: $.a`.
    pub fn required_for_wait<'v>(
        &self,
        root: &'v Value,
        field: &str,
    ) -> Result<&'v Value, Failure> {
        self.lookup(root).ok_or_else(|| self.missing_for_wait(field))
    }

    /// Says where in `root` the path leads nowhere.
    #[cold]
    #[must_use]
    pub fn invalid(&self, root: &Value) -> Failure {
        let mut value = root;
        let mut detail = None;
        for (position, segment) in self.segments.iter().enumerate() {
            match segment.of(value) {
                Some(inner) => value = inner,
                None => {
                    detail = Some(self.dead_end(position, segment, value));
                    break;
                }
            }
        }
        let detail = detail.unwrap_or_else(|| "No results for path".to_owned());
        Failure::runtime(format!("Invalid path '{}' : {detail}", self.text))
    }

    /// Says that the path starts from a variable without a value, where
    /// [`required`](Self::required) would say where it leads nowhere.
    #[cold]
    #[must_use]
    pub fn unassigned(&self) -> Failure {
        Failure::runtime(format!(
            "Invalid path '{}' : The variable has not been assigned a value.",
            self.text
        ))
    }

    /// What Jayway JsonPath says where `segment` finds nothing in `value`.
    fn dead_end(&self, position: usize, segment: &Segment<'_>, value: &Value) -> String {
        let is_last = position + 1 == self.segments.len();
        let before = normalized(self.segments.get(..position).unwrap_or_default());
        match (segment, value) {
            (Segment::Member(_), Value::Object(_)) if !is_last => {
                let missing = normalized(self.segments.get(..=position).unwrap_or_default());
                format!("Missing property in path {missing}")
            }
            (Segment::Member(key), value) if !matches!(value, Value::Object(_)) => format!(
                "Expected to find an object with property ['{}'] in path {before} but found {}.",
                key.name(),
                kind(value)
            ),
            (Segment::Index(_), Value::Null) => format!("The path {before} is null"),
            (Segment::Index(index), value) if !matches!(value, Value::Array(_)) => format!(
                "Filter: [{index}] can only be applied to arrays. Current context is: {}",
                super::intrinsic::java_text(value)
            ),
            _ => format!("No results for path: {}", normalized(self.segments)),
        }
    }

    /// Says that the path leads to a value that has no members to take `names` of.
    #[cold]
    pub(super) fn no_object(&self, value: &Value, names: &[Str]) -> Failure {
        let names: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
        Failure::runtime(format!(
            "Invalid path '{}' : Expected to find an object with property [{}] in path {} but \
             found {}.",
            self.text,
            names.join(","),
            normalized(self.segments),
            kind(value)
        ))
    }

    /// See [`required_for_field`](Self::required_for_field).
    #[cold]
    #[must_use]
    pub fn missing_for_field(&self, field: &str, input: &Value) -> Failure {
        Failure::runtime(format!(
            "The JSONPath '{}' specified for the field '{field}' could not be found in the input \
             '{input}'",
            self.text
        ))
    }

    /// See [`required_for_argument`](Self::required_for_argument).
    #[cold]
    #[must_use]
    pub fn missing_for_argument(&self, call: &str, input: &Value) -> Failure {
        Failure::runtime(format!(
            "The function '{call}' had the following error: The JsonPath argument for the field \
             '{}' could not be found in the input '{input}'",
            self.text
        ))
    }

    /// See [`required_for_choice`](Self::required_for_choice).
    #[cold]
    #[must_use]
    pub fn missing_for_choice(&self) -> Failure {
        Failure::runtime(format!(
            "Invalid path '{}': The choice state's condition path references an invalid value.",
            self.text
        ))
    }

    /// See [`required_for_wait`](Self::required_for_wait).
    #[cold]
    #[must_use]
    pub fn missing_for_wait(&self, field: &str) -> Failure {
        Failure::runtime(format!(
            "The {field} parameter does not reference an input value: {}",
            self.text
        ))
    }
}

/// The path in brackets, as messages have it: `$['lines'][0]`.
fn normalized(segments: &[Segment<'_>]) -> String {
    segments.iter().fold("$".to_owned(), |mut text, segment| {
        let written = match segment {
            Segment::Member(key) => write!(text, "['{}']", key.name()),
            Segment::Index(index) => write!(text, "[{index}]"),
        };
        debug_assert!(written.is_ok(), "a String takes any text");
        text
    })
}

/// What a value is. AWS names Java classes here.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use super::Segment::{Index, Member};
    use super::*;
    use crate::json;

    fn document() -> Value {
        json!({
            "a": { "b": [10, 20, 30, 40], "x-y": 1, "n": null },
            "s": [{ "k": "x", "p": 5 }],
            "emp": [],
            "str": "abc",
        })
    }

    fn cause(text: &str, segments: &[Segment<'_>], root: &Value) -> String {
        let failure = Path::new(text, segments).required(root).unwrap_err();
        assert_eq!(failure.error(), Some("States.Runtime"));
        failure.cause().unwrap().to_owned()
    }

    #[test]
    fn leads_to_members_and_elements() {
        let root = document();
        let at = |segments: &[Segment<'_>]| lookup(&root, segments).cloned();
        assert_eq!(at(&[]), Some(root.clone()));
        assert_eq!(at(&[Member(Key::new("a")), Member(Key::new("b")), Index(0)]), Some(json!(10)));
        assert_eq!(at(&[Member(Key::new("a")), Member(Key::new("b")), Index(-1)]), Some(json!(40)));
        assert_eq!(at(&[Member(Key::new("a")), Member(Key::new("b")), Index(-4)]), Some(json!(10)));
        assert_eq!(at(&[Member(Key::new("a")), Member(Key::new("n"))]), Some(Value::Null));
        for nowhere in [
            &[Member(Key::new("S"))][..],
            &[Member(Key::new("a")), Member(Key::new("b")), Index(4)],
            &[Member(Key::new("a")), Member(Key::new("b")), Index(-5)],
            &[Member(Key::new("a")), Member(Key::new("b")), Index(i64::MIN)],
            &[Member(Key::new("a")), Index(0)],
            &[Member(Key::new("emp")), Index(0)],
            &[Member(Key::new("str")), Index(0)],
            &[Member(Key::new("s")), Member(Key::new("k"))],
        ] {
            assert_eq!(at(nowhere), None, "{nowhere:?}");
        }
    }

    #[test]
    fn says_where_a_path_ends() {
        let root = document();
        for (text, segments, detail) in [
            ("$.S", &[Member(Key::new("S"))][..], "No results for path: $['S']"),
            (
                "$.a.z",
                &[Member(Key::new("a")), Member(Key::new("z"))],
                "No results for path: $['a']['z']",
            ),
            (
                "$.no.such.result.path",
                &[
                    Member(Key::new("no")),
                    Member(Key::new("such")),
                    Member(Key::new("result")),
                    Member(Key::new("path")),
                ],
                "Missing property in path $['no']",
            ),
            (
                "$.a.b[9]",
                &[Member(Key::new("a")), Member(Key::new("b")), Index(9)],
                "No results for path: $['a']['b'][9]",
            ),
            (
                "$.str[0]",
                &[Member(Key::new("str")), Index(0)],
                "Filter: [0] can only be applied to arrays. Current context is: abc",
            ),
            (
                "$.a.n.z",
                &[Member(Key::new("a")), Member(Key::new("n")), Member(Key::new("z"))],
                "Expected to find an object with property ['z'] in path $['a']['n'] but found null.",
            ),
        ] {
            assert_eq!(cause(text, segments, &root), format!("Invalid path '{text}' : {detail}"));
        }
    }

    #[test]
    fn says_which_field_asked() {
        let input = json!({ "a": 1 });
        let segments = [Member(Key::new("no_such"))];
        let path = Path::new("$.no_such", &segments);
        let cause =
            |result: Result<&Value, Failure>| result.unwrap_err().cause().unwrap().to_owned();
        assert_eq!(
            cause(path.required_for_field(&input, "value.$", &input)),
            "The JSONPath '$.no_such' specified for the field 'value.$' could not be found in the \
             input '{\"a\":1}'"
        );
        assert_eq!(
            cause(path.required_for_argument(&input, "States.Array($.no_such)", &input)),
            "The function 'States.Array($.no_such)' had the following error: The JsonPath argument \
             for the field '$.no_such' could not be found in the input '{\"a\":1}'"
        );
        assert_eq!(
            cause(path.required_for_choice(&input)),
            "Invalid path '$.no_such': The choice state's condition path references an invalid \
             value."
        );
        assert_eq!(
            cause(path.required_for_wait(&input, "SecondsPath")),
            "The SecondsPath parameter does not reference an input value: $.no_such"
        );
    }
}
