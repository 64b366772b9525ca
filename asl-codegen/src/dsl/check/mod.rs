//! What is wrong with how the parts of a machine hang together. One file for each subject.

mod attributes;
mod calls;
mod errors;
mod flow;
mod lets;
mod names;
mod transitions;

use proc_macro2::Group;

use super::ast::Body;
use crate::declaration::{Declaration, Findings};

/// Says everything that is wrong.
pub(super) fn check(
    declaration: &Declaration,
    body: &Body,
    group: &Group,
    findings: &mut Findings,
) {
    names::check(body, findings);
    lets::check(declaration, body, findings);
    attributes::check(declaration, body, findings);
    calls::check(declaration, body, findings);
    errors::check(body, findings);
    let before = findings.len();
    transitions::check(declaration, body, group, findings);
    // Where a transition leads nowhere, what it was to reach is not unreachable.
    if findings.len() == before {
        flow::check(body, findings);
    }
    if findings.is_empty() {
        lets::check_used(body, findings);
    }
}
