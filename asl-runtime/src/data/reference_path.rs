//! `ResultPath`: a result placed in the state input.
//!
//! Follows [Input and Output Processing][spec] of the ASL specification. The document is changed
//! in place where nobody else holds it; else only the objects on the way are copied.
//!
//! [spec]: https://states-language.net/spec.html#filters

use super::path::{Path, Segment};
use super::payload;
use crate::error::Failure;
use crate::value::{Key, Member, Object, Value};

/// Places a value in the document where a reference path says.
///
/// Members that are missing on the way are created as objects; an element of an array has to be
/// there. `null` is a value like any other: nothing can be placed inside of it.
///
/// # Errors
/// The way leads through something that is no object or has no such element. The document is then
/// as it was.
///
/// # Examples
/// ```
/// use asl_runtime::data::path::{Path, Segment::Member};
/// use asl_runtime::data::reference_path::insert;
/// use asl_runtime::{json, value::Key};
///
/// static PAID_AT: Path<'_> =
///     Path::new("$.paid.at", &[Member(Key::new("paid")), Member(Key::new("at"))]);
///
/// let mut order = json!({ "id": "o-1" });
/// insert(json!("noon"), &PAID_AT, &mut order)?;
/// assert_eq!(order, json!({ "id": "o-1", "paid": { "at": "noon" } }));
/// # Ok::<(), asl_runtime::Failure>(())
/// ```
#[inline]
pub fn insert(value: Value, path: &Path<'static>, document: &mut Value) -> Result<(), Failure> {
    // The most frequent path by far: a member of the document itself.
    if let ([Segment::Member(key)], Value::Object(object)) = (path.segments(), &mut *document) {
        object.set(*key, value);
        return Ok(());
    }
    place(document, path.segments(), value, Member::new)
        .map_err(|NoPlace| no_place(document, path.text()))
}

/// [`insert`], along a path whose names are known at run time only.
///
/// # Errors
/// Those of [`insert`].
pub fn insert_named(value: Value, path: &Path<'_>, document: &mut Value) -> Result<(), Failure> {
    place(document, path.segments(), value, |key, value| Member::named(key.name(), value))
        .map_err(|NoPlace| no_place(document, path.text()))
}

/// [`insert`], where the document is then the output of `state`.
///
/// # Errors
/// Those of [`insert`], and `States.DataLimitExceeded` if the document has become too large.
pub fn insert_output(
    value: Value,
    path: &Path<'static>,
    document: &mut Value,
    state: &str,
) -> Result<(), Failure> {
    insert(value, path, document)?;
    payload::check(document, state)
}

/// The way leads through something that cannot hold what it should.
struct NoPlace;

