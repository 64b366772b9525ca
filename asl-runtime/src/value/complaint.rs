//! What AWS's parser of JSON says of text that is none.
//!
//! It is Jackson, whose words reach whoever sends AWS such text.

use std::iter::Peekable;
use std::str::CharIndices;

/// The values that there are, as Jackson lists them.
const VALUES: &str = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

/// What is wrong with a text that is not JSON; none if nothing is.
pub(crate) fn complaint(text: &str) -> Option<String> {
    let mut scanner = Scanner { text, chars: text.char_indices().peekable() };
    let mut open = Vec::new();
    loop {
        if let Err(complaint) = scanner.value(&mut open) {
            return Some(complaint);
        }
        // What has been opened is closed or goes on.
        loop {
            let Some(&container) = open.last() else {
                return scanner.root_end().err();
            };
            match scanner.next_entry(container) {
                Ok(true) => break,
                Ok(false) => drop(open.pop()),
                Err(complaint) => return Some(complaint),
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Container {
    Array,
    Object,
}

struct Scanner<'a> {
    text: &'a str,
    chars: Peekable<CharIndices<'a>>,
}

/// What is wrong.
type Checked<T = ()> = Result<T, String>;

impl Scanner<'_> {
    /// Reads a value, or the beginning of one up to its first innermost value.
    fn value(&mut self, open: &mut Vec<Container>) -> Checked {
        loop {
            let start = self.offset();
            match self.after_space()? {
                Some('"') => return self.string("was expecting closing quote for a string value"),
                Some('{') => match self.first_name()? {
                    true => open.push(Container::Object),
                    false => return Ok(()),
                },
                Some('[') => {
                    if self.peek_after_space()? == Some(']') {
                        self.chars.next();
                        return Ok(());
                    }
                    open.push(Container::Array);
                }
                Some(digit @ ('-' | '0'..='9')) => return self.number(digit),
                Some('}') => return Err(unexpected('}', "expected a value")),
                Some(letter) if letter.is_alphabetic() || letter == '_' || letter == '$' => {
                    return self.word(start);
                }
                Some(other) => {
                    return Err(unexpected(other, &format!("expected a valid value {VALUES}")));
                }
                None => return Err(end(open.last().copied())),
            }
        }
    }

    /// Whether another entry follows in a container that has one.
    fn next_entry(&mut self, container: Container) -> Checked<bool> {
        let (close, entries) = match container {
            Container::Array => (']', "was expecting comma to separate Array entries"),
            Container::Object => ('}', "was expecting comma to separate Object entries"),
        };
        match self.after_space()? {
            Some(',') if container == Container::Array => Ok(true),
            Some(',') => self.name().map(|()| true),
            Some(found) if found == close => Ok(false),
            Some(found @ (']' | '}')) => {
                Err(format!("Unexpected close marker '{found}': expected '{close}'"))
            }
            Some(other) => Err(unexpected(other, entries)),
            None => Err(end(Some(container))),
        }
    }

    /// Whether the object has a member, of which the name is read.
    fn first_name(&mut self) -> Checked<bool> {
        if self.peek_after_space()? == Some('}') {
            self.chars.next();
            return Ok(false);
        }
        self.name().map(|()| true)
    }

    fn name(&mut self) -> Checked {
        match self.after_space()? {
            Some('"') => self.string("in field name")?,
            Some(other) => {
                return Err(unexpected(other, "was expecting double-quote to start field name"));
            }
            None => return Err(end(Some(Container::Object))),
        }
        match self.after_space()? {
            Some(':') => Ok(()),
            Some(other) => {
                Err(unexpected(other, "was expecting a colon to separate field name and value"))
            }
            None => Err(end(Some(Container::Object))),
        }
    }

    /// The rest of a string.
    fn string(&mut self, at_end: &str) -> Checked {
        while let Some((_, character)) = self.chars.next() {
            match character {
                '"' => return Ok(()),
                '\\' => self.escape()?,
                control if control < ' ' => {
                    return Err(format!(
                        "Illegal unquoted character ({}): has to be escaped using backslash to be \
                         included in string value",
                        described(control)
                    ));
                }
                _ => {}
            }
        }
        let separator = if at_end.starts_with("in ") { " " } else { ": " };
        Err(format!("Unexpected end-of-input{separator}{at_end}"))
    }

    fn escape(&mut self) -> Checked {
        const HEX: &str = "expected a hex-digit for character escape sequence";
        const END: &str = "Unexpected end-of-input in character escape sequence";
        match self.chars.next() {
            Some((_, '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't')) => Ok(()),
            Some((_, 'u')) => (0..4).try_for_each(|_| match self.chars.next() {
                Some((_, digit)) if digit.is_ascii_hexdigit() => Ok(()),
                Some((_, other)) => Err(unexpected(other, HEX)),
                None => Err(END.to_owned()),
            }),
            Some((_, other)) => Err(format!("Unrecognized character escape {}", described(other))),
            None => Err(END.to_owned()),
        }
    }

    fn number(&mut self, first: char) -> Checked {
        let sign = "expected digit (0-9) to follow minus sign, for valid numeric value";
        let first = if first == '-' { self.digit(sign)? } else { first };
        if first == '0' && self.peek().is_some_and(|next| next.is_ascii_digit()) {
            return Err("Invalid numeric value: Leading zeroes not allowed".to_owned());
        }
        self.digits();
        if self.skip(&['.']) {
            self.digit("Decimal point not followed by a digit")?;
            self.digits();
        }
        if self.skip(&['e', 'E']) {
            self.skip(&['+', '-']);
            self.digit("Exponent indicator not followed by a digit")?;
            self.digits();
        }
        Ok(())
    }

    fn digit(&mut self, otherwise: &str) -> Checked<char> {
        match self.chars.next() {
            Some((_, digit)) if digit.is_ascii_digit() => Ok(digit),
            Some((_, other)) => Err(format!(
                "Unexpected character ({}) in numeric value: {otherwise}",
                described(other)
            )),
            None => Err("Unexpected end-of-input within numeric value".to_owned()),
        }
    }

    fn digits(&mut self) {
        while self.chars.next_if(|(_, next)| next.is_ascii_digit()).is_some() {}
    }

    /// The word that has begun after this offset.
    fn word(&mut self, start: usize) -> Checked {
        let is_of_word = |&(_, next): &(usize, char)| next.is_alphanumeric() || "_$".contains(next);
        while self.chars.next_if(is_of_word).is_some() {}
        match self.text.get(start..self.offset()).unwrap_or_default().trim() {
            "true" | "false" | "null" => Ok(()),
            word => Err(format!("Unrecognized token '{word}': was expecting {VALUES}")),
        }
    }

    fn root_end(&mut self) -> Checked {
        match self.after_space()? {
            Some(other) => Err(unexpected(other, "Expected space separating root-level values")),
            None => Ok(()),
        }
    }

    /// The next character that is no white space, which is taken.
    fn after_space(&mut self) -> Checked<Option<char>> {
        self.peek_after_space()?;
        Ok(self.chars.next().map(|(_, next)| next))
    }

    fn peek_after_space(&mut self) -> Checked<Option<char>> {
        while self.skip(&[' ', '\n', '\r', '\t']) {}
        match self.peek() {
            Some(control) if control < ' ' => Err(format!(
                "Illegal character ({}): only regular white space (\\r, \\n, \\t) is allowed \
                 between tokens",
                described(control)
            )),
            next => Ok(next),
        }
    }

    fn skip(&mut self, any: &[char]) -> bool {
        self.chars.next_if(|(_, next)| any.contains(next)).is_some()
    }

    fn peek(&mut self) -> Option<char> {
        self.chars.peek().map(|(_, next)| *next)
    }

    fn offset(&mut self) -> usize {
        self.chars.peek().map_or(self.text.len(), |(offset, _)| *offset)
    }
}

fn unexpected(found: char, otherwise: &str) -> String {
    format!("Unexpected character ({}): {otherwise}", described(found))
}

/// The text ends in a container, or where a value was to begin.
fn end(container: Option<Container>) -> String {
    let expected = match container {
        Some(Container::Array) => ": expected close marker for Array",
        Some(Container::Object) => ": expected close marker for Object",
        None => "",
    };
    format!("Unexpected end-of-input{expected}")
}

/// A character with its code.
fn described(character: char) -> String {
    let code = u32::from(character);
    match code {
        _ if character.is_control() => format!("(CTRL-CHAR, code {code})"),
        0..=255 => format!("'{character}' (code {code})"),
        _ => format!("'{character}' (code {code} / 0x{code:x})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_json_is_taken() {
        for text in
            ["1", " -0.5e+7 ", "[]", "{ }", r#"{"a":[1,{"b":null}],"c":"\u00e9\n"}"#, "true"]
        {
            assert_eq!(complaint(text), None, "{text}");
        }
    }

    /// The first two are recorded.
    #[test]
    fn the_first_mistake_is_told() {
        for (text, expected) in [
            (
                "not some json",
                "Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
            ),
            (
                "{'not': 'json'",
                "Unexpected character (''' (code 39)): was expecting double-quote to start field name",
            ),
            (
                r#"{"a" 1}"#,
                "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value",
            ),
            (
                r#"{"a": 1 "b"}"#,
                "Unexpected character ('\"' (code 34)): was expecting comma to separate Object entries",
            ),
            (
                "[1 2]",
                "Unexpected character ('2' (code 50)): was expecting comma to separate Array entries",
            ),
            (
                "[1, ]",
                "Unexpected character (']' (code 93)): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
            ),
            (r#"{"a":}"#, "Unexpected character ('}' (code 125)): expected a value"),
            ("[1}", "Unexpected close marker '}': expected ']'"),
            ("[1", "Unexpected end-of-input: expected close marker for Array"),
            ("\"a", "Unexpected end-of-input: was expecting closing quote for a string value"),
            (r#""\x""#, "Unrecognized character escape 'x' (code 120)"),
            (
                "\"\n\"",
                "Illegal unquoted character ((CTRL-CHAR, code 10)): has to be escaped using backslash to be included in string value",
            ),
            ("01", "Invalid numeric value: Leading zeroes not allowed"),
            (
                "1.x",
                "Unexpected character ('x' (code 120)) in numeric value: Decimal point not followed by a digit",
            ),
            (
                "€",
                "Unexpected character ('€' (code 8364 / 0x20ac)): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
            ),
            ("", "Unexpected end-of-input"),
        ] {
            assert_eq!(complaint(text).as_deref(), Some(expected), "{text}");
        }
    }
}
