//! Source text and places in it.
//!
//! A [`Source`] is what the caller hands in: a name for messages and the text. Everything made
//! from it afterwards says where it was written by a [`Span`].

use std::path::Path;

use crate::diagnostic::{Code, Diagnostic};

/// The longest definition AWS takes, in characters.
pub const MAX_CHARACTERS: usize = 1_048_576;

/// Bytes of text between counts of characters.
const BLOCK: usize = 256;

/// A definition's text with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    name: String,
    text: String,
    format: Format,
    /// Byte offset of the start of each line.
    lines: Vec<u32>,
    /// Characters before each block of [`BLOCK`] bytes, so that a column in a line of a megabyte
    /// is found as quickly as in any other.
    characters: Vec<u32>,
}

/// How a definition is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Format {
    /// JSON.
    #[default]
    Json,
    /// YAML. It is read only with the feature `yaml`.
    Yaml,
}

/// A range of bytes of a [`Source`], the end not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

/// A value with the place where it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

/// A place as people count it: both from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: u32,
    /// The character in the line.
    pub column: u32,
}

impl Format {
    /// The format of a file, by its extension: YAML for `.yaml` and `.yml`, else JSON.
    pub fn of_path(path: impl AsRef<Path>) -> Format {
        let is = |extension: &str| {
            ["yaml", "yml"].iter().any(|yaml| extension.eq_ignore_ascii_case(yaml))
        };
        let extension = path.as_ref().extension().and_then(|extension| extension.to_str());
        if extension.is_some_and(is) { Format::Yaml } else { Format::Json }
    }
}

impl Source {
    /// A source from text, which is JSON. A byte order mark at its start is left out.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Source {
        let mut text: String = text.into();
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        let newlines = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        let lines = std::iter::once(0).chain(newlines.map(|(at, _)| offset(at + 1))).collect();
        let counts = text.as_bytes().chunks(BLOCK).scan(0, |before, block| {
            let count = *before;
            *before += count_characters(block);
            Some(count)
        });
        let characters = counts.collect();
        Source { name: name.into(), text, format: Format::Json, lines, characters }
    }

    /// The same source in another format.
    #[must_use]
    pub fn in_format(self, format: Format) -> Source {
        Source { format, ..self }
    }

    /// A source from the bytes of a file, whose name says the [format](Format::of_path).
    ///
    /// # Errors
    /// The bytes are not UTF-8: the finding, and the source with `\u{fffd}` for what is not.
    pub fn from_bytes(
        name: impl Into<String>,
        bytes: &[u8],
    ) -> Result<Source, Box<(Diagnostic, Source)>> {
        let source = Source::new(name, String::from_utf8_lossy(bytes));
        let format = Format::of_path(&source.name);
        let source = source.in_format(format);
        let Err(error) = std::str::from_utf8(bytes) else { return Ok(source) };
        let mark = if bytes.starts_with("\u{feff}".as_bytes()) { '\u{feff}'.len_utf8() } else { 0 };
        let start = offset(error.valid_up_to().saturating_sub(mark));
        let span = Span::new(start, start + offset(char::REPLACEMENT_CHARACTER.len_utf8()));
        let finding = Diagnostic::new(Code::NotUtf8, "the text is not UTF-8", span)
            .label("here is what is not")
            .help("save the file in UTF-8");
        Err(Box::new((finding, source)))
    }

    /// The name, as messages show it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How it is written.
    pub fn format(&self) -> Format {
        self.format
    }

    /// The part of the text at a span; empty for a span of another source.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// What to underline for a value: all of it if it is on one line, else its bracket, or the
    /// first of its lines.
    pub(crate) fn head(&self, span: Span) -> Span {
        let Some((first, _)) = self.slice(span).split_once('\n') else { return span };
        let length = if first.starts_with(['{', '[']) { 1 } else { first.trim_end().len() };
        Span::new(span.start, span.start + offset(length))
    }

    /// Line and column of a byte offset.
    pub fn position(&self, at: u32) -> Position {
        let line = self.lines.partition_point(|&start| start <= at).max(1);
        let start = self.lines.get(line - 1).copied().unwrap_or_default();
        let column = self.characters_before(at) - self.characters_before(start);
        Position { line: offset(line), column: column + 1 }
    }

    /// The line that holds a byte offset, without its end.
    pub(crate) fn line(&self, at: u32) -> Span {
        let next = self.lines.partition_point(|&start| start <= at).max(1);
        let start = self.lines.get(next - 1).copied().unwrap_or_default();
        let end = self.lines.get(next).copied().unwrap_or(offset(self.text.len()));
        let text = self.slice(Span::new(start, end));
        Span::new(start, start + offset(text.trim_end_matches(['\n', '\r']).len()))
    }

    /// How many characters end before a byte offset.
    fn characters_before(&self, at: u32) -> u32 {
        let mut within = (0..=self.text.len().min(at as usize)).rev();
        let at = within.find(|&at| self.text.is_char_boundary(at)).unwrap_or(0);
        let block = at / BLOCK;
        let before = self.characters.get(block).copied();
        // The end of a text that fills its last block is the start of a block that is not there.
        let (start, before) = match before {
            Some(before) => (block * BLOCK, before),
            None => {
                let last = self.characters.len().saturating_sub(1);
                (last * BLOCK, self.characters.get(last).copied().unwrap_or(0))
            }
        };
        before + count_characters(self.text.as_bytes().get(start..at).unwrap_or_default())
    }

    /// The finding for a text longer than AWS takes.
    pub(crate) fn check_length(&self) -> Option<Diagnostic> {
        let over = self.text.char_indices().nth(MAX_CHARACTERS)?.0;
        let message = format!("the definition is longer than {MAX_CHARACTERS} characters");
        let span = Span::new(offset(over), offset(over));
        let finding = Diagnostic::new(Code::DefinitionTooLong, message, span)
            .label("this is where AWS stops")
            .help("move a part of the states into a machine of their own");
        Some(finding)
    }
}

