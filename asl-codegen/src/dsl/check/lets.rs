//! What a `let` names is not called like the input, and somebody reads it.

use proc_macro2::TokenStream;
use quote::ToTokens;

use crate::declaration::{Declaration, Findings, with_help};
use crate::dsl::ast::{Body, Kind};
use crate::dsl::emit::is_used;
use crate::dsl::names::plain;

pub(super) fn check(declaration: &Declaration, body: &Body, findings: &mut Findings) {
    let input = declaration.input.as_ref().map(|(name, _)| plain(name));
    for one in &body.lets {
        let name = &one.name;
        if input.as_ref() == Some(&plain(name)) {
            let message = format_args!("the input of this machine is called `{name}`");
            findings.push(with_help(name.span(), message, "give one of the two another name"));
        }
    }
}

/// Somebody reads each. Where something is wrong, it may be what was to read it.
pub(super) fn check_used(body: &Body, findings: &mut Findings) {
    if body.lets.is_empty() || body.states.iter().any(|state| matches!(state.kind, Kind::Broken)) {
        return;
    }
    let in_states = body.states.iter().flat_map(|state| state.kind.expressions());
    let in_start = body.start.iter().flat_map(|start| &start.args);
    let in_lets = body.lets.iter().map(|one| &one.value);
    let all = in_states.chain(in_start).chain(in_lets);
    let tokens: Vec<TokenStream> = all.map(ToTokens::to_token_stream).collect();
    for one in body.lets.iter().filter(|one| !is_used(&one.name, &tokens)) {
        let message = format_args!("nothing reads `{}`", one.name);
        findings.push(with_help(one.name.span(), message, "leave it out"));
    }
}
