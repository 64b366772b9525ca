//! Recorded answers of the API, one a file, each with its definition.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use sfn::Value;
use sfn_conformance::{MachineType, Masks, Verdict};

use crate::golden::{count, print_failures};
use crate::known::KnownDifferences;

/// Ask again what was asked of AWS, and compare the answers.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Folder of recorded answers.
    directory: PathBuf,
    /// Only cases whose names contain this.
    #[arg(long, value_name = "TEXT", default_value = "")]
    filter: String,
    /// Folder with the lists of cases that are known to differ, each with its reason.
    #[arg(long, value_name = "DIR", default_value = "conformance/known_differences")]
    known: PathBuf,
}

/// What a file holds.
pub(crate) trait Recorded: DeserializeOwned {
    /// What the case is called.
    fn id(&self) -> &str;
}

/// A recorded answer about a definition.
#[derive(Debug, Deserialize)]
pub(crate) struct Case {
    /// What the case is called.
    id: String,
    /// `STANDARD` or `EXPRESS`.
    #[serde(rename = "type", default)]
    pub(crate) machine_type: MachineType,
    /// The definition, taken apart.
    #[serde(default)]
    definition: Value,
    /// The definition as it was sent, where that is known.
    #[serde(default)]
    definition_text: Option<String>,
    /// Findings asked for: `severity` of the request.
    #[serde(default)]
    pub(crate) severity: Option<String>,
    /// How many: `maxResults` of the request.
    #[serde(default, rename = "maxResults")]
    pub(crate) max_results: Option<i64>,
    /// What AWS answered.
    #[serde(default)]
    pub(crate) response: Value,
    /// AWS refused the request.
    #[serde(default)]
    pub(crate) expect_error: Option<Value>,
    /// What AWS answered of the definition's variables.
    #[serde(default, rename = "variableReferences")]
    pub(crate) variable_references: Value,
    /// Placeholders in the answer.
    #[serde(default)]
    masked: Vec<String>,
}

impl Recorded for Case {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Case {
    /// The definition as text.
    pub(crate) fn definition(&self) -> String {
        match (&self.definition_text, &self.definition) {
            (Some(text), _) => text.clone(),
            (None, Value::String(text)) => text.to_string(),
            (None, definition) => definition.to_string(),
        }
    }

    /// Whether an answer is the recorded one.
    pub(crate) fn compare(&self, expected: &Value, found: &Value) -> Verdict {
        compare(&self.masked, expected, found)
    }
}

/// Whether an answer is the recorded one, up to these placeholders.
pub(crate) fn compare(masked: &[String], expected: &Value, found: &Value) -> Verdict {
    Verdict::of("answer", Masks::new(masked).compare(expected, found))
}

/// Judges the cases of a folder, each beside all of them, and prints what differs; `list` is the list of known differences.
///
/// # Errors
/// The folder cannot be read or has no case, or a verdict is not as expected.
pub(crate) fn run<C: Recorded>(
    arguments: &Arguments,
    list: &str,
    judge: impl Fn(&C, &[C]) -> Verdict,
) -> Result<()> {
    let cases: Vec<C> = read(&arguments.directory, &arguments.filter)?;
    if cases.is_empty() {
        bail!("{} has no case to run", arguments.directory.display());
    }
    let mut known = KnownDifferences::default();
    known.read(&arguments.known.join(format!("{list}.txt")))?;
    let judged = cases.iter().map(|case| (case.id(), judge(case, &cases)));
    let judged: Vec<(&str, Verdict)> = judged.collect();
    let unexpected = print_failures(list, judged.iter().map(|(id, one)| (*id, one)), &known);
    println!("{list}: {}", count(judged.iter().map(|(_, verdict)| verdict)));
    match unexpected {
        0 => Ok(()),
        unexpected => bail!("{unexpected} verdicts are not as expected"),
    }
}

fn read<C: Recorded>(folder: &Path, filter: &str) -> Result<Vec<C>> {
    let entries = fs::read_dir(folder);
    let entries = entries.with_context(|| format!("cannot read {}", folder.display()))?;
    let mut cases = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let text = fs::read(&path).with_context(|| path.display().to_string())?;
        let case: C = serde_json::from_slice(&text)
            .with_context(|| format!("{} is no recorded answer", path.display()))?;
        if case.id().contains(filter) {
            cases.push(case);
        }
    }
    Ok(cases)
}
