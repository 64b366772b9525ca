//! Transitions lead to states that there are, with as many arguments as these take.

use proc_macro2::Group;

use super::calls::count;
use crate::declaration::{Declaration, Findings, with_help};
use crate::dsl::ast::{Body, Transition};
use crate::dsl::names::suggestion;

pub(super) fn check(
    declaration: &Declaration,
    body: &Body,
    group: &Group,
    findings: &mut Findings,
) {
    match &body.start {
        Some(start) => one(start, body, findings),
        None => {
            let input = declaration.input.as_ref().map(|(name, _)| name.to_string());
            let first = body.states.first().map(|state| state.name.to_string());
            findings.push(with_help(
                group.span_open(),
                "it is not said where this machine starts",
                format_args!(
                    "write `start => {}{};`",
                    first.unwrap_or_else(|| "FirstState".to_owned()),
                    input.map(|input| format!("({input})")).unwrap_or_default()
                ),
            ));
        }
    }
    for state in &body.states {
        for transition in state.kind.transitions() {
            one(transition, body, findings);
        }
    }
}

fn one(transition: &Transition, body: &Body, findings: &mut Findings) {
    let Transition { target, args } = transition;
    let Some(state) = body.state(target) else {
        findings.push(unknown(transition, body));
        return;
    };
    if state.params.len() != args.len() && !state.is_incomplete {
        let params: Vec<String> = state.params.iter().map(|param| param.name.to_string()).collect();
        findings.push(with_help(
            target.span(),
            format_args!("`{target}` takes {}, not {}", count(params.len()), args.len()),
            format_args!("write `{target}({})`", params.join(", ")),
        ));
    }
}

fn unknown(transition: &Transition, body: &Body) -> syn::Error {
    let written = transition.target.to_string();
    let is_child = |name: &str| {
        let mut children = body.states.iter().flat_map(|state| state.kind.children());
        children.any(|child| child.name == *name)
    };
    if is_child(&written) {
        return with_help(
            transition.target.span(),
            format_args!("`{written}` is part of another state"),
            "go to the state that it is a part of",
        );
    }
    if let Some(task) = body.task(&transition.target) {
        return with_help(
            transition.target.span(),
            format_args!("`{}` is a task, and no state", task.method),
            format_args!(
                "go to a state that calls it: `state Name(…) = task {}(…) {{ … }}`",
                task.method
            ),
        );
    }
    let known: Vec<String> = body.states.iter().map(|state| state.name.to_string()).collect();
    let known = known.iter().map(String::as_str);
    with_help(
        transition.target.span(),
        format_args!("there is no state `{written}`"),
        suggestion(&written, "state", known),
    )
}
