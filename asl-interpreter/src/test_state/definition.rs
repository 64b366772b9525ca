//! The state that is tested, in a machine.

use std::collections::BTreeSet;

use asl_lang::MachineType;
use asl_lang::api::refusal;
use asl_lang::ir::{self, ScopeId, StateKind};
use asl_lang::source::Source;
use asl_runtime::value::{Object, Str};
use asl_runtime::{Value, json};

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
            (None, Some(state)) => (machine_of(definition, state), STATE_NAME),
            (name, _) => (definition.to_owned(), name.unwrap_or(STATE_NAME)),
        };
        let mut machine = compile(&text)?;
        let is_known = |name: &str| machine.variables.iter().any(|known| known.name == name);
        let unknown: Vec<&Str> = variables.keys().filter(|name| !is_known(name)).collect();
        if !unknown.is_empty() {
            machine = compile(&assigning(&text, &unknown))?;
        }
        let found = machine.states.iter().zip(0..).find(|(state, _)| state.name == name);
        let (state, index) = found.ok_or_else(not_found)?;
        let fields = if name == STATE_NAME { written.as_object() } else { None };
        let fields = fields.filter(|fields| !fields.contains_key("States"));
        let fields = fields.or_else(|| state_in(&written, name)).cloned().unwrap_or_default();
        let is_jsonata = state.query_language == asl_lang::ast::QueryLanguage::Jsonata;
        let (variables, retriers) = (visible(&machine, state.scope), retriers(&state.kind));
        let machine = Interpreter::new(machine, Options::named(STATE_NAME))
            .map_err(|error| Error::definition(error.to_string()))?;
        Ok(Self { machine, index, fields, is_jsonata, variables, retriers })
    }

    /// Checks that the state an error is said to come from is inside the tested one. Only the
    /// states inside a Map or Parallel are asked for.
    ///
    /// # Errors
    /// It is not.
    pub(super) fn check_cause(&self, name: Option<&str>) -> Result<(), Error> {
        let is_inside = |name| inside(&self.fields).any(|scope| state_in(scope, name).is_some());
        match name {
            Some(name) if inside(&self.fields).next().is_some() && !is_inside(name) => {
                Err(not_found())
            }
            _ => Ok(()),
        }
    }
}

fn not_found() -> Error {
    Error::validation("State not found in definition")
}

/// A machine of one state. Where it goes there are other states.
fn machine_of(definition: &str, state: &Object) -> String {
    let mut names = BTreeSet::new();
    targets(state, &mut names);
    names.remove(STATE_NAME);
    let others =
        names.into_iter().map(|name| format!(r#",{}:{{"Type":"Succeed"}}"#, Value::from(name)));
    let others: String = others.collect();
    format!(r#"{{"StartAt":"{STATE_NAME}","States":{{"{STATE_NAME}":{definition}{others}}}}}"#)
}

/// A machine that assigns these variables before all else, so that its expressions know them.
fn assigning(text: &str, variables: &[&Str]) -> String {
    let mut machine = Value::from_json(text.as_bytes()).unwrap_or_default();
    let mut name = "Variables".to_owned();
    while state_in(&machine, &name).is_some() {
        name.insert(0, '_');
    }
    let assign: Object =
        variables.iter().map(|variable| (Str::clone(variable), Value::Null)).collect();
    if let Some(members) = machine.as_object_mut()
        && let Some(start) = members.insert("StartAt", name.clone())
        && let Some(states) = members.get_mut("States").and_then(Value::as_object_mut)
    {
        states.insert(name, json!({ "Type": "Pass", "Assign": assign, "Next": start }));
    }
    machine.to_string()
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
    let mut scopes = states.values().filter_map(Value::as_object).flat_map(inside);
    scopes.find_map(|scope| state_in(scope, name))
}

/// The scopes directly inside a state: branches, or the body of a Map.
fn inside(state: &Object) -> impl Iterator<Item = &Value> {
    let branches = state.get("Branches").and_then(Value::as_array).into_iter().flatten();
    let bodies = ["ItemProcessor", "Iterator"].into_iter().filter_map(|name| state.get(name));
    branches.chain(bodies)
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
