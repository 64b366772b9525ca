//! The types of states, the fields of objects and the operators of choice rules, as the parser's
//! tables list them.

use std::collections::BTreeSet;

use asl_lang::parse::schema::{self, Schema};
use asl_lang::parse::{operators, rule_fields, state_types};
use serde_json::Value;

use super::Element;

const STATE_TYPE: &str = "state type";
const OPERATOR: &str = "choice operator";
/// A member of `Choices` of a JSONPath state.
const RULE: &str = "a rule";

pub(super) fn elements() -> impl Iterator<Item = Element> {
    let types = state_types().map(|(name, _)| Element::new(STATE_TYPE, name));
    let fields = schema::ALL.iter().flat_map(|schema| {
        let fields = schema.fields.iter();
        fields.map(|field| Element::new(schema.subject, field.name))
    });
    let rule = rule_fields().iter().map(|&field| Element::new(RULE, field));
    let operators = operators().map(|operator| Element::new(OPERATOR, operator));
    types.chain(fields).chain(rule).chain(operators)
}

/// What a definition contains.
pub(super) fn collect(definition: &Value, found: &mut BTreeSet<Element>) {
    if let Some(machine) = schema::ALL.first() {
        object(machine, definition, found);
    }
}

/// The fields of an object, and of those inside it.
fn object(schema: &Schema, value: &Value, found: &mut BTreeSet<Element>) {
    for (name, value) in value.as_object().into_iter().flatten() {
        if schema.fields.iter().any(|field| field.name == name) {
            found.insert(Element::new(schema.subject, name));
        }
        match name.as_str() {
            "States" => {
                value.as_object().into_iter().flatten().for_each(|(_, value)| state(value, found))
            }
            "Choices" => each(value, |value| rule(value, found)),
            name => {
                if let Some(schema) = schema::inside(name) {
                    each(value, |value| object(schema, value, found));
                }
            }
        }
    }
}

fn state(value: &Value, found: &mut BTreeSet<Element>) {
    let of_type = value.get("Type").and_then(Value::as_str);
    if let Some((name, schema)) = state_types().find(|&(name, _)| Some(name) == of_type) {
        found.insert(Element::new(STATE_TYPE, name));
        object(schema, value, found);
    }
}

fn rule(value: &Value, found: &mut BTreeSet<Element>) {
    let of_jsonata =
        |schema: &&&Schema| schema.fields.iter().any(|field| field.name == "Condition");
    if value.get("Condition").is_some()
        && let Some(schema) = schema::ALL.iter().find(of_jsonata)
    {
        return object(schema, value, found);
    }
    for (name, value) in value.as_object().into_iter().flatten() {
        if rule_fields().contains(&name.as_str()) {
            found.insert(Element::new(RULE, name));
        } else {
            found.insert(Element::new(OPERATOR, name));
            each(value, |value| rule(value, found));
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
