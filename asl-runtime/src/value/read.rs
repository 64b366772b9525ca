//! JSON text read into values.
//!
//! An own reader, not that of `serde_json`: floats are read exactly, `-0` is an integer, nesting
//! up to [`MAX_DEPTH`] is read, and short strings are never allocated, whatever features of
//! `serde_json` other crates turn on.

use super::{Array, Error, MAX_DEPTH, Number, Object, Str, Value};

/// Reads one JSON value and nothing after it.
pub(super) fn read(text: &[u8]) -> Result<Value, Error> {
    read_within(text, MAX_DEPTH)
}

/// The same with so many levels of arrays and objects at the most.
pub(super) fn read_within(text: &[u8], levels: usize) -> Result<Value, Error> {
    let text = match std::str::from_utf8(text) {
        Ok(text) => text,
        Err(error) => {
            let position = error.valid_up_to();
            return Err(Error::new(format!("the text is not UTF-8 from byte {position} on")));
        }
    };
    let mut reader = Reader { text, position: 0, levels };
    let value = reader.value(levels)?;
    match reader.peek() {
        None => Ok(value),
        Some(_) => Err(reader.error("expected nothing more after the value")),
    }
}

struct Reader<'a> {
    text: &'a str,
    /// Byte offset, always at the start of a character.
    position: usize,
    /// How deep arrays and objects may be nested.
    levels: usize,
}

impl<'a> Reader<'a> {
    fn value(&mut self, levels: usize) -> Result<Value, Error> {
        match self.peek() {
            Some(b'"') => Ok(Value::String(self.string()?)),
            Some(b'{') => self.object(levels),
            Some(b'[') => self.array(levels),
            Some(b'-' | b'0'..=b'9') => Ok(Value::Number(self.number()?)),
            Some(b't') => self.word("true", Value::Bool(true)),
            Some(b'f') => self.word("false", Value::Bool(false)),
            Some(b'n') => self.word("null", Value::Null),
            _ => Err(self.error("expected a JSON value")),
        }
    }

    fn object(&mut self, levels: usize) -> Result<Value, Error> {
        let levels = levels.checked_sub(1).ok_or_else(|| self.too_deep())?;
        self.position += 1;
        let mut object = Object::new();
        if self.eat(b'}') {
            return Ok(Value::Object(object));
        }
        loop {
            if self.peek() != Some(b'"') {
                return Err(self.error("expected the name of a member in double quotes"));
            }
            let name = self.string()?;
            if !self.eat(b':') {
                return Err(self.error("expected `:` after the name of a member"));
            }
            object.insert(name, self.value(levels)?);
            if self.eat(b'}') {
                return Ok(Value::Object(object));
            }
            if !self.eat(b',') {
                return Err(self.error("expected `,` or `}` after a member"));
            }
        }
    }

