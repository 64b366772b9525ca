//! Recorded calls of `TestState`.

use anyhow::Result;
use asl_interpreter::test_state::{self, Request, Setting};
use asl_runtime::{Failure, json};
use serde::Deserialize;
use sfn::Value;
use sfn_conformance::Verdict;

use crate::recorded::{self, Arguments, Recorded};

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

/// Tests states again. Tasks that are not mocked answer as recorded.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    recorded::run(arguments, "teststate", Case::judge)
}

impl Recorded for Case {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Case {
    fn judge(&self, all: &[Self]) -> Verdict {
        recorded::compare(&self.masked, &self.expected(), &self.found(all))
    }

    fn expected(&self) -> Value {
        match &self.expect_error {
            Some(error) => json!({ "error": error.clone() }),
            None => json!({ "response": self.response.clone() }),
        }
    }

    /// The response or error, as JSON.
    fn found(&self, all: &[Self]) -> Value {
        let setting = Setting { account: "111111111111".to_owned(), seed: 7, ..Setting::default() };
        let request = Request::from_json(&self.sent().to_json());
        let response =
            request.and_then(|request| test_state::run(&request, &setting, |_| self.answer(all)));
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

    /// Whether the other case is about the same task, called with the same input. At the level
    /// `INFO` its raw result is not told.
    fn is_of_same_task(&self, other: &Self) -> bool {
        ["definition", "input"].iter().all(|name| self.request.get(name) == other.request.get(name))
    }

    /// What the recordings say that the task answered: its raw result where one tells it, else what
    /// its `ResultPath` has put into the output.
    fn answer(&self, all: &[Self]) -> Result<Value, Failure> {
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
        let told = |case: &Self| Some(case.response.get("inspectionData")?.get("result")?.clone());
        let mut same = all.iter().filter(|case| self.is_of_same_task(case));
        let result = same.find_map(told).or_else(|| output().cloned()).unwrap_or_default();
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
