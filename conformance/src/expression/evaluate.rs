//! One expression on one engine.

use std::fmt;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use asl_interpreter::Expression;
use asl_lang::ir::query::Query;
use asl_runtime::jsonata::{Error, Evaluation, Item};
use serde::{Deserialize, Serialize};
use sfn::Value;

use super::case::ExpressionCase;
use crate::shard::{Job, Subject};

/// What came of an expression.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Outcome {
    /// A JSON value.
    Value(Value),
    /// Nothing.
    Undefined,
    /// A function, or something that holds one.
    Function,
    /// It failed.
    Failed {
        /// JSONata's code.
        code: String,
        /// The text.
        message: String,
    },
    /// There was no end to it, or it broke what ran it.
    Broken(String),
}

/// A compiled expression.
pub type Evaluate = fn(&Evaluation, Item, &[Item]) -> Result<Item, Error>;

/// The time of all evaluations, in milliseconds since 1970.
const NOW: i64 = 1_700_000_000_000;

/// What their random numbers are made of.
const SEED: u128 = 7;

/// How long an expression may take, which the limits of its evaluation should have ended before.
const LONGEST: Duration = Duration::from_secs(60);

/// The stack of a thread that evaluates: more than what an evaluation may use of it.
const STACK: usize = 8 << 20;

/// The expression of a case in the intermediate representation.
///
/// # Errors
/// It is refused.
pub fn compile_case(case: &ExpressionCase) -> Result<Query, Outcome> {
    let names: Vec<&str> = case.bound().map(|(name, _)| name).collect();
    asl_lang::compile_expression(&case.expr, &names).map_err(|error| Outcome::Failed {
        code: format!("{:?}", error.code),
        message: error.message,
    })
}

/// What the interpreter makes of a case.
#[must_use]
pub fn interpret_case(case: &ExpressionCase) -> Outcome {
    let case = case.clone();
    guarded(move || match compile_case(&case) {
        Ok(query) => {
            let expression = Expression::new(&query);
            evaluate(&case, |cx, input, bindings| expression.evaluate(cx, input, bindings))
        }
        Err(refused) => refused,
    })
}

/// What a compiled expression makes of a case.
#[must_use]
pub fn run_expression(case: &ExpressionCase, expression: Evaluate) -> Outcome {
    let case = case.clone();
    guarded(move || evaluate(&case, expression))
}

/// What comes of an expression with the input of a case.
pub fn evaluate(
    case: &ExpressionCase,
    expression: impl FnOnce(&Evaluation, Item, &[Item]) -> Result<Item, Error>,
) -> Outcome {
    let input = case.data.clone().map_or(Item::Undefined, Item::from);
    let bindings: Vec<Item> = case.bound().map(|(_, value)| Item::from(value.clone())).collect();
    let cx = Evaluation::new(case.limits(), NOW, SEED);
    match expression(&cx, input, &bindings) {
        Ok(item) if item.is_undefined() => Outcome::Undefined,
        Ok(item) => item.into_value().map_or(Outcome::Function, Outcome::Value),
        Err(error) => {
            Outcome::Failed { code: error.code().to_owned(), message: error.message().to_owned() }
        }
    }
}

/// Does something in a thread of its own, which is left alone when its time is over.
pub(super) fn guarded(work: impl FnOnce() -> Outcome + Send + 'static) -> Outcome {
    let (sender, receiver) = mpsc::channel();
    let work = move || drop(sender.send(work()));
    if let Err(error) = thread::Builder::new().stack_size(STACK).spawn(work) {
        return Outcome::Broken(error.to_string());
    }
    receiver.recv_timeout(LONGEST).unwrap_or_else(|error| {
        Outcome::Broken(match error {
            mpsc::RecvTimeoutError::Timeout => format!("it took longer than {LONGEST:?}"),
            mpsc::RecvTimeoutError::Disconnected => "it panicked".to_owned(),
        })
    })
}

impl Job for ExpressionCase {
    type Answer = Outcome;
    const KIND: &'static str = "jsonata";
    const RUN: &'static str = "run_expression";
    const PER_SHARD: usize = 100;

    fn subject(&self) -> Subject {
        let bindings = self.bound().map(|(name, _)| name.to_owned()).collect();
        Subject::Expression { text: self.expr.clone(), bindings }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(value) => write!(f, "{value}"),
            Self::Undefined => f.write_str("undefined"),
            Self::Function => f.write_str("a function"),
            Self::Failed { code, message } => write!(f, "{code}: {message}"),
            Self::Broken(how) => f.write_str(how),
        }
    }
}
