//! Variables: reading one, and the limits of what is assigned.
//!
//! See [Passing data between states with variables](https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html).

use crate::error::Failure;
use crate::value::{Object, Str, Value};

/// Bytes that one variable may have, and all variables of one `Assign` together.
pub const LIMIT: usize = 262_144;

/// Bytes that all variables of an execution may have together.
pub const TOTAL_LIMIT: usize = 10_485_760;

/// The value of a variable.
///
/// # Errors
/// No state has assigned it yet: what `missing` says, as for a path that leads nowhere.
///
/// # Examples
/// ```
/// use asl_runtime::data::{path::Path, variable};
/// use asl_runtime::json;
///
/// const COUNT: Path<'_> = Path::new("$count", &[]);
///
/// let missing = || COUNT.missing_for_field("n.$", &json!({}));
/// assert_eq!(variable::assigned(&Some(json!(7)), missing)?, &json!(7));
/// assert!(variable::assigned(&None, missing).is_err());
/// # Ok::<(), asl_runtime::Failure>(())
/// ```
#[inline]
pub fn assigned(
    variable: &Option<Value>,
    missing: impl FnOnce() -> Failure,
) -> Result<&Value, Failure> {
    variable.as_ref().ok_or_else(missing)
}

/// Gives variables, named by their places, the values that a state assigns.
///
/// # Errors
/// Those of [`check`] and [`check_all`].
pub fn assign(
    values: impl AsRef<[(usize, Value)]> + IntoIterator<Item = (usize, Value)>,
    variables: &mut [Option<Value>],
    state: &str,
) -> Result<(), Failure> {
    check(values.as_ref().iter().map(|(_, value)| value), state)?;
    for (place, value) in values {
        if let Some(variable) = variables.get_mut(place) {
            *variable = Some(value);
        }
    }
    check_all(variables, state)
}

/// The variables in these places with their names, for observers: an object, or null if there are
/// none.
#[must_use]
pub fn named<N: Clone + Into<Str>>(
    places: &[usize],
    names: &[N],
    variables: &[Option<Value>],
) -> Value {
    if places.is_empty() {
        return Value::Null;
    }
    let member =
        |place: &usize| Some((names.get(*place)?.clone().into(), variables.get(*place)?.clone()?));
    Value::Object(places.iter().filter_map(member).collect::<Object>())
}

/// Checks what a state assigns by one `Assign`.
///
/// # Errors
/// `States.DataLimitExceeded` if it is more than [`LIMIT`] together, or nested too deeply.
pub fn check<'v>(
    values: impl IntoIterator<Item = &'v Value> + Clone,
    state: &str,
) -> Result<(), Failure> {
    let shallow = values.clone().into_iter().all(Value::is_shallow);
    if shallow && fit(values, LIMIT) { Ok(()) } else { Err(exceeded(state, "its `Assign`")) }
}

/// Checks all variables there are, when a state has assigned some of them.
///
/// # Errors
/// `States.DataLimitExceeded` if they are more than [`TOTAL_LIMIT`] together.
pub fn check_all(variables: &[Option<Value>], state: &str) -> Result<(), Failure> {
    if fit(variables.iter().flatten(), TOTAL_LIMIT) {
        return Ok(());
    }
    Err(exceeded(state, "all variables"))
}

/// Whether the values have no more bytes together. Most times their bounds tell.
fn fit<'v>(values: impl IntoIterator<Item = &'v Value> + Clone, limit: usize) -> bool {
    let limit = limit as u64;
    let bound: u64 = values.clone().into_iter().map(Value::json_len_bound).sum();
    bound <= limit || values.into_iter().map(|value| value.json_len() as u64).sum::<u64>() <= limit
}

#[cold]
fn exceeded(state: &str, what: &str) -> Failure {
    Failure::new(
        "States.DataLimitExceeded",
        format!(
            "The state/task '{state}' assigned variables with a size exceeding the maximum number \
             of bytes service limit: that of {what}."
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(json_len: usize) -> Value {
        let value = Value::from("x".repeat(json_len - 2));
        assert_eq!(value.json_len(), json_len);
        value
    }

    #[test]
    fn an_assign_is_limited_as_a_whole() {
        assert_eq!(check(&[text(LIMIT)], "S"), Ok(()));
        assert!(check(&[text(LIMIT + 1)], "S").is_err());
        assert_eq!(check(&[text(LIMIT - 10), text(10)], "S"), Ok(()));
        assert!(check(&[text(LIMIT - 10), text(11)], "S").is_err());
    }

    #[test]
    fn assigned_variables_have_names() {
        let mut variables = vec![None, None, None];
        let values = [(2, crate::json!(7)), (0, crate::json!("x"))];
        assert_eq!(assign(values, &mut variables, "S"), Ok(()));
        let named = |places: &[usize]| named(places, &["a", "b", "c"], &variables);
        assert_eq!(named(&[2, 0]), crate::json!({ "c": 7, "a": "x" }));
        assert_eq!(named(&[]), Value::Null);
    }

    #[test]
    fn all_variables_are_limited_together() {
        let mut variables = vec![Some(text(LIMIT)); 40];
        variables.push(None);
        assert_eq!(check_all(&variables, "S"), Ok(()));
        variables.push(Some(text(3)));
        let failure = check_all(&variables, "S").unwrap_err();
        assert_eq!(failure.error(), Some("States.DataLimitExceeded"));
    }
}
