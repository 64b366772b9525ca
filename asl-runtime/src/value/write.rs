//! Values as compact JSON text.
//!
//! Escapes are those of `serde_json`: `\"`, `\\`, `\b`, `\f`, `\n`, `\r`, `\t`, `\u00xx` for the
//! other control characters, and nothing else. Nesting is kept in a list, so that any depth can
//! be written.

use std::convert::Infallible;
use std::fmt;

use super::{Iter, Value};

/// Where text goes.
pub(super) trait Sink {
    /// What may go wrong.
    type Error;
    /// Adds to the text.
    fn push(&mut self, text: &str) -> Result<(), Self::Error>;
}

impl Sink for String {
    type Error = Infallible;

    #[inline]
    fn push(&mut self, text: &str) -> Result<(), Infallible> {
        self.push_str(text);
        Ok(())
    }
}

impl Sink for fmt::Formatter<'_> {
    type Error = fmt::Error;

    fn push(&mut self, text: &str) -> fmt::Result {
        self.write_str(text)
    }
}

/// Counts bytes.
struct Count(usize);

impl Sink for Count {
    type Error = Infallible;

    fn push(&mut self, text: &str) -> Result<(), Infallible> {
        self.0 += text.len();
        Ok(())
    }
}

/// An array or object that is being written.
enum Open<'a> {
    Array(std::slice::Iter<'a, Value>),
    Object(Iter<'a>),
}

/// Writes the compact JSON of a value.
pub(super) fn write<S: Sink>(value: &Value, sink: &mut S) -> Result<(), S::Error> {
    let mut open = Vec::new();
    if let Some(container) = start(value, sink)? {
        open.push(container);
    }
    let mut separator = "";
    while let Some(container) = open.last_mut() {
        let (member, end) = match container {
            Open::Array(items) => (items.next(), "]"),
            Open::Object(entries) => match entries.next() {
                None => (None, "}"),
                Some((name, member)) => {
                    sink.push(separator)?;
                    write_string(name, sink)?;
                    separator = ":";
                    (Some(member), "}")
                }
            },
        };
        match member {
            None => {
                sink.push(end)?;
                open.pop();
                separator = ",";
            }
            Some(member) => {
                sink.push(separator)?;
                separator = ",";
                if let Some(container) = start(member, sink)? {
                    open.push(container);
                    separator = "";
                }
            }
        }
    }
    Ok(())
}

/// Writes a value that has no members, or the opening bracket of one that may have.
fn start<'a, S: Sink>(value: &'a Value, sink: &mut S) -> Result<Option<Open<'a>>, S::Error> {
    match value {
        Value::Null => sink.push("null")?,
        Value::Bool(true) => sink.push("true")?,
        Value::Bool(false) => sink.push("false")?,
        Value::Number(number) => number.with_text(|text| sink.push(text))?,
        Value::String(text) => write_string(text, sink)?,
        Value::Array(array) => {
            sink.push("[")?;
            return Ok(Some(Open::Array(array.iter())));
        }
        Value::Object(object) => {
            sink.push("{")?;
            return Ok(Some(Open::Object(object.iter())));
        }
    }
    Ok(None)
}

/// Writes a JSON string.
fn write_string<S: Sink>(text: &str, sink: &mut S) -> Result<(), S::Error> {
    sink.push("\"")?;
    let mut rest = text;
    while let Some(position) = rest.bytes().position(needs_escape) {
        // A byte that needs an escape is a whole character.
        let (plain, escaped) = rest.split_at(position);
        sink.push(plain)?;
        let (character, after) = escaped.split_at(1);
        write_escape(character, sink)?;
        rest = after;
    }
    sink.push(rest)?;
    sink.push("\"")
}

fn write_escape<S: Sink>(character: &str, sink: &mut S) -> Result<(), S::Error> {
    match character {
        "\"" => sink.push("\\\""),
        "\\" => sink.push("\\\\"),
        "\u{8}" => sink.push("\\b"),
        "\u{c}" => sink.push("\\f"),
        "\n" => sink.push("\\n"),
        "\r" => sink.push("\\r"),
        "\t" => sink.push("\\t"),
        _ => {
            let code = character.bytes().next().unwrap_or_default();
            sink.push(if code < 0x10 { "\\u000" } else { "\\u001" })?;
            let digit = char::from_digit(u32::from(code & 0xf), 16).unwrap_or('0');
            sink.push(digit.encode_utf8(&mut [0; 4]))
        }
    }
}

#[inline]
fn needs_escape(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

/// Bytes of a string as JSON, its quotes included.
pub(super) fn escaped_len(text: &str) -> usize {
    // Most strings need no escape, which takes one pass without branches to see.
    let escapes = text.bytes().filter(|&byte| needs_escape(byte)).count();
    let long = if escapes == 0 { 0 } else { text.bytes().filter(|&b| is_long_escape(b)).count() };
    2 + text.len() + escapes + 4 * long
}

/// Whether a byte is written as `\u00xx`.
fn is_long_escape(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, 0x8 | 0xc | b'\n' | b'\r' | b'\t')
}

/// Bytes of the compact JSON of a value of any depth.
pub(super) fn count(value: &Value) -> usize {
    let mut count = Count(0);
    let Ok(()) = write(value, &mut count);
    count.0
}
