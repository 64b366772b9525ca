//! Where a machine's definition is.

use proc_macro2::{Group, Ident, Span};
use syn::parse::ParseStream;
use syn::{LitStr, Token, token};

use super::findings::with_help;
use super::{Findings, Source, keyword};

/// Reads `from "…"`, `= { … }` or `= "…"`, or the braces of the DSL.
pub(super) fn parse(
    input: ParseStream<'_>,
    machine: &Ident,
    findings: &mut Findings,
) -> syn::Result<Source> {
    if input.peek(keyword::from) {
        let from: keyword::from = input.parse()?;
        return parse_path(input, from.span, findings);
    }
    if input.peek(Token![=]) {
        let equals: Token![=] = input.parse()?;
        return parse_inline(input, equals.span);
    }
    if input.peek(token::Brace) {
        return Ok(Source::Dsl { group: input.parse()? });
    }
    let span = if input.is_empty() { machine.span() } else { input.span() };
    Err(with_help(
        span,
        format_args!("expected `from` with the file of `{machine}`'s definition"),
        format_args!("write {}", example(machine)),
    ))
}

/// Reads the path after `from`.
fn parse_path(input: ParseStream<'_>, from: Span, findings: &mut Findings) -> syn::Result<Source> {
    if !input.peek(LitStr) {
        let span = if input.is_empty() { from } else { input.span() };
        return Err(with_help(
            span,
            "expected the path of the definition as a string",
            "write `from \"workflows/order.asl.json\"`",
        ));
    }
    let path: LitStr = input.parse()?;
    if path.value().trim().is_empty() {
        findings.push(with_help(
            path.span(),
            "the path of the definition is empty",
            "write `from \"workflows/order.asl.json\"`",
        ));
        return Ok(Source::Unreadable);
    }
    Ok(Source::File { path })
}

/// Reads what follows `=`.
fn parse_inline(input: ParseStream<'_>, equals: Span) -> syn::Result<Source> {
    if input.peek(token::Brace) {
        let group: Group = input.parse()?;
        return Ok(Source::Tokens { group });
    }
    if input.peek(LitStr) {
        let literal: LitStr = input.parse()?;
        return Ok(Source::Text { literal });
    }
    let span = if input.is_empty() { equals } else { input.span() };
    Err(with_help(
        span,
        "expected a definition",
        "write it as `{ \"StartAt\": … }`, or as a raw string, `r#\"{ \"StartAt\": … }\"#`",
    ))
}

fn example(machine: &Ident) -> String {
    format!("`machine {machine} from \"workflows/name.asl.json\";`")
}
