//! JSONata expressions: parsed, written and parsed again, and checked for what Step Functions
//! refuses.

use asl_lang::jsonata::ast::Node;
use asl_lang::jsonata::parse;
use asl_lang::jsonata::references::references;
use asl_lang::jsonata::restrict::{Available, restrict};

use crate::target::Target;

pub(super) const TARGET: Target = Target {
    name: "jsonata",
    words: &[
        "$states.input",
        "$",
        "$$",
        "$x",
        ":=",
        "~>",
        "[]",
        "[0]",
        "{a: b}",
        "^(>a)",
        "@$v",
        "#$i",
        "%",
        "**",
        "..",
        "function($x)<s-n?:s>{",
        "|a|b,c|",
        "/a[b]/i",
        "? 1 : 2",
        " and ",
        " in ",
        "/*",
        "*/",
        "`a b`",
        "\\ud83d",
        "$map(",
        "?, ",
        "(%; ",
    ],
    run,
    planted: false,
};

fn run(input: &[u8]) -> String {
    let text = String::from_utf8_lossy(input);
    let node = match parse(&text) {
        Ok(node) => node,
        Err(error) => {
            assert!(text.get(error.span.range()).is_some(), "{error:?}");
            return format!("{} {}", error.code.as_str(), error.message);
        }
    };
    let told = without_spans(&node);
    let written = node.to_string();
    let again = parse(&written).unwrap_or_else(|error| panic!("{written}: {error:?}"));
    assert_eq!(without_spans(&again), told, "{written}");
    let available = Available { fields: &["input"], variables: Some(&["x"]) };
    for finding in restrict(&node, available) {
        assert!(text.get(finding.span.range()).is_some(), "{finding:?}");
    }
    for reference in references(&node) {
        assert!(text[reference.span.range()].starts_with('$'), "{reference:?}");
    }
    told
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
