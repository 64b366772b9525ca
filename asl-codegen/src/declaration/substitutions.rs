//! `substitute { Table = "orders", Count = 3 }`: values for placeholders.

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Lit, LitStr, Token};

use super::findings::with_help;
use super::{Findings, Substitution, recovery};

const EXAMPLE: &str = "write `Name = \"value\"`";

/// Reads the inside of a `substitute` block.
pub(super) fn parse(
    content: ParseStream<'_>,
    substitutions: &mut Vec<Substitution>,
    findings: &mut Findings,
) {
    while !content.is_empty() {
        let start = content.cursor();
        match parse_one(content) {
            Ok(substitution) => {
                if substitutions.iter().any(|other| other.name == substitution.name) {
                    findings.push(syn::Error::new(
                        substitution.span,
                        format_args!("`{}` has a value already", substitution.name),
                    ));
                } else {
                    substitutions.push(substitution);
                }
                if content.is_empty() {
                    break;
                }
                if let Err(error) = parse_comma(content) {
                    findings.push(error);
                }
            }
            Err(error) => {
                findings.push(error);
                recovery::skip_substitution(content, start);
            }
        }
    }
}

fn parse_one(content: ParseStream<'_>) -> syn::Result<Substitution> {
    let (name, span) = parse_name(content)?;
    if !content.peek(Token![=]) || content.peek(Token![==]) || content.peek(Token![=>]) {
        if content.peek(Token![::]) || content.peek(Token![.]) {
            return Err(with_help(
                span,
                "this placeholder's name is no identifier",
                format_args!("write it as a string: `\"{name}…\" = \"value\"`"),
            ));
        }
        let span = if content.is_empty() { span } else { content.span() };
        return Err(with_help(span, format_args!("expected `=` after `{name}`"), EXAMPLE));
    }
    let equals: Token![=] = content.parse()?;
    let value = parse_value(content, equals.span)?;
    Ok(Substitution { name, value, span })
}

fn parse_name(content: ParseStream<'_>) -> syn::Result<(String, Span)> {
    if content.peek(LitStr) {
        let text: LitStr = content.parse()?;
        let name = text.value();
        if name.is_empty() || name.contains(['{', '}', '$']) {
            return Err(with_help(
                text.span(),
                "this is no placeholder's name",
                "leave `${` and `}` out: for `${AWS::Region}` write `\"AWS::Region\" = \"value\"`",
            ));
        }
        return Ok((name, text.span()));
    }
    if content.peek(Ident::peek_any) && !content.peek(Token![_]) {
        let name = content.call(Ident::parse_any)?;
        return Ok((name.unraw().to_string(), name.span()));
    }
    Err(with_help(content.span(), "expected a placeholder's name", EXAMPLE))
}

/// Reads a literal and gives it as JSON text, a string without its quotes.
fn parse_value(content: ParseStream<'_>, equals: Span) -> syn::Result<String> {
    let minus: Option<Token![-]> = content.parse()?;
    let expected =
        |span| Err(syn::Error::new(span, "expected a string, a number, `true` or `false`"));
    if !content.peek(Lit) {
        return expected(if content.is_empty() { equals } else { content.span() });
    }
    let sign = if minus.is_some() { "-" } else { "" };
    let literal: Lit = content.parse()?;
    match (&literal, &minus) {
        (Lit::Str(text), None) => Ok(text.value()),
        (Lit::Bool(boolean), None) => Ok(boolean.value().to_string()),
        (Lit::Int(number), _) if number.suffix().is_empty() => {
            Ok(format!("{sign}{}", number.base10_digits()))
        }
        (Lit::Float(number), _) if number.suffix().is_empty() => {
            let digits = number.base10_digits();
            let fraction = if digits.ends_with('.') { "0" } else { "" };
            Ok(format!("{sign}{digits}{fraction}"))
        }
        (Lit::Int(_) | Lit::Float(_), _) => {
            Err(syn::Error::new(literal.span(), "a value has no type: leave the suffix out"))
        }
        _ => expected(literal.span()),
    }
}

fn parse_comma(content: ParseStream<'_>) -> syn::Result<()> {
    if content.peek(Token![,]) {
        content.parse::<Token![,]>()?;
        return Ok(());
    }
    let error = syn::Error::new(content.span(), "expected `,` between two values");
    content.parse::<Option<Token![;]>>()?;
    Err(error)
}
