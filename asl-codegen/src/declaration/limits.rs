//! Bounds on the tokens that syn reads.
//!
//! syn's parsers of types and expressions call themselves for each level, and take up to 60 kB of
//! stack for one in an unoptimised build. So whatever is handed to them is measured first, without
//! recursion, and is refused where it goes far beyond what anyone writes.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use syn::Token;
use syn::parse::ParseStream;

/// Groups within groups, at most: those of a definition written as tokens, and some around it.
const MAX_NESTING: usize = asl_lang::json::MAX_DEPTH + 8;

/// The first group that stands too deep in others.
pub(super) fn too_deep(tokens: &TokenStream) -> Option<Span> {
    let mut open = vec![tokens.clone().into_iter()];
    while let Some(innermost) = open.last_mut() {
        match innermost.next() {
            Some(TokenTree::Group(group)) if open.len() > MAX_NESTING => {
                return Some(group.span_open());
            }
            Some(TokenTree::Group(group)) => open.push(group.stream().into_iter()),
            Some(_) => {}
            None => {
                open.pop();
            }
        }
    }
    None
}

/// Whether what stands here up to the end of a type can be given to syn.
pub(super) fn is_type_bounded(input: ParseStream<'_>) -> bool {
    let mut budget = Budget::new();
    let mut cursor = input.cursor();
    let mut is_complete = false;
    while let Some((token, rest)) = cursor.token_tree() {
        if ends_type(&token, is_complete) {
            break;
        }
        is_complete = !matches!(&token, TokenTree::Punct(punct) if punct.as_char() != '>');
        if !budget.covers(token) {
            return false;
        }
        cursor = rest;
    }
    true
}

/// Whether each of the attributes that stand here can be given to syn.
pub(super) fn are_attributes_bounded(input: ParseStream<'_>) -> bool {
    let fork = input.fork();
    while fork.parse::<Token![#]>().is_ok() {
        if !fork.parse::<TokenTree>().is_ok_and(|token| Budget::new().covers(token)) {
            return false;
        }
    }
    true
}

/// Whether no type goes on with this token. Braces belong to one only where it is not complete
/// before them: `Grid<{ WIDTH }>`.
fn ends_type(token: &TokenTree, is_complete: bool) -> bool {
    match token {
        TokenTree::Punct(punct) => punct.as_char() == ';',
        TokenTree::Group(group) => is_complete && group.delimiter() == Delimiter::Brace,
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    }
}

/// What is left to spend on one type.
struct Budget {
    /// Tokens of any kind.
    tokens: usize,
    /// Groups, and signs that may each begin a level.
    levels: usize,
}

impl Budget {
    fn new() -> Self {
        Self { tokens: 150, levels: 32 }
    }

    /// Spends what the token and all within it cost.
    fn covers(&mut self, token: TokenTree) -> bool {
        let mut pending = vec![token];
        while let Some(token) = pending.pop() {
            let level = match &token {
                TokenTree::Group(_) => 1,
                TokenTree::Punct(punct) => {
                    usize::from(!matches!(punct.as_char(), ':' | ',' | '>' | '+' | '\''))
                }
                TokenTree::Ident(_) | TokenTree::Literal(_) => 0,
            };
            let left = (self.tokens.checked_sub(1), self.levels.checked_sub(level));
            let (Some(tokens), Some(levels)) = left else {
                return false;
            };
            *self = Self { tokens, levels };
            if let TokenTree::Group(group) = token {
                pending.extend(group.stream());
            }
        }
        true
    }
}
