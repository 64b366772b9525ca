//! What tells a machine of the DSL from others: its tokens, documentation aside.

use asl_lang::fingerprint::Hasher;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::ToTokens;

use crate::declaration::Declaration;

/// The fingerprint of a machine with this body.
pub(super) fn fingerprint(declaration: &Declaration, body: &Group) -> u64 {
    let mut hasher = Hasher::default();
    if let Some((name, ty)) = &declaration.input {
        hasher.text(&name.to_string());
        take(ty.to_token_stream(), &mut hasher);
    }
    hasher.text("->");
    take(declaration.output.to_token_stream(), &mut hasher);
    take(body.stream(), &mut hasher);
    hasher.finish()
}

fn take(tokens: TokenStream, hasher: &mut Hasher) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        if is_hash(&token) && tokens.next_if(is_documentation).is_some() {
            continue;
        }
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    // What a macro of the caller's has filled in.
                    Delimiter::None => ("", ""),
                };
                word(open, hasher);
                take(group.stream(), hasher);
                word(close, hasher);
            }
            token => word(&token.to_string(), hasher),
        }
    }
}

fn word(word: &str, hasher: &mut Hasher) {
    if !word.is_empty() {
        hasher.text(word);
    }
}

fn is_hash(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == '#')
}

/// `[doc = "…"]`
fn is_documentation(token: &TokenTree) -> bool {
    let TokenTree::Group(group) = token else { return false };
    let first = group.stream().into_iter().next();
    group.delimiter() == Delimiter::Bracket
        && matches!(first, Some(TokenTree::Ident(word)) if word == "doc")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> u64 {
        let mut hasher = Hasher::default();
        take(text.parse().unwrap_or_default(), &mut hasher);
        hasher.finish()
    }

    #[test]
    fn layout_and_documentation_do_not_count() {
        let machine = "state A(n: u64) = pass => B(n + 1);";
        assert_eq!(of(machine), 0x0a82_c8e5_8c0d_e404);
        let other = "/// What it does.\n  state A(n:u64)=pass=>\n B( n+1 ); // and why";
        assert_eq!(of(other), of(machine));
    }

    #[test]
    fn everything_else_does() {
        let machine = "state A(n: u64) = pass => B(n + 1);";
        for (old, new) in [("1", "2"), ("u64", "u32"), ("A", "C"), ("n + 1", "n, 1")] {
            assert_ne!(of(&machine.replace(old, new)), of(machine));
        }
    }
}
