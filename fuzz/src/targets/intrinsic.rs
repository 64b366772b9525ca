//! Calls of intrinsic functions: parsed, compiled, and evaluated on a document.

use asl_lang::intrinsic::{Call, parse};
use asl_runtime::Value;
use serde_json::json;

use super::machine::{evaluate, interpreter, one_state, told};
use crate::target::{Target, parts};

pub(super) const TARGET: Target = Target {
    name: "intrinsic",
    words: &[
        "States.Format(",
        "States.StringToJson(",
        "States.JsonToString(",
        "States.Array(",
        "States.ArrayPartition(",
        "States.ArrayContains(",
        "States.ArrayRange(",
        "States.ArrayGetItem(",
        "States.ArrayLength(",
        "States.ArrayUnique(",
        "States.Base64Encode(",
        "States.Base64Decode(",
        "States.Hash(",
        "States.JsonMerge(",
        "States.MathRandom(",
        "States.MathAdd(",
        "States.StringSplit(",
        "States.UUID()",
        "'{}'",
        "$.a",
        "$$",
        "$v",
        ", ",
        "'SHA-256'",
        "\\{",
        "\\'",
    ],
    run,
    planted: false,
};

fn run(input: &[u8]) -> String {
    let [text, document] = parts(input);
    let parsed = parse(&text);
    let state = json!({ "Type": "Pass", "Parameters": { "found.$": text } });
    let machine = interpreter(&one_state(state));
    let call = match parsed {
        Ok(call) => call,
        Err(error) => {
            assert!(text.is_char_boundary(error.offset), "{error:?}");
            assert!(machine.is_none() || text.starts_with('$'), "{error:?}, but it compiles");
            return error.message;
        }
    };
    stands_where_it_says(&text, &call);
    let (Some(machine), Ok(document)) = (machine, Value::from_json(document.as_bytes())) else {
        return call.text;
    };
    let outcome = evaluate(&machine, document.clone());
    let found = told(&outcome);
    assert_eq!(told(&evaluate(&machine, document)), found, "it is not the same each time");
    format!("{:?} {found}", call.function)
}

fn stands_where_it_says(text: &str, call: &Call) {
    let from = text.get(call.offset..).unwrap_or_default();
    assert!(from.starts_with(&call.text), "{} does not stand at {}", call.text, call.offset);
    for (offset, path) in call.paths() {
        let from = text.get(offset..).unwrap_or_default();
        assert!(from.starts_with(&path.text), "{} does not stand at {offset}", path.text);
    }
}
