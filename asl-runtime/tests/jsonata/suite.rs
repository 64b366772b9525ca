//! Cases of JSONata's own test suite.
//!
//! It is found by `ASL_CORPUS`, by default `../shared` beside the workspace; the test says so and
//! passes if there is none.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::call::call;
use crate::is_same;
use crate::literal::parse;

#[test]
fn the_suite_passes() {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let root = std::env::var_os("ASL_CORPUS").map_or_else(beside, PathBuf::from);
    let path = root.join("jsonata/suite.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: there is no suite at {} (set ASL_CORPUS)", path.display());
        return;
    };
    let suite: Value = serde_json::from_str(&text).unwrap();
    let (mut wrong, mut count) = (Vec::new(), 0);
    for case in suite.as_array().or_else(|| suite["cases"].as_array()).unwrap() {
        let expression = case["expr"].as_str().unwrap();
        let Some((name, arguments)) = parse(expression) else { continue };
        let Some(result) = call(&name, &arguments) else { continue };
        count += 1;
        let passes = match (&case["code"], case.get("result")) {
            // Arguments of the wrong type are not the functions' concern.
            (Value::String(code), _) if code.starts_with('T') => true,
            (Value::String(code), _) => {
                let error = result["error"].as_str().unwrap_or_default();
                error.starts_with(&format!("{code}: "))
            }
            (_, Some(expected)) => is_same(&result, &json!({ "result": expected })),
            (_, None) => result.get("undefined").is_some(),
        };
        if !passes {
            wrong.push(format!("{expression}: {result}, not {case}"));
        }
    }
    println!("{count} cases");
    assert!(count > 200, "only {count} cases are plain calls");
    assert!(wrong.is_empty(), "{} of {count}: {wrong:#?}", wrong.len());
}
