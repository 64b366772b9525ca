//! Expressions of JSONata as fields of a state.
//!
//! Follows [Transforming data with JSONata](https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html).

use super::error::Error;
use super::evaluation::Evaluation;
use super::item::{Item, View};
use crate::error::Failure;
use crate::machine::StepContext;
use crate::value::Value;

/// An expression in its place, as messages name it.
#[derive(Debug, Clone, Copy)]
pub struct Query<'a> {
    /// The expression.
    pub text: &'a str,
    /// The field, and where in there: `Output/total`.
    pub location: &'a str,
    /// Byte offset of the expression in the definition, which tells its random numbers from those
    /// of others.
    pub offset: u32,
    /// What its value has to be.
    pub expected: Expected,
}

/// What the value of an expression has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Expected {
    /// Any JSON value.
    #[default]
    Any,
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

/// Longer expressions are cut in messages.
const LONGEST: usize = 1000;

impl Query<'_> {
    /// The JSON value that an expression has.
    ///
    /// # Errors
    /// `States.QueryEvaluationError`: it failed, has no value, or one that is not JSON or not
    /// what the field takes.
    pub fn evaluate(
        &self,
        cx: &StepContext<'_>,
        expression: impl FnOnce(&Evaluation) -> Result<Item, Error>,
    ) -> Result<Value, Failure> {
        let evaluation = Evaluation::of_step(cx, self.offset);
        let item = expression(&evaluation).map_err(|error| self.threw(&error))?;
        self.value(item)
    }

    /// Whether a condition holds, whose expression is known to give nothing but that.
    ///
    /// # Errors
    /// As [`evaluate`](Self::evaluate); no answer is none.
    pub fn holds(
        &self,
        cx: &StepContext<'_>,
        expression: impl FnOnce(&Evaluation) -> Result<Option<bool>, Error>,
    ) -> Result<bool, Failure> {
        let evaluation = Evaluation::of_step(cx, self.offset);
        let holds = expression(&evaluation).map_err(|error| self.threw(&error))?;
        holds.ok_or_else(|| self.undefined())
    }

    fn value(&self, item: Item) -> Result<Value, Failure> {
        if item.is_undefined() {
            return Err(self.undefined());
        }
        let value = item
            .into_value()
            .ok_or_else(|| self.failure("returned an unsupported result type."))?;
        if self.expected.takes(&value) { Ok(value) } else { Err(self.unexpected(&value)) }
    }

    #[cold]
    fn undefined(&self) -> Failure {
        self.failure("returned nothing (undefined).")
    }

    #[cold]
    fn unexpected(&self, value: &Value) -> Failure {
        let (expected, actual) = (self.expected.name(), kind(value));
        self.failure(&format!(
            "returned an unexpected result type. Expected '{expected}', but was '{actual}' for value: {value}"
        ))
    }

    #[cold]
    pub(super) fn threw(&self, error: &Error) -> Failure {
        if error.is_limit() {
            return self.failure(&format!("threw an error during evaluation: {}", error.message()));
        }
        self.failure(&format!("threw an error during evaluation. {error}"))
    }

    /// `States.QueryEvaluationError` about this expression.
    #[cold]
    fn failure(&self, what: &str) -> Failure {
        let Self { text, location, .. } = self;
        let cut = text.char_indices().nth(LONGEST).map(|(end, _)| end);
        let (text, dots) = match cut {
            Some(end) => (text.get(..end).unwrap_or(text), "..."),
            None => (*text, ""),
        };
        let detail = format!(
            "The JSONata expression '{text}{dots}' specified for the field '{location}' {what}"
        );
        Failure::query(detail, location)
    }
}

impl Expected {
    fn takes(self, value: &Value) -> bool {
        match self {
            Self::Any => true,
            Self::Boolean => matches!(value, Value::Bool(_)),
            Self::Number => matches!(value, Value::Number(_)),
            Self::String => matches!(value, Value::String(_)),
            Self::Array => matches!(value, Value::Array(_)),
            Self::Object => matches!(value, Value::Object(_)),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Boolean => "boolean",
            Self::Number => "number",
            Self::String => "string",
            Self::Array => "array",
            Self::Object => "object",
        }
    }
}

/// The type of a value, as messages name it.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// The value of a source as an expression sees it.
#[must_use]
pub fn source(value: Option<&Value>) -> View<'_> {
    value.map_or(View::Undefined, View::Value)
}
