//! A definition written as tokens: the JSON text that they stand for, and the way back from a
//! place in the text to the token.
//!
//! A token is written where it stands in the caller's file, as far as that is known, so that the
//! text has that file's lines and columns. What is not JSON is handed on as it is: the reader of
//! `asl-lang` says so, and its finding comes back to the token.

use std::ops::Range;

use asl_lang::source;
use proc_macro2::{Delimiter, Group, Literal, Spacing, Span, TokenStream, TokenTree};
use syn::Lit;

use super::literal::lines_and_columns;
use crate::declaration::{Findings, with_help};

/// A definition's tokens as text.
pub(super) struct Tokens {
    text: String,
    /// The tokens in order, each with its bytes in the text.
    places: Vec<(Range<usize>, Span)>,
    /// Tokens that JSON has nothing like.
    refused: Findings,
}

/// What stands at a place in the text.
pub(super) struct Place<'a> {
    /// The first and the last token.
    pub(super) spans: (Span, Span),
    /// The one token and the bytes in it, where the place is a part of a token.
    pub(super) within: Option<(&'a str, Range<usize>)>,
}

impl Tokens {
    /// The text of a definition. The group is no deeper than a declaration may be.
    pub(super) fn new(group: &Group) -> Self {
        let tokens = Self { text: String::new(), places: Vec::new(), refused: Findings::default() };
        let mut writer = Writer { tokens, line: 0, column: 0, joined: false };
        writer.group(group);
        writer.tokens
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// What was wrong before there was a text. A value stands there instead.
    pub(super) fn refused(&self) -> &Findings {
        &self.refused
    }

    /// The tokens at a place in the text: none only if there are no tokens.
    pub(super) fn at(&self, span: source::Span) -> Option<Place<'_>> {
        let Range { start, end } = span.range();
        let end = end.max(start + 1);
        let last = self.places.len().checked_sub(1)?;
        let from = self.places.partition_point(|(range, _)| range.end <= start).min(last);
        let to = self.places.partition_point(|(range, _)| range.start < end);
        let to = to.saturating_sub(1).clamp(from, last);
        let ((first, from_span), (_, to_span)) = (self.places.get(from)?, self.places.get(to)?);
        let is_part = from == to && first.start <= start && end <= first.end;
        let is_part = is_part && (first.start < start || end < first.end);
        let within = is_part.then(|| {
            let token = self.text.get(first.clone()).unwrap_or_default();
            (token, start - first.start..end - first.start)
        });
        Some(Place { spans: (*from_span, *to_span), within })
    }
}

struct Writer {
    tokens: Tokens,
    /// Where the text ends: lines and characters before.
    line: usize,
    column: usize,
    /// The token before and the next belong together.
    joined: bool,
}

impl Writer {
    fn group(&mut self, group: &Group) {
        let (open, close) = match group.delimiter() {
            Delimiter::Brace => ("{", "}"),
            Delimiter::Bracket => ("[", "]"),
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::None => return self.stream(group.stream()),
        };
        self.token(open, group.span_open());
        self.stream(group.stream());
        self.token(close, group.span_close());
    }

    fn stream(&mut self, stream: TokenStream) {
        let mut trees = stream.into_iter().peekable();
        while let Some(tree) = trees.next() {
            match (&tree, trees.peek()) {
                (TokenTree::Punct(sign), Some(TokenTree::Group(name)))
                    if sign.as_char() == '$' && name.delimiter() == Delimiter::Brace =>
                {
                    self.placeholder(sign.span(), name);
                    trees.next();
                }
                (TokenTree::Punct(sign), Some(TokenTree::Group(_))) if sign.as_char() == '#' => {
                    let message = "a definition has no doc comments";
                    self.refuse(sign.span(), message, "write `//`, or the field `Comment`");
                    trees.next();
                }
                _ => self.tree(&tree),
            }
        }
    }

    fn tree(&mut self, tree: &TokenTree) {
        match tree {
            TokenTree::Group(group) => self.group(group),
            TokenTree::Literal(literal) => self.literal(literal),
            TokenTree::Ident(word) => self.token(&word.to_string(), word.span()),
            TokenTree::Punct(sign) => {
                self.token(sign.as_char().encode_utf8(&mut [0; 4]), sign.span());
                self.joined = sign.spacing() == Spacing::Joint || sign.as_char() == '-';
            }
        }
    }

    /// Writes a string as what it stands for, and any other literal as it is written.
    fn literal(&mut self, literal: &Literal) {
        let span = literal.span();
        match Lit::new(literal.clone()) {
            Lit::Str(text) if text.suffix().is_empty() => {
                if is_ambiguous(literal) {
                    let message = "a backslash in a raw string is not clear among tokens";
                    self.refuse(span, message, RAW);
                }
                self.token(&quoted(&text.value()), span);
            }
            Lit::ByteStr(_) | Lit::CStr(_) | Lit::Byte(_) | Lit::Char(_) => {
                self.refuse(span, "this literal is not one of JSON's", "write `\"…\"`");
                self.token("\"\"", span);
            }
            _ => self.token(&literal.to_string(), span),
        }
    }

    fn refuse(&mut self, span: Span, message: &str, help: &str) {
        self.tokens.refused.push(with_help(span, message, help));
    }

    /// Writes `${AWS::Region}`: its name has no blanks, however its tokens stand.
    fn placeholder(&mut self, sign: Span, name: &Group) {
        self.token("$", sign);
        self.joined = true;
        self.token("{", name.span_open());
        for token in name.stream() {
            self.joined = true;
            self.token(&token.to_string(), token.span());
        }
        self.joined = true;
        self.token("}", name.span_close());
    }

    fn token(&mut self, text: &str, span: Span) {
        if !std::mem::take(&mut self.joined) {
            self.move_to(span);
        }
        let start = self.tokens.text.len();
        self.tokens.text.push_str(text);
        self.column += text.chars().count();
        self.tokens.places.push((start..self.tokens.text.len(), span));
    }

    /// Moves on to where a token stands, or at least away from the one before.
    fn move_to(&mut self, span: Span) {
        let here = (self.line, self.column);
        let there = lines_and_columns(span).filter(|there| *there >= here);
        let Some((line, column)) = there else {
            self.tokens.text.push(' ');
            self.column += 1;
            return;
        };
        if line > self.line {
            self.tokens.text.extend(std::iter::repeat_n('\n', line - self.line));
            self.column = 0;
        }
        self.tokens.text.extend(std::iter::repeat_n(' ', column - self.column));
        (self.line, self.column) = (line, column);
    }
}

const RAW: &str = "for a backslash write `\"\\\\\"`; for JSON's escapes write the whole definition as a \
                   raw string, `= r#\"{ … }\"#`";

/// Whether a string could be meant for Rust or for JSON. rustc proposes a raw string where JSON's
/// escapes are not its own, and would mean something else by it.
fn is_ambiguous(literal: &Literal) -> bool {
    let written = literal.to_string();
    written.starts_with('r') && written.contains('\\')
}

/// A string as JSON writes it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if c < ' ' => quoted.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests;
