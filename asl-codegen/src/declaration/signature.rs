//! The signature of a handler's method: `async fn charge(&Order) -> Result<Charge, ChargeError>`.
//!
//! A wrong shape is a finding, and reading goes on with what it was meant to be.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::{Lifetime, Token, Visibility, braced, parenthesized, token};

use super::findings::with_help;
use super::{Findings, InputType, OutputType, types};

const EXAMPLE: &str = "write `async fn charge(Order) -> Result<Charge, ChargeError>;`";

/// A signature as read.
pub(super) struct Signature {
    pub(super) method: Ident,
    pub(super) input: Option<InputType>,
    pub(super) output: OutputType,
    /// Its last piece, after which `;` is expected.
    pub(super) end: Span,
    /// A block stood where `;` is expected, which has been reported.
    pub(super) has_body: bool,
}

/// Reads a signature without its `;`.
pub(super) fn parse(input: ParseStream<'_>, findings: &mut Findings) -> syn::Result<Signature> {
    parse_async_fn(input, findings)?;
    let method = parse_method(input)?;
    refuse_generics(input, &method, findings)?;
    if !input.peek(token::Paren) {
        let message = format_args!("expected `(` after `{method}`");
        return Err(with_help(method.span(), message, EXAMPLE));
    }
    let content;
    let parentheses = parenthesized!(content in input);
    let mut end = parentheses.span.join();
    let parameter = parse_parameters(&content, findings);
    let mut output = OutputType::Unit;
    if input.peek(Token![->]) {
        input.parse::<Token![->]>()?;
        let ty = types::parse(input)?;
        end = ty.span();
        output = types::into_output(ty, findings);
    }
    refuse_where(input, &method, findings)?;
    let has_body = refuse_body(input, &method, findings)?;
    Ok(Signature { method, input: parameter, output, end, has_body })
}

fn parse_async_fn(input: ParseStream<'_>, findings: &mut Findings) -> syn::Result<()> {
    if input.peek(Token![pub]) {
        let visibility: Visibility = input.parse()?;
        findings.push(syn::Error::new(
            visibility.span(),
            "a method is as visible as its machine: leave `pub` out",
        ));
    }
    if input.peek(Token![fn]) {
        findings.push(with_help(
            input.span(),
            "a handler's method is asynchronous",
            "write `async fn`",
        ));
    } else if input.peek(Token![async]) && input.peek2(Token![fn]) {
        input.parse::<Token![async]>()?;
    } else {
        return Err(with_help(input.span(), "expected `async fn`", EXAMPLE));
    }
    input.parse::<Token![fn]>()?;
    Ok(())
}

fn parse_method(input: ParseStream<'_>) -> syn::Result<Ident> {
    if input.peek(syn::Ident) {
        return input.parse();
    }
    if input.peek(Ident::peek_any) && !input.peek(Token![_]) {
        let keyword = input.call(Ident::parse_any)?;
        return Err(syn::Error::new(
            keyword.span(),
            format_args!("`{keyword}` is a keyword of Rust: give the method another name"),
        ));
    }
    Err(with_help(input.span(), "expected the method's name", EXAMPLE))
}

/// Reads the parameters: at most one counts.
fn parse_parameters(content: ParseStream<'_>, findings: &mut Findings) -> Option<InputType> {
    let mut parameter = None;
    let mut reported = false;
    while !content.is_empty() {
        match parse_parameter(content, findings) {
            Ok(Some((input, span))) => {
                if parameter.is_none() {
                    parameter = Some(input);
                } else if !std::mem::replace(&mut reported, true) {
                    findings.push(with_help(
                        span,
                        "a task has one input",
                        "put its parts into one struct that implements `Deserialize`",
                    ));
                }
            }
            Ok(None) => {}
            Err(error) => {
                findings.push(error);
                break;
            }
        }
        if content.is_empty() {
            break;
        }
        if content.parse::<Token![,]>().is_err() {
            findings.push(syn::Error::new(content.span(), "expected `)` after the input"));
            break;
        }
    }
    parameter
}

