//! Parentheses that an expression does not need where it has come to stand.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// The same tokens without them.
///
/// A block or an `if` is written in parentheses, for whatever may follow it. As an argument, as the
/// value of a `let`, or as all that a pair of brackets holds, it needs none.
pub(super) fn tidy(tokens: TokenStream) -> TokenStream {
    let trees: Vec<TokenTree> = tokens.into_iter().map(inside).collect();
    let mut tidied = TokenStream::new();
    for (index, tree) in trees.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| trees.get(before));
        match tree {
            TokenTree::Group(group)
                if group.delimiter() == Delimiter::Parenthesis
                    && begins(before)
                    && ends(trees.get(index + 1))
                    && is_enclosed(group) =>
            {
                tidied.extend(group.stream());
            }
            tree => tidied.extend([tree.clone()]),
        }
    }
    tidied
}

fn inside(tree: TokenTree) -> TokenTree {
    match tree {
        TokenTree::Group(group) => {
            let mut tidied = Group::new(group.delimiter(), tidy(group.stream()));
            tidied.set_span(group.span());
            TokenTree::Group(tidied)
        }
        tree => tree,
    }
}

/// Whether an expression begins after this.
fn begins(before: Option<&TokenTree>) -> bool {
    match before {
        None => true,
        Some(TokenTree::Punct(punct)) => matches!(punct.as_char(), ',' | '=' | ';' | '|'),
        Some(_) => false,
    }
}

/// Whether it ends before this.
fn ends(after: Option<&TokenTree>) -> bool {
    match after {
        None => true,
        Some(TokenTree::Punct(punct)) => matches!(punct.as_char(), ',' | ';'),
        Some(_) => false,
    }
}

/// Whether it is one expression, of which the parentheses are no tuple's.
fn is_enclosed(group: &Group) -> bool {
    let is_comma = |tree: TokenTree| matches!(tree, TokenTree::Punct(p) if p.as_char() == ',');
    let mut trees = group.stream().into_iter().peekable();
    trees.peek().is_some() && !trees.any(is_comma)
}
