//! Texts as Jackson 2.12 words them.

use super::{VALUE, syntax_error};

/// What is wrong, and where: `1:4`.
#[track_caller]
fn expect(text: &str, expected: &str, place: &str) {
    let error = syntax_error(text).unwrap_or_else(|| panic!("`{text}` is JSON"));
    let (line, column) = place.split_once(':').expect("line and column");
    let tail = format!("; line: {line}, column: {column}]");
    assert!(error.location.ends_with(&tail), "{text}: {}", error.location);
    assert_eq!(error.reason, expected, "{text}");
}

#[test]
fn words() {
    expect("not a definition", &format!("Unrecognized token 'not': was expecting {VALUE}"), "1:4");
    expect("nul", &format!("Unrecognized token 'nul': was expecting {VALUE}"), "1:4");
    expect(
        "{\"a\": truely}",
        &format!("Unrecognized token 'truely': was expecting {VALUE}"),
        "1:13",
    );
    expect("[\n  x1 ]", &format!("Unrecognized token 'x1': was expecting {VALUE}"), "2:5");
    expect(
        "%",
        &format!("Unexpected character ('%' (code 37)): expected a valid value {VALUE}"),
        "1:2",
    );
}

#[test]
fn structure() {
    let start = r#"[Source: (String)"{"a": 1"; line: 1, column: 1]"#;
    let expected = format!(
        "Unexpected end-of-input: expected close marker for Object (start marker at {start})"
    );
    expect(r#"{"a": 1"#, &expected, "1:8");
    expect(
        r#"{"a": 1 "b""#,
        "Unexpected character ('\"' (code 34)): was expecting comma to separate Object entries",
        "1:10",
    );
    expect(
        r#"{"a": 1,}"#,
        "Unexpected character ('}' (code 125)): was expecting double-quote to start field name",
        "1:10",
    );
    expect(
        "{a: 1}",
        "Unexpected character ('a' (code 97)): was expecting double-quote to start field name",
        "1:3",
    );
    expect(
        r#"{"a" 1}"#,
        "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value",
        "1:7",
    );
    expect(r#"{"a": }"#, "Unexpected character ('}' (code 125)): expected a value", "1:8");
    expect(
        "[1,]",
        &format!("Unexpected character (']' (code 93)): expected a valid value {VALUE}"),
        "1:5",
    );
    expect(
        "[1}",
        "Unexpected close marker '}': expected ']' (for Array starting at [Source: (String)\"[1}\"; line: 1, column: 1])",
        "1:4",
    );
    expect(r#"{"a": 1,"#, "Unexpected end-of-input within/between Object entries", "1:9");
    expect(
        "// x",
        "Unexpected character ('/' (code 47)): maybe a (non-standard) comment? (not recognized as one since Feature 'ALLOW_COMMENTS' not enabled for parser)",
        "1:2",
    );
}

#[test]
fn strings_and_numbers() {
    expect(
        "[\"a",
        "Unexpected end-of-input: was expecting closing quote for a string value",
        "1:4",
    );
    expect(
        "[\"a\n\"]",
        "Illegal unquoted character ((CTRL-CHAR, code 10)): has to be escaped using backslash to be included in string value",
        "1:5",
    );
    expect(r#"["\q"]"#, "Unrecognized character escape 'q' (code 113)", "1:5");
    expect(
        r#"["\u00g0"]"#,
        "Unexpected character ('g' (code 103)): expected a hex-digit for character escape sequence",
        "1:8",
    );
    expect("[01]", "Invalid numeric value: Leading zeroes not allowed", "1:4");
    expect(
        "[-x]",
        "Unexpected character ('x' (code 120)) in numeric value: expected digit (0-9) to follow minus sign, for valid numeric value",
        "1:4",
    );
    expect(
        "[1.]",
        "Unexpected character (']' (code 93)) in numeric value: Decimal point not followed by a digit",
        "1:5",
    );
}

#[test]
fn json() {
    for text in
        ["", " ", "{}", "[1, -2.5e+3, \"\\u00e9\", true, null]", "1", "{\"a\": [{}]} x", "\"x\""]
    {
        assert_eq!(syntax_error(text), None, "{text}");
    }
}

#[test]
fn a_long_text_is_cut() {
    let error = syntax_error(&format!("[{}", " ".repeat(600))).expect("no JSON");
    assert!(error.location.contains("\"[truncated 101 chars]; line: 1, column: 602]"), "{error:?}");
}
