//! `ResultPath`: which paths it takes, and where it puts a result, on serde_json's values.

use asl_lang::path::{ReferenceSegment, Root, Segment, parse, parse_reference};
use asl_runtime::Value;
use serde_json::json;

use super::machine::{evaluate, interpreter, one_state, serde, told};
use crate::target::{Target, parts};

pub(super) const TARGET: Target =
    Target { name: "reference_path", words: &[".a", "['a']", "[0]", "[1]"], run, planted: false };

fn run(input: &[u8]) -> String {
    let [text, document] = parts(input);
    let path = match parse_reference(&text) {
        Ok(path) => path,
        Err(error) => {
            assert!(text.is_char_boundary(error.offset), "{error:?}");
            assert!(!is_one_place(&text), "{error:?}");
            return error.message;
        }
    };
    assert!(is_one_place(&text));
    let Ok(document) = Value::from_json(document.as_bytes()) else { return path.normalized() };
    let definition = one_state(json!({ "Type": "Pass", "Result": 7, "ResultPath": text }));
    let Some(machine) = interpreter(&definition) else { return "refused".to_owned() };
    let outcome = evaluate(&machine, document.clone());
    let mut expected = serde(&document);
    let placed = put(&mut expected, &path.segments);
    assert_eq!(outcome.as_ref().ok().map(serde), placed.map(|()| expected), "{}", told(&outcome));
    told(&outcome)
}

/// Whether a path is one of names and indexes, from `$`.
fn is_one_place(text: &str) -> bool {
    parse(text).is_ok_and(|path| {
        path.root == Root::Input
            && path.segments.iter().all(|segment| match segment {
                Segment::Member(_) => true,
                Segment::Index(index) => *index >= 0,
                _ => false,
            })
    })
}

/// Puts 7 there; none if there is no such place.
fn put(target: &mut serde_json::Value, segments: &[ReferenceSegment]) -> Option<()> {
    let Some((first, rest)) = segments.split_first() else {
        *target = json!(7);
        return Some(());
    };
    let next = match first {
        ReferenceSegment::Member(name) => {
            target.as_object_mut()?.entry(name.as_str()).or_insert_with(|| json!({}))
        }
        ReferenceSegment::Index(index) => target.as_array_mut()?.get_mut(*index as usize)?,
    };
    put(next, rest)
}
