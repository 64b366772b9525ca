//! The attributes of states: `#[timeout(30s)]`, `#[retry(…)]`.

use proc_macro2::Span;
use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::{Attribute, Ident, LitFloat, LitInt, LitStr, Token};

use super::duration;
use crate::declaration::{Findings, with_help};
use crate::dsl::ast::{Attributes, Errors, Retry};

pub(super) const RETRY: &str = "write `#[retry(\"Transient\" | \"States.Timeout\", interval = 1s, \
                     max_attempts = 3, backoff = 2.0, max_delay = 20s, jitter = full)]`";
const KNOWN: &str = "known are doc comments, `#[timeout(30s)]`, `#[heartbeat(10s)]`, \
                     `#[retry(…)]` and `#[concurrency(10)]`";

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
            let most: LitInt = attribute.parse_args()?;
            let most: u32 = most.base10_parse()?;
            attributes.concurrency = Some((most, attribute.span()));
        }
        "retry" => attributes.retry.push(attribute.parse_args_with(retry)?),
        _ => {
            return Err(with_help(attribute.span(), "a state has no such attribute", KNOWN));
        }
    }
    Ok(())
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

/// Reads the inside of `#[retry(…)]`: a retrier, or the name of one.
fn retry(input: ParseStream<'_>) -> syn::Result<Retry> {
    if !input.peek(syn::Ident) {
        return retrier(input);
    }
    let name: Ident = input.parse()?;
    let errors = Errors { names: Vec::new(), span: name.span() };
    Ok(Retry { named: Some(name), ..defaults(errors) })
}

/// Reads `"Transient" | "States.Timeout", interval = 1s`, to the end or a `;`.
pub(super) fn retrier(input: ParseStream<'_>) -> syn::Result<Retry> {
    let mut retry = defaults(errors(input, RETRY)?);
    let span = retry.span;
    let mut seen: Vec<Ident> = Vec::new();
    while !input.is_empty() && !input.peek(Token![;]) {
        input.parse::<Token![,]>().map_err(|error| with_help(error.span(), error, RETRY))?;
        if input.is_empty() {
            break;
        }
        let field: Ident = input.parse()?;
        if seen.contains(&field) {
            let message = format_args!("`{field}` is here twice: leave one out");
            return Err(syn::Error::new(field.span(), message));
        }
        input.parse::<Token![=]>()?;
        retry_field(input, &field, &mut retry)?;
        seen.push(field);
    }
    match retry.max_delay_seconds {
        Some(most) if most <= retry.interval_seconds => {
            Err(syn::Error::new(span, "`max_delay` is longer than `interval`"))
        }
        _ => Ok(retry),
    }
}

/// A retrier with ASL's defaults.
fn defaults(errors: Errors) -> Retry {
    Retry {
        span: errors.span,
        errors,
        interval_seconds: 1,
        max_attempts: 3,
        backoff_rate: 2.0,
        max_delay_seconds: None,
        full_jitter: false,
        named: None,
    }
}

fn retry_field(input: ParseStream<'_>, field: &Ident, retry: &mut Retry) -> syn::Result<()> {
    match field.to_string().as_str() {
        "interval" => {
            retry.interval_seconds = duration::positive_seconds(input, "an interval")?.0;
        }
        "max_delay" => {
            let (seconds, _) = duration::positive_seconds(input, "a delay")?;
            retry.max_delay_seconds = Some(seconds);
        }
        "max_attempts" => {
            let attempts: LitInt = input.parse()?;
            retry.max_attempts = attempts.base10_parse()?;
            if retry.max_attempts > 99_999_999 {
                let message = "ASL has at most 99,999,999 attempts";
                return Err(syn::Error::new(attempts.span(), message));
            }
        }
        "backoff" => retry.backoff_rate = backoff(input)?,
        "jitter" => {
            let jitter: Ident = input.parse()?;
            retry.full_jitter = match jitter.to_string().as_str() {
                "full" => true,
                "none" => false,
                _ => {
                    let message = "`jitter` is `full` or `none`";
                    return Err(syn::Error::new(jitter.span(), message));
                }
            };
        }
        _ => {
            let message = format_args!("a retry has no `{field}`");
            return Err(with_help(field.span(), message, RETRY));
        }
    }
    Ok(())
}

/// Reads the factor from one interval to the next.
fn backoff(input: ParseStream<'_>) -> syn::Result<f64> {
    let span: Span = input.span();
    let rate: f64 = if input.peek(LitInt) {
        input.parse::<LitInt>()?.base10_parse()?
    } else {
        input.parse::<LitFloat>()?.base10_parse()?
    };
    if rate.is_finite() && rate >= 1.0 {
        return Ok(rate);
    }
    Err(syn::Error::new(span, "`backoff` is 1 or more"))
}
