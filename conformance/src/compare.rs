//! Whether a value is what was recorded, up to what the recording masks.

use regex::Regex;
use sfn::Value;

use crate::case::Case;

/// The placeholders of a case.
#[derive(Debug, Clone, Default)]
pub struct Masks {
    /// Stand for any value.
    whole: Vec<String>,
    /// A part of a text that stands for any text: `<uuid:1>`.
    part: Option<Regex>,
    /// Members that AWS had not yet when the case was recorded.
    later: &'static [&'static str],
}

/// Where and how a value is not what was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The way to it: `$.a[0]`.
    pub path: String,
    /// What was recorded.
    pub expected: String,
    /// What is there instead.
    pub found: String,
}

/// Where AWS ran: what the recordings have in the place of `arn:aws:` and `us-east-1`.
const PLACES: [(&str, &str); 2] = [("<partition>", "aws"), ("<region>", "us-east-1")];

/// What AWS has since executions can be redriven.
const REDRIVE: &[&str] =
    &["RedriveCount", "redriveCount", "redriveStatus", "redriveStatusReason", "redrive_count"];

/// The day on which that was announced.
const REDRIVE_SINCE: &str = "2023-11-15";

/// What recordings have in the place of any point of time.
const MOMENTS: [&str; 3] = ["date", "datetime", "timestamp"];

impl Masks {
    /// The placeholders of a case.
    pub fn of(case: &Case) -> Self {
        let later: &[&str] = if case.is_before(REDRIVE_SINCE) { REDRIVE } else { &[] };
        Self { later, ..Self::new(&case.masked) }
    }

    /// These placeholders.
    pub fn new(masked: &[String]) -> Self {
        let masked = masked.iter().filter(|mask| !PLACES.iter().any(|(name, _)| mask == name));
        Self {
            // Some stand in quotes, in a text of JSON.
            whole: masked.map(|mask| mask.trim_matches(['\\', '"']).to_owned()).collect(),
            part: Regex::new(r"<+[A-Za-z][^<>]*>(:\d+>)?|\[LogResult\]").ok(),
            later: &[],
        }
    }

    /// The first difference, if there is one. The order of an object's members does not count; an
    /// integer is not a number with a fraction.
    pub fn compare(&self, expected: &Value, found: &Value) -> Option<Difference> {
        self.differ("$", expected, found)
    }

    fn differ(&self, path: &str, expected: &Value, found: &Value) -> Option<Difference> {
        let difference = || {
            let (path, expected, found) =
                (path.to_owned(), expected.to_string(), found.to_string());
            Some(Difference { path, expected, found })
        };
        match (expected, found) {
            (Value::String(text), _) if self.whole.iter().any(|mask| mask == text.as_str()) => None,
            (Value::String(text), _) if MOMENTS.contains(&text.as_str()) && is_moment(found) => {
                None
            }
            (Value::String(expected), Value::String(found)) => {
                if self.is_text(expected, found) {
                    return None;
                }
                // Services lay out the JSON in their texts as they like.
                match (structure(expected), structure(found)) {
                    (Some(expected), Some(found)) => self.differ(path, &expected, &found),
                    _ => difference(),
                }
            }
            // The recording takes texts of JSON apart, but not all of them.
            (expected, Value::String(text)) if !matches!(expected, Value::String(_)) => {
                match Value::from_json(text.as_bytes()) {
                    Ok(found) if !matches!(found, Value::String(_)) => {
                        self.differ(path, expected, &found)
                    }
                    _ => difference(),
                }
            }
            (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
                let mut pairs = expected.iter().zip(found.iter()).enumerate();
                pairs.find_map(|(i, (e, f))| self.differ(&format!("{path}[{i}]"), e, f))
            }
            (Value::Object(expected), Value::Object(found)) => {
                let missing = expected.iter().find_map(|(name, expected)| {
                    let path = format!("{path}.{name}");
                    match found.get(name) {
                        Some(found) => self.differ(&path, expected, found),
                        None => Some(Difference {
                            path,
                            expected: expected.to_string(),
                            found: "nothing".to_owned(),
                        }),
                    }
                });
                missing.or_else(|| {
                    let mut more = found.iter().filter(|(name, _)| expected.get(name).is_none());
                    let more = more.find(|(name, _)| !self.later.contains(&name.as_str()))?;
                    Some(Difference {
                        path: format!("{path}.{}", more.0),
                        expected: "nothing".to_owned(),
                        found: more.1.to_string(),
                    })
                })
            }
            (Value::Number(one), Value::Number(other)) => {
                let same = one == other && one.is_integer() == other.is_integer();
                if same { None } else { difference() }
            }
            (expected, found) if expected == found => None,
            _ => difference(),
        }
    }

