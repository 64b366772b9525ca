//! `MockConfigFile.json` of Step Functions Local.
//!
//! See [Using mocked service integrations](https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html).

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use asl_lang::diagnostic::suggestion;
use asl_runtime::Value;
use asl_runtime::value::{Object, Str};

use super::read::{Wrong, outcome};
use super::{Mock, Mocks};

pub(super) const RETURN: &str = "Return";
pub(super) const THROW: &str = "Throw";
const MACHINES: &str = "StateMachines";
const CASES: &str = "TestCases";
const RESPONSES: &str = "MockedResponses";

/// A `MockConfigFile.json`.
pub(super) struct ConfigFile<'a> {
    machines: &'a Object,
    responses: Option<&'a Object>,
}

impl<'a> ConfigFile<'a> {
    /// The file, if it is one.
    pub(super) fn of(file: &'a Object) -> Option<Self> {
        let machines = file.get(MACHINES)?.as_object()?;
        Some(Self { machines, responses: file.get(RESPONSES).and_then(Value::as_object) })
    }

    /// The mocks of a test case, of the only one if none is named.
    pub(super) fn mocks(&self, machine: &str, case: Option<&str>) -> Result<Mocks, Wrong> {
        let (machine, cases) = choose(self.machines, Some(machine), "state machine", "--name")?;
        let cases = cases.get(CASES).and_then(Value::as_object);
        let cases = cases.ok_or_else(|| format!("`{machine}` has no `{CASES}`"))?;
        let (_, states) = match case {
            // A name that was asked for is meant as it is.
            Some(case) => cases
                .get(case)
                .map(|states| (case, states))
                .ok_or_else(|| format!("there is no test case `{case}`{}", instead(case, cases)))?,
            None => choose(cases, None, "test case", "--case")?,
        };
        let states = states.as_object().ok_or("a test case is not an object")?;
        let mut by_name = BTreeMap::new();
        for (state, response) in states.iter() {
            let response = response.as_str();
            let response = response.ok_or_else(|| format!("`{state}` names no response"))?;
            by_name.insert(state.to_string(), self.response(response)?);
        }
        Ok(Mocks { by_name })
    }

    /// What a mocked response says of each call.
    fn response(&self, name: &str) -> Result<Mock, Wrong> {
        let none = || format!("there is no response `{name}` in `{RESPONSES}`");
        let response = self.responses.and_then(|all| all.get(name)).ok_or_else(none)?;
        let calls = response.as_object().ok_or_else(|| format!("`{name}` is not an object"))?;
        let call = |(numbers, value): (&Str, &Value)| {
            let place = format!("{RESPONSES}.{name}.{numbers}");
            let range = range(numbers).ok_or_else(|| {
                format!("`{place}`: calls are numbered as in `\"0\"` or `\"1-3\"`")
            })?;
            Ok((range, outcome(&place, value)?))
        };
        calls.iter().map(call).collect::<Result<_, Wrong>>().map(Mock::Calls)
    }
}

/// The member of this name, or the only one there is.
fn choose<'a>(
    all: &'a Object,
    name: Option<&'a str>,
    what: &str,
    option: &str,
) -> Result<(&'a str, &'a Value), Wrong> {
    if let Some((name, value)) = name.and_then(|name| Some((name, all.get(name)?))) {
        return Ok((name, value));
    }
    let mut members = all.iter();
    match (members.next(), members.next()) {
        (Some((name, value)), None) => Ok((name, value)),
        (None, _) => Err(format!("there is no {what}")),
        _ => Err(format!("there are several {what}s: say which by `{option}`, {}", list(all))),
    }
}

fn instead(name: &str, all: &Object) -> String {
    match suggestion(name, all.keys().map(|name| &**name)) {
        Some(near) => format!(": did you mean `{near}`?"),
        None => format!(": there is {}", list(all)),
    }
}

fn list(all: &Object) -> String {
    let names: Vec<String> = all.keys().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

/// Reads `3` or `1-3`.
fn range(text: &str) -> Option<RangeInclusive<u64>> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (first, last) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    (first <= last).then_some(first..=last)
}

#[cfg(test)]
mod tests {
    use asl_runtime::json;

    use super::*;

    const FILE: &str = r#"{
        "StateMachines": { "Order": { "TestCases": {
            "Happy": { "Charge": "Paid" },
            "Sad": { "Charge": "Flaky" }
        } } },
        "MockedResponses": {
            "Paid": { "0": { "Return": { "paid": true } } },
            "Flaky": {
                "0-1": { "Throw": { "Error": "Busy", "Cause": "try again" } },
                "2": { "Return": 1 }
            }
        }
    }"#;

    fn read(text: &str, case: Option<&str>) -> Result<Mocks, String> {
        Mocks::from_json(text.as_bytes(), "Order", case)
    }

    #[test]
    fn calls_are_numbered() {
        let mocks = read(FILE, Some("Sad")).unwrap();
        let flaky = &mocks.by_name["Charge"];
        assert_eq!(flaky.outcome(1).unwrap().as_ref().unwrap_err().error(), "Busy");
        assert_eq!(flaky.outcome(2), Some(&Ok(json!(1))));
        assert_eq!(flaky.outcome(3), None);
    }

    #[test]
    fn what_is_wrong_is_said() {
        let several = "there are several test cases: say which by `--case`, `Happy`, `Sad`";
        assert_eq!(read(FILE, None).unwrap_err(), several);
        let near = "there is no test case `happy`: did you mean `Happy`?";
        assert_eq!(read(FILE, Some("happy")).unwrap_err(), near);
        let missing = FILE.replace("\"Paid\": {", "\"Unpaid\": {");
        let refused = read(&missing, Some("Happy")).unwrap_err();
        assert_eq!(refused, "there is no response `Paid` in `MockedResponses`");
        let refused = read(&FILE.replace("0-1", "2-1"), Some("Sad")).unwrap_err();
        assert!(refused.contains("MockedResponses.Flaky.2-1"), "{refused}");
        let refused = read(&FILE.replace("Throw", "throw"), Some("Sad")).unwrap_err();
        assert!(refused.contains("neither"), "{refused}");
    }
}