impl Span {
    /// A span from its two ends.
    pub const fn new(start: u32, end: u32) -> Span {
        Span { start, end }
    }

    /// The span as a range for indexing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// A value at this place.
    pub fn of<T>(self, value: T) -> Spanned<T> {
        Spanned { value, span: self }
    }
}

impl<T> Spanned<T> {
    /// Changes the value and keeps the place.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: change(self.value), span: self.span }
    }

    /// The same place with a borrowed value.
    pub fn as_ref(&self) -> Spanned<&T> {
        Spanned { value: &self.value, span: self.span }
    }
}

/// How many characters start in these bytes.
fn count_characters(bytes: &[u8]) -> u32 {
    offset(bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count())
}

/// An offset as a span holds it. A text of 4 GB is refused long before.
pub(crate) fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_from_one() {
        let source = Source::new("a.json", "ab\nä→x\n");
        assert_eq!(source.position(0), Position { line: 1, column: 1 });
        assert_eq!(source.position(2), Position { line: 1, column: 3 });
        assert_eq!(source.position(3), Position { line: 2, column: 1 });
        assert_eq!(source.position(8), Position { line: 2, column: 3 });
        assert_eq!(source.position(10), Position { line: 3, column: 1 });
    }

    #[test]
    fn a_position_outside_is_not_a_panic() {
        let source = Source::new("a.json", "ä");
        assert_eq!(source.position(1), Position { line: 1, column: 1 });
        assert_eq!(source.position(99), Position { line: 1, column: 2 });
        assert_eq!(source.slice(Span::new(1, 9)), "");
    }

    #[test]
    fn the_extension_says_the_format() {
        for path in ["a.yaml", "b/a.asl.yml", "A.YAML"] {
            assert_eq!(Format::of_path(path), Format::Yaml, "{path}");
            assert_eq!(Source::from_bytes(path, b"").unwrap().format(), Format::Yaml);
        }
        for path in ["a.json", "a.asl.json", "yaml", "a.yaml.json", ""] {
            assert_eq!(Format::of_path(path), Format::Json, "{path}");
        }
    }

    #[test]
    fn columns_in_long_lines() {
        for length in [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK] {
            let source = Source::new("a", format!("x\n{}", "ä".repeat(length)));
            let end = offset(source.text().len());
            assert_eq!(source.position(end), Position { line: 2, column: offset(length) + 1 });
        }
    }

    #[test]
    fn a_byte_order_mark_is_skipped() {
        let source = Source::from_bytes("a.json", b"\xef\xbb\xbf{}").unwrap();
        assert_eq!(source.text(), "{}");
    }

    #[test]
    fn bytes_that_are_not_utf8_are_placed() {
        for bytes in [b"{\n \xff}".as_slice(), b"\xef\xbb\xbf{\n \xff}", b"{\n \xf0\x9f\x9a"] {
            let (finding, source) = *Source::from_bytes("a.json", bytes).unwrap_err();
            assert_eq!(source.slice(finding.span), "\u{fffd}");
            assert_eq!(source.position(finding.span.start), Position { line: 2, column: 2 });
        }
    }

    #[test]
    fn the_length_limit_counts_characters() {
        assert!(Source::new("a", "ä".repeat(MAX_CHARACTERS)).check_length().is_none());
        assert!(Source::new("a", "ä".repeat(MAX_CHARACTERS + 1)).check_length().is_some());
    }
}
