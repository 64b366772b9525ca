//! Tests of the reader: what is read, what is found, and where.

use super::*;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::ir::Literal;
use crate::source::Source;

fn read_with(text: &str, values: &[(&str, &str)], open: bool) -> (Document, Vec<Diagnostic>) {
    let source = Source::new("a.json", text);
    let substitutions = values.iter().copied().collect();
    let mut diagnostics = Diagnostics::new();
    let document = read(&source, &substitutions, open, &mut diagnostics);
    (document, diagnostics.into_vec())
}

fn root(text: &str) -> Node {
    let (document, findings) = read_with(text, &[], false);
    assert_eq!(findings, []);
    document.root.unwrap()
}

/// Each finding's message with the text it underlines.
fn findings(text: &str, values: &[(&str, &str)]) -> Vec<String> {
    let source = Source::new("a.json", text);
    let (_, findings) = read_with(text, values, false);
    let shown = |f: &Diagnostic| format!("{} <{}>", f.message, source.slice(f.span));
    findings.iter().map(shown).collect()
}

#[test]
fn values() {
    let text = r#" {"a": [null, true, false, -1.5e3, "x"], "b": {}} "#;
    let expected = Literal::Object(vec![
        (
            "a".into(),
            Literal::Array(vec![
                Literal::Null,
                Literal::Bool(true),
                Literal::Bool(false),
                Literal::Number(-1500.0),
                Literal::String("x".into()),
            ]),
        ),
        ("b".into(), Literal::Object(vec![])),
    ]);
    assert_eq!(root(text).to_literal(), expected);
}

#[test]
fn numbers() {
    let number = |text: &str| root(text).to_literal();
    assert_eq!(number("0"), Literal::Integer(0));
    assert_eq!(number("9223372036854775807"), Literal::Integer(i64::MAX));
    assert_eq!(number("18446744073709551615"), Literal::Unsigned(u64::MAX));
    assert_eq!(number("18446744073709551616"), Literal::Number(18_446_744_073_709_552_000.0));
    assert_eq!(number("1.0"), Literal::Number(1.0));
    assert_eq!(number("1E-400"), Literal::Number(0.0));
    for text in ["01", "1.", ".5", "-", "1e", "+1", "0x1", "NaN", "--1"] {
        assert_eq!(findings(text, &[]).len(), 1, "{text}");
    }
    assert_eq!(findings("[1e999]", &[]), ["the number `1e999` is too large <1e999>"]);
}

