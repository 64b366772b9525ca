//! Properties of values, beside `serde_json` as an independent opinion.

mod bounds;
mod depth;
mod serde;
mod text;

use proptest::prelude::*;

use super::*;
use crate::json;

/// Any finite number.
fn any_number() -> impl Strategy<Value = Number> {
    prop_oneof![
        (-3_i64..3).prop_map(Number::from),
        any::<i64>().prop_map(Number::from),
        any::<u64>().prop_map(Number::from),
        any::<f64>().prop_filter_map("finite", Number::from_f64),
    ]
}

/// Text with characters that need escapes, and others.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-c]{0,3}", "[\u{0}-\u{20}\"\\\\/a\u{7f}é\u{2028}😀]{0,12}", "[a-z ]{20,40}",]
}

/// Any value of moderate size.
fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any_number().prop_map(Value::from),
        any_text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 48, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((any_text(), inner), 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

#[test]
fn is_three_words() {
    assert_eq!(size_of::<Value>(), 24);
    assert_eq!(size_of::<Option<Value>>(), 24);
    assert_eq!(size_of::<Result<Value, crate::Failure>>(), 24);
}

#[test]
fn is_shared_by_threads() {
    fn check<T: Send + Sync + 'static>() {}
    check::<Value>();
}

#[test]
fn equality_ignores_the_order_of_members() {
    assert_eq!(json!({ "a": 1, "b": [{}] }), json!({ "b": [{}], "a": 1.0 }));
    assert_ne!(json!({ "a": 1 }), json!({ "a": 1, "b": null }));
    assert_ne!(json!({ "a": 1, "c": 1 }), json!({ "a": 1, "b": 1 }));
    assert_eq!(json!({ "a": 1, "b": 2, "a": 3 }).to_string(), r#"{"a":3,"b":2}"#);
    assert_ne!(json!([1, 2]), json!([2, 1]));
    assert_ne!(json!(null), json!(false));
}

#[test]
fn objects_keep_their_order() {
    let mut object = Object::from_iter([("b", 1), ("a", 2), ("b", 3), ("c", 4)]);
    assert_eq!(Value::from(object.clone()).to_string(), r#"{"b":3,"a":2,"c":4}"#);
    assert_eq!(object.insert("a", 5), Some(json!(2)));
    assert_eq!(object.remove("b"), Some(json!(3)));
    assert_eq!(object.remove("b"), None);
    object.insert("b", 6);
    assert_eq!(Value::from(object).to_string(), r#"{"a":5,"c":4,"b":6}"#);
}

#[test]
fn large_objects_are_found_in() {
    let name = |i: usize| format!("member {i}");
    let mut object: Object = (0..100_000).map(|i| (name(i), i)).collect();
    assert_eq!(object.len(), 100_000);
    assert_eq!(object.get("member 77777"), Some(&json!(77_777)));
    assert_eq!(object.get("member 100000"), None);
    object.insert(name(5), "five");
    assert_eq!(object.len(), 100_000);
    assert_eq!(object.remove("member 0"), Some(json!(0)));
    assert_eq!(object.get("member 99999"), Some(&json!(99_999)));
    assert_eq!(object.iter().nth(4).map(|(_, value)| value), Some(&json!("five")));
}

#[test]
fn a_shared_value_is_copied_before_it_changes() {
    let mut one = json!({ "a": { "b": [1] }, "c": 1 });
    let other = one.clone();
    if let Some(object) = one.as_object_mut() {
        object.insert("c", 2);
        if let Some(Value::Object(a)) = object.get_mut("a") {
            a.update(Key::new("b"), |b| b.as_array_mut().map(|b| b.push(2)));
        }
    }
    assert_eq!(one, json!({ "a": { "b": [1, 2] }, "c": 2 }));
    assert_eq!(other, json!({ "a": { "b": [1] }, "c": 1 }));
}

#[test]
fn the_macro_takes_expressions() {
    let name = "key";
    let list = [1, 2];
    assert_eq!(
        json!({ name: list.len(), ("k".repeat(2)): [null, -1, [list[0]].len(), { "x": {} },], }),
        Value::from_json(br#"{"key":2,"kk":[null,-1,1,{"x":{}}]}"#).unwrap()
    );
    assert_eq!(json!(f64::NAN), Value::Null);
    assert_eq!(json!(Some("x")), json!("x"));
}

#[test]
fn answers_by_type() {
    let value = json!({ "s": "x", "n": 1, "f": 1.5, "b": true, "z": null, "a": [1], "o": {} });
    let member = |name| value.get(name).unwrap();
    assert_eq!(member("s").as_str(), Some("x"));
    assert_eq!(member("n").as_i64(), Some(1));
    assert_eq!(member("n").as_f64(), Some(1.0));
    assert_eq!(member("f").as_i64(), None);
    assert_eq!(member("b").as_bool(), Some(true));
    assert!(member("z").is_null());
    assert_eq!(member("a").as_array().map(|a| a.len()), Some(1));
    assert!(member("o").as_object().is_some_and(Object::is_empty));
    assert_eq!(member("s").get("x"), None);
    assert_eq!(*member("s"), "x");
    assert_eq!(*member("n"), 1);
    assert_eq!(*member("f"), 1.5);
    assert_eq!(*member("b"), true);
}
