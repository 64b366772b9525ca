//! Recorded calls of `TestState`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use asl_interpreter::test_state::{self, Request, Setting};
use asl_runtime::{Failure, json};
use clap::Args;
use serde::Deserialize;
use sfn::Value;
use sfn_conformance::{Difference, Masks, Verdict};

use crate::golden::{Verdicts, report};
use crate::known::KnownDifferences;

/// Test states again that were tested on AWS, and compare the responses.
///
/// Tasks that are not mocked answer as recorded, and what the recording masks is not compared.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Folder of recorded calls.
    directory: PathBuf,
    /// Only cases whose names contain this.
    #[arg(long, value_name = "TEXT", default_value = "")]
    filter: String,
    /// Folder with the lists of cases that are known to differ, each with its reason.
    #[arg(long, value_name = "DIR", default_value = "conformance/known_differences")]
    known: PathBuf,
}

/// A recorded call.
#[derive(Debug, Deserialize)]
struct Case {
    /// What the case is called.
    id: String,
    /// What was asked for, with texts of JSON taken apart.
    request: Value,
    /// Some of those texts as they were sent.
    #[serde(default)]
    request_text: Value,
    /// What AWS answered.
    #[serde(default)]
    response: Value,
    /// AWS refused the request.
    #[serde(default)]
    expect_error: Option<Value>,
    /// Placeholders in the response.
    #[serde(default)]
    masked: Vec<String>,
}

/// Parameters that are texts of JSON.
const TEXTS: [&str; 4] = ["definition", "input", "variables", "context"];

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let cases = read(&arguments.directory, &arguments.filter)?;
    if cases.is_empty() {
        bail!("{} has no case to run", arguments.directory.display());
    }
    let mut known = KnownDifferences::default();
    known.read(&arguments.known.join("teststate.txt"))?;
    let results = results(&cases);
    let judged = cases.iter().map(|case| (case.id.clone(), case.judge(&results)));
    let verdicts: Verdicts = judged.collect();
    match report("teststate", &verdicts, &known) {
        0 => Ok(()),
        unexpected => bail!("{unexpected} verdicts are not as expected"),
    }
}

fn read(folder: &Path, filter: &str) -> Result<Vec<Case>> {
    let entries = fs::read_dir(folder);
    let entries = entries.with_context(|| format!("cannot read {}", folder.display()))?;
    let mut cases = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let case = fs::read(&path).map_err(anyhow::Error::from);
        let case = case.and_then(|text| Ok(serde_json::from_slice::<Case>(&text)?));
        let case = case.with_context(|| path.display().to_string())?;
        if case.id.contains(filter) {
            cases.push(case);
        }
    }
    Ok(cases)
}

/// The raw results of tasks, where a recording tells them: by definition and input. Other
/// recordings of the same task do not tell them, at the level `INFO`.
fn results(cases: &[Case]) -> Results {
    let result = |case: &Case| Some(case.response.get("inspectionData")?.get("result")?.clone());
    cases.iter().filter_map(|case| Some((case.key(), result(case)?))).collect()
}

type Results = BTreeMap<[String; 2], Value>;

impl Case {
    fn key(&self) -> [String; 2] {
        ["definition", "input"]
            .map(|name| self.request.get(name).map(Value::to_string).unwrap_or_default())
    }

    fn judge(&self, results: &Results) -> Verdict {
        let (expected, found) = (self.expected(), self.found(results));
        match Masks::new(&self.masked).compare(&expected, &found) {
            None => Verdict::Passed,
            Some(Difference { path, expected, found }) => {
                Verdict::Failed(format!("{path} differs\nrecorded: {expected}\nhere:     {found}"))
            }
        }
    }

    fn expected(&self) -> Value {
        match &self.expect_error {
            Some(error) => json!({ "error": error.clone() }),
            None => json!({ "response": self.response.clone() }),
        }
    }

    /// The response or error, as JSON.
    fn found(&self, results: &Results) -> Value {
        let setting = Setting { account: "111111111111".to_owned(), seed: 7, ..Setting::default() };
        let request = Request::from_json(&self.sent().to_json());
        let response = request
            .and_then(|request| test_state::run(&request, &setting, |_| self.answer(results)));
        match response {
            Ok(response) => json!({ "response": parsed(&response) }),
            Err(error) => {
                json!({ "error": { "code": error.code.as_str(), "message": error.message } })
            }
        }
    }

    /// The request as it was sent.
    fn sent(&self) -> Value {
        let mut request = self.request.clone();
        let Some(parameters) = request.as_object_mut() else { return request };
        for name in TEXTS {
            let sent = self.request_text.get(name).or_else(|| self.request.get(name));
            if let Some(sent) = sent {
                parameters.insert(name, text(sent));
            }
        }
        let result = self.request.get("mock").and_then(|mock| mock.get("result"));
        let mock = parameters.get_mut("mock").and_then(Value::as_object_mut);
        if let (Some(mock), Some(result)) = (mock, result) {
            mock.insert("result", text(result));
        }
        request
    }

    /// What the recordings say that the task answered: its raw result where one tells it, else what
    /// its `ResultPath` has put into the output.
    fn answer(&self, results: &Results) -> Result<Value, Failure> {
        let part = |name| self.response.get(name);
        if let Some(error) = part("error").and_then(Value::as_str) {
            let cause = part("cause").map(text);
            return Err(Failure::from_optional(
                Some(error.into()),
                cause.as_ref().and_then(Value::as_str).map(Into::into),
            ));
        }
        let output = || {
            let definition = self.request.get("definition");
            let path = definition.and_then(|state| state.get("ResultPath")?.as_str());
            let name = path.and_then(|path| path.strip_prefix("$."));
            part("output").map(|output| name.and_then(|name| output.get(name)).unwrap_or(output))
        };
        let result = results.get(&self.key()).or_else(output).cloned().unwrap_or_default();
        let parsed = result.as_str().and_then(|text| Value::from_json(text.as_bytes()).ok());
        Ok(parsed.unwrap_or(result))
    }
}

/// A value as the text that it is in a request.
fn text(value: &Value) -> Value {
    match value {
        Value::String(_) => value.clone(),
        value => Value::from(value.to_string()),
    }
}

fn parsed(response: &test_state::Response) -> Value {
    let text = serde_json::to_vec(response).unwrap_or_default();
    Value::from_json(&text).unwrap_or_default()
}
