//! The text of a host expression, on one line, roughly as a person writes it.

use std::iter::Peekable;

use proc_macro2::{Delimiter, Group, Punct, Spacing, TokenStream, TokenTree, token_stream};
use quote::ToTokens;
use syn::Expr;

/// Signs that are one operator, the longer ones first.
const OPERATORS: [&str; 12] =
    ["..=", "::", "..", "&&", "||", "==", "!=", "<=", ">=", "=>", "<<", ">>"];

/// Words that no operand ends with.
const KEYWORDS: [&str; 9] = ["as", "else", "if", "in", "let", "match", "move", "mut", "return"];

/// The text of an expression.
pub(super) fn source(expression: &Expr) -> String {
    let mut printer = Printer::default();
    printer.tokens(expression.to_token_stream());
    printer.text.trim().to_owned()
}

#[derive(Default)]
struct Printer {
    text: String,
    /// What stands last is an operand, or ends one.
    after_operand: bool,
    /// The parameters of a closure are open.
    in_closure: bool,
    /// Angle brackets that are open after `::`.
    generics: usize,
}

impl Printer {
    fn tokens(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Group(group) => self.group(&group),
                TokenTree::Punct(sign) => self.signs(&sign, &mut tokens),
                word => self.word(&word.to_string()),
            }
        }
    }

    fn word(&mut self, word: &str) {
        if self.text.ends_with(|c: char| c.is_alphanumeric() || "_\")]}".contains(c)) {
            self.text.push(' ');
        }
        self.text.push_str(word);
        self.after_operand = !KEYWORDS.contains(&word);
    }

    fn group(&mut self, group: &Group) {
        let is_empty = group.stream().is_empty();
        let (open, close) = match group.delimiter() {
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::Bracket => ("[", "]"),
            Delimiter::Brace if is_empty => ("{", "}"),
            Delimiter::Brace => ("{ ", " }"),
            Delimiter::None => ("", ""),
        };
        let is_apart = group.delimiter() == Delimiter::Brace || !self.after_operand;
        if is_apart && self.text.ends_with(|c: char| c.is_alphanumeric() || "_)]}".contains(c)) {
            self.text.push(' ');
        }
        let mut outer = std::mem::take(self);
        self.text = std::mem::take(&mut outer.text) + open;
        self.tokens(group.stream());
        // That of a tuple may be all that makes it one.
        if ends_with_idle_comma(group.delimiter(), outer.after_operand) {
            let written = self.text.trim_end();
            let length = written.strip_suffix(',').unwrap_or(written).len();
            let is_comma = length < written.len();
            if is_comma {
                self.text.truncate(length);
            }
        }
        let text = std::mem::take(&mut self.text) + close;
        let (in_closure, generics) = (outer.in_closure, outer.generics);
        *self = Self { text, after_operand: true, in_closure, generics };
    }

    /// A sign with those that belong to it.
    fn signs(&mut self, first: &Punct, tokens: &mut Peekable<token_stream::IntoIter>) {
        let mut run = String::from(first.as_char());
        let mut spacing = first.spacing();
        while let (Spacing::Joint, Some(TokenTree::Punct(next))) = (spacing, tokens.peek()) {
            run.push(next.as_char());
            spacing = next.spacing();
            tokens.next();
        }
        let mut rest = run.as_str();
        while let Some(first) = rest.chars().next() {
            let is_generic = self.generics > 0 && matches!(first, '<' | '>');
            let known = OPERATORS.iter().find(|operator| rest.starts_with(**operator));
            let length = match known {
                Some(operator) if !is_generic => operator.len(),
                _ => first.len_utf8(),
            };
            let (operator, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
            self.operator(operator);
            rest = after;
        }
    }

    fn operator(&mut self, operator: &str) {
        match operator {
            "<" if self.generics > 0 || self.text.ends_with("::") || !self.after_operand => {
                self.generics += 1;
                self.tight(operator);
            }
            ">" if self.generics > 0 => {
                self.generics -= 1;
                self.tight(operator);
                self.after_operand = true;
            }
            "," | ";" | ":" => {
                self.tight(operator);
                self.text.push(' ');
            }
            "?" => self.text.push('?'),
            "::" | "." | ".." | "..=" | "'" | "#" | "!" => self.tight(operator),
            "|" if self.in_closure => {
                self.in_closure = false;
                self.tight("| ");
            }
            "|" if !self.after_operand => {
                self.in_closure = true;
                self.tight(operator);
            }
            "||" if !self.after_operand => self.tight("|| "),
            "&" | "&&" | "*" | "-" if !self.after_operand => self.tight(operator),
            operator => {
                self.tight(&format!(" {operator} "));
            }
        }
    }

    fn tight(&mut self, text: &str) {
        // After a word such as `in`.
        let is_prefix = !self.after_operand && matches!(text, "&" | "*" | "-" | "!" | "|" | "|| ");
        if is_prefix && self.text.ends_with(char::is_alphanumeric) {
            self.text.push(' ');
        }
        self.text.push_str(text);
        self.after_operand = false;
    }
}

/// Whether a comma at the end of such a group means nothing.
fn ends_with_idle_comma(delimiter: Delimiter, after_operand: bool) -> bool {
    delimiter != Delimiter::Parenthesis || after_operand
}

#[cfg(test)]
mod tests {
    use super::source;

    #[test]
    fn expressions_are_as_they_are_written() {
        for text in [
            "a.b.len() > 3 && !c",
            "items.iter().any(|item| *item > 5 || item == &x)",
            "items.iter().map(|(a, b)| a * b).collect::<Vec<_>>()",
            "Kind::Flat { cents: 3, rest: -1 }",
            "Duration::from_secs(basket.len() as u64)",
            "if a { b[0] } else { match c { 1..=3 => -d, _ => e? } }",
            "format!(\"{:?}\", &*a)",
            "json!({ \"a\": (b), \"c\": [] })",
            "f(move || {}, x as u8 as i64 - 1)",
            "a | b == c ^ 0x1f",
            "<T as Trait>::NAME",
        ] {
            let expression = syn::parse_str(text);
            assert_eq!(
                expression.map(|expression| source(&expression)).ok().as_deref(),
                Some(text)
            );
        }
    }
}
