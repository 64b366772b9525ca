//! States, branches and bodies have names of their own.

use std::collections::HashSet;

use proc_macro2::Ident;

use crate::declaration::{Findings, with_help};
use crate::dsl::ast::Body;

pub(super) fn check(body: &Body, findings: &mut Findings) {
    let mut seen: HashSet<&Ident> = HashSet::new();
    for state in &body.states {
        let children = state.kind.children().iter();
        let children = children.flat_map(|child| std::iter::once(&child.name).chain(&child.caught));
        for name in std::iter::once(&state.name).chain(children) {
            if !seen.insert(name) {
                findings.push(with_help(
                    name.span(),
                    format_args!("there is a state `{name}` already"),
                    "states, branches and bodies of a machine have names of their own",
                ));
            }
        }
    }
}
