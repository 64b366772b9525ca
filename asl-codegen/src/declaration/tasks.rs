//! `tasks { lambda "charge" => async fn charge(Order) -> Charge; }`: the bindings.

use syn::parse::ParseStream;
use syn::{LitStr, Token};

use super::findings::with_help;
use super::{Binding, Findings, Selector, attributes, keyword, recovery, signature};

const EXAMPLE: &str = "write `lambda \"charge\" => async fn charge(Order) -> Charge;`";

/// Reads the inside of a `tasks` block.
pub(super) fn parse(
    content: ParseStream<'_>,
    bindings: &mut Vec<Binding>,
    findings: &mut Findings,
) {
    while !content.is_empty() {
        let start = content.cursor();
        match parse_one(content, findings) {
            Ok(binding) => match clash(&binding, bindings) {
                Some(error) => findings.push(error),
                None => bindings.push(binding),
            },
            Err(error) => {
                findings.push(error);
                recovery::skip_binding(content, start);
            }
        }
    }
}

fn parse_one(content: ParseStream<'_>, findings: &mut Findings) -> syn::Result<Binding> {
    let start = content.cursor();
    let docs = attributes::parse_docs(content, findings)?;
    let selector = parse_selector(content)?;
    if !content.peek(Token![=>]) {
        let span = if content.is_empty() { selector.text().span() } else { content.span() };
        return Err(with_help(span, "expected `=>` after the task", EXAMPLE));
    }
    content.parse::<Token![=>]>()?;
    let signature = signature::parse(content, findings)?;
    if content.peek(Token![;]) {
        content.parse::<Token![;]>()?;
    } else if !signature.has_body {
        findings.push(syn::Error::new(signature.end, "expected `;` after this signature"));
        recovery::skip_binding(content, start);
    }
    Ok(Binding {
        docs,
        selector,
        method: signature.method,
        input: signature.input,
        output: signature.output,
    })
}

fn parse_selector(content: ParseStream<'_>) -> syn::Result<Selector> {
    let span = content.span();
    let make = if content.peek(keyword::lambda) {
        Selector::Lambda
    } else if content.peek(keyword::activity) {
        Selector::Activity
    } else if content.peek(keyword::machine) {
        Selector::StateMachine
    } else if content.peek(keyword::state) {
        Selector::State
    } else if content.peek(keyword::resource) {
        Selector::Resource
    } else if content.peek(Token![async]) || content.peek(Token![fn]) {
        return Err(with_help(span, "it is not said which task this is for", EXAMPLE));
    } else {
        return Err(with_help(
            span,
            "expected `lambda`, `activity`, `machine`, `state` or `resource`",
            EXAMPLE,
        ));
    };
    let word: syn::Ident = content.parse()?;
    if !content.peek(LitStr) {
        let span = if content.is_empty() { span } else { content.span() };
        return Err(with_help(
            span,
            format_args!("expected a name as a string after `{word}`"),
            EXAMPLE,
        ));
    }
    let text: LitStr = content.parse()?;
    if text.value().is_empty() {
        return Err(with_help(text.span(), format_args!("`{word}` needs a name"), EXAMPLE));
    }
    Ok(make(text))
}

/// What the binding has in common with one before it.
fn clash(binding: &Binding, others: &[Binding]) -> Option<syn::Error> {
    let (keyword, text) = (binding.selector.keyword(), binding.selector.text());
    let same_task = |other: &Binding| {
        other.selector.keyword() == keyword && other.selector.text().value() == text.value()
    };
    if others.iter().any(same_task) {
        let message = format_args!("`{keyword} {:?}` is bound already", text.value());
        return Some(syn::Error::new(text.span(), message));
    }
    if others.iter().any(|other| other.method == binding.method) {
        return Some(with_help(
            binding.method.span(),
            format_args!("there is a method `{}` already", binding.method),
            "give each task a method of its own name",
        ));
    }
    None
}
