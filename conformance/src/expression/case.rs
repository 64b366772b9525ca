//! Cases of JSONata's test suite.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use asl_runtime::jsonata::Limits;
use regex::{Captures, Regex};
use serde::{Deserialize, Deserializer, Serialize};
use sfn::Value;

/// An expression with its input, and what it should give.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ExpressionCase {
    /// Its name.
    pub id: String,
    /// The expression.
    pub expr: String,
    /// The input; none is undefined.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub data: Option<Value>,
    /// An object: the variables that are bound beforehand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bindings: Option<Value>,
    /// The value that it has.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub result: Option<Value>,
    /// It has no value.
    #[serde(default, rename = "undefinedResult", skip_serializing_if = "Option::is_none")]
    pub undefined_result: Option<bool>,
    /// The code of the error that it fails with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The text of that error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// Milliseconds that it may take.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timelimit: Option<u64>,
    /// How deep the reference implementation's evaluator may go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub depth: Option<u32>,
    /// The items of the result may have any order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unordered: Option<bool>,
    /// `limits`, `nondeterministic`.
    #[serde(default)]
    pub tags: Vec<String>,
}

/// A member that is there, even if it is null.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

#[derive(Deserialize)]
struct Suite {
    cases: Vec<ExpressionCase>,
}

/// The cases in a file whose names contain a text.
///
/// # Errors
/// The file cannot be read or is no suite.
pub fn read_suite(file: &Path, filter: &str) -> Result<Vec<ExpressionCase>> {
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let suite: Suite = serde_json::from_str(&whole_characters(&text)?)
        .with_context(|| format!("{} is no suite of expressions", file.display()))?;
    Ok(suite.cases.into_iter().filter(|case| case.id.contains(filter)).collect())
}

/// JSON in which U+FFFD stands for halves of characters: JavaScript writes them as `\ud800`, and
/// strings here have none.
fn whole_characters(json: &str) -> Result<Cow<'_, str>> {
    const PAIR_OR_HALF_OR_OTHER: &str = r"\\u[dD][89abAB][[:xdigit:]]{2}\\u[dD][c-fC-F][[:xdigit:]]{2}|\\u[dD][89a-fA-F][[:xdigit:]]{2}|\\.";
    const HALF: usize = r"\ud800".len();
    let escapes = Regex::new(PAIR_OR_HALF_OR_OTHER)?;
    Ok(escapes.replace_all(json, |escape: &Captures<'_>| match &escape[0] {
        half if half.len() == HALF => r"\ufffd".to_owned(),
        other => other.to_owned(),
    }))
}

/// Levels of the reference implementation's evaluator in one call of a function that calls another:
/// the call, the condition around it, and the operator or block that it stands in.
const LEVELS_OF_A_CALL: u32 = 3;

/// Steps of an evaluation in a millisecond, as the reference implementation makes them at best.
const STEPS_OF_A_MILLISECOND: u64 = 4_000;

/// Items of the longest sequence that the language has.
const LONGEST: usize = 10_000_000;

/// Bytes of the stack that an evaluation may use: the frames of debug builds are large.
const STACK: usize = 6 << 20;

impl ExpressionCase {
    /// The names and values of the variables that are bound beforehand.
    pub fn bound(&self) -> impl Iterator<Item = (&str, &Value)> {
        let object = self.bindings.as_ref().and_then(Value::as_object);
        object.into_iter().flat_map(|object| object.iter()).map(|(name, value)| (&**name, value))
    }

    /// Whether it has a tag.
    #[must_use]
    pub fn is(&self, tag: &str) -> bool {
        self.tags.iter().any(|other| other == tag)
    }

    /// The limits of its evaluation.
    ///
    /// The suite counts milliseconds and levels of the reference implementation's evaluator, we
    /// count steps and calls: this is where one becomes the other.
    #[must_use]
    pub fn limits(&self) -> Limits {
        let limits = Limits { items: LONGEST, stack: STACK, ..Limits::default() };
        Limits {
            depth: self.depth.map_or(limits.depth, |depth| depth / LEVELS_OF_A_CALL),
            steps: self.timelimit.map_or(limits.steps, |time| time * STEPS_OF_A_MILLISECOND),
            ..limits
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_of_characters_are_replaced() {
        for (json, whole) in [
            (r#""\ud83d\ude00 \uD800""#, r#""\ud83d\ude00 \ufffd""#),
            (r#""\ude00\ud83d x \\ud800""#, r#""\ufffd\ufffd x \\ud800""#),
        ] {
            assert_eq!(whole_characters(json).unwrap_or_default(), whole);
        }
    }
}
