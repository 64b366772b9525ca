//! Calls of `TestState`: any bytes as a request, or a request with a definition and an input of
//! their own behind it. What comes of it is a response or AWS's error, the same each time.

use asl_interpreter::test_state::{Request, Setting, run as test};
use asl_runtime::Failure;

use super::definition;
use crate::target::{Target, parts};

pub(super) const TARGET: Target =
    Target { name: "test_state", words: definition::WORDS, run, planted: false };

fn run(input: &[u8]) -> String {
    let told = told(input);
    assert_eq!(told, self::told(input), "it is not the same each time");
    told
}

fn told(input: &[u8]) -> String {
    let [request, definition, data] = parts(input);
    let request = Request::from_json(request.as_bytes());
    let response = request.and_then(|mut request| {
        if !definition.is_empty() {
            request.definition = definition;
        }
        if !data.is_empty() {
            request.input = Some(data);
        }
        test(&request, &Setting::default(), |call| match call.arguments().as_array() {
            Some(_) => Err(Failure::new("Custom", "it failed")),
            None => Ok(call.arguments()),
        })
    });
    let told = match &response {
        Ok(response) => serde_json::to_string(response),
        Err(error) => serde_json::to_string(error),
    };
    told.unwrap_or_else(|error| panic!("what came of it is no JSON: {error}"))
}
