//! The state that is tested, in a machine.

use std::collections::BTreeSet;

use asl_lang::MachineType;
use asl_lang::api::refusal;
use asl_lang::ir::{self, ScopeId, StateKind};
use asl_lang::source::Source;
use asl_runtime::Value;
use asl_runtime::value::Object;

use super::{Error, STATE_NAME};
use crate::{Interpreter, Options};

/// The state that is tested.
pub(super) struct Tested {
    pub(super) machine: Interpreter,
    /// Its index.
    pub(super) index: usize,
    /// As it is written.
    pub(super) fields: Object,
    pub(super) is_jsonata: bool,
    /// The variables that it may read, by their places.
    pub(super) variables: Vec<(usize, String)>,
    /// How many retriers it has.
    pub(super) retriers: usize,
}

impl Tested {
    /// The state of this name; without one, the definition is a state.
    ///
    /// # Errors
    /// The definition has errors, or no such state.
    pub(super) fn find(
        definition: &str,
        name: Option<&str>,
        variables: &Object,
    ) -> Result<Self, Error> {
        let written = Value::from_json(definition.as_bytes()).unwrap_or_default();
        let (text, name) = match (name, written.as_object()) {
            (None, Some(state)) => (machine_of(definition, state, variables), STATE_NAME),
            (name, _) => (definition.to_owned(), name.unwrap_or(STATE_NAME)),
        };
        let machine = compile(&text)?;
        let found = machine.states.iter().zip(0..).find(|(state, _)| state.name == name);
        let (state, index) =
            found.ok_or_else(|| Error::validation("State not found in definition"))?;
        let fields = if name == STATE_NAME { written.as_object() } else { None };
        let fields = fields.filter(|fields| !fields.contains_key("States"));
        let fields = fields.or_else(|| state_in(&written, name)).cloned().unwrap_or_default();
        let is_jsonata = state.query_language == asl_lang::ast::QueryLanguage::Jsonata;
        let (variables, retriers) = (visible(&machine, state.scope), retriers(&state.kind));
        let machine = Interpreter::new(machine, Options::named(STATE_NAME))
            .map_err(|error| Error::definition(error.to_string()))?;
        Ok(Self { machine, index, fields, is_jsonata, variables, retriers })
    }
}

/// A machine of one state. Where it goes there are other states, and its variables are assigned
/// before it.
fn machine_of(definition: &str, state: &Object, variables: &Object) -> String {
    let mut names = BTreeSet::new();
    targets(state, &mut names);
    names.remove(STATE_NAME);
    let mut start = STATE_NAME.to_owned();
    let mut others = String::new();
    if !variables.is_empty() {
        while start == STATE_NAME || names.contains(start.as_str()) {
            start.insert(0, 'V');
        }
        let assign: Object = variables.keys().map(|name| (name.clone(), Value::Null)).collect();
        let init = asl_runtime::json!({
            "Type": "Pass", "Assign": Value::Object(assign), "Next": STATE_NAME
        });
        others.push_str(&format!(",{}:{init}", Value::from(start.as_str())));
    }
    for name in names {
        others.push_str(&format!(r#",{}:{{"Type":"Succeed"}}"#, Value::from(name)));
    }
    let start = Value::from(start);
    format!(r#"{{"StartAt":{start},"States":{{"{STATE_NAME}":{definition}{others}}}}}"#)
}

/// The names of the states that a state goes to.
fn targets<'a>(state: &'a Object, names: &mut BTreeSet<&'a str>) {
    names.extend(["Next", "Default"].into_iter().filter_map(|field| state.get(field)?.as_str()));
    for field in ["Choices", "Catch"] {
        let members = state.get(field).and_then(Value::as_array).into_iter().flatten();
        names.extend(members.filter_map(|member| member.get("Next")?.as_str()));
    }
}

fn compile(text: &str) -> Result<ir::Machine, Error> {
    let source = Source::new("definition.asl.json", text);
    let options = asl_lang::Options { unread_steps: true, ..asl_lang::Options::default() };
    let compilation = asl_lang::compile(&source, &options);
    compilation.machine.ok_or_else(|| {
        let refusal = refusal(text, MachineType::Standard);
        Error::definition(refusal.unwrap_or_else(|| "Invalid State Machine Definition: ''".into()))
    })
}

/// The state of this name in a scope or those inside it, as it is written.
fn state_in<'a>(scope: &'a Value, name: &str) -> Option<&'a Object> {
    let states = scope.get("States")?.as_object()?;
    if let Some(state) = states.get(name) {
        return state.as_object();
    }
    states.values().find_map(|state| {
        let branches = state.get("Branches").and_then(Value::as_array).into_iter().flatten();
        let bodies = ["ItemProcessor", "Iterator"].into_iter().filter_map(|name| state.get(name));
        branches.chain(bodies).find_map(|scope| state_in(scope, name))
    })
}

/// The variables of a scope and those around it, by their places.
fn visible(machine: &ir::Machine, scope: ScopeId) -> Vec<(usize, String)> {
    let mut scopes = vec![scope];
    let mut inner = scope;
    while let Some(parent) = machine.scope(inner).and_then(|scope| machine.state(scope.parent?)) {
        inner = parent.scope;
        scopes.push(inner);
    }
    let variables = machine.variables.iter().enumerate();
    let seen = variables.filter(|(_, variable)| scopes.contains(&variable.scope));
    seen.map(|(place, variable)| (place, variable.name.clone())).collect()
}

fn retriers(kind: &StateKind) -> usize {
    match kind {
        StateKind::Task(task) => task.retry.len(),
        StateKind::Parallel(parallel) => parallel.retry.len(),
        StateKind::Map(map) => map.retry.len(),
        _ => 0,
    }
}
