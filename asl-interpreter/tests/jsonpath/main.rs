//! JSONPath as text, evaluated: the parser of `asl-lang` and the evaluation of `asl-runtime` together.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod golden;
mod jayway;
mod messages;
mod naive;
mod oracle;
mod tables;

use asl_interpreter::json_path;
use asl_lang::path;
use asl_runtime::Value;
use asl_runtime::data::jsonpath::JsonPath;

/// The path of a text.
fn compile(text: &str) -> JsonPath {
    let path = path::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    assert_eq!(path.function(), None, "{text}");
    json_path(&path)
}

/// What a path leads to, or why nowhere.
fn evaluate(text: &str, root: &Value) -> Result<Value, String> {
    compile(text).required(root).map_err(|failure| failure.cause().unwrap().to_owned())
}

fn json(text: &str) -> Value {
    Value::from_json(text.as_bytes()).unwrap()
}

/// The corpus; none if it is not there.
fn corpus(file: &str) -> Option<std::path::PathBuf> {
    let beside = || std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let root = std::env::var_os("ASL_CORPUS").map_or_else(beside, Into::into);
    let file = root.join(file);
    if !file.exists() {
        eprintln!("skipped: there is no {} (set ASL_CORPUS)", file.display());
        return None;
    }
    Some(file)
}
