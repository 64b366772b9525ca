//! Patterns of `StringMatches`, in a Choice, beside a table of all prefixes.

use serde_json::json;

use super::machine::{evaluate, interpreter, told};
use crate::target::{Target, parts};

pub(super) const TARGET: Target =
    Target { name: "pattern", words: &["*", "\\*", "\\\\", "ab", "**"], run, planted: false };

fn run(input: &[u8]) -> String {
    let [pattern, text] = parts(input);
    let definition = json!({
        "StartAt": "Choose",
        "States": {
            "Choose": {
                "Type": "Choice",
                "Choices": [{ "Variable": "$.text", "StringMatches": pattern, "Next": "Yes" }],
                "Default": "No"
            },
            "Yes": { "Type": "Pass", "Result": true, "End": true },
            "No": { "Type": "Pass", "Result": false, "End": true },
        }
    });
    let Some(machine) = interpreter(&definition.to_string()) else {
        return "refused".to_owned();
    };
    let outcome = evaluate(&machine, asl_runtime::json!({ "text": text.clone() }));
    let found = outcome.as_ref().ok().and_then(asl_runtime::Value::as_bool);
    assert_eq!(found, Some(matches(&pattern, &text)), "{}", told(&outcome));
    format!("{found:?} {}", pattern.matches('*').count().min(9))
}

/// Whether a pattern matches a text: `reach[n]` says that what was read of the pattern matches the
/// first `n` characters.
fn matches(pattern: &str, text: &str) -> bool {
    let text: Vec<char> = text.chars().collect();
    let mut reach = vec![false; text.len() + 1];
    reach[0] = true;
    let mut pattern = pattern.chars();
    while let Some(character) = pattern.next() {
        let literal = match character {
            '*' => {
                for at in 1..reach.len() {
                    reach[at] |= reach[at - 1];
                }
                continue;
            }
            '\\' => pattern.next(),
            other => Some(other),
        };
        let Some(literal) = literal else { break };
        for at in (1..reach.len()).rev() {
            reach[at] = reach[at - 1] && text[at - 1] == literal;
        }
        reach[0] = false;
    }
    reach[text.len()]
}
