//! Bounds on the tokens of a machine, so that no parser of syn runs out of stack.

use proc_macro2::{Span, TokenStream, TokenTree};

/// What may begin a level of its own, at most, on the way to any token: groups, signs and the
/// keywords of expressions. syn takes up to 60 kB of stack for a level.
const MAX_LEVELS: usize = 80;

/// Where levels stand too deep in others.
pub(super) fn too_deep(tokens: &TokenStream) -> Option<Span> {
    let mut open = vec![(tokens.clone().into_iter(), 0_usize, 0_usize)];
    while let Some((innermost, outer, run)) = open.last_mut() {
        let Some(token) = innermost.next() else {
            open.pop();
            continue;
        };
        match &token {
            TokenTree::Punct(punct) if matches!(punct.as_char(), ',' | ';') => *run = 0,
            TokenTree::Punct(punct) if matches!(punct.as_char(), '.' | ':' | '\'') => {}
            TokenTree::Ident(word) if !begins_level(&word.to_string()) => {}
            TokenTree::Literal(_) => {}
            _ => *run += 1,
        }
        let level = *outer + *run;
        if level > MAX_LEVELS {
            return Some(token.span());
        }
        if let TokenTree::Group(group) = token {
            // Groups beside each other are not in each other.
            *run -= 1;
            open.push((group.stream().into_iter(), level, 0));
        }
    }
    None
}

fn begins_level(word: &str) -> bool {
    const WORDS: [&str; 12] = [
        "as", "async", "break", "const", "else", "for", "if", "let", "loop", "match", "move",
        "while",
    ];
    WORDS.contains(&word) || matches!(word, "return" | "unsafe" | "yield")
}
