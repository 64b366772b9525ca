//! The expressions of `expressions.json` have the values that they have in JSONata 2.0.6, compiled
//! and interpreted.

#![allow(clippy::unwrap_used)]

use asl_interpreter::Expression;
use asl_runtime::Value;
use asl_runtime::jsonata::{Error, Evaluation, Item, Limits};
use sfn_tests_queries::EXPRESSIONS;

/// The input, and each expression with what it should give, as text.
fn cases() -> (Value, Vec<(String, String)>) {
    let file = Value::from_json(include_bytes!("../expressions.json")).unwrap();
    let cases = file.get("cases").and_then(Value::as_array).unwrap().iter().map(|case| {
        let text = case.get("expr").and_then(Value::as_str).unwrap().to_owned();
        let expected = match (case.get("error"), case.get("result")) {
            (Some(code), _) => code.as_str().unwrap().to_owned(),
            (None, Some(value)) => value.to_string(),
            (None, None) => "undefined".to_owned(),
        };
        (text, expected)
    });
    let cases = cases.collect();
    (file.get("input").unwrap().clone(), cases)
}

fn evaluation() -> Evaluation {
    Evaluation::new(Limits::default(), 0, 7)
}

fn shown(result: Result<Item, Error>) -> String {
    match result {
        Ok(Item::Undefined) => "undefined".to_owned(),
        Ok(item) => item.into_value().map_or_else(|| "no JSON".to_owned(), |v| v.to_string()),
        Err(error) => error.code().to_owned(),
    }
}

fn check(name: &str, value: impl Fn(usize, &str, Item) -> String) {
    let (input, cases) = cases();
    let wrong = cases.iter().enumerate().filter_map(|(index, (text, expected))| {
        let actual = value(index, text, Item::from(input.clone()));
        (actual != *expected).then(|| format!("{text}\n  is       {actual}\n  expected {expected}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{} {name} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn compiled() {
    check("compiled", |index, text, input| match EXPRESSIONS[index] {
        Some(function) => shown(function(&evaluation(), input, &[])),
        None => format!("{:?}", asl_lang::compile_expression(text, &[]).unwrap_err().code),
    });
}

#[test]
fn interpreted() {
    check("interpreted", |_, text, input| match asl_lang::compile_expression(text, &[]) {
        Ok(query) => shown(Expression::new(&query).evaluate(&evaluation(), input, &[])),
        Err(error) => format!("{:?}", error.code),
    });
}
