//! Retriers that several states share: `retry patient = "Busy", interval = 2s;`.

use std::collections::HashSet;

use proc_macro2::Ident;
use syn::Token;
use syn::parse::ParseStream;

use super::{keyword, retry, semicolon, transition};
use crate::declaration::{Findings, with_help};
use crate::dsl::ast::{Attributes, Kind, NamedRetry, Retry, State};
use crate::dsl::names::suggestion;

const EXAMPLE: &str = "write `retry patient = \"Busy\" | \"States.Timeout\", interval = 2s;`, and \
                       `#[retry(patient)]` before a state";

/// Reads one, with its `;`.
pub(super) fn parse(
    input: ParseStream<'_>,
    retries: &mut Vec<NamedRetry>,
    findings: &mut Findings,
) -> syn::Result<()> {
    let word: keyword::retry = input.parse()?;
    let name = transition::name(input, "a name for the retry", EXAMPLE)?;
    if !input.peek(Token![=]) {
        return Err(with_help(name.span(), format_args!("expected `=` after `{name}`"), EXAMPLE));
    }
    input.parse::<Token![=]>()?;
    // Whatever it says, it is there, so that who uses it is not wrong as well.
    let (retry, read) = match retry::retrier(input) {
        Ok(retry) => (Some(retry), Ok(())),
        Err(error) => (None, Err(error)),
    };
    if retries.iter().any(|other| other.name == name) {
        let message = format_args!("there is a retry `{name}` already");
        findings.push(syn::Error::new(name.span(), message));
    } else {
        retries.push(NamedRetry { name, retry });
    }
    read?;
    semicolon(input, word.span, "this retry")
}

/// Puts what a name stands for in its place, wherever it is used.
pub(super) fn resolve(states: &mut [State], retries: &[NamedRetry], findings: &mut Findings) {
    let mut used = HashSet::new();
    for state in states {
        one(&mut state.attributes, retries, &mut used, findings);
        let children = match &mut state.kind {
            Kind::Parallel { branches, .. } => branches.as_mut_slice(),
            Kind::Map(map) => std::slice::from_mut(&mut map.body),
            _ => &mut [],
        };
        for child in children {
            one(&mut child.attributes, retries, &mut used, findings);
        }
    }
    // Where something is wrong, it may be what was to use it.
    if findings.is_empty() {
        for NamedRetry { name, .. } in retries.iter().filter(|named| !used.contains(&named.name)) {
            let message = format_args!("no state uses the retry `{name}`");
            findings.push(with_help(name.span(), message, "leave it out"));
        }
    }
}

fn one(
    attributes: &mut Attributes,
    known: &[NamedRetry],
    used: &mut HashSet<Ident>,
    findings: &mut Findings,
) {
    attributes.retry.retain_mut(|retry| {
        let Some(name) = retry.named.take() else { return true };
        let Some(found) = known.iter().find(|named| named.name == name) else {
            let names: Vec<String> = known.iter().map(|named| named.name.to_string()).collect();
            let written = name.to_string();
            findings.push(with_help(
                name.span(),
                format_args!("there is no retry `{written}`"),
                suggestion(&written, "retry", names.iter().map(String::as_str)),
            ));
            return false;
        };
        used.insert(name.clone());
        match &found.retry {
            Some(found) => *retry = at(found, &name),
            None => return false,
        }
        true
    });
}

/// The retrier, as if it stood where its name does.
fn at(retry: &Retry, name: &Ident) -> Retry {
    let mut retry = retry.clone();
    (retry.span, retry.errors.span) = (name.span(), name.span());
    retry.errors.names.iter_mut().for_each(|error| error.set_span(name.span()));
    retry
}
