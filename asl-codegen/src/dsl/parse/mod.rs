//! From the tokens of a machine to its [`Body`].
//!
//! One file for each part of the grammar. A mistake is a finding, and reading goes on with the next
//! arm or the next state.

mod attributes;
mod choice;
mod duration;
mod expression;
mod kind;
mod lets;
mod limits;
mod parameters;
mod recovery;
mod retries;
mod retry;
mod state;
mod tasks;
mod transition;

use proc_macro2::{Group, Span, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::{Token, braced, token};

pub(crate) use attributes::machine_timeout;

use super::ast::{Body, Let, NamedRetry, State, TaskFn, Transition};
use super::keyword;
use crate::declaration::{Findings, with_help};

/// Reads what stands between the braces of a machine.
pub(crate) fn parse(group: &Group, findings: &mut Findings) -> Body {
    let Items { tasks, start, lets, states, .. } = read(group, findings);
    Body::new(tasks, start, lets, states)
}

/// What has been read of a machine.
#[derive(Default)]
struct Items {
    tasks: Vec<TaskFn>,
    /// Whether there is a `tasks` block.
    has_tasks: bool,
    start: Option<Transition>,
    lets: Vec<Let>,
    retries: Vec<NamedRetry>,
    states: Vec<State>,
}

fn read(group: &Group, findings: &mut Findings) -> Items {
    let mut items = Items::default();
    let tokens = group.stream();
    if let Some(span) = limits::too_deep(&tokens) {
        findings.push(with_help(
            span,
            "this is nested too deeply",
            "put a part of it into a function of its own",
        ));
        return items;
    }
    let before = findings.len();
    // With its braces, so that what is missing at the end has a place.
    let all = |input: ParseStream<'_>| {
        let content;
        braced!(content in input);
        read_items(&content, &mut items, findings);
        Ok(())
    };
    let leftovers = all.parse2(TokenTree::Group(group.clone()).into());
    retries::resolve(&mut items.states, &items.retries, findings);
    // Tokens left over in some group are news only where nothing was said of it.
    if let (Err(error), true) = (leftovers, findings.len() == before) {
        findings.push(error);
    }
    items
}

fn read_items(input: ParseStream<'_>, items: &mut Items, findings: &mut Findings) {
    while !input.is_empty() {
        let begin = input.cursor();
        let read = if input.peek(keyword::tasks) && input.peek2(token::Brace) {
            read_tasks(input, items, findings)
        } else if input.peek(keyword::start) {
            read_start(input, items, findings)
        } else if input.peek(keyword::retry) {
            retries::parse(input, &mut items.retries, findings)
        } else if lets::is_next(input) {
            lets::parse(input, &mut items.lets, findings)
        } else {
            state::parse(input, &mut items.states, findings)
        };
        if let Err(error) = read {
            findings.push(error);
            recovery::skip_item(input, begin);
        }
    }
}

fn read_tasks(
    input: ParseStream<'_>,
    items: &mut Items,
    findings: &mut Findings,
) -> syn::Result<()> {
    let word: keyword::tasks = input.parse()?;
    if std::mem::replace(&mut items.has_tasks, true) {
        let message = "there is a `tasks` block already: put both into one";
        findings.push(syn::Error::new(word.span, message));
    }
    let content;
    braced!(content in input);
    tasks::parse(&content, &mut items.tasks, findings);
    Ok(())
}

/// Reads `start => Check(order);`.
fn read_start(
    input: ParseStream<'_>,
    items: &mut Items,
    findings: &mut Findings,
) -> syn::Result<()> {
    let word: keyword::start = input.parse()?;
    transition::arrow(input, word.span, "write `start => FirstState(input);`")?;
    let start = transition::parse(input, findings)?;
    if items.start.is_some() {
        findings.push(syn::Error::new(word.span, "the start is said already: leave one out"));
    } else {
        items.start = Some(start);
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
