//! What an expression does not need where it has come to stand: parentheses, and `Ok` around what
//! is taken out of one.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// The same tokens without that.
///
/// A block or an `if` is written in parentheses, for whatever may follow it. As an argument, as the
/// value of a `let`, or as all that a pair of brackets holds, it needs none.
pub(super) fn tidy(tokens: TokenStream) -> TokenStream {
    let trees: Vec<TokenTree> = tokens.into_iter().map(inside).collect();
    let trees = without_ok(trees);
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

/// `call()` in the place of `__rt::Ok(call()?)`.
fn without_ok(trees: Vec<TokenTree>) -> Vec<TokenTree> {
    let mut kept: Vec<TokenTree> = Vec::with_capacity(trees.len());
    for tree in trees {
        let inner = match &tree {
            TokenTree::Group(group) if ends_with_ok(&kept) => tried(group),
            _ => None,
        };
        match inner {
            Some(inner) => {
                kept.truncate(kept.len() - OK.len());
                kept.extend(inner);
            }
            None => kept.push(tree),
        }
    }
    kept
}

const OK: [&str; 4] = ["__rt", ":", ":", "Ok"];

fn ends_with_ok(trees: &[TokenTree]) -> bool {
    let last = trees.len().checked_sub(OK.len()).and_then(|start| trees.get(start..));
    last.is_some_and(|last| last.iter().zip(OK).all(|(tree, text)| tree.to_string() == text))
}

/// What stands before the `?` of a group that is nothing but a call or the like with one.
fn tried(group: &Group) -> Option<Vec<TokenTree>> {
    let mut trees: Vec<TokenTree> = group.stream().into_iter().collect();
    let is = |tree: &TokenTree, characters: &[char]| matches!(tree, TokenTree::Punct(punct) if characters.contains(&punct.as_char()));
    let last = trees.pop().filter(|last| is(last, &['?']));
    let is_postfix =
        |tree: &TokenTree| !matches!(tree, TokenTree::Punct(_)) || is(tree, &[':', '.', '?']);
    last.filter(|_| group.delimiter() == Delimiter::Parenthesis && trees.iter().all(is_postfix))?;
    Some(trees)
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
