//! JSON text in and out.

use super::*;

/// What `serde_json` makes of a text. Its floats may be off in the last digit, and `-0` is a float
/// there; both are corrected.
fn other_opinion(text: &str) -> Option<Value> {
    serde_json::from_str::<serde_json::Value>(text).ok().map(Value::from)
}

#[test]
fn reads_json() {
    for (text, value) in [
        ("null", json!(null)),
        (" true\n", json!(true)),
        ("\t[ ]\r", json!([])),
        ("{ }", json!({})),
        ("-0", json!(0)),
        ("0", json!(0)),
        ("-12", json!(-12)),
        ("9223372036854775807", json!(i64::MAX)),
        ("18446744073709551615", json!(u64::MAX)),
        ("1.0", json!(1.0)),
        ("1e2", json!(100.0)),
        ("-1.5E-3", json!(-0.0015)),
        (r#""\u00e9\n\ud83d\ude00\/\"""#, json!("é\n😀/\"")),
        (r#"{"a":1,"b":2,"a":3}"#, json!({ "a": 3, "b": 2 })),
    ] {
        assert_eq!(Value::from_json(text.as_bytes()), Ok(value), "{text}");
    }
    let text = |text: &str| Value::from_json(text.as_bytes()).unwrap().to_string();
    assert_eq!(text("-0"), "0");
    assert_eq!(text("-0.0"), "-0.0");
    assert_eq!(text("18446744073709551616"), "1.8446744073709552e+19");
    assert_eq!(text("0.1"), "0.1");
    assert_eq!(text("3.0"), "3.0");
    assert_eq!(text(r#"{"a":1,"b":2,"a":3}"#), r#"{"a":3,"b":2}"#);
}

#[test]
fn refuses_all_else() {
    for (text, message) in [
        ("", "line 1 column 1: expected a JSON value"),
        ("nul", "line 1 column 1: expected a JSON value"),
        ("[1,]", "line 1 column 4: expected a JSON value"),
        ("[1 2]", "line 1 column 4: expected `,` or `]` after an item"),
        ("{\n a:1}", "line 2 column 2: expected the name of a member in double quotes"),
        ("{\"a\" 1}", "line 1 column 6: expected `:` after the name of a member"),
        ("{\"a\":1", "line 1 column 7: expected `,` or `}` after a member"),
        ("1 2", "line 1 column 3: expected nothing more after the value"),
        ("01", "line 1 column 1: expected a number without leading zeros"),
        ("-", "line 1 column 1: expected a number without leading zeros"),
        ("1.", "line 1 column 1: expected a digit after the point of a number"),
        ("1e", "line 1 column 1: expected a digit in the exponent of a number"),
        ("1e999", "line 1 column 1: a number is beyond the range of 64-bit floats"),
        ("\"é", "line 1 column 3: a string is not closed"),
        ("\"\n\"", "line 1 column 2: a control character in a string has to be escaped"),
        (r#""\x""#, "line 1 column 3: a backslash does not start an escape JSON knows"),
        (r#""\u12g4""#, "line 1 column 4: expected four hexadecimal digits after `\\u`"),
        (r#""\ud83d""#, "line 1 column 8: `\\u` escapes half of a surrogate pair"),
    ] {
        assert_eq!(Value::from_json(text.as_bytes()).unwrap_err().to_string(), message, "{text}");
    }
    let error = Value::from_json(b"\"\xff\"").unwrap_err();
    assert_eq!(error.to_string(), "the text is not UTF-8 from byte 1 on");
}

#[test]
fn writes_the_escapes_of_serde_json() {
    let all: String = ('\0'..='\u{ff}').chain(['\u{2028}', '😀']).collect();
    assert_eq!(json!(all.as_str()).to_string(), serde_json::to_string(&all).unwrap());
}

proptest! {
    #[test]
    fn what_is_written_reads_back(value in any_value()) {
        let text = value.to_string();
        prop_assert_eq!(text.as_bytes(), value.to_json());
        let again = Value::from_json(text.as_bytes()).unwrap();
        prop_assert_eq!(&again, &value);
        prop_assert_eq!(again.to_string(), text.clone());
        prop_assert_eq!(serde_json::to_string(&value).unwrap(), text);
    }

    #[test]
    fn reads_what_serde_json_reads(
        text in r#"([\[\]{},:" 0-9.eE+\-]|true|false|null|"[a-c\\u0]*"|\\u[0-9a-dD]{4}|-?[0-9]{1,20}|é){0,8}"#
    ) {
        let expected = other_opinion(&text);
        let actual = Value::from_json(text.as_bytes()).ok();
        prop_assert_eq!(actual.is_some(), expected.is_some(), "{}", text);
        if let (Some(actual), Some(expected)) = (actual, expected) {
            prop_assert_eq!(normal(actual), normal(expected));
        }
    }

    #[test]
    fn no_bytes_make_it_panic(text in prop::collection::vec(any::<u8>(), 0..64)) {
        let _ = Value::from_json(&text);
    }
}

/// Floats to a precision at which readers agree.
fn normal(value: Value) -> Value {
    match value {
        Value::Number(number) if !number.is_integer() => {
            json!(format!("{:.12e}", number.as_f64() + 0.0))
        }
        Value::Number(number) => json!(format!("{number}")),
        Value::Array(array) => array.into_iter().map(normal).collect::<Vec<_>>().into(),
        Value::Object(object) => {
            Value::Object(object.into_iter().map(|(name, member)| (name, normal(member))).collect())
        }
        other => other,
    }
}
