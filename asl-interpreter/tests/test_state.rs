//! Small calls of `TestState`: what each parameter does, and each field of a response.
//!
//! A case has a `request` whose texts of JSON are taken apart, and either the whole `response`, its
//! texts taken apart likewise, or an `error`.

#![allow(clippy::unwrap_used, reason = "tests")]

use asl_interpreter::test_state::{Request, Setting, run};
use asl_runtime::{Failure, Value, json};

/// Parameters and fields of responses that are texts of JSON.
const TEXTS: [&str; 4] = ["definition", "input", "variables", "context"];

#[test]
fn cases() {
    let text = include_bytes!("test_state.json");
    let cases = Value::from_json(text).unwrap();
    let mut failed = Vec::new();
    for case in cases.as_array().unwrap() {
        let name = case.get("name").and_then(Value::as_str).unwrap();
        let (found, expected) = (told(case), expected(case));
        if found != expected {
            failed.push(format!("{name}\n  expected {expected}\n  found    {found}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

fn expected(case: &Value) -> Value {
    match case.get("error") {
        Some(error) => json!({ "error": error.clone() }),
        None => json!({ "response": case.get("response").unwrap().clone() }),
    }
}

fn told(case: &Value) -> Value {
    let request = Request::from_json(&sent(case.get("request").unwrap()).to_json());
    let answer = || match case.get("fails") {
        Some(error) => Err(Failure::new(error.as_str().unwrap(), "as the case says")),
        None => Ok(case.get("answer").cloned().unwrap_or_default()),
    };
    match request.and_then(|request| run(&request, &Setting::default(), |_| answer())) {
        Ok(response) => {
            let response = serde_json::to_vec(&response).unwrap();
            json!({ "response": taken_apart(&Value::from_json(&response).unwrap(), true) })
        }
        Err(error) => json!({ "error": format!("{error}") }),
    }
}

fn sent(request: &Value) -> Value {
    let members = request.as_object().unwrap().iter().map(|(name, value)| {
        let value = match name.as_str() {
            name if TEXTS.contains(&name) && value.as_str().is_none() => {
                Value::from(value.to_string())
            }
            "mock" => match value.get("result") {
                Some(result) if result.as_str().is_none() => {
                    let mut mock = value.as_object().unwrap().clone();
                    mock.insert("result", result.to_string());
                    Value::Object(mock)
                }
                _ => value.clone(),
            },
            _ => value.clone(),
        };
        (name.clone(), value)
    });
    Value::Object(members.collect())
}

/// A response with its texts of JSON taken apart: `output`, and all of the inspection data.
fn taken_apart(response: &Value, is_outer: bool) -> Value {
    let members = response.as_object().unwrap().iter().map(|(name, value)| {
        let value = match (name.as_str(), value) {
            ("inspectionData", data) => taken_apart(data, false),
            ("output", Value::String(text)) => Value::from_json(text.as_bytes()).unwrap(),
            (_, Value::String(text)) if !is_outer => Value::from_json(text.as_bytes()).unwrap(),
            _ => value.clone(),
        };
        (name.clone(), value)
    });
    Value::Object(members.collect())
}
