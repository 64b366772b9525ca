//! Placeholders filled in, beside the text's own way: strings first taken for what they are.

use std::collections::BTreeMap;

use asl_lang::diagnostic::Diagnostics;
use asl_lang::json::{Substitutions, read};
use asl_lang::source::Source;

use super::json::is;
use crate::target::{Target, parts};

pub(super) const TARGET: Target = Target {
    name: "substitutions",
    words: &["${A}", "${B}", "\"A\": \"1\"", "${", "}", "\"${A}\"", "$"],
    run,
    planted: false,
};

/// Stands for a placeholder in the place of a value until the text is read.
const MARK: &str = "\u{f8ff}placeholder ";

fn run(input: &[u8]) -> String {
    let [text, values] = parts(input);
    let values: BTreeMap<String, String> = serde_json::from_str(&values).unwrap_or_default();
    if text.contains(MARK) || values.values().any(|value| value.contains(MARK)) {
        return String::new();
    }
    let source = Source::new("input.json", text);
    let mut diagnostics = Diagnostics::new();
    let substitutions: Substitutions = values.clone().into_iter().collect();
    let document = read(&source, &substitutions, false, &mut diagnostics);
    let found = document.root.filter(|_| !diagnostics.has_errors());
    let findings = diagnostics.into_vec();
    let marked = mark(source.text());
    let mut tree = serde_json::from_str(&marked);
    let told = format!("{:?}", findings.iter().map(|found| found.code).collect::<Vec<_>>());
    let expected = tree.as_mut().ok().and_then(|tree| fill(tree, &values).map(|()| &*tree));
    match (&found, expected) {
        (Some(found), Some(expected)) => {
            let literal = found.to_literal();
            assert!(is(&literal, expected), "{literal:?} is not {expected}");
        }
        (None, Some(expected)) => panic!("{findings:?}, but it is {expected}"),
        // Nested deeper than serde_json goes.
        (Some(_), None) => assert!(marked.len() > 127, "it is no JSON: {marked}"),
        (None, None) => {}
    }
    told
}

/// The text with a string in the place of each placeholder that stands for a value.
fn mark(text: &str) -> String {
    let mut marked = String::new();
    let (mut quoted, mut escaped) = (false, false);
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        if !quoted && let Some(name) = name(rest) {
            let string = serde_json::Value::from(format!("{MARK}{name}"));
            marked.push_str(&string.to_string());
            rest = &rest[name.len() + 3..];
            continue;
        }
        quoted ^= next == '"' && !escaped;
        escaped = next == '\\' && !escaped;
        marked.push(next);
        rest = &rest[next.len_utf8()..];
    }
    marked
}

/// The name of the placeholder a text begins with.
fn name(text: &str) -> Option<&str> {
    let (name, _) = text.strip_prefix("${")?.split_once('}')?;
    let wrong = |c: char| c.is_control() || "{\"".contains(c);
    (!name.is_empty() && !name.contains(wrong)).then_some(name)
}

/// Fills in all placeholders; none if one cannot be.
fn fill(tree: &mut serde_json::Value, values: &BTreeMap<String, String>) -> Option<()> {
    match tree {
        serde_json::Value::String(text) => match text.strip_prefix(MARK) {
            Some(name) => *tree = serde_json::from_str(values.get(name)?).ok()?,
            None => *text = fill_text(text, values),
        },
        serde_json::Value::Array(items) => {
            for item in items {
                fill(item, values)?;
            }
        }
        serde_json::Value::Object(members) => {
            let all = std::mem::take(members);
            for (name, mut value) in all {
                if name.starts_with(MARK) {
                    return None;
                }
                fill(&mut value, values)?;
                members.insert(fill_text(&name, values), value);
            }
        }
        _ => {}
    }
    Some(())
}

fn fill_text(text: &str, values: &BTreeMap<String, String>) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        if let Some((name, value)) = name(rest).and_then(|name| values.get_key_value(name)) {
            filled.push_str(value);
            rest = &rest[name.len() + 3..];
        } else {
            filled.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    filled
}
