//! What a state can see, as far as the generator knows: for each place a value that may stand
//! there, so that most paths lead somewhere.

use std::collections::BTreeMap;

use sfn::value::Object;
use sfn::{Value, json};

/// What a state can see.
#[derive(Debug, Clone)]
pub(super) struct Scene {
    /// `$`
    pub(super) document: Value,
    /// The variables that are assigned, with those of the scopes around.
    pub(super) variables: BTreeMap<String, Value>,
    /// `$$`
    pub(super) context: Value,
}

/// The kinds of values that a place can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Kind {
    #[default]
    Any,
    Boolean,
    Number,
    /// A small number above zero.
    Count,
    Text,
    Time,
    Json,
    Array,
    Object,
}

impl Kind {
    pub(super) fn admits(self, value: &Value) -> bool {
        match self {
            Self::Any => true,
            Self::Boolean => value.as_bool().is_some(),
            Self::Number => value.as_number().is_some(),
            Self::Count => value.as_i64().is_some_and(|n| (1..10).contains(&n)),
            Self::Text => value.as_str().is_some(),
            Self::Time => value.as_str().is_some_and(|t| t.starts_with("20") && t.contains('T')),
            Self::Json => value.as_str().is_some_and(|t| t.starts_with(['{', '['])),
            Self::Array => value.as_array().is_some(),
            Self::Object => value.as_object().is_some(),
        }
    }
}

impl Scene {
    /// That of a machine's first state.
    pub(super) fn new(input: &Value) -> Self {
        let context = json!({
            "Execution": {
                "Id": "id",
                "Input": input.clone(),
                "Name": "trial",
                "RoleArn": "role",
                "StartTime": "2025-01-01T12:00:00.000Z"
            },
            "StateMachine": { "Id": "id", "Name": "Machine" },
            "State": { "Name": "state", "EnteredTime": "2025-01-01T12:00:00.000Z" }
        });
        Self { document: input.clone(), variables: BTreeMap::new(), context }
    }

    /// The same with another document.
    pub(super) fn seeing(&self, document: Value) -> Self {
        Self { document, ..self.clone() }
    }

    /// That of a Map's iterations and of its `ItemSelector`.
    pub(super) fn of_item(&self, item: Value) -> Self {
        let mut scene = self.clone();
        if let Some(context) = scene.context.as_object_mut() {
            context.insert("Map", json!({ "Item": { "Index": 0, "Value": item } }));
        }
        scene
    }

    /// That of the executions of a Distributed Map, which do not see the variables.
    pub(super) fn of_execution(&self, input: &Value) -> Self {
        let mut scene = Self::new(input);
        if let Some(map) = self.context.get("Map")
            && let Some(context) = scene.context.as_object_mut()
        {
            context.insert("Map", map.clone());
        }
        scene
    }

    /// What is sure to be there after one or the other.
    pub(super) fn or(self, other: &Self) -> Self {
        let variables = self.variables.into_iter().filter_map(|(name, value)| {
            let both = common(&value, other.variables.get(&name)?);
            Some((name, both))
        });
        Self {
            document: common(&self.document, &other.document),
            variables: variables.collect(),
            context: self.context,
        }
    }
}

/// What two values have in common.
fn common(one: &Value, other: &Value) -> Value {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            let mut both = Object::new();
            for (name, value) in one.iter() {
                if let Some(other) = other.get(name) {
                    both.insert(name.clone(), common(value, other));
                }
            }
            both.into()
        }
        (Value::Array(one), Value::Array(other)) => {
            one.iter().zip(other.iter()).map(|(a, b)| common(a, b)).collect::<Vec<_>>().into()
        }
        (one, other) if std::mem::discriminant(one) == std::mem::discriminant(other) => one.clone(),
        _ => Value::Null,
    }
}
