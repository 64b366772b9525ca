//! Rules of Choice states.

use sfn::value::Object;
use sfn::{Value, json};

use super::scene::{Kind, Scene};
use super::{Generator, data};

const COMPARISONS: &[&str] =
    &["Equals", "LessThan", "GreaterThan", "LessThanEquals", "GreaterThanEquals"];

const TYPE_TESTS: &[&str] = &["IsNull", "IsNumeric", "IsString", "IsBoolean", "IsTimestamp"];

const PATTERNS: &[&str] = &["*", "a*", "*n*", "A\\*", "*-*", "17", "*\\\\*"];

impl Generator {
    /// A rule without `Next`.
    pub(super) fn rule(&mut self, scene: &Scene, depth: usize) -> Object {
        let mut rule = Object::new();
        if depth > 0 && self.random.percent(25) {
            let inner = |generator: &mut Self| Value::from(generator.rule(scene, depth - 1));
            match self.random.below(3) {
                0 => rule.insert("Not", inner(self)),
                1 => rule.insert("And", json!([inner(self), inner(self)])),
                _ => rule.insert("Or", json!([inner(self), inner(self), inner(self)])),
            };
            return rule;
        }
        let (operator, kind) = match self.random.below(13) {
            0..3 => (format!("String{}", self.random.one_of(COMPARISONS)), Kind::Text),
            3..6 => (format!("Numeric{}", self.random.one_of(COMPARISONS)), Kind::Number),
            6 | 7 => (format!("Timestamp{}", self.random.one_of(COMPARISONS)), Kind::Time),
            8 => ("BooleanEquals".to_owned(), Kind::Boolean),
            9 => ("StringMatches".to_owned(), Kind::Text),
            10 | 11 => (self.random.one_of(TYPE_TESTS).to_owned(), Kind::Any),
            _ => ("IsPresent".to_owned(), Kind::Any),
        };
        let kind = if self.random.percent(15) { Kind::Any } else { kind };
        let (variable, seen) = self.path(scene, kind);
        rule.insert("Variable", variable);
        let literal = match operator.as_str() {
            "IsPresent" | "StringMatches" => None,
            operator if TYPE_TESTS.contains(&operator) => None,
            _ if self.random.percent(30) => {
                let (path, _) = self.reference(scene, kind);
                rule.insert(format!("{operator}Path"), path);
                return rule;
            }
            _ => Some(&seen),
        };
        let value = self.comparand(&operator, literal);
        rule.insert(operator, value);
        rule
    }

    /// What an operator compares with: often what may be there.
    fn comparand(&mut self, operator: &str, seen: Option<&Value>) -> Value {
        let same = self.random.percent(40);
        let kind = match operator.get(..4) {
            Some("Stri") if operator == "StringMatches" => {
                return self.random.one_of(PATTERNS).into();
            }
            Some("Stri") => Kind::Text,
            Some("Nume") => Kind::Number,
            Some("Time") => Kind::Time,
            _ => Kind::Boolean,
        };
        match (seen, kind) {
            (Some(seen), kind) if same && kind.admits(seen) => seen.clone(),
            (_, Kind::Text) => data::word(&mut self.random).into(),
            (_, Kind::Number) => data::number(&mut self.random),
            (_, Kind::Time) => data::time(&mut self.random).into(),
            _ => self.random.percent(70).into(),
        }
    }
}
