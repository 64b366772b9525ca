//! Segments in bracket notation: `['name']`, `[0]`, `[*]`, `[1:3]`, `[0,2]`, `[?(…)]`.

use super::quoted::parse_name;
use super::{Cursor, Segment, SyntaxError, filter};

/// Parses the segment whose `[` stands at the cursor, in `nesting` filters.
pub(super) fn parse(cursor: &mut Cursor<'_>, nesting: usize) -> Result<Segment, SyntaxError> {
    cursor.eat('[');
    cursor.skip_blanks();
    let segment = match cursor.peek() {
        Some('\'' | '"') => parse_members(cursor)?,
        Some('*') => {
            cursor.eat('*');
            Segment::Wildcard
        }
        Some('?') => Segment::Filter(filter::parse(cursor, nesting)?),
        Some('(') => {
            return Err(SyntaxError::new(cursor.offset(), "a script is not a path")
                .help("write `[-1]` for the last element"));
        }
        Some(c) if c.is_ascii_digit() || c == '-' || c == ':' => parse_numbers(cursor)?,
        Some(c) if c == '_' || c.is_alphabetic() => {
            return Err(cursor
                .expected("a name in quotes, an index, `*` or `?` after `[`")
                .help(format!("write `['{}']`", cursor.rest().trim_end_matches(']'))));
        }
        _ => return Err(cursor.expected("a name in quotes, an index, `*` or `?` after `[`")),
    };
    cursor.skip_blanks();
    if cursor.eat(']') { Ok(segment) } else { Err(cursor.expected("`]`")) }
}

fn parse_members(cursor: &mut Cursor<'_>) -> Result<Segment, SyntaxError> {
    let first = parse_name(cursor)?;
    let mut names = Vec::new();
    loop {
        cursor.skip_blanks();
        if !cursor.eat(',') {
            break;
        }
        cursor.skip_blanks();
        names.push(parse_name(cursor)?);
    }
    if names.is_empty() {
        return Ok(Segment::Member(first));
    }
    names.insert(0, first);
    Ok(Segment::Members(names))
}

/// `[0]`, `[0,2]`, `[1:3]`.
fn parse_numbers(cursor: &mut Cursor<'_>) -> Result<Segment, SyntaxError> {
    let first = parse_index(cursor)?;
    cursor.skip_blanks();
    if cursor.eat(':') {
        let end = parse_index(cursor)?;
        cursor.skip_blanks();
        // A step is read and, as by AWS's library, not used.
        if cursor.eat(':') {
            parse_index(cursor)?;
        }
        return Ok(Segment::Slice { start: first, end });
    }
    let Some(first) = first else {
        return Err(cursor.expected("an index"));
    };
    let mut indexes = vec![first];
    while cursor.eat(',') {
        match parse_index(cursor)? {
            Some(index) => indexes.push(index),
            None => return Err(cursor.expected("an index after `,`")),
        }
        cursor.skip_blanks();
    }
    Ok(if indexes.len() == 1 { Segment::Index(first) } else { Segment::Indexes(indexes) })
}

/// An index, if one stands here.
fn parse_index(cursor: &mut Cursor<'_>) -> Result<Option<i32>, SyntaxError> {
    cursor.skip_blanks();
    let start = cursor.offset();
    let minus = cursor.eat('-');
    let digits = cursor.take_while(|c| c.is_ascii_digit());
    if digits.is_empty() {
        return if minus { Err(cursor.expected("digits after `-`")) } else { Ok(None) };
    }
    let written = cursor.since(start);
    let index = written
        .parse()
        .map_err(|_| SyntaxError::new(start, format!("the index `{written}` is out of range")))?;
    Ok(Some(index))
}