    /// Whether a text is as recorded: a placeholder in it stands for any text.
    fn is_text(&self, expected: &str, found: &str) -> bool {
        if expected == found {
            return true;
        }
        let mut expected = expected.to_owned();
        for (mask, place) in PLACES {
            expected = expected.replace(mask, place);
        }
        let Some(part) = &self.part else { return expected == found };
        let mut pattern = String::from(r"(?s)\A");
        let mut end = 0;
        for mask in part.find_iter(&expected) {
            pattern.push_str(&regex::escape(expected.get(end..mask.start()).unwrap_or_default()));
            pattern.push_str(".*");
            end = mask.end();
        }
        pattern.push_str(&regex::escape(expected.get(end..).unwrap_or_default()));
        pattern.push_str(r"\z");
        Regex::new(&pattern).is_ok_and(|pattern| pattern.is_match(found))
    }
}

/// Whether a value is a point of time: a number of seconds or milliseconds since 1970, or text as in
/// ISO 8601.
fn is_moment(value: &Value) -> bool {
    let pattern = || Regex::new(r"^(\d+|\d{4}-\d\d-\d\dT\d\d:\d\d.*)$");
    match value {
        Value::Number(_) => true,
        Value::String(text) => pattern().is_ok_and(|pattern| pattern.is_match(text)),
        _ => false,
    }
}

/// What a text is the JSON of, if that is more than a number or a word.
fn structure(text: &str) -> Option<Value> {
    let is_structure = text.starts_with(['{', '[', '"']);
    is_structure.then(|| Value::from_json(text.as_bytes()).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use sfn::json;

    fn masks() -> Masks {
        let case = json!({ "id": "a", "definition": {}, "masked": ["timestamp", "<uuid:1>"] });
        Masks::of(&serde_json::from_value(serde_json::to_value(&case).unwrap()).unwrap())
    }

    #[test]
    fn placeholders_stand_for_anything() {
        for (expected, found) in [
            (json!("timestamp"), json!(17)),
            (json!("\"date\""), json!("\"2024-11-06T09:42:03Z\"")),
            (json!("<uuid:1>"), json!({})),
            (json!("id <uuid:2>!"), json!("id 12-34!")),
            (json!("arn:<partition>:x:<region>"), json!("arn:aws:x:us-east-1")),
            (json!({ "a": 1, "b": [2] }), json!({ "b": [2], "a": 1 })),
            (json!({ "a": 1 }), json!("{\"a\": 1}")),
            (json!("{\"a\": 1}"), json!("{\"a\":1}")),
        ] {
            assert_eq!(masks().compare(&expected, &found), None, "{expected}");
        }
    }

    #[test]
    fn what_aws_had_not_yet_is_not_missed() {
        let case = r#"{ "id": "a", "definition": {}, "recorded_date": "24-10-2023, 10:00:00" }"#;
        let masks = Masks::of(&Case::parse(case.as_bytes()).unwrap());
        assert_eq!(masks.compare(&json!({}), &json!({ "RedriveCount": 0 })), None);
        assert!(masks.compare(&json!({}), &json!({ "Name": "a" })).is_some());
    }

    #[test]
    fn differences_have_a_place() {
        for (expected, found, path) in [
            (json!(1), json!(1.0), "$"),
            (json!({ "a": [1, 2] }), json!({ "a": [1, 3] }), "$.a[1]"),
            (json!({ "a": 1 }), json!({}), "$.a"),
            (json!({}), json!({ "a": 1 }), "$.a"),
            (json!("id <uuid:2>!"), json!("id 12-34"), "$"),
            (json!("date"), json!("2024-11"), "$"),
            (json!({}), json!({ "RedriveCount": 0 }), "$.RedriveCount"),
        ] {
            let difference = masks().compare(&expected, &found).unwrap();
            assert_eq!(difference.path, path, "{expected}");
        }
    }
}
