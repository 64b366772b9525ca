//! String literals: their end, and what their escapes stand for.

use std::ops::Range;

/// What is wrong in a string literal, and where.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct StringError {
    /// Bytes of the text handed in.
    pub(super) range: Range<usize>,
    /// What is wrong.
    pub(super) message: String,
    /// What to write instead.
    pub(super) help: Option<&'static str>,
}

/// One character of a string literal.
pub(super) struct Piece {
    /// What it stands for.
    pub(super) character: char,
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
}

/// A string literal from its opening quote on, character by character.
pub(super) struct Pieces<'a> {
    text: &'a str,
    at: usize,
    closed: bool,
}

impl<'a> Pieces<'a> {
    /// `text` starts with the opening quote.
    pub(super) fn new(text: &'a str) -> Pieces<'a> {
        Pieces { text, at: 1, closed: false }
    }

    /// Bytes read so far; the length of the literal once it is over.
    pub(super) fn position(&self) -> usize {
        self.at.min(self.text.len())
    }

    /// Whether the closing quote has been read.
    pub(super) fn is_closed(&self) -> bool {
        self.closed
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Reads what comes after a backslash.
    fn escape(&mut self, start: usize) -> Result<char, StringError> {
        let Some(kind) = self.rest().chars().next() else {
            return Err(self.error(start, "the string ends in a backslash", None));
        };
        self.at += kind.len_utf8();
        Ok(match kind {
            '"' | '\\' | '/' => kind,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => return self.unicode(start),
            _ => {
                let help = "write a backslash as `\\\\`";
                let kind = kind.escape_debug();
                return Err(self.error(start, &format!("`\\{kind}` is not an escape"), Some(help)));
            }
        })
    }

    /// Reads what comes after `\u`, and a second escape where it takes two.
    fn unicode(&mut self, start: usize) -> Result<char, StringError> {
        let first = self.hex(start)?;
        if let Some(character) = char::from_u32(first) {
            return Ok(character);
        }
        let half = "half a surrogate pair is not a character";
        let help = Some("write both halves, as in `\\ud83d\\ude00`");
        if first >= 0xdc00 || !self.rest().starts_with("\\u") {
            return Err(self.error(start, half, help));
        }
        let again = self.at;
        self.at += 2;
        let second = self.hex(start)?;
        if !(0xdc00..0xe000).contains(&second) {
            self.at = again;
            return Err(self.error(start, half, help));
        }
        let code = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
        char::from_u32(code).ok_or_else(|| self.error(start, half, help))
    }

    fn hex(&mut self, start: usize) -> Result<u32, StringError> {
        let digits = self.rest().get(..4).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()));
        match digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()) {
            Some(code) => {
                self.at += 4;
                Ok(code)
            }
            None => Err(self.error(start, "`\\u` is followed by four hexadecimal digits", None)),
        }
    }

    fn error(&self, start: usize, message: &str, help: Option<&'static str>) -> StringError {
        StringError { range: start..self.position(), message: message.to_owned(), help }
    }
}

impl Iterator for Pieces<'_> {
    type Item = Result<Piece, StringError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.closed {
            return None;
        }
        let start = self.at;
        let character = self.rest().chars().next()?;
        match character {
            '"' => {
                self.at += 1;
                self.closed = true;
                None
            }
            // A string does not go over the end of its line: most likely its quote is missing.
            '\n' | '\r' => None,
            '\\' => {
                self.at += 1;
                let character = match self.escape(start) {
                    Ok(character) => character,
                    Err(error) => return Some(Err(error)),
                };
                Some(Ok(Piece { character, range: start..self.at }))
            }
            _ => {
                self.at += character.len_utf8();
                if character < ' ' {
                    let message = format!(
                        "the control character U+{:04X} stands in a string",
                        u32::from(character)
                    );
                    let help = Some("write it as an escape, `\\t` or `\\u0000`");
                    return Some(Err(self.error(start, &message, help)));
                }
                Some(Ok(Piece { character, range: start..self.at }))
            }
        }
    }
}
