//! States, branches and bodies have names of their own.

use std::collections::HashSet;

use crate::declaration::{Findings, with_help};
use crate::dsl::ast::Body;
use crate::dsl::names::plain;

pub(super) fn check(body: &Body, findings: &mut Findings) {
    let mut seen: HashSet<String> = HashSet::new();
    for state in &body.states {
        let children = state.kind.children().iter().map(|child| &child.name);
        for name in std::iter::once(&state.name).chain(children) {
            if !seen.insert(plain(name)) {
                findings.push(with_help(
                    name.span(),
                    format_args!("there is a state `{name}` already"),
                    "states, branches and bodies of a machine have names of their own",
                ));
            }
        }
    }
}