    fn array(&mut self, levels: usize) -> Result<Value, Error> {
        let levels = levels.checked_sub(1).ok_or_else(|| self.too_deep())?;
        self.position += 1;
        let mut items = Vec::new();
        if self.eat(b']') {
            return Ok(Value::Array(Array::from(items)));
        }
        loop {
            items.push(self.value(levels)?);
            if self.eat(b']') {
                return Ok(Value::Array(Array::from(items)));
            }
            if !self.eat(b',') {
                return Err(self.error("expected `,` or `]` after an item"));
            }
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, Error> {
        if !self.rest().starts_with(word) {
            return Err(self.error("expected a JSON value"));
        }
        self.position += word.len();
        Ok(value)
    }

    fn number(&mut self) -> Result<Number, Error> {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let digits_from = |start: usize| {
            bytes.get(start..).unwrap_or_default().iter().take_while(|b| b.is_ascii_digit()).count()
        };
        let sign = usize::from(bytes.first() == Some(&b'-'));
        let digits = digits_from(sign);
        if digits == 0 || (digits > 1 && bytes.get(sign) == Some(&b'0')) {
            return Err(self.error("expected a number without leading zeros"));
        }
        let mut end = sign + digits;
        let mut is_integer = true;
        if bytes.get(end) == Some(&b'.') {
            is_integer = false;
            let digits = digits_from(end + 1);
            if digits == 0 {
                return Err(self.error("expected a digit after the point of a number"));
            }
            end += 1 + digits;
        }
        if let Some(b'e' | b'E') = bytes.get(end) {
            is_integer = false;
            end += 1 + usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
            let digits = digits_from(end);
            if digits == 0 {
                return Err(self.error("expected a digit in the exponent of a number"));
            }
            end += digits;
        }
        let text = rest.get(..end).unwrap_or_default();
        let number = number(text, is_integer)
            .ok_or_else(|| self.error("a number is beyond the range of 64-bit floats"))?;
        self.position += end;
        Ok(number)
    }

    fn string(&mut self) -> Result<Str, Error> {
        self.position += 1;
        let plain = self.plain();
        if self.eat_here(b'"') {
            return Ok(Str::from(plain));
        }
        let mut text = plain.to_owned();
        loop {
            match self.rest().as_bytes().first() {
                Some(b'"') => {
                    self.position += 1;
                    return Ok(Str::from(text));
                }
                Some(b'\\') => {
                    self.position += 1;
                    text.push(self.escape()?);
                }
                Some(_) => {
                    return Err(self.error("a control character in a string has to be escaped"));
                }
                None => return Err(self.error("a string is not closed")),
            }
            text.push_str(self.plain());
        }
    }

    /// Takes the characters of a string up to a quote, a backslash or a control character.
    fn plain(&mut self) -> &'a str {
        let rest = self.rest();
        let is_end = |byte| matches!(byte, b'"' | b'\\' | 0..0x20);
        let end = rest.bytes().position(is_end).unwrap_or(rest.len());
        self.position += end;
        rest.get(..end).unwrap_or_default()
    }

    /// Takes what follows a backslash.
    fn escape(&mut self) -> Result<char, Error> {
        let character = match self.rest().as_bytes().first() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.position += 1;
                return self.unicode_escape();
            }
            _ => return Err(self.error("a backslash does not start an escape JSON knows")),
        };
        self.position += 1;
        Ok(character)
    }

    fn unicode_escape(&mut self) -> Result<char, Error> {
        let first = self.four_hex_digits()?;
        let code = if (0xd800..0xdc00).contains(&first) && self.rest().starts_with("\\u") {
            self.position += 2;
            let second = self.four_hex_digits()?;
            match second.checked_sub(0xdc00) {
                Some(low @ 0..0x400) => 0x10000 + ((first - 0xd800) << 10) + low,
                _ => first,
            }
        } else {
            first
        };
        char::from_u32(code).ok_or_else(|| self.error("`\\u` escapes half of a surrogate pair"))
    }

    fn four_hex_digits(&mut self) -> Result<u32, Error> {
        let digits =
            self.rest().get(..4).filter(|text| text.bytes().all(|b| b.is_ascii_hexdigit()));
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let code =
            code.ok_or_else(|| self.error("expected four hexadecimal digits after `\\u`"))?;
        self.position += 4;
        Ok(code)
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.position..).unwrap_or_default()
    }

    /// The next byte that is no white space.
    fn peek(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.position) {
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Some(byte);
            }
            self.position += 1;
        }
        None
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.position += usize::from(found);
        found
    }

    fn eat_here(&mut self, byte: u8) -> bool {
        let found = self.text.as_bytes().get(self.position) == Some(&byte);
        self.position += usize::from(found);
        found
    }

    #[cold]
    fn error(&self, message: &str) -> Error {
        let before = self.text.get(..self.position).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|&character| character != '\n').count() + 1;
        Error::new(format!("line {line} column {column}: {message}"))
    }

    #[cold]
    fn too_deep(&self) -> Error {
        self.error(&format!("arrays and objects are nested more than {} deep", self.levels))
    }
}

/// The number of a JSON text that has the form of one; none beyond the range of floats.
pub(super) fn number(text: &str, is_integer: bool) -> Option<Number> {
    if is_integer {
        if let Ok(integer) = text.parse::<i64>() {
            return Some(Number::from(integer));
        }
        if let Ok(integer) = text.parse::<u64>() {
            return Some(Number::from(integer));
        }
    }
    Number::from_f64(text.parse().ok()?)
}
