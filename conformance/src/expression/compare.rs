//! Whether an expression gave what it should.

use sfn::Value;

use super::case::ExpressionCase;
use super::evaluate::Outcome;

/// Whether an outcome is that of a case; if not, what was expected.
///
/// # Errors
/// What was expected.
pub fn judge(case: &ExpressionCase, outcome: &Outcome) -> Result<(), String> {
    let expected = expected(case);
    let is_as_expected = match (&expected, outcome) {
        (Expected::Value(expected), Outcome::Value(value)) => is_same(case, expected, value),
        (Expected::Undefined, Outcome::Undefined) => true,
        (Expected::Failed { code, message }, Outcome::Failed { code: found, message: text }) => {
            code == found && message.is_none_or(|message| message == text)
        }
        _ => false,
    };
    if is_as_expected { Ok(()) } else { Err(expected.to_string()) }
}

/// What a case asks for.
enum Expected<'a> {
    Value(&'a Value),
    Undefined,
    Failed { code: &'a str, message: Option<&'a str> },
}

fn expected(case: &ExpressionCase) -> Expected<'_> {
    match (&case.code, &case.result) {
        (Some(code), _) => Expected::Failed { code, message: case.message.as_deref() },
        (None, Some(value)) => Expected::Value(value),
        (None, None) => Expected::Undefined,
    }
}

impl std::fmt::Display for Expected<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Value(value) => write!(f, "{value}"),
            Self::Undefined => f.write_str("undefined"),
            Self::Failed { code, message: None } => write!(f, "{code}"),
            Self::Failed { code, message: Some(message) } => write!(f, "{code}: {message}"),
        }
    }
}

fn is_same(case: &ExpressionCase, expected: &Value, found: &Value) -> bool {
    let found_equal = if case.unordered == Some(true) {
        equal(&sorted(expected), &sorted(found))
    } else {
        equal(expected, found)
    };
    found_equal || case.is("nondeterministic") && has_shape(expected, found)
}

/// Equality, of numbers to 15 digits.
fn equal(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => {
            let (one, other) = (one.as_f64(), other.as_f64());
            one == other || format!("{one:.14e}") == format!("{other:.14e}")
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other.iter()).all(|(a, b)| equal(a, b))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(name, a)| other.get(name).is_some_and(|b| equal(a, b)))
        }
        _ => one == other,
    }
}

/// The items of an array in the order of their texts.
fn sorted(value: &Value) -> Value {
    let Value::Array(array) = value else { return value.clone() };
    let mut items: Vec<Value> = array.iter().cloned().collect();
    items.sort_by_cached_key(Value::to_string);
    Value::from(items)
}

/// Whether a value has the type of another, and its length.
fn has_shape(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::String(one), Value::String(other)) => one.len() == other.len(),
        (Value::Array(one), Value::Array(other)) => one.len() == other.len(),
        (Value::Object(one), Value::Object(other)) => one.len() == other.len(),
        (Value::Number(_), Value::Number(_)) => true,
        _ => one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(text: &str) -> ExpressionCase {
        serde_json::from_str(text).unwrap_or_else(|error| unreachable!("{error}"))
    }

    #[test]
    fn numbers_are_equal_to_15_digits() {
        let case = case(r#"{"id": "", "expr": "", "result": [0.3, 1]}"#);
        let outcome = |first: f64| Outcome::Value(sfn::json!([first, 1.0]));
        assert_eq!(judge(&case, &outcome(0.1 + 0.2)), Ok(()));
        assert_eq!(judge(&case, &outcome(0.3001)), Err("[0.3,1]".to_owned()));
    }

    #[test]
    fn null_is_a_result_and_an_input() {
        let case = case(r#"{"id": "", "expr": "", "result": null, "data": null}"#);
        assert_eq!(judge(&case, &Outcome::Value(Value::Null)), Ok(()));
        assert_eq!(judge(&case, &Outcome::Undefined), Err("null".to_owned()));
        assert_eq!(case.data, Some(Value::Null));
    }

    #[test]
    fn items_may_have_any_order() {
        let case = case(r#"{"id": "", "expr": "", "result": [2, 1], "unordered": true}"#);
        assert_eq!(judge(&case, &Outcome::Value(sfn::json!([1, 2]))), Ok(()));
        assert!(judge(&case, &Outcome::Value(sfn::json!([1, 1]))).is_err());
    }

    #[test]
    fn what_is_random_has_its_shape() {
        let case =
            case(r#"{"id": "", "expr": "", "result": [2, 1], "tags": ["nondeterministic"]}"#);
        assert_eq!(judge(&case, &Outcome::Value(sfn::json!([5, 6]))), Ok(()));
        assert!(judge(&case, &Outcome::Value(sfn::json!([5]))).is_err());
    }
}
