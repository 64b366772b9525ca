//! Expressions of the corpora: those of the official suite, those in definitions, and what comes
//! of them when pieces are put where they do not belong.
//!
//! The corpus is found as `corpus.rs` says.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

use asl_lang::jsonata::ast::Node;
use asl_lang::jsonata::{MAX_DEPTH, parse};
use serde_json::Value;

#[test]
fn the_suite_parses_or_fails_with_its_code() {
    for case in suite() {
        let text = case["expr"].as_str().unwrap();
        let expected = case["code"].as_str().filter(|code| code.starts_with('S'));
        let code = parse(text).err().map(|error| error.code.as_str());
        assert_eq!(code, expected, "{}: {text}", case["id"]);
    }
}

#[test]
fn what_is_written_parses_to_the_same() {
    for case in suite() {
        let text = case["expr"].as_str().unwrap();
        if let Ok(node) = parse(text) {
            assert_round_trip(text, &node);
        }
    }
}

#[test]
fn expressions_in_definitions_parse() {
    let mut count = 0;
    for folder in ["golden/cases", "definitions/valid"] {
        for file in files(folder) {
            let Ok(json) = serde_json::from_str::<Value>(&std::fs::read_to_string(&file).unwrap())
            else {
                continue;
            };
            if json.get("expect_create_error").is_some() {
                continue;
            }
            // Without values for its placeholders a template is no expression yet.
            for text in expressions(&json).into_iter().filter(|text| !text.contains("${")) {
                let node = parse(&text).map_err(|error| format!("{text}: {error:?}"));
                assert_round_trip(&text, &node.unwrap());
                count += 1;
            }
        }
    }
    assert!(count > 100 || files("golden/cases").is_empty(), "only {count} expressions");
}

/// Pieces of expressions are taken out, put elsewhere and repeated: nothing panics, and what still
/// is an expression is written as one.
#[test]
fn what_is_no_expression_is_an_error() {
    let mut random = 1u64;
    let mut below = |bound: usize| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963);
        usize::try_from(random >> 33).unwrap() % bound.max(1)
    };
    const PIECES: [&str; 26] = [
        ".",
        "[",
        "]",
        "[]",
        "{a: b}",
        "(",
        ")",
        "@$v",
        "#$i",
        "%",
        "%.a",
        "^(a)",
        "^(>b)[]",
        "*",
        "**",
        "$x",
        "$",
        "a",
        "\"s\"",
        "[0]",
        "[%.b]",
        " ? ",
        " ~> ",
        "function($x)<s-:n>{",
        "}",
        "-1",
    ];
    let suite = suite();
    let texts: Vec<&str> = suite.iter().map(|case| case["expr"].as_str().unwrap()).collect();
    for _ in 0..if texts.is_empty() { 0 } else { 20_000 } {
        let text = texts[below(texts.len())];
        let mut pieces: Vec<String> = text.chars().take(60).map(String::from).collect();
        if below(3) == 0 {
            pieces.clear();
        }
        for _ in 0..=below(8) {
            let at = below(pieces.len() + 1);
            if below(4) == 0 && at < pieces.len() {
                pieces.remove(at);
            } else {
                pieces.insert(at, PIECES[below(PIECES.len())].to_owned());
            }
        }
        let text = pieces.concat();
        match parse(&text) {
            Ok(node) => assert_round_trip(&text, &node),
            Err(error) => assert!(text.get(error.span.range()).is_some(), "{text}: {error:?}"),
        }
    }
}

#[test]
fn what_nests_deeply_is_an_error_and_what_is_long_is_not() {
    let deep = |open: &str, inner: &str, close: &str, times: usize| {
        format!("{}{inner}{}", open.repeat(times), close.repeat(times))
    };
    let nested = [
        ("(", "a", ")"),
        ("[", "", "]"),
        ("{\"a\": ", "1", "}"),
        ("-", "a", ""),
        ("a[", "a", "]"),
        ("$f(", "a", ")"),
        ("function(){", "a", "}"),
        ("a ? b : ", "c", ""),
        ("a^(", "a", ")"),
        ("$a := ", "a", ""),
        ("|a|", "b", "|"),
        ("", "a", "[0]"),
        ("", "a", "()"),
        ("", "a", "^(a)"),
        ("a.(", "%", ")"),
        ("", "a", "#$i"),
        ("", "a", " ~> b = c"),
    ];
    for (open, inner, close) in nested {
        let text = deep(open, inner, close, 60);
        let node = parse(&text).map_err(|error| format!("{text}: {error:?}")).unwrap();
        assert_round_trip(&text, &node.clone());
        for times in [MAX_DEPTH + 1, 100_000] {
            let text = deep(open, inner, close, times);
            assert_eq!(parse(&text).unwrap_err().code.as_str(), "U1001", "{open}{inner}{close}");
        }
    }
    let text = "x.---a{'p': 1}.[h]";
    assert_round_trip(text, &parse(text).unwrap());
    for (first, next) in
        [("a", ".b"), ("1", "+1"), ("a", " & 'x'"), ("a", " ~> $f"), ("a", ".b[0]")]
    {
        let text = format!("{first}{}", next.repeat(20_000));
        let node = parse(&text).map_err(|error| format!("{next}: {error:?}")).unwrap();
        assert!(node == node.clone());
        assert_round_trip(&text, &node);
    }
}

fn assert_round_trip(text: &str, node: &Node) {
    let written = node.to_string();
    let again = parse(&written);
    let again = again.unwrap_or_else(|error| panic!("{text}\n{written}\n{error:?}"));
    assert_eq!(without_spans(&again), without_spans(node), "{text}\n{written}");
}

fn without_spans(node: &Node) -> String {
    let told = format!("{node:?}");
    let mut parts = told.split("Span { start: ");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once('}').map_or(part, |(_, rest)| rest));
    }
    out
}

fn suite() -> Vec<Value> {
    let file = root().join("jsonata/suite.json");
    let Ok(text) = std::fs::read_to_string(&file) else {
        println!("skipped: there is no {}", file.display());
        return Vec::new();
    };
    let json: Value = serde_json::from_str(&text).unwrap();
    json["cases"].as_array().unwrap().clone()
}

/// What stands between `{%` and `%}` in a definition.
fn expressions(json: &Value) -> Vec<String> {
    match json {
        Value::String(text) => {
            let inner = text.strip_prefix("{%").and_then(|text| text.strip_suffix("%}"));
            inner.map(|text| text.trim().to_owned()).into_iter().collect()
        }
        Value::Array(items) => items.iter().flat_map(expressions).collect(),
        Value::Object(members) => members.values().flat_map(expressions).collect(),
        _ => Vec::new(),
    }
}

fn files(folder: &str) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(root().join(folder)) else {
        println!("skipped: there is no {folder}");
        return Vec::new();
    };
    entries.map(|entry| entry.unwrap().path()).collect()
}

fn root() -> PathBuf {
    let given = std::env::var_os("ASL_CORPUS").map(PathBuf::from);
    given.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared"))
}
