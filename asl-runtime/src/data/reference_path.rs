//! `ResultPath`: a result placed in the state input.
//!
//! Follows [Input and Output Processing][spec] of the ASL specification. The document is changed
//! in place where nobody else holds it; else only the objects on the way are copied.
//!
//! [spec]: https://states-language.net/spec.html#filters

use crate::error::Failure;
use crate::value::{Key, MemberName, Object, Value};

/// A step of a reference path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReferenceSegment<N = Key<'static>> {
    /// `.name`, `['name']`: a member of an object.
    Member(N),
    /// `[0]`: an element of an array.
    Index(u32),
}

/// The document with a value in the place that a reference path names.
///
/// Members that are missing on the way are created as objects; an element of an array has to be
/// there. `null` is a value like any other: nothing can be placed inside of it.
///
/// # Errors
/// The way leads through something that is no object or has no such element.
///
/// # Examples
/// ```
/// use asl_runtime::data::reference_path::{ReferenceSegment::Member, insert};
/// use asl_runtime::{json, value::Key};
///
/// let order = json!({ "id": "o-1" });
/// let order = insert(order, "$.paid.at", &[Member(Key::new("paid")), Member(Key::new("at"))], json!("noon"))?;
/// assert_eq!(order, json!({ "id": "o-1", "paid": { "at": "noon" } }));
/// # Ok::<(), asl_runtime::Failure>(())
/// ```
pub fn insert<N: MemberName>(
    mut document: Value,
    path: &str,
    segments: &[ReferenceSegment<N>],
    value: Value,
) -> Result<Value, Failure> {
    match place(&mut document, segments, value) {
        Ok(()) => Ok(document),
        Err(NoPlace) => Err(no_place(&document, path)),
    }
}

/// Places a member of the document itself, the most frequent `ResultPath`.
///
/// # Errors
/// The document is no object.
#[inline]
pub fn insert_member(
    mut document: Value,
    path: &str,
    name: impl MemberName,
    value: Value,
) -> Result<Value, Failure> {
    match &mut document {
        Value::Object(object) => {
            object.set(name, value);
            Ok(document)
        }
        _ => Err(no_place(&document, path)),
    }
}

/// The way leads through something that cannot hold what it should.
struct NoPlace;

/// Recursive, once for each segment.
fn place<N: MemberName>(
    target: &mut Value,
    segments: &[ReferenceSegment<N>],
    value: Value,
) -> Result<(), NoPlace> {
    let Some((first, rest)) = segments.split_first() else {
        *target = value;
        return Ok(());
    };
    match (first, target) {
        (ReferenceSegment::Member(name), Value::Object(object)) => {
            if rest.is_empty() {
                object.set(name, value);
                return Ok(());
            }
            if object.find(name.key()).is_none() {
                object.set(name, created(rest, value)?);
                return Ok(());
            }
            object.update(name.key(), |member| place(member, rest, value)).unwrap_or(Err(NoPlace))
        }
        (ReferenceSegment::Index(index), Value::Array(array)) => {
            let index = usize::try_from(*index).map_err(|_| NoPlace)?;
            array.update(index, |item| place(item, rest, value)).unwrap_or(Err(NoPlace))
        }
        _ => Err(NoPlace),
    }
}

/// What has to be created to hold a value at the end of the segments.
fn created<N: MemberName>(
    segments: &[ReferenceSegment<N>],
    value: Value,
) -> Result<Value, NoPlace> {
    segments.iter().rev().try_fold(value, |value, segment| match segment {
        ReferenceSegment::Member(name) => {
            Ok(Value::Object(Object::from_distinct([name.member(value)])))
        }
        ReferenceSegment::Index(_) => Err(NoPlace),
    })
}

#[cold]
fn no_place(document: &Value, path: &str) -> Failure {
    Failure::runtime(format!("Unable to apply ResultPath '{path}' to the input '{document}'"))
}

#[cfg(test)]
mod tests {
    use super::ReferenceSegment::{Index, Member};
    use super::*;
    use crate::json;

    fn set(document: Value, segments: &[ReferenceSegment]) -> Result<Value, Failure> {
        insert(document, "$.p", segments, json!("R"))
    }

    #[test]
    fn creates_what_is_missing() {
        let abc = [Member(Key::new("a")), Member(Key::new("b")), Member(Key::new("c"))];
        assert_eq!(set(json!({}), &abc), Ok(json!({ "a": { "b": { "c": "R" } } })));
        assert_eq!(
            set(json!({ "z": 1, "a": { "y": 2 } }), &abc).unwrap().to_string(),
            r#"{"z":1,"a":{"y":2,"b":{"c":"R"}}}"#
        );
    }

    #[test]
    fn replaces_what_is_there_in_its_place() {
        let document = json!({ "a": 1, "b": [1, { "x": 1 }], "c": null });
        let text = |segments: &[_]| set(document.clone(), segments).unwrap().to_string();
        assert_eq!(text(&[Member(Key::new("a"))]), r#"{"a":"R","b":[1,{"x":1}],"c":null}"#);
        assert_eq!(text(&[Member(Key::new("c"))]), r#"{"a":1,"b":[1,{"x":1}],"c":"R"}"#);
        assert_eq!(
            text(&[Member(Key::new("b")), Index(0)]),
            r#"{"a":1,"b":["R",{"x":1}],"c":null}"#
        );
        assert_eq!(
            text(&[Member(Key::new("b")), Index(1), Member(Key::new("y"))]),
            r#"{"a":1,"b":[1,{"x":1,"y":"R"}],"c":null}"#
        );
        assert_eq!(text(&[]), r#""R""#);
        assert_eq!(document, json!({ "a": 1, "b": [1, { "x": 1 }], "c": null }));
    }

    #[test]
    fn refuses_what_cannot_hold_a_member() {
        for (document, segments) in [
            (json!("text"), &[Member(Key::new("a"))][..]),
            (json!([1]), &[Member(Key::new("a"))]),
            (json!(null), &[Member(Key::new("a"))]),
            (json!({ "a": null }), &[Member(Key::new("a")), Member(Key::new("b"))]),
            (json!({ "a": 1 }), &[Member(Key::new("a")), Member(Key::new("b"))]),
            (json!({ "a": [1] }), &[Member(Key::new("a")), Index(1)]),
            (json!({ "a": {} }), &[Member(Key::new("a")), Index(0)]),
            (json!({}), &[Member(Key::new("a")), Index(0)]),
        ] {
            let failure = set(document.clone(), segments).unwrap_err();
            assert_eq!(failure.error(), Some("States.Runtime"));
            let text = format!("Unable to apply ResultPath '$.p' to the input '{document}'");
            assert_eq!(failure.cause(), Some(&*text));
        }
        assert!(insert_member(json!(1), "$.p", Key::new("p"), json!(2)).is_err());
    }

    #[test]
    fn a_document_that_nobody_else_holds_keeps_its_place() {
        let document = json!({ "a": { "b": 1 }, "big": [1, 2, 3] });
        let big = document.get("big").cloned();
        let document = set(document, &[Member(Key::new("a")), Member(Key::new("b"))]).unwrap();
        assert_eq!(document.get("big"), big.as_ref());
        assert_eq!(insert_member(json!({}), "$.p", Key::new("p"), json!(2)), Ok(json!({ "p": 2 })));
    }
}
