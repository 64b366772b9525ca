//! Real definitions from public repositories, in `definitions/` of the corpus.
//!
//! The corpus is found by `ASL_CORPUS`, by default `../shared` beside the workspace; the tests say
//! so and pass where it is absent. `known_failures.txt` lists the definitions that are not judged
//! as the corpus does, with the reason; a listed one that is judged so after all fails the test.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use asl_lang::diagnostic::{Code, Diagnostic, render};
use asl_lang::source::Source;
use asl_lang::{Options, check};

const KNOWN_FAILURES: &str = include_str!("known_failures.txt");

#[test]
fn valid_definitions_are_taken() {
    judge("valid", |errors| errors.is_empty());
}

#[test]
fn invalid_definitions_are_refused() {
    judge("invalid", |errors| !errors.is_empty());
}

#[test]
fn broken_samples_are_refused() {
    judge("suspect", |errors| !errors.is_empty());
}

/// Definitions of other engines' tests: whatever comes of them, nothing panics.
#[test]
fn definitions_of_other_engines() {
    for (name, text) in corpus("engine").into_iter().flatten() {
        let source = Source::new(name, text);
        errors(&source)
            .iter()
            .for_each(|finding| assert!(!render(finding, &source, true).is_empty()));
    }
}

/// Checks each definition of a folder and compares with the known failures.
fn judge(folder: &str, as_expected: fn(&[Diagnostic]) -> bool) {
    let Some(definitions) = corpus(folder) else { return };
    let mut known = known_failures(folder);
    let mut wrong = Vec::new();
    for (name, text) in definitions {
        let source = Source::new(name.as_str(), text);
        let errors = errors(&source);
        let listed = known.remove(&name).is_some();
        if as_expected(&errors) == listed {
            let state = if listed { "is listed but judged rightly" } else { "is judged wrongly" };
            let shown: Vec<String> = errors.iter().map(|f| render(f, &source, false)).collect();
            wrong.push(format!("{folder}/{name} {state}\n{}", shown.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(known.is_empty(), "listed but not there: {known:?}");
}

/// The errors of a definition whose placeholders are left open, but for what is not supported yet.
fn errors(source: &Source) -> Vec<Diagnostic> {
    let options = Options { open_placeholders: true, ..Options::default() };
    let mut found = check(source, &options).1;
    found.retain(|finding| finding.is_error() && finding.code != Code::Unsupported);
    found
}

/// Name and reason of the folder's known failures.
fn known_failures(folder: &str) -> BTreeMap<String, String> {
    let lines = KNOWN_FAILURES.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| line.split_once(": ").expect("a name and a reason"))
        .filter_map(|(path, reason)| Some((path.split_once('/')?, reason)))
        .filter(|((listed, _), _)| *listed == folder)
        .map(|((_, name), reason)| (name.to_owned(), reason.to_owned()))
        .collect()
}

/// Name and text of each definition of a folder; none if there is no corpus.
fn corpus(folder: &str) -> Option<Vec<(String, String)>> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let root = std::env::var_os("ASL_CORPUS").map_or_else(beside, PathBuf::from);
    let folder = root.join("definitions").join(folder);
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: there is no corpus at {} (set ASL_CORPUS)", folder.display());
        return None;
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    Some(paths.iter().map(|path| read(path)).collect())
}

/// The definition as published, or as JSON where it was published as something else.
fn read(path: &Path) -> (String, String) {
    let file: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let raw = file["raw"].as_str().filter(|_| file["format"] == "json");
    let text = match raw {
        Some(raw) => raw.to_owned(),
        None => serde_json::to_string_pretty(&file["definition"]).unwrap(),
    };
    (path.file_stem().unwrap().to_string_lossy().into_owned(), text)
}
