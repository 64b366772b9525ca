//! What Jayway JsonPath 3.0.0 answers, in `jsonpath/jayway.tsv` of the corpus. AWS has an older
//! and narrower version: `known_differences.txt` lists the rows that we answer otherwise, and why.

use std::collections::BTreeMap;

use asl_interpreter::json_path;
use asl_lang::path;

use super::{corpus, json};

const DOCUMENT: &str = r#"{"a":{"b":[10,20,30,40],"x-y":1,"n":null},"s":[{"k":"x","p":5},{"k":"y","p":15},{"k":"x"},{"p":null}],"emp":[],"str":"abc","o":{"p":1,"q":{"p":2}}}"#;

const KNOWN_DIFFERENCES: &str = include_str!("known_differences.txt");

/// A row in our words: `def` or `indef`, and the result.
fn answer(text: &str) -> (&'static str, String) {
    let refused = |error: &str| ("", format!("EXC InvalidPathException: {error}"));
    let path = match path::parse(text) {
        Ok(path) => path,
        Err(error) => return refused(&error.message),
    };
    if path.function().is_some() {
        return refused("a function");
    }
    let kind = if path.is_definite() { "def" } else { "indef" };
    let result = match json_path(&path).required(&json(DOCUMENT)) {
        Ok(value) => value.to_string(),
        Err(failure) => {
            let cause = failure.cause().unwrap();
            let detail = cause.strip_prefix(&format!("Invalid path '{text}' : ")).unwrap();
            format!("EXC PathNotFoundException: {detail}")
        }
    };
    (kind, result)
}

/// What a message says, without the names of Java's classes; of a path that is not one only that.
fn comparable(result: &str) -> &str {
    if result.starts_with("EXC InvalidPathException") {
        return "EXC InvalidPathException";
    }
    result.split(" but found ").next().unwrap_or(result)
}

#[test]
fn answers_as_jayway_does() {
    let Some(file) = corpus("jsonpath/jayway.tsv") else { return };
    let table = std::fs::read_to_string(file).unwrap();
    let mut known: BTreeMap<&str, &str> = KNOWN_DIFFERENCES
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split_once('\t').expect("a path, a tab and a reason"))
        .collect();
    let mut wrong = Vec::new();
    let mut rows = 0;
    for row in table.lines().filter(|row| !row.is_empty()) {
        rows += 1;
        let mut fields = row.splitn(3, '\t');
        let [path, kind, result] = [(); 3].map(|()| fields.next().expect("three fields"));
        let (our_kind, ours) = answer(path);
        let same = comparable(&ours) == comparable(result)
            && (our_kind == kind || comparable(&ours) == "EXC InvalidPathException");
        let listed = known.remove(path).is_some();
        if same == listed {
            let listed = if listed { ", and is listed as different" } else { "" };
            wrong.push(format!(
                "{path}\n  Jayway  {kind} {result}\n  we      {our_kind} {ours}{listed}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of {rows} rows:\n{}", wrong.len(), wrong.join("\n"));
    assert!(known.is_empty(), "listed but not there: {known:?}");
}
