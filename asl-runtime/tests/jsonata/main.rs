//! JSONata's functions of strings and numbers: results recorded from JSONata 2.0.6, and the cases
//! of its test suite that are plain calls with literal arguments.

mod call;
mod literal;
mod suite;

use asl_runtime::jsonata::regex::Regex;
use call::{Argument, call};
use serde_json::{Value, json};

/// Calls and results of JSONata 2.0.6 (jsonata-js on node 20), and for `regex` the matches that V8
/// finds: start and end in units of UTF-16, and groups; and whether it matches nothing next.
#[test]
fn results_are_as_recorded() {
    let cases: Vec<(String, Vec<Value>, Value)> =
        serde_json::from_str(include_str!("recorded.json")).unwrap();
    let mut wrong = Vec::new();
    for (function, arguments, expected) in &cases {
        let result = if function == "regex" {
            let text = |index: usize| arguments[index].as_str().unwrap();
            matches(text(0), text(1), text(2))
        } else {
            let arguments: Vec<_> = arguments.iter().cloned().map(Argument::Value).collect();
            call(function, &arguments).unwrap()
        };
        if !is_same(&result, expected) {
            wrong.push(format!("{function} {arguments:?}: {result}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}: {wrong:#?}", wrong.len(), cases.len());
}

fn matches(pattern: &str, flags: &str, text: &str) -> Value {
    let regex = Regex::new(pattern, flags);
    let (regex, mut next) = match regex.and_then(|regex| Ok((regex.find(text)?, regex))) {
        Ok((next, regex)) => (regex, next),
        Err(error) => return json!({ "error": error.to_string() }),
    };
    let (mut found, mut endless) = (Vec::new(), false);
    while let Some(one) = next {
        let groups: Vec<_> =
            one.groups.iter().map(|group| group.clone().map(|range| &text[range])).collect();
        found.push(json!([one.start.unit, one.end.unit, groups]));
        next = regex.find_next(text, &one).unwrap_or_else(|error| {
            endless = error.code() == "D1004";
            None
        });
    }
    json!({ "result": found, "endless": endless })
}

/// Numbers are the same whether they are written with a fraction or not.
fn is_same(result: &Value, expected: &Value) -> bool {
    match (result["result"].as_f64(), expected["result"].as_f64()) {
        (Some(result), Some(expected)) => result == expected,
        _ => result == expected,
    }
}
