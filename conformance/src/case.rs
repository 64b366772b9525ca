//! The format of a recorded case: one execution, or a definition or input that AWS refused.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};
use sfn::Value;

use crate::run::Verdict;
use crate::shard::Job;

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
    /// The events of the execution.
    #[serde(default)]
    pub history: Option<Value>,
    /// Placeholders that the recording puts in the place of what differs from run to run.
    #[serde(default)]
    pub masked: Vec<String>,
}

/// The type of a machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
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
    /// How it ended; none where it had not.
    #[serde(default)]
    pub outcome: Option<Outcome>,
    /// Its result.
    #[serde(default)]
    pub output: Value,
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

impl Job for Case {
    type Answer = Verdict;
    const KIND: &'static str = "golden";
    const RUN: &'static str = "run";
    const PER_SHARD: usize = 40;

    fn definition(&self) -> String {
        Case::definition(self)
    }

    fn machine_type(&self) -> MachineType {
        self.machine_type
    }
}

impl Case {
    /// Reads a case.
    ///
    /// # Errors
    /// The file cannot be read, or is not in this format.
    pub fn read(path: &Path) -> Result<Self> {
        let text = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        let case: Self = serde_json::from_slice(&text)
            .with_context(|| format!("{} is no recorded case", path.display()))?;
        if case.definition.is_none() && case.definition_text.is_none() {
            bail!("{}: there is neither `definition` nor `definition_text`", path.display());
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

    /// Whether any state of the definition is written in JSONata.
    pub fn is_jsonata(&self) -> bool {
        self.definition().contains("\"JSONata\"")
    }
}
