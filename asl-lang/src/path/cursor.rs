//! A place in a text that moves forward: what the hand-written parsers of paths and intrinsic
//! functions have in common.

use super::SyntaxError;

#[derive(Debug, Clone)]
pub(crate) struct Cursor<'a> {
    text: &'a str,
    offset: usize,
}

impl<'a> Cursor<'a> {
    /// At the first character that is not blank; blanks at the end are out of sight.
    pub(crate) fn new(text: &'a str) -> Self {
        let text = text.trim_end();
        Cursor { text, offset: text.len() - text.trim_start().len() }
    }

    pub(crate) fn offset(&self) -> usize {
        self.offset
    }

    pub(crate) fn rest(&self) -> &'a str {
        self.text.get(self.offset..).unwrap_or_default()
    }

    /// The text from an earlier offset to here.
    pub(crate) fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.offset).unwrap_or_default()
    }

    pub(crate) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(crate) fn is_at_end(&self) -> bool {
        self.rest().is_empty()
    }

    pub(crate) fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.offset += next.len_utf8();
        Some(next)
    }

    /// Passes `expected` if it stands here.
    pub(crate) fn eat(&mut self, expected: char) -> bool {
        let eaten = self.peek() == Some(expected);
        if eaten {
            self.offset += expected.len_utf8();
        }
        eaten
    }

    /// Passes `expected` if it stands here.
    pub(crate) fn eat_text(&mut self, expected: &str) -> bool {
        let eaten = self.rest().starts_with(expected);
        if eaten {
            self.offset += expected.len();
        }
        eaten
    }

    /// Passes and gives the characters up to the first that does not belong.
    pub(crate) fn take_while(&mut self, mut belongs: impl FnMut(char) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|c| !belongs(c)).unwrap_or(rest.len());
        self.offset += end;
        rest.get(..end).unwrap_or_default()
    }

    pub(crate) fn skip_blanks(&mut self) {
        self.take_while(char::is_whitespace);
    }

    /// Passes a string in quotes, which stand here; gives the text between them as written.
    pub(crate) fn take_quoted(&mut self) -> Result<&'a str, SyntaxError> {
        let start = self.offset;
        let quote = self.next();
        let inner = self.offset;
        loop {
            let end = self.offset;
            match self.next() {
                None => {
                    return Err(SyntaxError::new(start, "the string has no closing quote"));
                }
                Some('\\') => {
                    self.next();
                }
                next if next == quote => {
                    return Ok(self.text.get(inner..end).unwrap_or_default());
                }
                Some(_) => {}
            }
        }
    }

    /// Says that `expected` is missing here.
    pub(crate) fn expected(&self, expected: &str) -> SyntaxError {
        let message = match self.peek() {
            Some(found) => format!("expected {expected}, found `{found}`"),
            None => format!("expected {expected}, but the text ends"),
        };
        SyntaxError::new(self.offset, message)
    }
}
