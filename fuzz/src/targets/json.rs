//! The readers of JSON, that of definitions and that of data, beside serde_json.

use asl_lang::diagnostic::Diagnostics;
use asl_lang::ir::Literal;
use asl_lang::json::{Substitutions, read};
use asl_lang::source::Source;
use asl_runtime::Value;

use crate::target::Target;

pub(super) const TARGET: Target = Target {
    name: "json",
    words: &["\"a\":", "\\u00e4", "1.5e3", "[[", "]]"],
    run,
    planted: false,
};

/// Deeper than this, serde_json reads nothing.
const SERDE_DEPTH: usize = 127;

fn run(input: &[u8]) -> String {
    let expected = serde_json::from_slice::<serde_json::Value>(input);
    let told = data(input, expected.as_ref());
    if let Ok(source) = Source::from_bytes("input.json", input) {
        let expected = serde_json::from_str::<serde_json::Value>(source.text());
        definition(&source, expected.as_ref());
    } else {
        assert!(std::str::from_utf8(input).is_err(), "UTF-8 is not read");
    }
    told
}

fn data(input: &[u8], expected: Result<&serde_json::Value, &serde_json::Error>) -> String {
    match (Value::from_json(input), expected) {
        (Ok(value), Ok(expected)) => {
            assert!(same(&value, expected), "{value} is not {expected}");
            let text = value.to_json();
            let again = Value::from_json(&text);
            assert_eq!(again.as_ref(), Ok(&value), "what is written is read back");
            assert_eq!(again.map(|again| again.to_json()).as_deref(), Ok(&*text));
            value.to_string()
        }
        (Ok(value), Err(error)) => {
            assert!(too_deep(error), "serde_json says: {error}");
            assert_eq!(Value::from_json(&value.to_json()).as_ref(), Ok(&value));
            "deep".to_owned()
        }
        (Err(error), Ok(expected)) => panic!("{error}, but it is {expected}"),
        (Err(error), Err(_)) => error.to_string(),
    }
}

fn definition(source: &Source, expected: Result<&serde_json::Value, &serde_json::Error>) {
    let mut diagnostics = Diagnostics::new();
    let document = read(source, &Substitutions::new(), false, &mut diagnostics);
    let root = document.root.filter(|_| !diagnostics.has_errors());
    let findings = diagnostics.into_vec();
    match (root, expected) {
        (Some(root), Ok(expected)) => {
            let literal = root.to_literal();
            assert!(is(&literal, expected), "{literal:?} is not {expected}");
        }
        (Some(_), Err(error)) => assert!(too_deep(error), "serde_json says: {error}"),
        (None, Ok(expected)) => panic!("{findings:?}, but it is {expected}"),
        (None, Err(_)) => {}
    }
}

fn too_deep(error: &serde_json::Error) -> bool {
    error.to_string().contains("recursion limit") && SERDE_DEPTH < asl_lang::json::MAX_DEPTH
}

/// Whether data is what serde_json read. It may be off by the last bit of a float.
pub(super) fn same(value: &Value, expected: &serde_json::Value) -> bool {
    match (value, expected) {
        (Value::Null, serde_json::Value::Null) => true,
        (Value::Bool(a), serde_json::Value::Bool(b)) => a == b,
        (Value::Number(a), serde_json::Value::Number(b)) => {
            // `-0` is an integer, as Jackson reads it for AWS; to serde_json it is a float.
            let zero = a.as_i64() == Some(0) && b.as_f64() == Some(0.0);
            let integer = a.as_i64() == b.as_i64() && a.as_u64() == b.as_u64();
            zero || (integer && near(a.as_f64(), b.as_f64()))
        }
        (Value::String(a), serde_json::Value::String(b)) => a.as_str() == b,
        (Value::Array(a), serde_json::Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Object(a), serde_json::Value::Object(b)) => {
            a.len() == b.len() && b.iter().all(|(name, b)| a.get(name).is_some_and(|a| same(a, b)))
        }
        _ => false,
    }
}

/// Whether a constant is what serde_json read.
pub(super) fn is(literal: &Literal, expected: &serde_json::Value) -> bool {
    match (literal, expected) {
        (Literal::Null, serde_json::Value::Null) => true,
        (Literal::Bool(a), serde_json::Value::Bool(b)) => a == b,
        (Literal::Integer(a), serde_json::Value::Number(b)) => {
            b.as_i64() == Some(*a) || (*a == 0 && b.as_f64() == Some(0.0))
        }
        (Literal::Unsigned(a), serde_json::Value::Number(b)) => b.as_u64() == Some(*a),
        (Literal::Number(a), serde_json::Value::Number(b)) => near(*a, b.as_f64()),
        (Literal::String(a), serde_json::Value::String(b)) => a == b,
        (Literal::Array(a), serde_json::Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is(a, b))
        }
        (Literal::Object(a), serde_json::Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(name, a)| b.get(name).is_some_and(|b| is(a, b)))
        }
        _ => false,
    }
}

fn near(a: f64, b: Option<f64>) -> bool {
    b.is_some_and(|b| a == b || (a - b).abs() <= a.abs() * 2.0 * f64::EPSILON)
}
