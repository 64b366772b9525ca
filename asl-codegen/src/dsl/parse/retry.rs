//! `#[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3)]`

use proc_macro2::{Ident, Span};
use syn::parse::ParseStream;
use syn::{LitFloat, LitInt, Token};

use super::{attributes, duration};
use crate::declaration::with_help;
use crate::dsl::ast::{Errors, Retry};
use crate::dsl::names::suggestion;

const RETRY: &str = "write `#[retry(\"Transient\" | \"States.Timeout\", interval = 1s, \
                     max_attempts = 3, backoff = 2.0, max_delay = 20s, jitter = full)]`";
const FIELDS: [&str; 5] = ["interval", "max_attempts", "backoff", "max_delay", "jitter"];
const FACTOR: &str = "write a number, as in `backoff = 2.0`; 1 leaves the pauses as they are";

/// The longest of ASL's pauses between two attempts.
const MAX_DELAY_SECONDS: u32 = 31_622_400;

/// Reads the inside of `#[retry(…)]`: a retrier, or the name of one.
pub(super) fn parse(input: ParseStream<'_>) -> syn::Result<Retry> {
    if !input.peek(syn::Ident) {
        return retrier(input);
    }
    let name: Ident = input.parse()?;
    let errors = Errors { names: Vec::new(), span: name.span() };
    Ok(Retry { named: Some(name), ..defaults(errors) })
}

/// Reads `"Transient" | "States.Timeout", interval = 1s`, to the end or a `;`.
pub(super) fn retrier(input: ParseStream<'_>) -> syn::Result<Retry> {
    let mut retry = defaults(attributes::errors(input, RETRY)?);
    let span = retry.span;
    let mut seen: Vec<Ident> = Vec::new();
    while !input.is_empty() && !input.peek(Token![;]) {
        input.parse::<Token![,]>().map_err(|error| with_help(error.span(), error, RETRY))?;
        if input.is_empty() {
            break;
        }
        let field: Ident =
            input.parse().map_err(|error| with_help(error.span(), "expected a field", RETRY))?;
        if seen.contains(&field) {
            let message = format_args!("`{field}` is here twice: leave one out");
            return Err(syn::Error::new(field.span(), message));
        }
        if !input.peek(Token![=]) {
            let message = format_args!("expected `=` after `{field}`");
            return Err(with_help(field.span(), message, RETRY));
        }
        input.parse::<Token![=]>()?;
        retry_field(input, &field, &mut retry)?;
        seen.push(field);
    }
    match retry.max_delay_seconds {
        Some(most) if most <= retry.interval_seconds => Err(with_help(
            seen.iter().find(|field| *field == "max_delay").map_or(span, Ident::span),
            "`max_delay` has to be longer than `interval`",
            format_args!("the first pause is {}s long already", retry.interval_seconds),
        )),
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
            let (seconds, span) = duration::positive_seconds(input, "a delay")?;
            if seconds > MAX_DELAY_SECONDS {
                let help =
                    format_args!("ASL has at most {MAX_DELAY_SECONDS} seconds, which are 366 days");
                return Err(with_help(span, "this delay is too long", help));
            }
            retry.max_delay_seconds = Some(seconds);
        }
        "max_attempts" => retry.max_attempts = max_attempts(input)?,
        "backoff" => retry.backoff_rate = backoff(input)?,
        "jitter" => {
            let span = input.span();
            let jitter: Option<Ident> = input.parse().ok();
            retry.full_jitter = match jitter.map(|jitter| jitter.to_string()).as_deref() {
                Some("full") => true,
                Some("none") => false,
                _ => {
                    let help = "write `jitter = full`, and pauses have random lengths";
                    return Err(with_help(span, "`jitter` is `full` or `none`", help));
                }
            };
        }
        _ => {
            let message = format_args!("a retry has no `{field}`");
            let help = suggestion(&field.to_string(), "field", FIELDS);
            return Err(with_help(field.span(), message, help));
        }
    }
    Ok(())
}

/// Reads the factor from one interval to the next.
fn backoff(input: ParseStream<'_>) -> syn::Result<f64> {
    let span: Span = input.span();
    let rate: Option<f64> = if input.peek(LitInt) {
        input.parse::<LitInt>()?.base10_parse().ok()
    } else {
        input.parse::<LitFloat>().ok().and_then(|rate| rate.base10_parse().ok())
    };
    match rate {
        Some(rate) if rate.is_finite() && rate >= 1.0 => Ok(rate),
        Some(rate) if rate < 1.0 => Err(with_help(span, "`backoff` is 1 or more", FACTOR)),
        _ => Err(with_help(span, "expected the factor from one pause to the next", FACTOR)),
    }
}

/// Reads the number of attempts after the first.
fn max_attempts(input: ParseStream<'_>) -> syn::Result<u32> {
    let span = input.span();
    let number = input.parse::<LitInt>().ok().filter(|number| number.suffix().is_empty());
    let number = number.filter(|number| !number.base10_digits().starts_with('-'));
    match number.map(|number| number.base10_parse::<u32>()) {
        Some(Ok(number)) if number <= 99_999_999 => Ok(number),
        Some(_) => {
            let message = "ASL has at most 99,999,999 attempts";
            Err(with_help(span, message, "write a smaller number"))
        }
        None => {
            let help = "write a whole number, as in `max_attempts = 3`; with 0 there is no retry";
            Err(with_help(span, "expected how often it is tried again", help))
        }
    }
}
