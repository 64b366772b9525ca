//! The attributes of states: `#[timeout(30s)]`, `#[retry(…)]`.

use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::{Attribute, Ident, LitInt, LitStr, Meta, Token};

use super::{duration, retry};
use crate::declaration::{Findings, with_help};
use crate::dsl::ast::{Attributes, Errors};
use crate::dsl::names::nearest;

const KNOWN: &str = "known are doc comments, `#[timeout(30s)]`, `#[heartbeat(10s)]`, \
                     `#[retry(…)]` and `#[concurrency(10)]`";
const NAMES: [&str; 4] = ["timeout", "heartbeat", "retry", "concurrency"];

/// Reads the attributes before a state, a branch or a body.
pub(super) fn parse(
    input: ParseStream<'_>,
    findings: &mut Findings,
) -> syn::Result<(Vec<Attribute>, Attributes)> {
    let (mut docs, mut attributes) = (Vec::new(), Attributes::default());
    for attribute in input.call(Attribute::parse_outer)? {
        if attribute.path().is_ident("doc") {
            docs.push(attribute);
        } else if let Err(error) = read(&attribute, &mut attributes) {
            findings.push(error);
        }
    }
    Ok((docs, attributes))
}

/// The seconds of a machine's `#[timeout(1h)]`.
pub(crate) fn machine_timeout(attribute: &Attribute) -> syn::Result<u32> {
    let seconds = |input: ParseStream<'_>| duration::positive_seconds(input, "a timeout");
    Ok(attribute.parse_args_with(seconds)?.0)
}

fn read(attribute: &Attribute, attributes: &mut Attributes) -> syn::Result<()> {
    let name = attribute.path().get_ident().map(Ident::to_string).unwrap_or_default();
    if NAMES.contains(&name.as_str()) && !matches!(attribute.meta, Meta::List(_)) {
        let message = format_args!("`#[{name}]` says nothing");
        let help = format_args!("write `{}`", example(&name));
        return Err(with_help(attribute.span(), message, help));
    }
    let twice = |is_there: bool| match is_there {
        true => Err(syn::Error::new(
            attribute.span(),
            format_args!("`#[{name}]` is here twice: leave one out"),
        )),
        false => Ok(()),
    };
    let limit = |input: ParseStream<'_>| duration::positive_seconds(input, &format!("a {name}"));
    match name.as_str() {
        "timeout" => {
            twice(attributes.timeout.is_some())?;
            attributes.timeout = Some((attribute.parse_args_with(limit)?.0, attribute.span()));
        }
        "heartbeat" => {
            twice(attributes.heartbeat.is_some())?;
            attributes.heartbeat = Some((attribute.parse_args_with(limit)?.0, attribute.span()));
        }
        "concurrency" => {
            twice(attributes.concurrency.is_some())?;
            let most = attribute.parse_args_with(concurrency)?;
            attributes.concurrency = Some((most, attribute.span()));
        }
        "retry" => attributes.retry.push(attribute.parse_args_with(retry::parse)?),
        _ => {
            let message = format_args!("a state has no attribute `{}`", written(attribute));
            let help = match nearest(&name, NAMES) {
                Some(meant) => format!("did you mean `{meant}`, as in `{}`?", example(meant)),
                None => KNOWN.to_owned(),
            };
            return Err(with_help(attribute.span(), message, help));
        }
    }
    Ok(())
}

/// An attribute as it is to be written.
fn example(name: &str) -> &'static str {
    match name {
        "timeout" => "#[timeout(30s)]",
        "heartbeat" => "#[heartbeat(10s)]",
        "concurrency" => "#[concurrency(10)]",
        _ => "#[retry(\"Transient\", interval = 1s, max_attempts = 3)]",
    }
}

/// The name of an attribute.
fn written(attribute: &Attribute) -> String {
    let segments = attribute.path().segments.iter();
    segments.map(|segment| segment.ident.to_string()).collect::<Vec<_>>().join("::")
}

/// Reads the inside of `#[concurrency(10)]`.
fn concurrency(input: ParseStream<'_>) -> syn::Result<u32> {
    let span = input.span();
    let most = input.parse::<LitInt>().ok().filter(|most| most.suffix().is_empty());
    match most.and_then(|most| most.base10_parse().ok()) {
        Some(0) => {
            let help = "leave the attribute out, and all iterations run at once";
            Err(with_help(span, "no iteration runs if none may", help))
        }
        Some(most) => Ok(most),
        None => {
            let message = "expected how many iterations may run at a time";
            Err(with_help(span, message, "write a number, as in `#[concurrency(10)]`"))
        }
    }
}

/// Reads `"Transient" | "States.Timeout"` or `_`.
pub(super) fn errors(input: ParseStream<'_>, help: &str) -> syn::Result<Errors> {
    let span = input.span();
    if input.peek(Token![_]) {
        input.parse::<Token![_]>()?;
        return Ok(Errors { names: Vec::new(), span });
    }
    let mut names = Vec::new();
    loop {
        if !input.peek(LitStr) {
            let message = "expected an error name as a string, or `_` for all";
            return Err(with_help(input.span(), message, help));
        }
        names.push(input.parse()?);
        if !input.peek(Token![|]) {
            return Ok(Errors { names, span });
        }
        input.parse::<Token![|]>()?;
    }
}