/// Reads one parameter; none where it is one that the method gets anyway.
fn parse_parameter(
    content: ParseStream<'_>,
    findings: &mut Findings,
) -> syn::Result<Option<(InputType, Span)>> {
    if let Some(receiver) = parse_receiver(content)? {
        findings.push(syn::Error::new(
            receiver.span(),
            "each method gets `&self` anyway: leave it out here",
        ));
        return Ok(None);
    }
    if content.peek(Token![mut]) {
        let word: Token![mut] = content.parse()?;
        findings.push(syn::Error::new(
            word.span,
            "a signature does not say `mut`: write it in the implementation",
        ));
    }
    let name = parse_parameter_name(content)?;
    let ty = types::parse(content)?;
    let span = ty.span();
    if types::is_named(&ty, "TaskContext") {
        findings.push(syn::Error::new(
            span,
            "each method gets `&TaskContext` anyway: leave it out here",
        ));
        return Ok(None);
    }
    let (ty, by_reference) = types::into_input(ty, findings);
    Ok(Some((InputType { name, ty, by_reference }, span)))
}

/// Reads `order:` and `_:`.
fn parse_parameter_name(content: ParseStream<'_>) -> syn::Result<Option<Ident>> {
    let is_path = content.peek(Token![::]) || content.peek2(Token![::]);
    if is_path || !content.peek2(Token![:]) {
        return Ok(None);
    }
    if content.peek(Token![_]) {
        content.parse::<Token![_]>()?;
        content.parse::<Token![:]>()?;
        return Ok(None);
    }
    if !content.peek(syn::Ident) {
        return Err(with_help(content.span(), "expected the input's name", EXAMPLE));
    }
    let name = content.parse()?;
    content.parse::<Token![:]>()?;
    Ok(Some(name))
}

/// Reads `self` in any of its forms.
fn parse_receiver(content: ParseStream<'_>) -> syn::Result<Option<TokenStream>> {
    let receiver = |input: ParseStream<'_>| {
        let mut tokens = TokenStream::new();
        if input.peek(Token![&]) {
            tokens.extend([input.parse::<TokenTree>()?]);
            input.parse::<Option<Lifetime>>()?;
        }
        input.parse::<Option<Token![mut]>>()?;
        let is_receiver = input.peek(Token![self]) && !input.peek2(Token![::]);
        if is_receiver {
            tokens.extend([input.parse::<TokenTree>()?]);
        }
        syn::Result::Ok(is_receiver.then_some(tokens))
    };
    let Some(tokens) = receiver(&content.fork())? else {
        return Ok(None);
    };
    receiver(content)?;
    if content.peek(Token![:]) {
        content.parse::<Token![:]>()?;
        types::parse(content)?;
    }
    Ok(Some(tokens))
}

fn refuse_generics(
    input: ParseStream<'_>,
    method: &Ident,
    findings: &mut Findings,
) -> syn::Result<()> {
    if input.peek(Token![<]) {
        findings.push(no_generics(input.span(), method));
        while !input.is_empty() && !input.peek(token::Paren) && !input.peek(Token![;]) {
            input.parse::<TokenTree>()?;
        }
    }
    Ok(())
}

fn refuse_where(
    input: ParseStream<'_>,
    method: &Ident,
    findings: &mut Findings,
) -> syn::Result<()> {
    if input.peek(Token![where]) {
        findings.push(no_generics(input.span(), method));
        while !input.is_empty() && !input.peek(token::Brace) && !input.peek(Token![;]) {
            input.parse::<TokenTree>()?;
        }
    }
    Ok(())
}

fn no_generics(span: Span, method: &Ident) -> syn::Error {
    syn::Error::new(
        span,
        format_args!("`{method}` has no generic parameters: write the types themselves"),
    )
}

fn refuse_body(
    input: ParseStream<'_>,
    method: &Ident,
    findings: &mut Findings,
) -> syn::Result<bool> {
    if !input.peek(token::Brace) {
        return Ok(false);
    }
    let content;
    let braces = braced!(content in input);
    content.parse::<TokenStream>()?;
    findings.push(with_help(
        braces.span.open(),
        "expected `;`: only the signature stands here",
        format_args!("write the body of `{method}` where you implement the machine's tasks"),
    ));
    Ok(true)
}
