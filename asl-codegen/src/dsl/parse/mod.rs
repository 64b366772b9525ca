//! From the tokens of a machine to its [`Body`].
//!
//! One file for each part of the grammar. A mistake is a finding, and reading goes on with the next
//! arm or the next state.

mod attributes;
mod choice;
mod duration;
mod expression;
mod kind;
mod limits;
mod parameters;
mod recovery;
mod retries;
mod state;
mod tasks;
mod transition;

use proc_macro2::{Group, Span};
use syn::parse::{ParseStream, Parser};
use syn::{Token, braced, token};

pub(crate) use attributes::machine_timeout;

use super::ast::Body;
use super::keyword;
use crate::declaration::{Findings, with_help};

/// Reads what stands between the braces of a machine.
pub(crate) fn parse(group: &Group, findings: &mut Findings) -> Body {
    let mut body = Body::default();
    let tokens = group.stream();
    if let Some(span) = limits::too_deep(&tokens) {
        findings.push(with_help(
            span,
            "this is nested too deeply",
            "put a part of it into a function of its own",
        ));
        return body;
    }
    let before = findings.len();
    let all = |input: ParseStream<'_>| {
        read_items(input, &mut body, findings);
        Ok(())
    };
    let leftovers = all.parse2(tokens);
    retries::resolve(&mut body, findings);
    // Tokens left over in some group are news only where nothing was said of it.
    if let (Err(error), true) = (leftovers, findings.len() == before) {
        findings.push(error);
    }
    body
}

fn read_items(input: ParseStream<'_>, body: &mut Body, findings: &mut Findings) {
    let mut tasks_seen = false;
    while !input.is_empty() {
        let begin = input.cursor();
        let read = if input.peek(keyword::tasks) && input.peek2(token::Brace) {
            read_tasks(input, body, &mut tasks_seen, findings)
        } else if input.peek(keyword::start) {
            read_start(input, body, findings)
        } else if input.peek(keyword::retry) {
            retries::parse(input, &mut body.retries, findings)
        } else {
            state::parse(input, &mut body.states, findings)
        };
        if let Err(error) = read {
            findings.push(error);
            recovery::skip_item(input, begin);
        }
    }
}

fn read_tasks(
    input: ParseStream<'_>,
    body: &mut Body,
    seen: &mut bool,
    findings: &mut Findings,
) -> syn::Result<()> {
    let word: keyword::tasks = input.parse()?;
    if std::mem::replace(seen, true) {
        let message = "there is a `tasks` block already: put both into one";
        findings.push(syn::Error::new(word.span, message));
    }
    let content;
    braced!(content in input);
    tasks::parse(&content, &mut body.tasks, findings);
    Ok(())
}

/// Reads `start => Check(order);`.
fn read_start(input: ParseStream<'_>, body: &mut Body, findings: &mut Findings) -> syn::Result<()> {
    let word: keyword::start = input.parse()?;
    transition::arrow(input, word.span, "write `start => FirstState(input);`")?;
    let start = transition::parse(input, findings)?;
    if body.start.is_some() {
        findings.push(syn::Error::new(word.span, "the start is said already: leave one out"));
    } else {
        body.start = Some(start);
    }
    semicolon(input, word.span, "the start")
}

/// Reads the `;` after something that began at `span`.
fn semicolon(input: ParseStream<'_>, span: Span, what: &str) -> syn::Result<()> {
    if input.peek(Token![;]) {
        input.parse::<Token![;]>()?;
        return Ok(());
    }
    let span = if input.is_empty() { span } else { input.span() };
    Err(syn::Error::new(span, format_args!("expected `;` after {what}")))
}
