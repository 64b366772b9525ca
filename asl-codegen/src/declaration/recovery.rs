//! Where reading goes on after a finding, so that one mistake does not hide the next.
//!
//! Each function moves on by at least one token since `start`, unless nothing is left; so a loop
//! around it ends.

use proc_macro2::{Delimiter, TokenTree};
use syn::buffer::Cursor;
use syn::parse::ParseStream;
use syn::{LitStr, Token, token};

use super::keyword;

/// Moves past the machine in which reading stopped: to where the next may begin.
pub(super) fn skip_machine(input: ParseStream<'_>, start: Cursor<'_>) {
    let begins = |input: ParseStream<'_>| {
        input.peek(keyword::machine)
            || input.peek(Token![pub])
            || (input.peek(Token![#]) && input.peek2(token::Bracket))
    };
    skip(input, start, begins, |token| is_punct(token, ';') || is_braces(token));
}

/// Moves past the section of a body in which reading stopped.
pub(super) fn skip_section(input: ParseStream<'_>, start: Cursor<'_>) {
    let begins = |input: ParseStream<'_>| {
        (input.peek(keyword::substitute) || input.peek(keyword::tasks)) && input.peek2(token::Brace)
    };
    skip(input, start, begins, |token| is_punct(token, ';') || is_braces(token));
}

/// Moves past the substitution in which reading stopped.
pub(super) fn skip_substitution(input: ParseStream<'_>, start: Cursor<'_>) {
    skip(input, start, |_| false, |token| is_punct(token, ','));
}

/// Moves past the binding in which reading stopped.
pub(super) fn skip_binding(input: ParseStream<'_>, start: Cursor<'_>) {
    let begins = |input: ParseStream<'_>| {
        is_selector(input) || (input.peek(Token![#]) && input.peek2(token::Bracket))
    };
    skip(input, start, begins, |token| is_punct(token, ';'));
}

/// Whether a binding's selector stands here.
pub(super) fn is_selector(input: ParseStream<'_>) -> bool {
    let word = input.peek(keyword::lambda)
        || input.peek(keyword::activity)
        || input.peek(keyword::machine)
        || input.peek(keyword::state)
        || input.peek(keyword::resource);
    word && input.peek2(LitStr)
}

/// Moves on until what `begins` says, or past what `ends` says.
fn skip(
    input: ParseStream<'_>,
    start: Cursor<'_>,
    begins: impl Fn(ParseStream<'_>) -> bool,
    ends: impl Fn(&TokenTree) -> bool,
) {
    let mut moved = input.cursor() != start;
    while !input.is_empty() {
        if moved && begins(input) {
            break;
        }
        moved = true;
        match input.parse::<TokenTree>() {
            Ok(token) if !ends(&token) => {}
            _ => break,
        }
    }
}

fn is_punct(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == wanted)
}

fn is_braces(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}
