//! A part of a document as the way to it, a JSON Pointer, so that it is there once.
//!
//! Follows [RFC 6901](https://www.rfc-editor.org/rfc/rfc6901).

use crate::value::Value;

/// How many objects around the part are looked through.
const LEVELS: u32 = 32;

/// Where an array is in a document: the very one, not one like it. None where it is not in there,
/// or in another array.
pub(crate) fn of(document: &Value, part: &Value) -> Option<String> {
    let mut place = String::new();
    find(document, part, &mut place, LEVELS).then_some(place)
}

fn find(document: &Value, part: &Value, place: &mut String, levels: u32) -> bool {
    match (document, part) {
        (Value::Array(here), Value::Array(part)) => here.is_same(part),
        (Value::Object(members), Value::Array(_)) if levels > 0 => {
            let before = place.len();
            members.iter().any(|(name, member)| {
                if !matches!(member, Value::Array(_) | Value::Object(_)) {
                    return false;
                }
                place.truncate(before);
                place.push('/');
                place.push_str(&name.replace('~', "~0").replace('/', "~1"));
                find(member, part, place, levels - 1)
            })
        }
        _ => false,
    }
}

/// What is at a place of a document.
pub(crate) fn at(document: &Value, place: &str) -> Option<Value> {
    let mut part = document;
    if !place.is_empty() {
        for name in place.strip_prefix('/')?.split('/') {
            part = part.as_object()?.get(&name.replace("~1", "/").replace("~0", "~"))?;
        }
    }
    Some(part.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn a_part_is_found_where_it_is() {
        let items = json!([1, 2]);
        let document = json!({ "a": [1, 2], "b": { "c/d~": items.clone(), "e": 1 } });
        assert_eq!(of(&document, &items).as_deref(), Some("/b/c~1d~0"));
        assert_eq!(at(&document, "/b/c~1d~0"), Some(items.clone()));
        assert_eq!(of(&items, &items).as_deref(), Some(""));
        assert_eq!(at(&items, ""), Some(items.clone()));
        assert_eq!(of(&document, &json!([1, 2])), None);
        assert_eq!(of(&json!([items.clone()]), &items), None);
        for nowhere in ["b", "/c", "/a/0", "/b/e/f", "/"] {
            assert_eq!(at(&document, nowhere), None);
        }
    }
}
