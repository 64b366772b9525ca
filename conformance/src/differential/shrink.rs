//! Makes a machine smaller in which the engines differ, as long as they do.
//!
//! Each round builds some smaller machines at once and goes on with the smallest that shows a
//! difference.

use std::collections::BTreeSet;

use anyhow::Result;
use sfn::Value;
use sfn::value::Object;
use sfn_conformance::{Execution, Trial, compile};

use super::{Found, compare};

/// Machines that are built in one round.
const WIDTH: usize = 12;

/// A way down from a definition's root: names of members and indices of elements.
type Way = Vec<String>;

/// A smaller trial with one execution, and how the engines differ in it.
pub(super) fn shrink(trial: Trial, found: &Found, rounds: usize) -> Result<(Trial, String)> {
    let mut smallest = (trial, found.difference.clone());
    let mut tried = BTreeSet::new();
    for round in 0..rounds {
        let mut smaller: Vec<Trial> = candidates(&smallest.0)
            .into_iter()
            .filter(|trial| !tried.contains(&key(trial)) && compile(trial).is_ok())
            .collect();
        smaller.sort_by_key(|trial| key(trial).len());
        smaller.truncate(WIDTH);
        if smaller.is_empty() {
            break;
        }
        eprintln!("round {} of {rounds}: {} bytes", round + 1, key(&smallest.0).len());
        tried.extend(smaller.iter().map(key));
        let compared = compare(&smaller)?;
        // They are sorted: the first is the smallest.
        if let Some(found) = compared.found.into_iter().next()
            && let Some(trial) = smaller.into_iter().nth(found.machine)
        {
            smallest = (trial, found.difference);
        }
    }
    Ok(smallest)
}

fn key(trial: &Trial) -> String {
    let execution = serde_json::to_string(&trial.executions).unwrap_or_default();
    format!("{}{execution}", trial.definition)
}

/// Trials with something left out.
fn candidates(trial: &Trial) -> Vec<Trial> {
    let mut ways = Vec::new();
    collect(&trial.definition, &mut Vec::new(), &mut ways);
    let mut definitions: Vec<Value> = Vec::new();
    for way in &ways {
        definitions.extend(edited(&trial.definition, way, &|_| None));
        if let [.., states, name] = way.as_slice()
            && states == "States"
        {
            definitions.extend(edited(&trial.definition, way, &as_pass));
            definitions.extend(edited(&trial.definition, way, &as_end));
            definitions.extend(without_state(&trial.definition, way, name));
        }
    }
    let mut trials: Vec<Trial> = definitions
        .into_iter()
        .map(|definition| Trial { definition: reachable(&definition), ..trial.clone() })
        .collect();
    for execution in &trial.executions {
        trials.extend(
            simpler(execution)
                .into_iter()
                .map(|execution| Trial { executions: vec![execution], ..trial.clone() }),
        );
    }
    trials
}

/// Executions with something left out.
fn simpler(execution: &Execution) -> Vec<Execution> {
    let mut ways = Vec::new();
    collect(&execution.input, &mut Vec::new(), &mut ways);
    let mut executions: Vec<Execution> = ways
        .iter()
        .filter_map(|way| edited(&execution.input, way, &|_| None))
        .map(|input| Execution { input, ..execution.clone() })
        .collect();
    for state in execution.replies.keys() {
        let mut without = execution.clone();
        without.replies.remove(state);
        executions.push(without);
    }
    executions
}

/// All ways down a value.
fn collect(value: &Value, way: &mut Way, ways: &mut Vec<Way>) {
    let mut below = |step: String, value: &Value| {
        way.push(step);
        ways.push(way.clone());
        collect(value, way, ways);
        way.pop();
    };
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| below(index.to_string(), item));
        }
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| below(name.to_string(), value));
        }
        _ => {}
    }
}

/// The value with another one, or none, at the end of a way.
fn edited(value: &Value, way: &[String], edit: &dyn Fn(&Value) -> Option<Value>) -> Option<Value> {
    let (step, rest) = way.split_first()?;
    let change = |inner: &Value| match rest {
        [] => edit(inner),
        rest => edited(inner, rest, edit),
    };
    match value {
        Value::Array(items) => {
            let index: usize = step.parse().ok()?;
            let items = items
                .iter()
                .enumerate()
                .filter_map(|(i, item)| if i == index { change(item) } else { Some(item.clone()) });
            Some(items.collect::<Vec<Value>>().into())
        }
        Value::Object(members) => {
            let mut others = Object::new();
            for (name, inner) in members.iter() {
                let kept = if name.as_str() == step { change(inner) } else { Some(inner.clone()) };
                if let Some(kept) = kept {
                    others.insert(name.clone(), kept);
                }
            }
            Some(others.into())
        }
        _ => None,
    }
}

