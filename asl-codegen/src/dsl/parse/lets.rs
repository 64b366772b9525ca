//! `let limit: u64 = order.limit;`

use syn::parse::ParseStream;
use syn::{Attribute, Token};

use super::{expression, semicolon, transition};
use crate::declaration::{Findings, types, with_help};
use crate::dsl::ast::Let;
use crate::dsl::names::plain;

const EXAMPLE: &str = "write `let limit: u64 = order.limit;`";

/// Whether a `let` is next.
pub(super) fn is_next(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    ahead.call(Attribute::parse_outer).is_ok() && ahead.peek(Token![let])
}

/// Reads a `let` to its end. Of several of one name the first is one of `lets`.
pub(super) fn parse(
    input: ParseStream<'_>,
    lets: &mut Vec<Let>,
    findings: &mut Findings,
) -> syn::Result<()> {
    let mut docs = Vec::new();
    for attribute in input.call(Attribute::parse_outer)? {
        if attribute.path().is_ident("doc") {
            docs.push(attribute);
        } else {
            let message = "a `let` of a machine has no attributes";
            findings.push(with_help(attribute.pound_token.span, message, "leave it out"));
        }
    }
    let word: Token![let] = input.parse()?;
    if input.peek(Token![mut]) {
        let token: Token![mut] = input.parse()?;
        findings.push(with_help(
            token.span,
            "what a `let` of a machine names does not change",
            "what changes is a parameter of states",
        ));
    }
    let name = transition::name(input, "a name", EXAMPLE)?;
    if !input.peek(Token![:]) {
        let message = format_args!("`{name}` has no type");
        return Err(with_help(name.span(), message, EXAMPLE));
    }
    input.parse::<Token![:]>()?;
    let ty = types::parse_owned(input, "what a `let` names", findings)?;
    if !input.peek(Token![=]) {
        let span = if input.is_empty() { word.span } else { input.span() };
        return Err(with_help(span, format_args!("expected `=` after `{name}`"), EXAMPLE));
    }
    input.parse::<Token![=]>()?;
    let value = expression::parse(input, findings)?;
    semicolon(input, word.span, "this `let`")?;
    if lets.iter().any(|other| plain(&other.name) == plain(&name)) {
        let message = format_args!("there is a `let` of the name `{name}` already");
        findings.push(with_help(name.span(), message, "give each a name of its own"));
    } else {
        lets.push(Let { docs, name, ty, value });
    }
    Ok(())
}
