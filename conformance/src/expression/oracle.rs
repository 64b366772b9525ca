//! What another implementation makes of an expression: the tree-walker of the crate `jsonata-core`,
//! the part of it that takes variables.

use jsonata_core::evaluator::{Context, Evaluator, EvaluatorError, EvaluatorOptions};
use jsonata_core::parser;
use jsonata_core::value::JValue;

use super::case::ExpressionCase;
use super::compare::judge;
use super::evaluate::{Outcome, guarded};

/// Milliseconds that an evaluation may take.
const LONGEST: u64 = 10_000;

/// What `jsonata-core` makes of a case. Its errors have codes, but not all.
#[must_use]
pub fn ask_oracle(case: &ExpressionCase) -> Outcome {
    let case = case.clone();
    guarded(move || evaluated(&case).unwrap_or_else(failed))
}

/// Whether an outcome is what the oracle gave: numbers to 15 digits, members in any order, errors by
/// their codes.
#[must_use]
pub fn agrees(case: &ExpressionCase, ours: &Outcome, oracle: &Outcome) -> bool {
    let mut case = case.clone();
    match oracle {
        Outcome::Value(value) => case.result = Some(value.clone()),
        Outcome::Undefined => {}
        Outcome::Failed { code, .. } if !code.is_empty() => case.code = Some(code.clone()),
        Outcome::Failed { .. } => return matches!(ours, Outcome::Failed { .. }),
        Outcome::Function | Outcome::Broken(_) => return ours == oracle,
    }
    judge(&case, ours).is_ok()
}

fn evaluated(case: &ExpressionCase) -> Result<Outcome, String> {
    let tree = parser::parse(&case.expr).map_err(|error| error.to_string())?;
    let mut context = Context::new();
    for (name, value) in case.bound() {
        context.bind(name.to_owned(), theirs(&value.to_string())?);
    }
    let data = match &case.data {
        Some(data) => theirs(&data.to_string())?,
        None => JValue::Undefined,
    };
    let options = EvaluatorOptions { timeout_ms: Some(LONGEST), ..EvaluatorOptions::default() };
    let value = Evaluator::with_options(context, options).evaluate(&tree, &data);
    outcome(&value.map_err(|error: EvaluatorError| error.message().to_owned())?)
}

fn theirs(json: &str) -> Result<JValue, String> {
    JValue::from_json_str(json).map_err(|error| error.to_string())
}

fn outcome(value: &JValue) -> Result<Outcome, String> {
    if value.is_undefined() {
        return Ok(Outcome::Undefined);
    }
    if holds_function(value) {
        return Ok(Outcome::Function);
    }
    let text = value.to_json_string().map_err(|error| error.to_string())?;
    serde_json::from_str(&text).map(Outcome::Value).map_err(|error| error.to_string())
}

fn holds_function(value: &JValue) -> bool {
    match value {
        JValue::Array(items) => items.iter().any(holds_function),
        JValue::Object(members) => members.values().any(holds_function),
        JValue::Lambda(_) | JValue::Builtin { .. } | JValue::Regex { .. } => true,
        _ => false,
    }
}

/// An error by its text, which begins with its code if it has one.
fn failed(text: String) -> Outcome {
    let code = match text.split_once(": ") {
        Some((code, _)) if code.len() == 5 => code.to_owned(),
        _ => String::new(),
    };
    Outcome::Failed { code, message: text }
}
