//! Expressions that would take the program down, if they could: each ends within bounds, with a
//! result or an error, on a thread that has the stack of a thread.
//!
//! `bad_queries.json` has of each what it tries, what has to come of it (`result`, the code of an
//! error, or `either` a result or a limit), and the expression.
#![allow(clippy::expect_used, clippy::panic, reason = "tests say by a panic what is wrong")]

use std::thread;

use asl_interpreter::Expression;
use asl_lang::compile_expression;
use asl_runtime::Value;
use asl_runtime::jsonata::{Evaluation, Item, Limits};

/// The code of the error that came of an expression, or `result`.
fn outcome(text: &str) -> &'static str {
    let query = match compile_expression(text, &[]) {
        Ok(query) => query,
        Err(error) => panic!("{text}: {}", error.message),
    };
    let cx = Evaluation::new(Limits::default(), 0, 7);
    match Expression::new(&query).evaluate(&cx, Item::Undefined, &[]) {
        Ok(_) => "result",
        Err(error) => error.code(),
    }
}

#[test]
fn every_expression_ends() {
    let cases = Value::from_json(include_bytes!("bad_queries.json")).expect("JSON");
    for case in cases.as_array().expect("cases").iter() {
        let parts: Vec<&str> =
            case.as_array().expect("a case").iter().filter_map(Value::as_str).collect();
        let [name, expected, text] = parts.as_slice() else { panic!("{case}") };
        let text = (*text).to_owned();
        let thread = thread::Builder::new().stack_size(2 << 20);
        let thread = thread.spawn(move || outcome(&text)).expect("a thread");
        let outcome = thread.join().unwrap_or_else(|_| panic!("{name} panicked"));
        let is_expected = match *expected {
            "either" => ["result", "U1001"].contains(&outcome),
            expected => expected == outcome,
        };
        assert!(is_expected, "{name}: {outcome}, not {expected}");
    }
}