#[test]
fn strings() {
    let text = |text: &str| root(text).as_str().unwrap().to_owned();
    assert_eq!(text(r#""\"\\\/\b\f\n\r\tä\u00e4\ud83d\ude00""#), "\"\\/\u{8}\u{c}\n\r\tää😀");
    for (text, expected) in [
        (r#""\x""#, r"`\x` is not an escape <\x>"),
        (r#""\u12""#, r"`\u` is followed by four hexadecimal digits <\u>"),
        (r#""\ud83d""#, r"half a surrogate pair is not a character <\ud83d>"),
        (r#""\ude00x""#, r"half a surrogate pair is not a character <\ude00>"),
        (r#""\ud83d\u0041""#, r"half a surrogate pair is not a character <\ud83d>"),
        ("\"a", "a string is not closed on its line <\"a>"),
        ("\"a\nb\"", "a string is not closed on its line <\"a>"),
        ("\"\0\"", "the control character U+0000 stands in a string <\0>"),
    ] {
        assert_eq!(findings(text, &[])[0], expected, "{text}");
    }
}

#[test]
fn places() {
    let text = r#"{"ab": [1, "x"]}"#;
    let source = Source::new("a.json", text);
    let NodeKind::Object(object) = root(text).kind else { panic!() };
    let member = object.get("ab").unwrap();
    assert_eq!(source.slice(member.key_span), r#""ab""#);
    assert_eq!(source.slice(member.value.span), r#"[1, "x"]"#);
    let NodeKind::Array(elements) = &member.value.kind else { panic!() };
    assert_eq!(source.slice(elements[1].span), r#""x""#);
}

#[test]
fn of_members_with_one_name_the_last_counts() {
    let NodeKind::Object(object) = root(r#"{"a": 1, "b": 2, "a": 3}"#).kind else { panic!() };
    let keys: Vec<&str> = object.members.iter().map(|member| member.key.as_str()).collect();
    assert_eq!(keys, ["b", "a"]);
    assert_eq!(object.overridden.len(), 1);
}

#[test]
fn several_errors_are_found_at_once() {
    let text = "{\n  \"a\": tru,\n  \"b\" 1,\n  'c': [1, 2,],\n  \"d\": \"x\"\n  \"e\": 1,\n}";
    assert_eq!(
        findings(text, &[]),
        [
            "`tru` is not a JSON value <tru>",
            "`:` is expected after `b` <1>",
            "a member's name is expected here <'c'>",
            "there is a comma before `]` <,>",
            "`,` or `}` is expected here <\">",
            "there is a comma before `}` <,>",
        ]
    );
}

#[test]
fn where_reading_cannot_go_on() {
    for (text, expected) in [
        ("", "Definition must be a valid JSON object <>"),
        (" \n", "Definition must be a valid JSON object <>"),
        ("{", "the text ends where `}` is expected <>"),
        ("{\"a\"", "`:` is expected after `a` <>"),
        ("[1, }", "a JSON value is expected here <>"),
        ("{} {}", "there is more text after the JSON value <{>"),
        ("not a definition", "`not` is not a JSON value <not>"),
    ] {
        assert_eq!(findings(text, &[])[0], expected, "{text}");
    }
    assert!(findings(&"[x,".repeat(1000), &[]).len() <= 20);
}

#[test]
fn nesting_is_limited() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(findings(&nested(MAX_DEPTH), &[]), [""; 0]);
    let expected = "the definition is nested deeper than 512 levels <[>";
    assert_eq!(findings(&nested(MAX_DEPTH + 1), &[]), [expected]);
    assert_eq!(findings(&"{\"a\":".repeat(10_000), &[]).len(), 1);
    assert_eq!(findings(&"[".repeat(1_000_000), &[]).len(), 1);
    let inner = nested(300);
    let outer = format!("{}${{X}}{}", "[".repeat(300), "]".repeat(300));
    assert_eq!(findings(&outer, &[("X", &inner)]).len(), 1);
}

#[test]
fn placeholders_are_filled_in() {
    let text = r#"{"a": ${Seconds}, "b": "arn:${Name}!", "${Key}": ${Rest}}"#;
    let values =
        [("Seconds", "30"), ("Name", "\"x\" ${Key}"), ("Key", "k"), ("Rest", "{\"x\": [true]}")];
    let (document, findings) = read_with(text, &values, false);
    assert_eq!(findings, []);
    let expected = Literal::Object(vec![
        ("a".into(), Literal::Integer(30)),
        ("b".into(), Literal::String("arn:\"x\" ${Key}!".into())),
        (
            "k".into(),
            Literal::Object(vec![("x".into(), Literal::Array(vec![Literal::Bool(true)]))]),
        ),
    ]);
    assert_eq!(document.root.unwrap().to_literal(), expected);
}

#[test]
fn placeholders_without_a_value() {
    let text = r#"{"a": ${Tabel}, "b": "${Open} ${}${ $"}"#;
    let (document, found) = read_with(text, &[("Table", "1")], false);
    let messages: Vec<(&str, Option<&str>)> =
        found.iter().map(|f| (f.message.as_str(), f.help.as_deref())).collect();
    assert_eq!(
        messages,
        [
            (
                "the substitution `Table` is not used",
                Some("the definition has a placeholder `${Tabel}`")
            ),
            ("the placeholder `${Tabel}` has no value", Some("there is a substitution `Table`")),
        ]
    );
    assert!(document.open);
    let NodeKind::Object(object) = document.root.unwrap().kind else { panic!() };
    assert_eq!(object.members[0].value.kind, NodeKind::Placeholder("Tabel".into()));
    assert_eq!(object.members[1].value.as_str(), Some("${Open} ${}${ $"));

    let (document, found) = read_with("[${jsonencode(x)}]", &[], true);
    assert_eq!(found, []);
    assert!(document.open);
}

#[test]
fn values_of_placeholders_are_not_trusted() {
    let found = |value: &str| findings("[${X}]", &[("X", value)]);
    for (value, expected) in [
        ("orders", "the value of `${X}` is not JSON: `orders` is not a JSON value <${X}>"),
        ("1, 2", "the value of `${X}` is not JSON: there is more text after the JSON value <${X}>"),
        ("${X}", "the value of `${X}` is not JSON: `$` is not a JSON value <${X}>"),
    ] {
        assert_eq!(found(value)[0], expected);
    }
    let text = format!("[{}]", ["\"${X}\""; 1000].join(","));
    let long = "x".repeat(10_000);
    assert!(findings(&text, &[("X", &long)])[0].contains("longer than 1048576 characters"));
}

#[test]
fn a_bad_value_of_a_placeholder_is_left_open() {
    let (document, found) = read_with("[${X}]", &[("X", "orders")], false);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(document.open);
    let NodeKind::Array(elements) = document.root.unwrap().kind else { panic!() };
    assert_eq!(elements[0].kind, NodeKind::Placeholder("X".into()));
}
