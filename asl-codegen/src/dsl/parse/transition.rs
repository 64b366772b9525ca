//! Transitions: `=> Fulfil(order, paid)`.

use proc_macro2::{Ident, Span, TokenTree};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Expr, Token, parenthesized, token};

use super::{expression, recovery};
use crate::declaration::{Findings, with_help};
use crate::dsl::ast::Transition;

const EXAMPLE: &str = "write the state with its arguments, as in `Charge(order)`";

/// Reads `=>`.
pub(super) fn arrow(input: ParseStream<'_>, span: Span, help: &str) -> syn::Result<()> {
    if input.peek(Token![=>]) {
        input.parse::<Token![=>]>()?;
        return Ok(());
    }
    let span = if input.is_empty() { span } else { input.span() };
    Err(with_help(span, "expected `=>`", help))
}

/// Reads a state with its arguments.
pub(super) fn parse(input: ParseStream<'_>, findings: &mut Findings) -> syn::Result<Transition> {
    let target = name(input, "a state", EXAMPLE)?;
    let end = match input.cursor().token_tree() {
        Some((TokenTree::Group(args), _)) if input.peek(token::Paren) => args.span(),
        _ => target.span(),
    };
    let args = if input.peek(token::Paren) { arguments(input, findings)? } else { Vec::new() };
    Ok(Transition { target, args, end })
}

/// Reads arguments with their parentheses.
pub(super) fn arguments(input: ParseStream<'_>, findings: &mut Findings) -> syn::Result<Vec<Expr>> {
    let content;
    parenthesized!(content in input);
    let mut args = Vec::new();
    while !content.is_empty() {
        let begin = content.cursor();
        match argument(&content, findings) {
            Ok(arg) => args.push(arg),
            Err(error) => {
                findings.push(error);
                recovery::skip_arm(&content, begin);
            }
        }
    }
    Ok(args)
}

fn argument(content: ParseStream<'_>, findings: &mut Findings) -> syn::Result<Expr> {
    let arg = expression::parse(content, findings)?;
    if !content.is_empty() {
        content.parse::<Token![,]>()?;
    }
    Ok(arg)
}

/// Reads a name that the user gives or means.
pub(super) fn name(input: ParseStream<'_>, what: &str, help: &str) -> syn::Result<Ident> {
    if input.peek(syn::Ident) {
        return input.parse();
    }
    if input.peek(Ident::peek_any) && !input.peek(Token![_]) {
        let keyword = input.call(Ident::parse_any)?;
        let message = format!("expected {what}, and `{keyword}` is a keyword of Rust");
        return Err(syn::Error::new(keyword.span(), message));
    }
    Err(with_help(input.span(), format_args!("expected {what}"), help))
}
