//! Reading a file of mocks.

use std::path::Path;

use asl_runtime::value::{Object, Str};
use asl_runtime::{TaskError, Value};

use super::config_file::{self, ConfigFile};
use super::{Mock, Mocks, Outcome};
use crate::files;
use crate::problem::Problem;

/// What is wrong with a file of mocks.
pub(super) type Wrong = String;

impl Mocks {
    /// Reads the mocks of a machine; of a `MockConfigFile.json` those of one test case.
    ///
    /// # Errors
    /// The file cannot be read, or does not say what it has to.
    pub(crate) fn read(file: &Path, machine: &str, case: Option<&str>) -> Result<Self, Problem> {
        let text = files::bytes(file)?;
        Self::from_json(&text, machine, case)
            .map_err(|wrong| Problem::new(format!("`{}`: {wrong}", files::name(file))))
    }

    pub(super) fn from_json(text: &[u8], machine: &str, case: Option<&str>) -> Result<Self, Wrong> {
        let value = Value::from_json(text).map_err(|error| format!("it is not JSON: {error}"))?;
        let mocks = value.as_object().ok_or("it is not a JSON object")?;
        if let Some(config) = ConfigFile::of(mocks) {
            return config.mocks(machine, case);
        }
        if case.is_some() {
            let message = "only a `MockConfigFile.json` has test cases: leave `--case` out";
            return Err(message.to_owned());
        }
        let mock = |(name, value): (&Str, &Value)| Ok((name.to_string(), simple(name, value)?));
        let by_name = mocks.iter().map(mock).collect::<Result<_, Wrong>>()?;
        Ok(Self { by_name })
    }
}

/// A mock in the simple form: a value, an outcome, or one outcome for each call.
fn simple(name: &str, value: &Value) -> Result<Mock, Wrong> {
    let outcomes = value.as_array().map(|values| values.iter().map(is_outcome));
    if outcomes.is_some_and(|mut all| all.len() > 0 && all.all(|is_outcome| is_outcome)) {
        let calls = value.as_array().into_iter().flat_map(|values| values.iter()).zip(0..);
        let call = |(value, number)| Ok((number..=number, outcome(name, value)?));
        return calls.map(call).collect::<Result<_, Wrong>>().map(Mock::Calls);
    }
    if is_outcome(value) {
        return outcome(name, value).map(Mock::Always);
    }
    Ok(Mock::Always(Ok(value.clone())))
}

fn is_outcome(value: &Value) -> bool {
    let is_one = |name: &str| name == config_file::RETURN || name == config_file::THROW;
    let object = value.as_object().filter(|object| object.len() == 1);
    object.is_some_and(|object| object.keys().all(|name| is_one(name)))
}

/// Reads `{"Return": …}` or `{"Throw": {"Error": …, "Cause": …}}`.
pub(super) fn outcome(place: &str, value: &Value) -> Result<Outcome, Wrong> {
    let expected = || {
        format!("`{place}` is neither `{{\"Return\": …}}` nor `{{\"Throw\": {{\"Error\": …}}}}`")
    };
    let object = value.as_object().filter(|object| object.len() == 1).ok_or_else(expected)?;
    if let Some(result) = object.get(config_file::RETURN) {
        return Ok(Ok(result.clone()));
    }
    let thrown = object.get(config_file::THROW).and_then(Value::as_object);
    let thrown = thrown.ok_or_else(expected)?;
    let error = text(thrown, "Error").ok_or_else(|| format!("`{place}` throws no `Error`"))?;
    Ok(Err(TaskError::new(error, text(thrown, "Cause").unwrap_or_default())))
}

fn text<'a>(object: &'a Object, name: &str) -> Option<&'a str> {
    object.get(name).and_then(Value::as_str)
}

#[cfg(test)]
mod tests {
    use asl_runtime::json;

    use super::*;

    fn read(text: &str) -> Result<Mocks, String> {
        Mocks::from_json(text.as_bytes(), "M", None)
    }

    fn mock(text: &str) -> Mock {
        read(&format!("{{\"A\": {text}}}")).unwrap().by_name["A"].clone()
    }

    #[test]
    fn values_and_outcomes() {
        assert_eq!(mock("[1, 2]"), Mock::Always(Ok(json!([1, 2]))));
        assert_eq!(mock("[]"), Mock::Always(Ok(json!([]))));
        assert_eq!(mock(r#"{"Return": 1}"#), Mock::Always(Ok(json!(1))));
        let two = json!({ "Return": 1, "x": 2 });
        assert_eq!(mock(r#"{"Return": 1, "x": 2}"#), Mock::Always(Ok(two)));
        let error = Err(TaskError::new("E", "why"));
        let throw = r#"{"Throw": {"Error": "E", "Cause": "why"}}"#;
        assert_eq!(mock(throw), Mock::Always(error.clone()));
        let calls = Mock::Calls(vec![(0..=0, error), (1..=1, Ok(json!(2)))]);
        assert_eq!(mock(&format!("[{throw}, {{\"Return\": 2}}]")), calls);
        assert_eq!(calls.outcome(2), None);
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert_eq!(read("[]").unwrap_err(), "it is not a JSON object");
        assert!(read("{").unwrap_err().starts_with("it is not JSON: "));
        let refused = read(r#"{"A": {"Throw": {}}}"#).unwrap_err();
        assert_eq!(refused, "`A` throws no `Error`");
        assert!(Mocks::from_json(b"{}", "M", Some("c")).unwrap_err().contains("--case"));
    }
}
