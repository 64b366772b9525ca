//! `state Charge(order: Order) = …`

use proc_macro2::Ident;
use syn::parse::ParseStream;
use syn::{Token, parenthesized, token};

use super::parameters::parameters;
use super::{attributes, keyword, kind, transition};
use crate::declaration::{Findings, types, with_help};
use crate::dsl::ast::{Kind, Param, State};
use crate::dsl::names::nearest;

const EXAMPLE: &str = "write `state Charge(order: Order) = task charge(&order) { … }`";

/// Reads a state. Once its name is known it is one of `states`, whatever follows, so that what
/// leads to it is not wrong as well.
pub(super) fn parse(
    input: ParseStream<'_>,
    states: &mut Vec<State>,
    findings: &mut Findings,
) -> syn::Result<()> {
    let (docs, attributes) = attributes::parse(input, findings)?;
    if !input.peek(keyword::state) {
        let message = "expected `state`, `start`, `tasks`, `retry` or `let`";
        let word = input.fork().parse::<Ident>().map(|word| word.to_string());
        let meant = word.ok().and_then(|word| nearest(&word, ["state", "start", "tasks", "let"]));
        let help = meant.map(|meant| format!("did you mean `{meant}`?"));
        return Err(with_help(input.span(), message, help.as_deref().unwrap_or(EXAMPLE)));
    }
    input.parse::<keyword::state>()?;
    let name = transition::name(input, "the state's name", EXAMPLE)?;
    let mut state = State {
        docs,
        attributes,
        name,
        params: Vec::new(),
        is_incomplete: false,
        kind: Kind::Broken,
    };
    let read = parse_rest(input, &mut state, findings);
    states.push(state);
    read
}

fn parse_rest(
    input: ParseStream<'_>,
    state: &mut State,
    findings: &mut Findings,
) -> syn::Result<()> {
    if input.peek(token::Paren) {
        let content;
        parenthesized!(content in input);
        let before = findings.len();
        state.params = parameters(&content, findings, parameter, |param| &param.name);
        state.is_incomplete = findings.len() > before;
    }
    if !input.peek(Token![=]) {
        let span = if input.is_empty() { state.name.span() } else { input.span() };
        let message = format_args!("expected `=` after `{}`", state.name);
        return Err(with_help(span, message, EXAMPLE));
    }
    input.parse::<Token![=]>()?;
    state.kind = kind::parse(input, &state.name, findings)?;
    Ok(())
}

fn parameter(content: ParseStream<'_>, findings: &mut Findings) -> syn::Result<Param> {
    let example = "write its name and type, as in `order: Order`";
    let name = transition::name(content, "a parameter", example)?;
    if !content.peek(Token![:]) {
        let message = format_args!("`{name}` has no type");
        return Err(with_help(name.span(), message, example));
    }
    content.parse::<Token![:]>()?;
    let ty = types::parse_owned(content, "a state's parameter", findings)?;
    if !content.is_empty() {
        content.parse::<Token![,]>()?;
    }
    Ok(Param { name, ty })
}
