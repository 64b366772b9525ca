//! Predefined errors and members of the context object, which the language knows by name only.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Element;
use super::fields::Language;

const ERROR: &str = "error name";

/// See [Error names](https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-error-representation).
const ERRORS: &[&str] = &[
    "States.ALL",
    "States.BranchFailed",
    "States.DataLimitExceeded",
    "States.ExceedToleratedFailureThreshold",
    "States.HeartbeatTimeout",
    "States.Http.Socket",
    "States.IntrinsicFailure",
    "States.ItemReaderFailed",
    "States.NoChoiceMatched",
    "States.ParameterPathFailure",
    "States.Permissions",
    "States.QueryEvaluationError",
    "States.ResultPathMatchFailure",
    "States.ResultWriterFailed",
    "States.Runtime",
    "States.TaskFailed",
    "States.Timeout",
];

/// Those of fields that JSONata does not have.
const OF_PATHS: &[&str] =
    &["States.IntrinsicFailure", "States.ParameterPathFailure", "States.ResultPathMatchFailure"];

pub(super) fn elements() -> impl Iterator<Item = Element> {
    let in_paths = ERRORS.iter().map(|error| Language::JsonPath.element(ERROR, error));
    let in_jsonata = ERRORS.iter().filter(|error| !OF_PATHS.contains(error));
    in_paths.chain(in_jsonata.map(|error| Language::Jsonata.element(ERROR, error)))
}

/// The errors that a part of a definition in this language names, or a case of one.
pub(super) fn collect(value: &Value, language: Language, found: &mut BTreeSet<Element>) {
    match value {
        Value::String(text) if ERRORS.contains(&text.as_str()) => {
            found.insert(language.element(ERROR, text));
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, language, found)),
        Value::Object(members) => {
            members.values().for_each(|value| collect(value, language, found));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every `"States.…"` in the runtime's own code is an error, and is counted.
    #[test]
    fn the_errors_of_the_runtime_are_listed() {
        let sources = concat!(env!("CARGO_MANIFEST_DIR"), "/../asl-runtime/src");
        let mut folders = vec![std::path::PathBuf::from(sources)];
        let mut found = BTreeSet::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let text = std::fs::read_to_string(path).unwrap();
                found.extend(text.split('"').filter(|&text| is_error(text)).map(str::to_owned));
            }
        }
        assert!(found.contains("States.Runtime"));
        found.retain(|error| !ERRORS.contains(&error.as_str()));
        assert!(found.is_empty(), "{found:?}");
    }

    fn is_error(text: &str) -> bool {
        let name = text.strip_prefix("States.");
        let is_function =
            asl_lang::intrinsic::Function::ALL.iter().any(|function| function.name() == text);
        !is_function && name.is_some_and(|name| name.chars().all(|c| c.is_ascii_alphabetic()))
    }
}
