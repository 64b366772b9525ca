//! From a place in a string's value back to its place in the source.

use super::string::Pieces;
use crate::source::{Source, Span, offset};

/// The place in the source of bytes `start..end` of a string's value.
///
/// `span` is the place of the string. Where its value is not what the literal there says, as it
/// has been substituted, the answer is the whole literal.
pub fn locate(source: &Source, span: Span, value: &str, start: usize, end: usize) -> Span {
    #[cfg(feature = "yaml")]
    if source.format() == crate::source::Format::Yaml {
        return crate::yaml::locate(source, span, value, start, end);
    }
    find(source, span, value, start, end).unwrap_or(span)
}

fn find(source: &Source, span: Span, value: &str, start: usize, end: usize) -> Option<Span> {
    let literal = source.slice(span);
    if !literal.starts_with('"') {
        return None;
    }
    let (mut from, mut to) = (None, None);
    let mut characters = value.char_indices();
    let mut pieces = Pieces::new(literal);
    for piece in &mut pieces {
        let piece = piece.ok()?;
        let (at, character) = characters.next()?;
        if character != piece.character {
            return None;
        }
        if at <= start {
            from = Some(piece.range.start);
        }
        if at < end {
            to = Some(piece.range.end);
        }
    }
    if characters.next().is_some() || !pieces.is_closed() {
        return None;
    }
    let close = pieces.position().checked_sub(1)?;
    if start >= value.len() {
        from = Some(close);
    }
    let from = from.unwrap_or(close);
    let to = to.unwrap_or(from).max(from);
    Some(Span::new(span.start + offset(from), span.start + offset(to)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(literal: &str, value: &str, start: usize, end: usize) -> String {
        let source = Source::new("a", literal);
        let span = Span::new(0, literal.len() as u32);
        source.slice(locate(&source, span, value, start, end)).to_owned()
    }

    #[test]
    fn escapes_are_longer_than_what_they_stand_for() {
        assert_eq!(at(r#""$.a[x""#, "$.a[x", 3, 4), "[");
        assert_eq!(at(r#""\u0024.\"é""#, "$.\"é", 0, 1), r"\u0024");
        assert_eq!(at(r#""\u0024.\"é""#, "$.\"é", 2, 3), r#"\""#);
        assert_eq!(at(r#""\ud83d\ude00x""#, "😀x", 4, 5), "x");
    }

    #[test]
    fn the_end_is_before_the_quote() {
        let source = Source::new("a", r#""$.""#);
        let span = locate(&source, Span::new(0, 4), "$.", 2, 2);
        assert_eq!(span, Span::new(3, 3));
    }

    #[test]
    fn a_substituted_string_is_shown_whole() {
        assert_eq!(at(r#""$.${A}""#, "$.x[", 3, 4), r#""$.${A}""#);
        assert_eq!(at("${A}", "x", 0, 1), "${A}");
    }
}
