//! What AWS itself said of definitions, as recorded in `golden/` of the corpus: the errors have
//! its codes, words and places.
//!
//! The corpus is found by `ASL_CORPUS`, by default `../shared` beside the workspace.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

use asl_lang::diagnostic::{Code, Diagnostic, render};
use asl_lang::source::Source;
use asl_lang::{MachineType, Options, check};
use serde_json::Value;

#[test]
fn definitions_that_ran_on_aws_are_taken() {
    for (name, case) in corpus("cases") {
        if case.get("expect_create_error").is_none() {
            let (source, errors) = errors(&name, &case);
            let shown: Vec<String> = errors.iter().map(|e| render(e, &source, false)).collect();
            assert!(errors.is_empty(), "{name}\n{}", shown.join("\n"));
        }
    }
}

#[test]
fn definitions_that_aws_refused_are_refused_in_its_words() {
    for (name, case) in corpus("cases") {
        let Some(message) = case["expect_create_error"]["message"].as_str() else { continue };
        if message.contains("Invalid State Machine Definition") {
            let (_, errors) = errors(&name, &case);
            let ours: Vec<String> = errors.iter().map(in_words_of_aws).collect();
            let ours = format!("Invalid State Machine Definition: '{}'", ours.join(", "));
            assert_eq!(ours, message.replace("<partition>", "aws"), "{name}");
        }
    }
}

#[test]
fn validation_answers_as_aws_does() {
    for (name, case) in corpus("validate") {
        let findings = case["response"]["diagnostics"].as_array().unwrap().iter();
        let theirs: Vec<[Option<&str>; 3]> = findings
            .map(|finding| ["code", "message", "location"].map(|field| finding[field].as_str()))
            .collect();
        let (_, errors) = errors(&name, &case);
        let ours: Vec<[Option<&str>; 3]> = errors
            .iter()
            .map(|e| [e.code.aws(), Some(e.message.as_str()), e.location.as_deref()])
            .collect();
        // Errors in the text are said in the words of AWS's JSON parser; ours say more.
        if theirs.iter().any(|finding| finding[0] == Some("INVALID_JSON_DESCRIPTION")) {
            assert_eq!(ours[0][0], theirs[0][0], "{name}");
        } else {
            assert_eq!(ours, theirs, "{name}");
        }
    }
}

/// `CODE: message at location`
fn in_words_of_aws(error: &Diagnostic) -> String {
    let location = error.location.as_deref().map(|location| format!(" at {location}"));
    format!("{}: {}{}", error.code.aws().unwrap(), error.message, location.unwrap_or_default())
}

/// The errors of a case's definition, but for what is not supported yet.
fn errors(name: &str, case: &Value) -> (Source, Vec<Diagnostic>) {
    let text = match case["definition_text"].as_str() {
        Some(text) => text.to_owned(),
        None => serde_json::to_string_pretty(&case["definition"]).unwrap(),
    };
    // The recording masks ARNs of activities.
    let activity = "\"arn:aws:states:us-east-1:123456789012:activity:work\"";
    let source = Source::new(name, text.replace("\"activity_arn\"", activity));
    let machine_type = match case["type"].as_str() {
        Some("EXPRESS") => MachineType::Express,
        _ => MachineType::Standard,
    };
    let options = Options { machine_type, ..Options::default() };
    let mut found = check(&source, &options).1;
    found.retain(|finding| finding.is_error() && finding.code != Code::Unsupported);
    (source, found)
}

/// Name and content of each case of a folder; empty if there is no corpus.
fn corpus(folder: &str) -> Vec<(String, Value)> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let root = std::env::var_os("ASL_CORPUS").map_or_else(beside, PathBuf::from);
    let folder = root.join("golden").join(folder);
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: there is no corpus at {} (set ASL_CORPUS)", folder.display());
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: &PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        (name, serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap())
    };
    paths.iter().map(read).collect()
}
