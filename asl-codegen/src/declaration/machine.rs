//! One machine: what stands before its definition.

use proc_macro2::{Ident, Span, TokenStream};
use syn::buffer::Cursor;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::{Attribute, LitStr, Token, Type, Visibility, parenthesized, token};

use super::findings::with_help;
use super::{Declaration, Findings, Source, attributes, body, keyword, recovery, source, types};
use crate::dsl;

/// Reads a machine to its end. Once its name is known there is a declaration, whatever follows.
pub(super) fn parse(input: ParseStream<'_>, findings: &mut Findings) -> syn::Result<Declaration> {
    let start = input.cursor();
    let attributes = attributes::parse(input, findings)?;
    let visibility: Visibility = input.parse()?;
    if !input.peek(keyword::machine) {
        return Err(with_help(
            input.span(),
            "expected `machine`",
            "write `machine Name from \"workflows/name.asl.json\";`",
        ));
    }
    let word: keyword::machine = input.parse()?;
    let name = parse_name(input, word.span)?;
    let mut declaration = Declaration {
        docs: attributes.docs,
        attributes: attributes.kept,
        visibility,
        name,
        input: None,
        output: None,
        execution_type: attributes.execution_type,
        timeout_seconds: None,
        warns: attributes.warns,
        source: Source::Unreadable,
        substitutions: Vec::new(),
        bindings: Vec::new(),
    };
    if let Err(error) = parse_after_name(input, start, &mut declaration, findings) {
        findings.push(error);
        recovery::skip_machine(input, start);
    }
    if let Some(timeout) = attributes.timeout {
        read_timeout(&timeout, &mut declaration, findings);
    }
    Ok(declaration)
}

/// Takes `#[timeout(1h)]`, which only the DSL has.
fn read_timeout(timeout: &Attribute, declaration: &mut Declaration, findings: &mut Findings) {
    if !matches!(declaration.source, Source::Dsl { .. }) {
        return findings.push(attributes::refused(timeout));
    }
    match dsl::machine_timeout(timeout) {
        Ok(seconds) => declaration.timeout_seconds = Some(seconds),
        Err(error) => findings.push(error),
    }
}

fn parse_after_name(
    input: ParseStream<'_>,
    start: Cursor<'_>,
    declaration: &mut Declaration,
    findings: &mut Findings,
) -> syn::Result<()> {
    if input.peek(Token![<]) {
        return Err(syn::Error::new(input.span(), "a machine has no generic parameters"));
    }
    if input.peek(token::Paren) {
        declaration.input = parse_input(input, findings)?;
    }
    if input.peek(Token![->]) {
        input.parse::<Token![->]>()?;
        declaration.output = parse_output(input, findings)?;
    }
    declaration.source = source::parse(input, &declaration.name, findings)?;
    body::parse(input, start, declaration, findings)
}

fn parse_name(input: ParseStream<'_>, machine: Span) -> syn::Result<Ident> {
    if input.peek(syn::Ident) {
        return input.parse();
    }
    if input.peek(Ident::peek_any) && !input.peek(Token![_]) {
        let keyword = input.call(Ident::parse_any)?;
        return Err(syn::Error::new(
            keyword.span(),
            format_args!("`{keyword}` is a keyword of Rust: give the machine another name"),
        ));
    }
    let span = if input.is_empty() { machine } else { input.span() };
    Err(syn::Error::new(span, "expected the machine's name, as in `machine OrderFlow`"))
}

/// Reads `(order: Order)`.
fn parse_input(
    input: ParseStream<'_>,
    findings: &mut Findings,
) -> syn::Result<Option<(Ident, Type)>> {
    let content;
    let parentheses = parenthesized!(content in input);
    if content.is_empty() {
        findings.push(with_help(
            parentheses.span.join(),
            "there is no input here",
            "name it, as in `(order: Order)`, or leave the parentheses out",
        ));
        return Ok(None);
    }
    let parameter = parse_parameter(&content, findings);
    Ok(parameter.map_err(|error| findings.push(error)).ok())
}

fn parse_parameter(
    content: ParseStream<'_>,
    findings: &mut Findings,
) -> syn::Result<(Ident, Type)> {
    let named = content.peek(syn::Ident) && content.peek2(Token![:]) && !content.peek2(Token![::]);
    if !named {
        return Err(with_help(
            content.span(),
            "expected the input with its name and type",
            "write `(order: Order)`",
        ));
    }
    let name = content.parse()?;
    content.parse::<Token![:]>()?;
    let ty = types::parse_owned(content, "a machine's input", findings)?;
    content.parse::<Option<Token![,]>>()?;
    if !content.is_empty() {
        return Err(syn::Error::new(
            content.parse::<TokenStream>()?.span(),
            "a machine has one input: put its parts into one struct",
        ));
    }
    Ok((name, ty))
}

/// Reads the type after `->`.
fn parse_output(input: ParseStream<'_>, findings: &mut Findings) -> syn::Result<Option<Type>> {
    if input.peek(keyword::from) && input.peek2(LitStr) {
        findings.push(syn::Error::new(input.span(), "expected a type before `from`"));
        return Ok(None);
    }
    types::parse_owned(input, "a machine's output", findings).map(Some)
}
