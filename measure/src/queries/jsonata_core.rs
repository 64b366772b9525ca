//! The expressions by the tree-walker of the crate `jsonata-core` (2.2.13), which is the part of it
//! that takes variables.

use jsonata_core::ast::AstNode;
use jsonata_core::evaluator::{Context, Evaluator};
use jsonata_core::parser;
use jsonata_core::value::JValue;

use super::STATES;

/// An expression and the `$states` that it is given.
pub(crate) struct Parsed {
    tree: AstNode,
    states: JValue,
}

impl Parsed {
    pub(crate) fn new(text: &str) -> Self {
        Self {
            tree: parser::parse(text).expect("an expression"),
            states: JValue::from_json_str(STATES).expect("a document"),
        }
    }

    pub(crate) fn evaluate(&self) -> JValue {
        let mut context = Context::new();
        context.bind("states".to_owned(), self.states.clone());
        Evaluator::with_context(context).evaluate(&self.tree, &JValue::Null).expect("a value")
    }
}

pub(crate) fn to_json(value: JValue) -> serde_json::Value {
    let text = value.to_json_string().expect("a value with a JSON form");
    serde_json::from_str(&text).expect("JSON")
}
