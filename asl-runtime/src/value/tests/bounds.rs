//! The bounds that containers keep of themselves.

use super::*;

/// A change to a document.
#[derive(Debug, Clone)]
enum Change {
    Insert(usize, String, Value),
    Remove(usize, usize),
    Replace(usize, usize, Value),
    GetMut(usize, usize, Value),
    Share,
    Measure,
}

fn any_change() -> impl Strategy<Value = Change> {
    let depth = 0_usize..4;
    prop_oneof![
        (depth.clone(), any_text(), any_value()).prop_map(|(d, k, v)| Change::Insert(d, k, v)),
        (depth.clone(), 0_usize..6).prop_map(|(d, i)| Change::Remove(d, i)),
        (depth.clone(), 0_usize..6, any_value()).prop_map(|(d, i, v)| Change::Replace(d, i, v)),
        (depth, 0_usize..6, any_value()).prop_map(|(d, i, v)| Change::GetMut(d, i, v)),
        Just(Change::Share),
        Just(Change::Measure),
    ]
}

/// Goes some containers down into a value and changes what is there.
fn change(value: &mut Value, depth: usize, apply: &mut dyn FnMut(&mut Value)) {
    if depth == 0 {
        return apply(value);
    }
    match value {
        Value::Array(array) if !array.is_empty() => {
            array.update(array.len() - 1, |item| change(item, depth - 1, apply));
        }
        Value::Object(object) if !object.is_empty() => {
            let name = object.keys().next().cloned().unwrap();
            object.update(Key::new(&name), |member| change(member, depth - 1, apply));
        }
        other => apply(other),
    }
}

fn name_at(object: &Object, index: usize) -> Option<Str> {
    object.keys().nth(index).cloned()
}

impl Change {
    fn apply(&self, document: &mut Value, shared: &mut Vec<Value>) {
        let depth = match self {
            Self::Insert(depth, ..)
            | Self::Remove(depth, _)
            | Self::Replace(depth, ..)
            | Self::GetMut(depth, ..) => *depth,
            Self::Share => return shared.push(document.clone()),
            Self::Measure => {
                assert_eq!(document.json_len(), document.to_json().len());
                return;
            }
        };
        change(document, depth, &mut |target| match (self, target) {
            (Self::Insert(_, name, value), Value::Object(object)) => {
                object.insert(name.as_str(), value.clone());
            }
            (Self::Insert(_, _, value), Value::Array(array)) => array.push(value.clone()),
            (Self::Remove(_, index), Value::Object(object)) => {
                if let Some(name) = name_at(object, *index) {
                    object.remove(&name);
                }
            }
            (Self::Replace(_, index, value), Value::Array(array)) => {
                array.replace(*index, value.clone());
            }
            (Self::Replace(_, index, value), Value::Object(object)) => {
                if let Some(name) = name_at(object, *index) {
                    object.insert(name, value.clone());
                }
            }
            (Self::GetMut(_, index, value), Value::Array(array)) => {
                if let Some(item) = array.get_mut(*index) {
                    *item = value.clone();
                }
            }
            (Self::GetMut(_, index, value), Value::Object(object)) => {
                if let Some(name) = name_at(object, *index)
                    && let Some(member) = object.get_mut(&name)
                {
                    *member = value.clone();
                }
            }
            (_, leaf) => *leaf = json!({}),
        });
    }
}

/// Depth by walking.
fn depth(value: &Value) -> usize {
    match value {
        Value::Array(array) => 1 + array.iter().map(depth).max().unwrap_or(0),
        Value::Object(object) => 1 + object.values().map(depth).max().unwrap_or(0),
        _ => 0,
    }
}

proptest! {
    #[test]
    fn a_bound_is_never_below_the_size(
        start in any_value(),
        changes in prop::collection::vec(any_change(), 0..12),
    ) {
        let mut document = start;
        let mut shared = Vec::new();
        for change in &changes {
            change.apply(&mut document, &mut shared);
            let len = document.to_json().len();
            let bounds = document.bounds();
            prop_assert!(bounds.size as usize >= len, "{bounds:?} of {document}");
            prop_assert!(bounds.depth as usize >= depth(&document), "{bounds:?} of {document}");
        }
        for document in shared.iter().chain([&document]) {
            let len = document.to_json().len();
            prop_assert!(document.bounds().size as usize >= len);
            prop_assert!(document.fits(len));
            prop_assert!(len == 0 || !document.fits(len - 1));
            prop_assert_eq!(document.json_len(), len);
            // Measured now, so the bound is the size.
            if matches!(document, Value::Array(_) | Value::Object(_)) {
                prop_assert_eq!(document.bounds().size as usize, len);
            }
        }
    }

    #[test]
    fn a_rebuilt_document_has_the_same_size(value in any_value()) {
        let again = Value::from_json(&value.to_json()).unwrap();
        prop_assert_eq!(again.json_len(), value.json_len());
    }
}

#[test]
fn what_was_measured_is_not_measured_again() {
    // Its bound is six times its size, too much; its size is not.
    let long = Value::from("x".repeat(50_000));
    let mut document = json!({ "long": long, "n": 0 });
    assert!(document.bounds().size > 262_144);
    assert!(document.fits(262_144));
    assert!(document.bounds().size < 51_000);
    if let Some(object) = document.as_object_mut() {
        object.insert("n", 1);
        object.insert("more", "text");
    }
    assert!(document.bounds().size < 52_000);
    assert!(document.fits(262_144));
}
