//! Where reading goes on after a finding. Each function moves on by at least one token since
//! `begin`, unless nothing is left.

use proc_macro2::{Ident, TokenTree};
use syn::buffer::Cursor;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Token, token};

use super::keyword;

/// Moves past the state in which reading stopped.
pub(super) fn skip_item(input: ParseStream<'_>, begin: Cursor<'_>) {
    skip(input, begin, |input| {
        (input.peek(keyword::state) && input.peek2(Ident::peek_any))
            || (input.peek(keyword::start) && input.peek2(Token![=>]))
            || (input.peek(keyword::retry) && input.peek2(Ident::peek_any))
            || (input.peek(keyword::tasks) && input.peek2(token::Brace))
            || (input.peek(Token![let]) && input.peek2(syn::Ident))
            || (input.peek(Token![#]) && input.peek2(token::Bracket))
    });
}

/// Moves past the function in which reading stopped.
pub(super) fn skip_function(input: ParseStream<'_>, begin: Cursor<'_>) {
    skip(input, begin, |input| {
        input.peek(Token![async]) || (input.peek(Token![#]) && input.peek2(token::Bracket))
    });
}

/// Moves past the arm, the branch or the argument in which reading stopped, and its comma.
pub(super) fn skip_arm(input: ParseStream<'_>, begin: Cursor<'_>) {
    skip(input, begin, |input| input.peek(Token![,]));
    let _ = input.parse::<Token![,]>();
}

fn skip(input: ParseStream<'_>, begin: Cursor<'_>, begins: impl Fn(ParseStream<'_>) -> bool) {
    let mut moved = input.cursor() != begin;
    while !input.is_empty() {
        if moved && begins(input) {
            break;
        }
        moved = true;
        if input.parse::<TokenTree>().is_err() {
            break;
        }
    }
}
