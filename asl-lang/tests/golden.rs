//! What AWS itself said of definitions, in `golden/` of the corpus (see `corpus.rs`).

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

use asl_lang::diagnostic::{Code, Diagnostic, render};
use asl_lang::source::Source;
use asl_lang::{Options, check};
use serde_json::Value;

#[test]
fn scratch() {
    for (name, case) in corpus("cases").into_iter().flatten() {
        let text = text(&case);
        let source = Source::new(name.as_str(), text);
        let errors = errors(&source);
        let refused = case.get("expect_create_error");
        if refused.is_some() == errors.is_empty() {
            println!("#### {name} {}", refused.map(|r| r.to_string()).unwrap_or_default());
            for e in errors.iter().take(3) { println!("{}", render(e, &source, false)); }
        } else if let Some(r) = refused {
            println!("++ {r}\n   {:?}", errors.iter().map(|e| (e.code.aws(), &e.message, &e.location)).collect::<Vec<_>>());
        }
    }
}

#[test]
fn validation_says_what_aws_said() {
    for (name, case) in corpus("validate").into_iter().flatten() {
        let source = Source::new(name.as_str(), text(&case));
        let ours: Vec<_> = errors(&source)
            .iter()
            .map(|e| (e.code.aws().map(str::to_owned), e.message.clone(), e.location.as_deref().map(str::to_owned)))
            .collect();
        let said = |finding: &Value, field: &str| finding[field].as_str().map(str::to_owned);
        let theirs: Vec<_> = case["response"]["diagnostics"].as_array().unwrap().iter()
            .map(|finding| (said(finding, "code"), said(finding, "message").unwrap(), said(finding, "location")))
            .collect();
        if ours != theirs { println!("!! {name}\n{ours:?}\n{theirs:?}"); }
    }
}

fn text(case: &Value) -> String {
    match case["definition_text"].as_str() {
        Some(text) => text.to_owned(),
        None => serde_json::to_string_pretty(&case["definition"]).unwrap(),
    }
}

fn errors(source: &Source) -> Vec<Diagnostic> {
    let mut found = check(source, &Options::default()).1;
    found.retain(|finding| finding.is_error() && finding.code != Code::Unsupported);
    found
}

fn corpus(folder: &str) -> Option<Vec<(String, Value)>> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let root = std::env::var_os("ASL_CORPUS").map_or_else(beside, PathBuf::from);
    let folder = root.join("golden").join(folder);
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: there is no corpus at {} (set ASL_CORPUS)", folder.display());
        return None;
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: &PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        (name, serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap())
    };
    Some(paths.iter().map(read).collect())
}
