//! Durations: `500ms`, `1s`, `15m`, `12h`, `3d`.

use proc_macro2::Span;
use syn::LitInt;
use syn::parse::ParseStream;

use crate::declaration::with_help;

const EXAMPLE: &str = "write a number with its unit, as in `500ms`, `30s`, `15m`, `12h` or `3d`";

/// The longest of ASL's limits, in seconds.
const MOST_SECONDS: u64 = 99_999_999;

/// Reads a duration: its milliseconds.
pub(super) fn milliseconds(input: ParseStream<'_>) -> syn::Result<(u64, Span)> {
    let span = input.span();
    let Ok(literal) = input.parse::<LitInt>() else {
        return Err(with_help(span, "expected a duration", EXAMPLE));
    };
    let unit: u64 = match literal.suffix() {
        "ms" => 1,
        "s" => 1000,
        "m" => 60 * 1000,
        "h" => 60 * 60 * 1000,
        "d" => 24 * 60 * 60 * 1000,
        "" => return Err(with_help(span, "this duration has no unit", EXAMPLE)),
        unit => {
            return Err(with_help(span, format_args!("`{unit}` is no unit of time"), EXAMPLE));
        }
    };
    let number: Option<u64> = literal.base10_parse().ok();
    match number.and_then(|number| number.checked_mul(unit)) {
        Some(duration) if duration <= MOST_SECONDS * 1000 => Ok((duration, span)),
        _ => Err(with_help(
            span,
            "this duration is too long",
            format_args!("no state machine takes more than {MOST_SECONDS} seconds"),
        )),
    }
}

/// Reads a duration of whole seconds, which are all that ASL has for `what`.
pub(super) fn seconds(input: ParseStream<'_>, what: &str) -> syn::Result<(u32, Span)> {
    let (duration, span) = milliseconds(input)?;
    match u32::try_from(duration / 1000) {
        Ok(seconds) if duration % 1000 == 0 => Ok((seconds, span)),
        _ => Err(with_help(
            span,
            format_args!("{what} has whole seconds"),
            "only a wait may have milliseconds",
        )),
    }
}

/// The same, and at least one.
pub(super) fn positive_seconds(input: ParseStream<'_>, what: &str) -> syn::Result<(u32, Span)> {
    match seconds(input, what)? {
        (0, span) => Err(syn::Error::new(span, format_args!("{what} is at least one second long"))),
        seconds => Ok(seconds),
    }
}
