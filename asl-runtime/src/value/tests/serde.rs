//! Conversions from and to Rust types, beside those of `serde_json`.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use ::serde::de::DeserializeOwned;
use ::serde::{Deserialize, Serialize};

use super::*;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Order {
    id: String,
    #[serde(rename = "totalCents")]
    total_cents: u64,
    note: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    lines: Vec<Line>,
    #[serde(flatten)]
    more: BTreeMap<String, Value>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Line(String, i8);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
enum Payment {
    Cash,
    Card(String),
    Split(u32, f64),
    Transfer { iban: String, fee: Option<i32> },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
enum Tagged {
    A { x: i32 },
    B,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Untagged {
    Number(f64),
    Text(String),
    List(Vec<Untagged>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Key(i64);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum Side {
    Left,
    Right,
}

/// Both ways, like `serde_json`, and across the two.
fn agrees<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug + 'static>(value: T) {
    let ours = to_value(&value).unwrap();
    let theirs = serde_json::to_value(&value).unwrap();
    assert_eq!(ours, Value::from(theirs.clone()));
    assert_eq!(serde_json::Value::from(ours.clone()), theirs);
    assert_eq!(serde_json::to_value(&ours).unwrap(), theirs);
    assert_eq!(from_value::<Value>(to_value(&theirs).unwrap()).unwrap(), ours);
    assert_eq!(from_value_ref::<T>(&ours).unwrap(), value);
    assert_eq!(from_value::<T>(ours).unwrap(), value);
}

#[test]
fn every_shape_of_serde() {
    agrees(());
    agrees(true);
    agrees(-7_i8);
    agrees(u64::MAX);
    agrees(i64::MIN);
    agrees(1.5_f64);
    agrees(0.25_f32);
    agrees('é');
    agrees("text".to_owned());
    agrees(Some(1));
    agrees(None::<i32>);
    agrees((1, "two".to_owned(), [3.0]));
    agrees(vec![Some(1), None]);
    agrees(BTreeMap::from([("a".to_owned(), 1)]));
    agrees(BTreeMap::from([(1, 'a'), (-2, 'b')]));
    agrees(BTreeMap::from([(true, 1), (false, 2)]));
    agrees(BTreeMap::from([('x', 1)]));
    agrees(BTreeMap::from([(Key(3), 1)]));
    agrees(BTreeMap::from([(Side::Left, 1), (Side::Right, 2)]));
    agrees(HashMap::<u128, ()>::from([(5, ())]));
    agrees(vec![
        Payment::Cash,
        Payment::Card("4".into()),
        Payment::Split(1, 2.5),
        Payment::Transfer { iban: "DE".into(), fee: None },
    ]);
    agrees(vec![Tagged::A { x: 1 }, Tagged::B]);
    agrees(Untagged::List(vec![Untagged::Number(1.0), Untagged::Text("x".into())]));
    agrees(Line("a".into(), 1));
    agrees(std::time::Duration::from_millis(1500));
    agrees(Order {
        id: "o-1".into(),
        total_cents: 1200,
        note: None,
        lines: vec![Line("a".into(), 2)],
        more: BTreeMap::from([("extra".to_owned(), json!({ "deep": [1] }))]),
    });
}

#[test]
fn integers_of_128_bits_that_fit() {
    assert_eq!(to_value(&i128::from(i64::MIN)).unwrap(), json!(i64::MIN));
    assert_eq!(to_value(&u128::from(u64::MAX)).unwrap(), json!(u64::MAX));
    assert_eq!(from_value::<i128>(json!(-3)).unwrap(), -3);
    assert_eq!(from_value::<u128>(json!(u64::MAX)).unwrap(), u128::from(u64::MAX));
    let error = to_value(&i128::MAX).unwrap_err();
    assert!(error.to_string().contains("does not fit 64 bits"), "{error}");
}

#[test]
fn what_has_no_json_is_an_error() {
    let error = to_value(&BTreeMap::from([("x", [1.0, f64::INFINITY])])).unwrap_err();
    assert_eq!(error.to_string(), "`x[1]`: inf is no JSON number");
    let error = to_value(&BTreeMap::from([(vec![1], 1)])).unwrap_err();
    assert_eq!(error.to_string(), "the key of a map has to be text, a number or a truth value");
}

#[test]
fn errors_name_the_member() {
    let order =
        json!({ "id": "o-1", "totalCents": 1, "note": null, "lines": [["a", 1], ["b", 300]] });
    // `flatten` buffers, so the path ends where serde's buffer begins.
    let error = from_value::<Order>(order).unwrap_err();
    assert!(error.to_string().contains("invalid value: integer `300`, expected i8"), "{error}");
    let error = from_value::<Vec<Line>>(json!([["a", 1], ["b", 300]])).unwrap_err();
    assert_eq!(error.to_string(), "`[1][1]`: invalid value: integer `300`, expected i8");
    assert_eq!(error.path(), "[1][1]");
    let error =
        from_value::<BTreeMap<String, Payment>>(json!({ "p": { "Transfer": { "iban": 1 } } }));
    assert_eq!(
        error.unwrap_err().to_string(),
        "`p.Transfer.iban`: invalid type: integer `1`, expected a string"
    );
    let error = from_value::<Payment>(json!({ "Cheque": 1 })).unwrap_err();
    assert!(error.to_string().starts_with("unknown variant `Cheque`"), "{error}");
    assert!(from_value::<(i32, i32)>(json!([1, 2, 3])).is_err());
    assert!(from_value::<Payment>(json!({ "Cash": null, "x": 1 })).is_err());
    assert_eq!(from_value::<Payment>(json!({ "Cash": null })).unwrap(), Payment::Cash);
}

#[test]
fn text_is_borrowed() {
    #[derive(Deserialize)]
    struct Borrowed<'a> {
        name: &'a str,
        #[serde(borrow)]
        note: Cow<'a, str>,
    }
    let value = json!({ "name": "a name of more than twenty-three bytes", "note": "x" });
    let borrowed: Borrowed<'_> = from_value_ref(&value).unwrap();
    assert_eq!(borrowed.name, value.get("name").unwrap().as_str().unwrap());
    assert!(matches!(borrowed.note, Cow::Borrowed("x")));
}

#[test]
fn a_value_is_handed_on() {
    let value = json!({ "a": [1, 2, 3] });
    let array = |value: &Value| value.get("a").unwrap().as_array().unwrap().as_ptr();
    let before = array(&value);
    assert_eq!(array(&from_value::<Value>(value.clone()).unwrap()), before);
    assert_eq!(array(&into_value(value.clone()).unwrap()), before);
    assert_ne!(array(&to_value(&value).unwrap()), before);
    assert_eq!(into_value((1, "x")).unwrap(), json!([1, "x"]));
}

#[test]
fn the_private_shapes_of_serde_json() {
    // As `serde_json` hands on numbers where another crate turned on `arbitrary_precision`.
    let number = |text: &str| json!({ "$serde_json::private::Number": text });
    let through = |value: Value| serde_json::from_value::<Value>(value.into()).unwrap();
    assert_eq!(through(number("12")).to_string(), "12");
    assert_eq!(through(number("0.10")).to_string(), "0.1");
    assert_eq!(through(json!([number("18446744073709551615")])), json!([u64::MAX]));
    assert_eq!(through(number("x")), number("x"));

    #[derive(Serialize)]
    #[serde(rename = "$serde_json::private::RawValue")]
    struct RawValue {
        #[serde(rename = "$serde_json::private::RawValue")]
        text: &'static str,
    }
    let raw = RawValue { text: r#"{"a":[1,2.0]}"# };
    assert_eq!(to_value(&raw).unwrap(), json!({ "a": [1, 2.0] }));
    assert!(to_value(&RawValue { text: "{" }).is_err());
}

proptest! {
    #[test]
    fn values_go_through_serde(value in any_value()) {
        prop_assert_eq!(&to_value(&value).unwrap(), &value);
        prop_assert_eq!(&from_value_ref::<Value>(&value).unwrap(), &value);
        prop_assert_eq!(&Value::from(serde_json::Value::from(value.clone())), &value);
        let text = to_value(&value).unwrap().to_string();
        prop_assert_eq!(text, value.to_string());
    }
}
