//! Every state is reached, and some state ends the machine.

use std::collections::HashSet;

use crate::declaration::{Findings, with_help};
use crate::dsl::ast::{Body, Kind, State};
use crate::dsl::names::plain;

pub(super) fn check(body: &Body, findings: &mut Findings) {
    let Some(start) = &body.start else { return };
    let mut reached: HashSet<String> = HashSet::new();
    let mut open = vec![&start.target];
    while let Some(name) = open.pop() {
        if let Some(state) = body.state(name)
            && reached.insert(plain(name))
        {
            let next = state.kind.transitions().into_iter();
            open.extend(next.map(|transition| &transition.target));
        }
    }
    let is_reached = |state: &&State| reached.contains(&plain(&state.name));
    // A state that could not be read may lead anywhere.
    if body.states.iter().any(|state| is_incomplete(&state.kind)) {
        return;
    }
    for state in body.states.iter().filter(|state| !is_reached(state)) {
        findings.push(with_help(
            state.name.span(),
            format_args!("no transition leads to `{}`", state.name),
            "leave the state out, or go to it from another",
        ));
    }
    let ends = |kind: &Kind| matches!(kind, Kind::Succeed(_) | Kind::Fail { .. });
    if !body.states.iter().filter(is_reached).any(|state| ends(&state.kind)) {
        findings.push(with_help(
            start.target.span(),
            "this machine never ends: it reaches no `succeed` and no `fail`",
            "add `state Done = succeed;` and go to it",
        ));
    }
}

fn is_incomplete(kind: &Kind) -> bool {
    match kind {
        Kind::Broken => true,
        Kind::Choice { otherwise, .. } => otherwise.is_none(),
        kind => kind.after().is_some_and(|after| after.is_incomplete),
    }
}
