//! Expressions that would take the program down, if they could: each ends within bounds, with a
//! result or an error, on a thread that has the stack of a thread.
#![allow(clippy::expect_used, clippy::panic, reason = "tests say by a panic what is wrong")]

use std::thread;

use asl_interpreter::Expression;
use asl_lang::compile_expression;
use asl_runtime::jsonata::{Evaluation, Item, Limits};

/// What has to come of an expression.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Outcome {
    /// A result, or nothing.
    Result,
    /// An error with this code.
    Error(&'static str),
    /// One of both: it depends on what is left of the stack, or of time.
    Either,
}

use Outcome::{Either, Error, Result};

const CASES: &[(&str, Outcome, &str)] = &[
@@
];

/// Nothing that is made so is deeper, longer or later than the limits.
fn outcome(text: &str) -> Outcome {
    let query = match compile_expression(text, &[]) {
        Ok(query) => query,
        Err(error) => return Error(error.code.as_str()),
    };
    let cx = Evaluation::new(Limits::default(), 0, 7);
    match Expression::new(&query).evaluate(&cx, Item::Undefined, &[]) {
        Ok(_) => Result,
        Err(error) => Error(error.code()),
    }
}

#[test]
fn every_expression_ends() {
    for (name, expected, text) in CASES {
        let thread = thread::Builder::new().stack_size(2 << 20).name((*name).to_owned());
        let thread = thread.spawn(|| outcome(text)).expect("a thread");
        let outcome = thread.join().unwrap_or_else(|_| panic!("{name}: {text}"));
        let is_expected = match expected {
            Either => outcome == Result || outcome == Error("U1001"),
            expected => outcome == *expected,
        };
        assert!(is_expected, "{name}: {outcome:?}, not {expected:?}: {text}");
    }
}
