//! String literals.

use super::{Code, Error, Lexer, Span, TokenKind, offset};

impl Lexer<'_> {
    /// A string in either kind of quotes.
    pub(super) fn string(&mut self, quote: char) -> Result<TokenKind, Error> {
        let start = self.at;
        self.bump();
        let mut units = Units::default();
        while let Some(character) = self.bump() {
            if character == quote {
                return Ok(TokenKind::String(units.finish()));
            }
            match character {
                '\\' => self.escape(&mut units)?,
                character => units.push(character),
            }
        }
        let span = Span::new(offset(start), offset(start + quote.len_utf8()));
        Err(Error::new(Code::S0101, span))
    }

    /// What stands after a backslash.
    fn escape(&mut self, units: &mut Units) -> Result<(), Error> {
        let start = self.at - 1;
        let escaped = self.bump();
        let character = match escaped {
            Some(character @ ('"' | '\\' | '/')) => character,
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('u') => return self.unit(start, units),
            other => {
                let name = other.map(String::from).unwrap_or_default();
                return Err(Error::naming(Code::S0103, self.since(start), &name));
            }
        };
        units.push(character);
        Ok(())
    }

    /// The four digits after `\u`. If the text ends before them, it is the quote that is missing.
    fn unit(&mut self, start: usize, units: &mut Units) -> Result<(), Error> {
        let rest = self.rest();
        let end = rest.char_indices().nth(4).map_or(rest.len(), |(at, _)| at);
        let digits = &rest[..end];
        let unit = u16::from_str_radix(digits, 16).ok().filter(|_| !digits.starts_with('+'));
        let Some(unit) = unit else { return Err(Error::new(Code::S0104, self.since(start))) };
        self.at += end;
        units.push_unit(unit);
        Ok(())
    }
}

/// A string made of characters and of halves of surrogate pairs.
#[derive(Default)]
struct Units {
    text: String,
    /// The first half of a pair whose second half may follow.
    high: Option<u16>,
}

impl Units {
    fn push(&mut self, character: char) {
        self.flush();
        self.text.push(character);
    }

    fn push_unit(&mut self, unit: u16) {
        let pair = self.high.and_then(|high| char::decode_utf16([high, unit]).next()?.ok());
        if let Some(character) = pair {
            self.high = None;
            self.text.push(character);
            return;
        }
        self.flush();
        match char::from_u32(u32::from(unit)) {
            Some(character) => self.text.push(character),
            None if unit < 0xdc00 => self.high = Some(unit),
            None => self.text.push(char::REPLACEMENT_CHARACTER),
        }
    }

    fn flush(&mut self) {
        if self.high.take().is_some() {
            self.text.push(char::REPLACEMENT_CHARACTER);
        }
    }

    fn finish(mut self) -> String {
        self.flush();
        self.text
    }
}
