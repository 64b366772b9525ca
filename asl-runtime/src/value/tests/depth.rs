//! Values nested deeper than anything the engine accepts.

use super::*;

/// Arrays and objects nested so deep, made from the inside.
fn nested(depth: usize) -> Value {
    (0..depth).fold(json!(1), |inner, level| {
        if level % 2 == 0 {
            Value::Array(Array::from([inner]))
        } else {
            Value::Object(Object::from_distinct([Member::new(Key::new("a"), inner)]))
        }
    })
}

#[test]
fn the_limit_is_inclusive() {
    assert!(nested(MAX_DEPTH).fits(usize::MAX));
    assert!(!nested(MAX_DEPTH + 1).fits(usize::MAX));
    assert!(Value::from_json(nested(MAX_DEPTH).to_string().as_bytes()).is_ok());
    let error = Value::from_json(nested(MAX_DEPTH + 1).to_string().as_bytes()).unwrap_err();
    assert!(error.to_string().contains("more than 1000 deep"), "{error}");
    assert!(Value::from_json(&[b'['; 1_000_000]).is_err());
}

#[test]
fn nothing_overflows_the_stack() {
    let deep = nested(200_000);
    assert!(!deep.fits(usize::MAX));
    let same = nested(200_000);
    assert_eq!(deep, same);
    assert_ne!(deep, nested(199_998));
    assert_eq!(deep.json_len(), deep.to_json().len());
    assert!(to_value(&deep).is_err());
    assert!(serde_json::to_string(&deep).is_err());
    assert!(from_value_ref::<Value>(&deep).is_err());
    assert!(from_value_ref::<::serde::de::IgnoredAny>(&deep).is_ok());
    assert!(!crate::data::intrinsic::java_text(&deep).is_empty());
    drop(deep.clone());
    drop(deep);
}

#[test]
fn a_tree_that_was_made_from_the_outside_is_dropped_too() {
    let mut root = json!([null]);
    let mut place = root.as_array_mut().and_then(|array| array.get_mut(0)).unwrap();
    for _ in 0..200_000 {
        *place = json!({ "a": null, "b": 1 });
        place = place.as_object_mut().and_then(|object| object.get_mut("a")).unwrap();
    }
    assert!(!root.fits(usize::MAX));
    assert!(!root.clone().fits(usize::MAX));
    drop(root);
}

#[test]
fn a_type_that_nests_itself_is_an_error() {
    #[derive(::serde::Serialize)]
    struct Link(Option<Box<Link>>, ());
    let links = (0..5000).fold(Link(None, ()), |link, _| Link(Some(Box::new(link)), ()));
    assert!(to_value(&links).unwrap_err().to_string().contains("more than 1000 deep"));
}

#[test]
fn depth_is_measured_where_its_bound_is_too_high() {
    let mut document = json!({ "a": nested(MAX_DEPTH) });
    assert!(!document.fits(usize::MAX));
    if let Some(object) = document.as_object_mut() {
        object.insert("a", nested(MAX_DEPTH - 1));
    }
    assert!(document.fits(usize::MAX));
}
