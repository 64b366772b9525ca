//! States, branches and bodies have names of their own.

use std::collections::HashSet;

use proc_macro2::Ident;

use crate::declaration::{Findings, with_help};
use crate::dsl::ast::Body;
use crate::dsl::names::plain;

pub(super) fn check(body: &Body, findings: &mut Findings) {
    let mut seen: HashSet<String> = HashSet::new();
    for state in &body.states {
        let children = state.kind.children().iter();
        let children = children.flat_map(|child| std::iter::once(&child.name).chain(&child.caught));
        for name in std::iter::once(&state.name).chain(children) {
            if !seen.insert(plain(name)) {
                let help = match is_caught(body, name) {
                    true => "to the one that there is errors of a task that is tried lead",
                    false => "states, branches and bodies of a machine have names of their own",
                };
                let message = format_args!("there is a state `{name}` already");
                findings.push(with_help(name.span(), message, help));
            }
        }
    }
}

/// Whether errors of a task that is tried lead to a state of this name.
fn is_caught(body: &Body, name: &Ident) -> bool {
    let mut children = body.states.iter().flat_map(|state| state.kind.children());
    children.any(|child| child.caught.as_ref() == Some(name))
}