/// A Pass that leads on as the state does.
fn as_pass(state: &Value) -> Option<Value> {
    let mut pass = Object::new();
    pass.insert("Type", "Pass");
    match (state.get("Next").or_else(|| state.get("Default")), state.get("End")) {
        (Some(next), _) => drop(pass.insert("Next", next.clone())),
        (None, _) => drop(pass.insert("End", true)),
    }
    Some(pass.into())
}

/// The state, but as the last one.
fn as_end(state: &Value) -> Option<Value> {
    let mut last = state.as_object()?.clone();
    last.remove("Next")?;
    last.insert("End", true);
    Some(last.into())
}

/// The definition where all that led to a state leads to the one after it.
fn without_state(definition: &Value, way: &[String], name: &str) -> Option<Value> {
    let state = way.iter().try_fold(definition, |value, step| match value {
        Value::Array(items) => items.get(step.parse::<usize>().ok()?),
        value => value.get(step),
    })?;
    let next = state.get("Next").or_else(|| state.get("Default"))?.as_str()?;
    Some(redirected(definition, name, next))
}

fn redirected(value: &Value, from: &str, to: &str) -> Value {
    match value {
        Value::Array(items) => {
            items.iter().map(|item| redirected(item, from, to)).collect::<Vec<Value>>().into()
        }
        Value::Object(members) => {
            let mut others = Object::new();
            for (name, inner) in members.iter() {
                let leads = matches!(name.as_str(), "Next" | "Default" | "StartAt");
                let inner = match inner.as_str() {
                    Some(target) if leads && target == from => Value::from(to),
                    _ => redirected(inner, from, to),
                };
                others.insert(name.clone(), inner);
            }
            others.into()
        }
        other => other.clone(),
    }
}

/// The definition without states that nothing leads to.
fn reachable(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(reachable).collect::<Vec<Value>>().into(),
        Value::Object(members) => {
            let start = members.get("StartAt").and_then(Value::as_str);
            let mut others = Object::new();
            for (name, inner) in members.iter() {
                let inner = match (name.as_str(), start) {
                    ("States", Some(start)) => reached(inner, start),
                    _ => inner.clone(),
                };
                others.insert(name.clone(), reachable(&inner));
            }
            others.into()
        }
        other => other.clone(),
    }
}

fn reached(states: &Value, start: &str) -> Value {
    let mut found = BTreeSet::new();
    let mut waiting = vec![start.to_owned()];
    while let Some(name) = waiting.pop() {
        if let Some(state) = states.get(&name)
            && found.insert(name)
        {
            targets(state, &mut waiting);
        }
    }
    let mut kept = Object::new();
    for (name, state) in states.as_object().into_iter().flat_map(Object::iter) {
        if found.contains(name.as_str()) {
            kept.insert(name.clone(), state.clone());
        }
    }
    kept.into()
}

/// The names a state leads to; those of states inside it do no harm.
fn targets(value: &Value, names: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| targets(item, names)),
        Value::Object(members) => {
            for (name, inner) in members.iter() {
                match (name.as_str(), inner.as_str()) {
                    ("Next" | "Default", Some(target)) => names.push(target.to_owned()),
                    _ => targets(inner, names),
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sfn::json;

    #[test]
    fn states_are_left_out() {
        let definition = json!({
            "StartAt": "A",
            "States": {
                "A": { "Type": "Pass", "Next": "B" },
                "B": { "Type": "Pass", "Next": "C" },
                "C": { "Type": "Succeed" }
            }
        });
        let way = ["States".to_owned(), "B".to_owned()];
        let smaller = without_state(&definition, &way, "B").unwrap();
        let expected = json!({
            "StartAt": "A",
            "States": { "A": { "Type": "Pass", "Next": "C" }, "C": { "Type": "Succeed" } }
        });
        assert_eq!(reachable(&smaller), expected);
    }

    #[test]
    fn any_member_or_element_is_left_out() {
        let value = json!({ "a": [1, { "b": 2 }] });
        let mut ways = Vec::new();
        collect(&value, &mut Vec::new(), &mut ways);
        let smaller: Vec<String> = ways
            .iter()
            .filter_map(|way| edited(&value, way, &|_| None))
            .map(|value| value.to_string())
            .collect();
        let expected = [r"{}", r#"{"a":[{"b":2}]}"#, r#"{"a":[1]}"#, r#"{"a":[1,{}]}"#];
        assert_eq!(smaller, expected);
    }
}
