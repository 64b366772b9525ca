//! Strings in quotes, in names and in filters.

use super::{Cursor, SyntaxError};

/// The name of a member in quotes. A backslash before the quotes' own kind is not part of it; AWS
/// takes any other as it is: `['a\"b']` has a backslash in it.
pub(super) fn parse_name(cursor: &mut Cursor<'_>) -> Result<String, SyntaxError> {
    let quote = cursor.peek().filter(|quote| matches!(quote, '\'' | '"'));
    let Some(quote) = quote else {
        return Err(cursor.expected("a name in quotes"));
    };
    let mut name = String::new();
    for character in cursor.take_quoted()?.chars() {
        if character == quote {
            name.pop();
        }
        name.push(character);
    }
    Ok(name)
}

/// A string of a filter, without its escapes.
pub(super) fn parse_quoted(cursor: &mut Cursor<'_>) -> Result<String, SyntaxError> {
    let offset = cursor.offset() + 1;
    let written = cursor.take_quoted()?;
    let mut text = String::with_capacity(written.len());
    let mut characters = written.char_indices();
    while let Some((at, character)) = characters.next() {
        if character != '\\' {
            text.push(character);
            continue;
        }
        match characters.next().map(|(_, escaped)| escaped) {
            Some('n') => text.push('\n'),
            Some('t') => text.push('\t'),
            Some('r') => text.push('\r'),
            Some('b') => text.push('\u{8}'),
            Some('f') => text.push('\u{c}'),
            Some('u') => {
                let code = written.get(at + 2..at + 6).unwrap_or_default();
                let hex = code.bytes().all(|byte| byte.is_ascii_hexdigit()).then_some(code);
                let code = hex.and_then(|hex| u32::from_str_radix(hex, 16).ok());
                let Some(character) = code.and_then(char::from_u32) else {
                    return Err(SyntaxError::new(offset + at, "`\\u` needs four hex digits"));
                };
                text.push(character);
                characters.nth(3);
            }
            Some(other) => text.push(other),
            None => {}
        }
    }
    Ok(text)
}
