//! Paths: parsed, written and parsed again, and evaluated on a document beside the simplest way to
//! do that.

#[path = "../../../asl-interpreter/tests/jsonpath/naive.rs"]
mod naive;

use asl_interpreter::json_path;
use asl_lang::ir::Literal;
use asl_lang::path::filter::{Condition, Operand};
use asl_lang::path::{Path, Segment, parse};
use asl_runtime::Value;

use crate::target::{Target, parts};

pub(super) const TARGET: Target = Target {
    name: "json_path",
    words: &[
        ".a",
        "..",
        "[*]",
        ".*",
        "['a','b']",
        "[0,1]",
        "[-1]",
        "[1:]",
        "[:2]",
        "[?(@.a)]",
        "@",
        "==",
        "!=",
        "<=",
        "&&",
        "||",
        "!",
        " in ",
        " nin ",
        "=~ /a.*/i",
        "(a*)*",
        "{1000}",
        "\\d",
        "$.b",
        "length()",
        "\\'",
        "(?i)",
        "[^a]",
        "\\p{L}",
    ],
    run,
    planted: false,
};

fn run(input: &[u8]) -> String {
    let [text, document] = parts(input);
    let path = match parse(&text) {
        Ok(path) => path,
        Err(error) => {
            assert!(text.is_char_boundary(error.offset), "{error:?}");
            return error.message;
        }
    };
    let told = format!("{:?}", path.segments);
    assert_eq!(path.to_string(), text);
    let normalized = path.normalized();
    // A backslash in a name is itself unless a quote follows, so that not all names can be written.
    if !normalized.contains('\\') {
        let again = parse(&normalized).unwrap_or_else(|error| panic!("{normalized}: {error:?}"));
        assert_eq!(again.segments, path.segments, "{normalized}");
    }
    let Ok(document) = Value::from_json(document.as_bytes()) else { return told };
    if path.function().is_some() {
        return told;
    }
    let compiled = json_path(&path);
    let found = compiled.required(&document);
    let _ = compiled.is_present(&document);
    let _ = compiled.required_for_choice(&document);
    let ours = found.as_ref().ok();
    if is_simple(&path) && is_small(&path, &document) {
        let expected = naive::evaluate(&path, &document);
        assert_eq!(ours.map(Value::to_string), expected.as_ref().map(Value::to_string));
    }
    match found {
        Ok(found) => told + &found.to_string(),
        Err(failure) => told + failure.cause().unwrap_or_default(),
    }
}

/// Whether the simple way takes no long time.
fn is_small(path: &Path, document: &Value) -> bool {
    let scans = path.segments.iter().filter(|segment| **segment == Segment::Descendants).count();
    scans <= 2 && path.segments.len() <= 8 && document.to_json().len() <= 400
}

/// Whether the simple way knows all of the path: regular expressions it does not know, nor that
/// what is compared is read from text.
fn is_simple(path: &Path) -> bool {
    path.segments.iter().all(|segment| match segment {
        Segment::Filter(filter) => is_simple_condition(&filter.condition),
        _ => true,
    })
}

fn is_simple_condition(condition: &Condition) -> bool {
    match condition {
        Condition::All(all) | Condition::Any(all) => all.iter().all(is_simple_condition),
        Condition::Not(condition) => is_simple_condition(condition),
        Condition::Exists(path) => {
            path.segments.iter().all(|segment| !matches!(segment, Segment::Filter(_)))
        }
        Condition::Compare { left, right, .. } => [left, right].iter().all(|operand| {
            matches!(operand, Operand::Literal(Literal::Integer(_) | Literal::Bool(_)))
        }),
        Condition::Matches { .. } => false,
    }
}
