//! The format of a recorded case: one execution, or a definition or input that AWS refused.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};
use sfn::Value;

/// What AWS did, as recorded.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Case {
    /// What the case is called.
    pub id: String,
    /// `STANDARD` or `EXPRESS`.
    #[serde(rename = "type", default)]
    pub machine_type: MachineType,
    /// The definition, if it is a JSON object.
    #[serde(default)]
    definition: Option<Value>,
    /// The definition, if it is not.
    #[serde(default)]
    definition_text: Option<String>,
    /// The execution's input.
    #[serde(default)]
    pub input: Option<Value>,
    /// The input as text, where it is not JSON.
    #[serde(default)]
    pub input_text: Option<String>,
    /// How the execution ended; none where it had not.
    #[serde(default)]
    pub status: Option<String>,
    /// Its output, if that was recorded.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub output: Option<Value>,
    /// Its error.
    #[serde(default)]
    pub error: Option<Value>,
    /// The error's cause; an object where it is the text of one.
    #[serde(default)]
    pub cause: Option<Value>,
    /// AWS refused the definition.
    #[serde(default)]
    pub expect_create_error: Option<Refusal>,
    /// AWS refused the input.
    #[serde(default)]
    pub expect_start_error: Option<Refusal>,
    /// What the tasks were called with and what they answered, in the order of the calls.
    #[serde(default)]
    pub tasks: Option<Vec<TaskRecord>>,
    /// How tasks ended of which the recording does not tell which of `tasks` they are, in order.
    #[serde(default)]
    pub unlinked_task_outcomes: Option<Vec<TaskRecord>>,
    /// What AWS answered to who waited for an Express execution.
    #[serde(default)]
    pub sync_response: Option<Value>,
    /// What `DescribeExecution` answered.
    #[serde(default)]
    pub describe_response: Option<Value>,
    /// The events of the execution.
    #[serde(default)]
    pub history: Option<Value>,
    /// The log entries of the execution.
    #[serde(default)]
    pub logs: Option<Value>,
    /// Which there were to be; all of them where it does not say.
    #[serde(default)]
    pub logging_configuration: Option<LoggingConfiguration>,
    /// The last log entry of the execution.
    #[serde(default)]
    pub log_end_event: Option<Value>,
    /// What EventBridge was told.
    #[serde(default)]
    pub eventbridge_notifications: Option<Value>,
    /// When it was recorded: `17-03-2024, 11:09:25`.
    #[serde(default)]
    pub recorded_date: String,
    /// What is special about the recording.
    #[serde(default)]
    pub flags: Vec<String>,
    /// Placeholders that the recording puts in the place of what differs from run to run.
    #[serde(default)]
    pub masked: Vec<String>,
}

/// What is logged.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LoggingConfiguration {
    /// `ALL`, `ERROR`, `FATAL` or `OFF`.
    pub level: String,
    /// Whether with inputs and outputs.
    #[serde(default)]
    pub include_execution_data: bool,
}

/// The type of a machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum MachineType {
    /// `STANDARD`
    #[default]
    Standard,
    /// `EXPRESS`
    Express,
}

/// What AWS answered instead of doing it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Refusal {
    /// AWS's error code.
    pub code: String,
    /// AWS's message.
    #[serde(default)]
    pub message: String,
}

/// One attempt of a task.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TaskRecord {
    /// Its state; none where the recording does not tell.
    #[serde(default)]
    pub state: Option<String>,
    /// What it was called with.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub parameters: Option<Value>,
    /// The event by which it was scheduled, if its id was recorded.
    #[serde(default)]
    pub scheduled_event_id: Option<Value>,
    /// How it ended; none where it had not.
    #[serde(default)]
    pub outcome: Option<Outcome>,
    /// Its result.
    #[serde(default)]
    pub output: Value,
    /// What the service answered before the work was done.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub submitted_output: Option<Value>,
    /// Its error.
    #[serde(default)]
    pub error: Option<String>,
    /// The error's cause; an object where it is the text of one.
    #[serde(default)]
    pub cause: Option<Value>,
}

/// How an attempt of a task ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// With a result.
    Succeeded,
    /// With an error.
    Failed,
    /// Not before its timeout.
    TimedOut,
}

/// Tells `null` from nothing.
fn present<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

impl Case {
    /// Reads a case from a file.
    ///
    /// # Errors
    /// The file cannot be read, or those of [`Case::parse`].
    pub fn read(path: &Path) -> Result<Self> {
        let text = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        Self::parse(&text).with_context(|| format!("{} is no recorded case", path.display()))
    }

    /// Reads a case from JSON text.
    ///
    /// # Errors
    /// The text is not in this format: what is wrong, and where.
    pub fn parse(text: &[u8]) -> Result<Self> {
        let case: Self = serde_json::from_slice(text)?;
        if case.definition.is_none() && case.definition_text.is_none() {
            bail!("there is neither `definition` nor `definition_text`");
        }
        Ok(case)
    }

    /// The cases of a folder whose names contain `filter`, by name.
    ///
    /// # Errors
    /// The folder or a case cannot be read.
    pub fn read_all(folder: &Path, filter: &str) -> Result<Vec<Self>> {
        let entries = fs::read_dir(folder);
        let entries = entries.with_context(|| format!("cannot read {}", folder.display()))?;
        let paths: Result<Vec<PathBuf>, _> =
            entries.map(|entry| entry.map(|entry| entry.path())).collect();
        let mut paths = paths?;
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
        paths.retain(|path| path.to_string_lossy().contains(filter));
        paths.sort();
        paths.iter().map(|path| Self::read(path)).collect()
    }

    /// Whether the recording has this flag.
    pub fn has_flag(&self, flag: &str) -> bool {
        self.flags.iter().any(|one| one == flag)
    }

    /// Whether it was recorded before this day, written `YYYY-MM-DD`.
    pub fn is_before(&self, day: &str) -> bool {
        let recorded = self.recorded_date.get(..10).map(|date| date.split('-').rev());
        recorded.is_some_and(|date| date.lt(day.split('-')))
    }

    /// The definition as text. Where the recording has a name in the place of an activity's ARN,
    /// an ARN is put back.
    pub fn definition(&self) -> String {
        let text = match (&self.definition_text, &self.definition) {
            (Some(text), _) => text.clone(),
            (None, Some(definition)) => {
                serde_json::to_string_pretty(definition).unwrap_or_default()
            }
            (None, None) => String::new(),
        };
        let activity = "\"arn:aws:states:us-east-1:123456789012:activity:work\"";
        text.replace("\"activity_arn\"", activity)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_case_says_what_and_where() {
        for (text, expected) in [
            ("", "EOF while parsing a value at line 1 column 0"),
            ("{\n  \"definition\": {}\n}", "missing field `id` at line 3 column 1"),
            (r#"{ "id": "x" }"#, "there is neither `definition` nor `definition_text`"),
            (
                "{\n\"id\": \"x\", \"definition\": {},\n\"tasks\": 1 }",
                "invalid type: integer `1`, expected a sequence at line 3 column 10",
            ),
            (
                r#"{ "id": "x", "definition": {}, "tasks": [{ "outcome": "won" }] }"#,
                "unknown variant `won`, expected one of `succeeded`, `failed`, `timedout` at line 1 column 59",
            ),
        ] {
            let error = Case::parse(text.as_bytes()).map(|case| case.id);
            assert_eq!(error.map_err(|error| format!("{error:#}")), Err(expected.to_owned()));
        }
    }
}
