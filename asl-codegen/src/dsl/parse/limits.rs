//! Bounds on the tokens of a machine, so that no parser of syn runs out of stack.

use proc_macro2::{Delimiter, Spacing, Span, TokenStream, TokenTree};

/// What may begin a level of its own, at most, on the way to any token: groups, signs and the
/// keywords of expressions. syn takes up to 60 kB of stack for a level.
const MAX_LEVELS: usize = 32;

/// Where levels stand too deep in others.
pub(super) fn too_deep(tokens: &TokenStream) -> Option<Span> {
    let mut open = vec![Open { tokens: tokens.clone().into_iter(), outer: 0, run: 0 }];
    loop {
        let depth = open.len();
        let innermost = open.last_mut()?;
        let Some(token) = innermost.tokens.next() else {
            open.pop();
            continue;
        };
        if innermost.ends_run(&token, depth) {
            innermost.run = 0;
        } else if begins_level(&token) {
            innermost.run += 1;
        }
        let level = innermost.outer + innermost.run;
        if level > MAX_LEVELS {
            return Some(token.span());
        }
        if let TokenTree::Group(group) = token {
            open.push(Open { tokens: group.stream().into_iter(), outer: level + 1, run: 0 });
        }
    }
}

/// A group that is being looked at.
struct Open {
    tokens: proc_macro2::token_stream::IntoIter,
    /// Levels around it.
    outer: usize,
    /// What may begin a level in it, since the expression that stands here began.
    run: usize,
}

impl Open {
    /// Whether another expression begins after this token.
    fn ends_run(&self, token: &TokenTree, depth: usize) -> bool {
        match token {
            TokenTree::Punct(punct) => matches!(punct.as_char(), ',' | ';'),
            TokenTree::Group(group) => depth == 1 && group.delimiter() == Delimiter::Brace,
            _ => false,
        }
    }
}

/// Whether an expression or a type in another may begin with it.
fn begins_level(token: &TokenTree) -> bool {
    const WORDS: [&str; 14] = [
        "as", "async", "await", "break", "const", "else", "for", "if", "let", "loop", "match",
        "move", "return", "while",
    ];
    match token {
        // The `..` of a range.
        TokenTree::Punct(punct) if punct.as_char() == '.' => punct.spacing() == Spacing::Joint,
        TokenTree::Punct(punct) => !matches!(punct.as_char(), ':' | '>' | '\''),
        TokenTree::Ident(word) => WORDS.iter().any(|keyword| word == keyword),
        TokenTree::Group(_) | TokenTree::Literal(_) => false,
    }
}
