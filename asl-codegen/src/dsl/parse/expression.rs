//! Expressions of Rust, as they stand in arms and arguments.

use proc_macro2::{Span, TokenTree};
use quote::quote;
use syn::Expr;
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned;
use syn::visit::Visit;

use crate::declaration::{Findings, with_help};

/// Reads an expression.
pub(super) fn parse(input: ParseStream<'_>, findings: &mut Findings) -> syn::Result<Expr> {
    checked(input, Expr::parse, findings)
}

/// Reads an expression that ends before a `{`.
pub(super) fn parse_before_brace(
    input: ParseStream<'_>,
    findings: &mut Findings,
) -> syn::Result<Expr> {
    checked(input, Expr::parse_without_eager_brace, findings)
}

fn checked(
    input: ParseStream<'_>,
    read: fn(ParseStream<'_>) -> syn::Result<Expr>,
    findings: &mut Findings,
) -> syn::Result<Expr> {
    let span = input.span();
    if input.is_empty() {
        return Err(syn::Error::new(span, "expected an expression"));
    }
    let cast = cast_before_less(input);
    let expression = read(input).map_err(|error| match cast {
        Some(span) => with_help(
            span,
            "a `<` after a cast begins the parameters of its type",
            "put the cast into parentheses: `(x as u32) < y`",
        ),
        None => error,
    })?;
    let before = findings.len();
    Refused { findings }.visit_expr(&expression);
    if findings.len() > before {
        // Has any type: rustc has nothing to add.
        return Ok(Expr::Verbatim(quote! { __rt::refused() }));
    }
    Ok(expression)
}

/// Where `x as u32 < y` stands, in which Rust takes the `<` for a part of the type.
fn cast_before_less(input: ParseStream<'_>) -> Option<Span> {
    let mut last = [None, None];
    let mut cursor = input.cursor();
    while let Some((token, rest)) = cursor.token_tree() {
        match &token {
            TokenTree::Punct(punct) if matches!(punct.as_char(), ',' | ';') => return None,
            TokenTree::Punct(punct) if punct.as_char() == '<' => {
                if let [Some(first), Some(_)] = &last
                    && first == "as"
                {
                    return Some(punct.span());
                }
            }
            _ => {}
        }
        let [_, before] = last;
        last = [
            before,
            match token {
                TokenTree::Ident(word) => Some(word.to_string()),
                _ => None,
            },
        ];
        cursor = rest;
    }
    None
}

/// Finds what an expression of a machine may not do.
struct Refused<'a> {
    findings: &'a mut Findings,
}

impl Refused<'_> {
    fn refuse(&mut self, expression: &impl Spanned, what: &str, help: &str) {
        let message = format_args!("{what} in an expression of a machine");
        self.findings.push(with_help(expression.span(), message, help));
    }
}

impl<'ast> Visit<'ast> for Refused<'_> {
    fn visit_expr_await(&mut self, expression: &'ast syn::ExprAwait) {
        let help = "steps do not wait: make a task of it";
        self.refuse(&expression.await_token, "no `.await`", help);
    }

    fn visit_expr_try(&mut self, expression: &'ast syn::ExprTry) {
        let help = "steps do not fail: make a task of it, or go to another state by a choice";
        self.refuse(&expression.question_token, "no `?`", help);
    }

    fn visit_expr_return(&mut self, expression: &'ast syn::ExprReturn) {
        self.refuse(&expression.return_token, "no `return`", "the last expression is its value");
    }

    // What a closure or a block of its own does is its own business.
    fn visit_expr_closure(&mut self, _: &'ast syn::ExprClosure) {}

    fn visit_expr_async(&mut self, _: &'ast syn::ExprAsync) {}

    fn visit_item(&mut self, _: &'ast syn::Item) {}
}
