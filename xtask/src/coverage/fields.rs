//! The types of states, the fields of objects and the operators of choice rules, as the parser's
//! tables list them, in each query language that has them.

use asl_lang::parse::schema::{self, Schema, Written};
use asl_lang::parse::{operators, rule_fields, state_types};
use serde_json::Value;

use super::{Contained, Element, names};

const STATE_TYPE: &str = "state type";
const OPERATOR: &str = "choice operator";
/// A member of `Choices` of a JSONPath state.
const RULE: &str = "a rule";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    JsonPath,
    Jsonata,
}

impl Language {
    /// That of a machine.
    pub(super) fn of_machine(definition: &Value) -> Self {
        Self::of(definition, Self::JsonPath)
    }

    /// What an object says, else the language of what it is in.
    fn of(value: &Value, otherwise: Self) -> Self {
        match value.get("QueryLanguage").and_then(Value::as_str) {
            Some("JSONata") => Self::Jsonata,
            Some(_) => Self::JsonPath,
            None => otherwise,
        }
    }

    pub(super) fn element(self, group: &str, name: &str) -> Element {
        match self {
            Self::JsonPath => Element::new(group, name),
            Self::Jsonata => Element::new(format!("{group}, JSONata"), name),
        }
    }
}

pub(super) fn elements() -> impl Iterator<Item = Element> {
    [Language::JsonPath, Language::Jsonata].into_iter().flat_map(|language| {
        let types = state_types().map(|(name, _)| (STATE_TYPE, name.to_owned()));
        let fields = schema::ALL.iter().flat_map(|schema| {
            let fields = schema.fields.iter();
            fields.map(|field| (schema.subject, field.name, written(schema, field.written)))
        });
        let fields = fields.filter(move |(.., written)| match written {
            Written::Both => true,
            Written::JsonPath => language == Language::JsonPath,
            Written::Jsonata => language == Language::Jsonata,
        });
        let fields = fields.map(|(subject, name, _)| (subject, name.to_owned()));
        let rules = rule_fields().iter().map(|&field| (RULE, field.to_owned()));
        let rules = rules.chain(operators().map(|operator| (OPERATOR, operator)));
        let rules = rules.filter(move |_| language == Language::JsonPath);
        types.chain(fields).chain(rules).map(move |(group, name)| language.element(group, &name))
    })
}

/// Rules with conditions are written in JSONata alone.
fn written(schema: &Schema, written: Written) -> Written {
    if is_of_conditions(schema) { Written::Jsonata } else { written }
}

fn is_of_conditions(schema: &Schema) -> bool {
    schema.fields.iter().any(|field| field.name == "Condition")
}

/// What a definition contains.
pub(super) fn collect(definition: &Value, contained: &mut Contained) {
    let language = Language::of_machine(definition);
    let mut place = Place { contained, state: None, of_machine: language, language };
    if let Some(machine) = schema::ALL.first() {
        place.object(machine, definition);
    }
}

/// Where something stands.
struct Place<'a> {
    contained: &'a mut Contained,
    /// The innermost state.
    state: Option<String>,
    /// The language of states that do not say theirs.
    of_machine: Language,
    /// The language here.
    language: Language,
}

impl Place<'_> {
    fn add(&mut self, group: &str, name: &str) {
        let element = self.language.element(group, name);
        self.contained.of(self.state.as_deref()).insert(element);
    }

    /// The fields of an object, and of those inside it.
    fn object(&mut self, schema: &Schema, value: &Value) {
        for (name, value) in value.as_object().into_iter().flatten() {
            if schema.fields.iter().any(|field| field.name == name) {
                self.add(schema.subject, name);
            }
            match name.as_str() {
                "States" => value
                    .as_object()
                    .into_iter()
                    .flatten()
                    .for_each(|(name, value)| self.state(name, value)),
                "Choices" => each(value, |value| self.rule(value)),
                name => {
                    names::collect(value, self.language, self.contained.of(self.state.as_deref()));
                    if let Some(schema) = schema::inside(name) {
                        each(value, |value| self.object(schema, value));
                    }
                }
            }
        }
    }

    fn state(&mut self, name: &str, value: &Value) {
        let of_type = value.get("Type").and_then(Value::as_str);
        let Some((of_type, schema)) = state_types().find(|&(name, _)| Some(name) == of_type) else {
            return;
        };
        let mut inside = Place {
            contained: &mut *self.contained,
            state: Some(name.to_owned()),
            of_machine: self.of_machine,
            language: Language::of(value, self.of_machine),
        };
        inside.add(STATE_TYPE, of_type);
        inside.object(schema, value);
    }

    fn rule(&mut self, value: &Value) {
        if value.get("Condition").is_some()
            && let Some(schema) = schema::ALL.iter().find(|schema| is_of_conditions(schema))
        {
            return self.object(schema, value);
        }
        for (name, value) in value.as_object().into_iter().flatten() {
            if rule_fields().contains(&name.as_str()) {
                self.add(RULE, name);
            } else {
                self.add(OPERATOR, name);
                each(value, |value| self.rule(value));
            }
        }
    }
}

/// The members of an array; else the value itself.
fn each(value: &Value, mut take: impl FnMut(&Value)) {
    match value {
        Value::Array(values) => values.iter().for_each(take),
        value => take(value),
    }
}