/// Recursive, once for each segment. New members are made by `member`.
fn place<'a>(
    target: &mut Value,
    segments: &[Segment<'a>],
    value: Value,
    member: fn(Key<'a>, Value) -> Member,
) -> Result<(), NoPlace> {
    let Some((first, rest)) = segments.split_first() else {
        *target = value;
        return Ok(());
    };
    match (first, target) {
        (Segment::Member(key), Value::Object(object)) => {
            if rest.is_empty() {
                object.set_by(*key, value, member);
                return Ok(());
            }
            if object.find(*key).is_none() {
                object.set_by(*key, created(rest, value, member)?, member);
                return Ok(());
            }
            object.update(*key, |inner| place(inner, rest, value, member)).unwrap_or(Err(NoPlace))
        }
        (Segment::Index(index), Value::Array(array)) => {
            let index = usize::try_from(*index).map_err(|_| NoPlace)?;
            array.update(index, |item| place(item, rest, value, member)).unwrap_or(Err(NoPlace))
        }
        _ => Err(NoPlace),
    }
}

/// What has to be created to hold a value at the end of the segments.
fn created<'a>(
    segments: &[Segment<'a>],
    value: Value,
    member: fn(Key<'a>, Value) -> Member,
) -> Result<Value, NoPlace> {
    segments.iter().rev().try_fold(value, |value, segment| match segment {
        Segment::Member(key) => Ok(Value::Object(Object::from_distinct([member(*key, value)]))),
        Segment::Index(_) => Err(NoPlace),
    })
}

#[cold]
fn no_place(document: &Value, path: &str) -> Failure {
    Failure::runtime(format!("Unable to apply ResultPath '{path}' to the input '{document}'"))
}

#[cfg(test)]
mod tests {
    use super::Segment::{Index, Member};
    use super::*;
    use crate::json;

    const A: Segment<'_> = Member(Key::new("a"));
    const B: Segment<'_> = Member(Key::new("b"));
    const C: Segment<'_> = Member(Key::new("c"));
    const P: Segment<'_> = Member(Key::new("p"));
    const Y: Segment<'_> = Member(Key::new("y"));

    fn set(mut document: Value, segments: &'static [Segment<'static>]) -> Result<Value, Failure> {
        insert(json!("R"), &Path::new("$.p", segments), &mut document).map(|()| document)
    }

    #[test]
    fn creates_what_is_missing() {
        let abc: &[_] = &[A, B, C];
        assert_eq!(set(json!({}), abc), Ok(json!({ "a": { "b": { "c": "R" } } })));
        assert_eq!(
            set(json!({ "z": 1, "a": { "y": 2 } }), abc).unwrap().to_string(),
            r#"{"z":1,"a":{"y":2,"b":{"c":"R"}}}"#
        );
    }

    #[test]
    fn replaces_what_is_there_in_its_place() {
        let document = json!({ "a": 1, "b": [1, { "x": 1 }], "c": null });
        let text = |segments: &'static [_]| set(document.clone(), segments).unwrap().to_string();
        assert_eq!(text(&[A]), r#"{"a":"R","b":[1,{"x":1}],"c":null}"#);
        assert_eq!(text(&[C]), r#"{"a":1,"b":[1,{"x":1}],"c":"R"}"#);
        assert_eq!(text(&[B, Index(0)]), r#"{"a":1,"b":["R",{"x":1}],"c":null}"#);
        assert_eq!(text(&[B, Index(1), Y]), r#"{"a":1,"b":[1,{"x":1,"y":"R"}],"c":null}"#);
        assert_eq!(text(&[]), r#""R""#);
        assert_eq!(document, json!({ "a": 1, "b": [1, { "x": 1 }], "c": null }));
    }

    #[test]
    fn refuses_what_cannot_hold_a_member() {
        for (document, segments) in [
            (json!("text"), &[A][..]),
            (json!([1]), &[A]),
            (json!(null), &[A]),
            (json!({ "a": null }), &[A, B]),
            (json!({ "a": 1 }), &[A, B]),
            (json!({ "a": [1] }), &[A, Index(1)]),
            (json!({ "a": {} }), &[A, Index(0)]),
            (json!({}), &[A, Index(0)]),
        ] {
            let failure = set(document.clone(), segments).unwrap_err();
            assert_eq!(failure.error(), Some("States.Runtime"));
            let text = format!("Unable to apply ResultPath '$.p' to the input '{document}'");
            assert_eq!(failure.cause(), Some(&*text));
        }
    }

    #[test]
    fn a_document_that_nobody_else_holds_keeps_its_place() {
        let document = json!({ "a": { "b": 1 }, "big": [1, 2, 3] });
        let big = document.get("big").cloned();
        let document = set(document, &[A, B]).unwrap();
        assert_eq!(document.get("big"), big.as_ref());
    }

    #[test]
    fn what_has_become_too_large_is_no_output() {
        let path = Path::new("$.p", &[P]);
        let mut document = json!({});
        assert_eq!(insert_output(json!(1), &path, &mut document, "Big"), Ok(()));
        let text = json!("x".repeat(payload::LIMIT));
        let failure = insert_output(text, &path, &mut document, "Big").unwrap_err();
        assert_eq!(failure.error(), Some("States.DataLimitExceeded"));
    }
}
