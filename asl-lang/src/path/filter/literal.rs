//! Constants in filters: JSON, with strings in either kind of quotes.

use super::condition::Parser;
use crate::ir::Literal;
use crate::path::quoted::parse_quoted;
use crate::path::{Cursor, SyntaxError};

/// The constant that stands here, if any.
pub(super) fn parse(parser: &mut Parser<'_, '_>) -> Result<Option<Literal>, SyntaxError> {
    Ok(Some(match parser.cursor.peek() {
        Some('\'' | '"') => Literal::String(parse_quoted(parser.cursor)?),
        Some('[') => Literal::Array(parser.nested(parse_array)?),
        Some('{') => Literal::Object(parser.nested(parse_object)?),
        Some(c) if c.is_ascii_digit() || matches!(c, '-' | '.') => parse_number(parser.cursor)?,
        _ => {
            let mut ahead = parser.cursor.clone();
            let literal = match ahead.take_while(is_word) {
                "true" => Literal::Bool(true),
                "false" => Literal::Bool(false),
                "null" => Literal::Null,
                _ => return Ok(None),
            };
            *parser.cursor = ahead;
            literal
        }
    }))
}

/// A word without quotes, as a string.
pub(super) fn parse_bare_string(cursor: &mut Cursor<'_>) -> Result<Literal, SyntaxError> {
    let word = cursor.take_while(is_word);
    if word.is_empty() {
        return Err(cursor
            .expected("a value")
            .help("compare with a constant, as `'text'` or `1`, or with a path"));
    }
    Ok(Literal::String(word.to_owned()))
}

pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-')
}

fn parse_number(cursor: &mut Cursor<'_>) -> Result<Literal, SyntaxError> {
    let offset = cursor.offset();
    let written = cursor.take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+'));
    if let Ok(integer) = written.parse() {
        return Ok(Literal::Integer(integer));
    }
    if let Ok(integer) = written.parse() {
        return Ok(Literal::Unsigned(integer));
    }
    match written.parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(Literal::Number(number)),
        _ => Err(SyntaxError::new(offset, format!("`{written}` is not a number"))
            .help("write a text in quotes")),
    }
}

fn parse_array(parser: &mut Parser<'_, '_>) -> Result<Vec<Literal>, SyntaxError> {
    let mut elements = Vec::new();
    parse_list(parser, ']', |parser| {
        elements.push(parse_element(parser)?);
        Ok(())
    })?;
    Ok(elements)
}

fn parse_object(parser: &mut Parser<'_, '_>) -> Result<Vec<(String, Literal)>, SyntaxError> {
    let mut members: Vec<(String, Literal)> = Vec::new();
    parse_list(parser, '}', |parser| {
        let offset = parser.cursor.offset();
        if !matches!(parser.cursor.peek(), Some('\'' | '"')) {
            return Err(parser.cursor.expected("a name in quotes"));
        }
        let name = parse_quoted(parser.cursor)?;
        if members.iter().any(|(other, _)| *other == name) {
            return Err(SyntaxError::new(offset, format!("the member `{name}` is there twice")));
        }
        parser.cursor.skip_blanks();
        if !parser.cursor.eat(':') {
            return Err(parser.cursor.expected("`:` after the name"));
        }
        parser.cursor.skip_blanks();
        members.push((name, parse_element(parser)?));
        Ok(())
    })?;
    Ok(members)
}

/// A list from its bracket, which stands here, to `close`.
fn parse_list(
    parser: &mut Parser<'_, '_>,
    close: char,
    mut parse: impl FnMut(&mut Parser<'_, '_>) -> Result<(), SyntaxError>,
) -> Result<(), SyntaxError> {
    parser.cursor.next();
    parser.cursor.skip_blanks();
    if parser.cursor.eat(close) {
        return Ok(());
    }
    loop {
        parser.cursor.skip_blanks();
        parse(parser)?;
        parser.cursor.skip_blanks();
        if parser.cursor.eat(close) {
            return Ok(());
        }
        if !parser.cursor.eat(',') {
            return Err(parser.cursor.expected(&format!("`,` or `{close}`")));
        }
    }
}

fn parse_element(parser: &mut Parser<'_, '_>) -> Result<Literal, SyntaxError> {
    match parse(parser)? {
        Some(literal) => Ok(literal),
        None => Err(parser.cursor.expected("a constant").help("write a text in quotes")),
    }
}
