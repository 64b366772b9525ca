//! From a place in a string's value back to its place in the text.

use std::ops::Range;

use crate::source::{Source, Span, offset};

/// The place in the source of bytes `start..end` of a string's value.
///
/// `span` is the place of the scalar. Value and text are followed side by side; where they differ
/// in more than quotes, escapes and white space, the string has been substituted, and the answer is
/// the whole scalar.
pub(crate) fn locate(source: &Source, span: Span, value: &str, start: usize, end: usize) -> Span {
    find(source.slice(span), value, start, end).map_or(span, |range| {
        Span::new(span.start + offset(range.start), span.start + offset(range.end))
    })
}

fn find(text: &str, value: &str, start: usize, end: usize) -> Option<Range<usize>> {
    let mut scalar = Scalar::new(text);
    let (mut from, mut to) = (None, None);
    for (at, character) in value.char_indices() {
        let range = scalar.find(character)?;
        if at <= start {
            from = Some(range.start);
        }
        if at < end {
            to = Some(range.end);
        }
    }
    let last = scalar.at;
    if !scalar.is_over() {
        return None;
    }
    let from = if start >= value.len() { last } else { from.unwrap_or(last) };
    Some(from..to.unwrap_or(from).max(from))
}

/// The text of a scalar while it is followed.
struct Scalar<'a> {
    text: &'a str,
    at: usize,
    quote: Option<char>,
}

impl<'a> Scalar<'a> {
    fn new(text: &'a str) -> Scalar<'a> {
        let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''));
        Scalar { text, at: quote.map_or(0, char::len_utf8), quote }
    }

    /// The bytes that stand for the next character of the value; none if it does not come next.
    fn find(&mut self, wanted: char) -> Option<Range<usize>> {
        loop {
            let start = self.at;
            let Some((character, length)) = self.peek() else {
                // Line breaks at the end of a block are not always written out.
                return wanted.is_whitespace().then_some(start..start);
            };
            let matches = character == Some(wanted)
                || (wanted.is_whitespace() && character.is_none_or(char::is_whitespace));
            if matches {
                self.at += length;
                return Some(start..self.at);
            }
            if character.is_none_or(char::is_whitespace) {
                self.at += length;
            } else {
                return wanted.is_whitespace().then_some(start..start);
            }
        }
    }

    /// Whether nothing but white space and the closing quote are left.
    fn is_over(&self) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default().trim();
        rest.is_empty() || self.quote.is_some_and(|quote| rest.chars().eq([quote]))
    }

    /// What stands here and its length: the character, none for a line break that is escaped.
    fn peek(&self) -> Option<(Option<char>, usize)> {
        let rest = self.text.get(self.at..)?;
        let first = rest.chars().next()?;
        match (self.quote, first) {
            (Some('\''), '\'') => rest.starts_with("''").then_some((Some('\''), 2)),
            (Some('"'), '"') => None,
            (Some('"'), '\\') => escape(rest),
            _ => Some((Some(first), first.len_utf8())),
        }
    }
}

/// The character for which an escape stands, and its length.
///
/// See [escaped characters](https://yaml.org/spec/1.2.2/#57-escaped-characters).
fn escape(text: &str) -> Option<(Option<char>, usize)> {
    let kind = text.chars().nth(1)?;
    let simple = |character| Some((Some(character), 1 + kind.len_utf8()));
    match kind {
        '0' => simple('\0'),
        'a' => simple('\u{7}'),
        'b' => simple('\u{8}'),
        't' => simple('\t'),
        'n' => simple('\n'),
        'v' => simple('\u{b}'),
        'f' => simple('\u{c}'),
        'r' => simple('\r'),
        'e' => simple('\u{1b}'),
        'N' => simple('\u{85}'),
        '_' => simple('\u{a0}'),
        'L' => simple('\u{2028}'),
        'P' => simple('\u{2029}'),
        'x' => Some((char::from_u32(hexadecimal(text, 2, 2)?), 4)),
        'u' => surrogates(text),
        'U' => Some((char::from_u32(hexadecimal(text, 2, 8)?), 10)),
        '\n' | '\r' => Some((None, 2)),
        _ => simple(kind),
    }
}

/// `\u` with four digits, twice where it takes two for a character.
fn surrogates(text: &str) -> Option<(Option<char>, usize)> {
    let first = hexadecimal(text, 2, 4)?;
    if let Some(character) = char::from_u32(first) {
        return Some((Some(character), 6));
    }
    let second = hexadecimal(text, 8, 4)?;
    let code = 0x10000 + (first.checked_sub(0xd800)? << 10) + second.checked_sub(0xdc00)?;
    Some((Some(char::from_u32(code)?), 12))
}

fn hexadecimal(text: &str, start: usize, digits: usize) -> Option<u32> {
    u32::from_str_radix(text.get(start..start + digits)?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `needle` of the value is in the text of a scalar.
    fn at(text: &str, value: &str, needle: &str) -> String {
        let start = value.find(needle).unwrap();
        let span = Span::new(0, offset(text.len()));
        let source = Source::new("a", text);
        source.slice(locate(&source, span, value, start, start + needle.len())).to_owned()
    }

    #[test]
    fn plain_and_quoted() {
        assert_eq!(at("$.a[x", "$.a[x", "["), "[");
        assert_eq!(at("'it''s $.a['", "it's $.a[", "'s"), "''s");
        assert_eq!(at("'it''s $.a['", "it's $.a[", "["), "[");
        assert_eq!(at(r#""\u00e4\"\x41[""#, "ä\"A[", "A"), r"\x41");
        assert_eq!(at(r#""\u00e4\"\x41[""#, "ä\"A[", "["), "[");
        assert_eq!(at(r#""\ud83d\ude00x""#, "😀x", "😀"), r"\ud83d\ude00");
        assert_eq!(at("\"a\\\n  b[\"", "ab[", "["), "[");
        assert_eq!(at("\"a\n  b[\"", "a b[", "b["), "b[");
    }

    #[test]
    fn several_lines() {
        assert_eq!(at("p\n   q[", "p q[", "q["), "q[");
        assert_eq!(at("one\n   two[", "one\n two[", "two["), "two[");
        assert_eq!(at("one\r\n  two[", "one\ntwo[\n", "two["), "two[");
        assert_eq!(at("f\n  g\n\n  h[", "f g\nh[", "h["), "h[");
    }

    #[test]
    fn the_end_is_before_the_quote() {
        let source = Source::new("a", "\"$.\"");
        assert_eq!(locate(&source, Span::new(0, 4), "$.", 2, 2), Span::new(3, 3));
        let source = Source::new("a", "$.");
        assert_eq!(locate(&source, Span::new(0, 2), "$.", 2, 2), Span::new(2, 2));
    }

    #[test]
    fn a_substituted_string_is_shown_whole() {
        assert_eq!(at("$.${A}", "$.x[", "["), "$.${A}");
        assert_eq!(at("'$.${A}'", "$.x[", "["), "'$.${A}'");
        assert_eq!(at("${A}", "x", "x"), "${A}");
    }
}
