//! From text to [`Path`]: the root, and the segments in dot notation.

use super::{Cursor, MAX_SEGMENTS, Path, Root, Segment, SyntaxError, bracket};

/// A path with the place of each segment.
pub(super) struct ParsedPath {
    pub(super) path: Path,
    pub(super) offsets: Vec<usize>,
}

/// Parses a text that is a path and nothing else.
pub(super) fn parse_whole(text: &str) -> Result<ParsedPath, SyntaxError> {
    let mut cursor = Cursor::new(text);
    let parsed = parse_located(&mut cursor)?;
    match cursor.peek() {
        None => Ok(parsed),
        Some(found) if found.is_whitespace() => {
            Err(SyntaxError::new(cursor.offset(), "a blank in a path")
                .help("write a name that has blanks in brackets and quotes: `['my name']`"))
        }
        Some(_) => Err(cursor.expected("`.` or `[`")),
    }
}

/// Parses the path that stands at the cursor, up to the first character that ends it.
pub(crate) fn parse_prefix(cursor: &mut Cursor<'_>) -> Result<Path, SyntaxError> {
    parse_located(cursor).map(|parsed| parsed.path)
}

fn parse_located(cursor: &mut Cursor<'_>) -> Result<ParsedPath, SyntaxError> {
    let start = cursor.offset();
    let root = parse_root(cursor)?;
    let (segments, offsets) = parse_segments(cursor, 0)?;
    let text = cursor.since(start).to_owned();
    Ok(ParsedPath { path: Path { text, root, segments }, offsets })
}

/// The segments that stand here, in `nesting` filters, and the place of each.
pub(super) fn parse_segments(
    cursor: &mut Cursor<'_>,
    nesting: usize,
) -> Result<(Vec<Segment>, Vec<usize>), SyntaxError> {
    let (mut segments, mut offsets) = (Vec::new(), Vec::new());
    loop {
        let offset = cursor.offset();
        let segment = match cursor.peek() {
            Some('[') => bracket::parse(cursor, nesting)?,
            Some('.') => parse_dot(cursor, nesting)?,
            _ => return Ok((segments, offsets)),
        };
        if segments.len() == MAX_SEGMENTS {
            let message = format!("a path of more than {MAX_SEGMENTS} segments");
            return Err(SyntaxError::unsupported(offset, message));
        }
        segments.push(segment);
        offsets.push(offset);
    }
}

fn parse_root(cursor: &mut Cursor<'_>) -> Result<Root, SyntaxError> {
    if !cursor.eat('$') {
        let error = cursor.expected("a path, which starts with `$`");
        return Err(match cursor.rest() {
            "" => error.help("write `$` for the whole input"),
            name if is_word(name) => error.help(format!("write `$.{name}`")),
            _ => error,
        });
    }
    if cursor.eat('$') {
        return Ok(Root::Context);
    }
    if !cursor.peek().is_some_and(|c| c == '_' || c.is_alphabetic()) {
        return Ok(Root::Input);
    }
    let name = cursor.take_while(|c| c == '_' || c.is_alphanumeric());
    Ok(Root::Variable(name.to_owned()))
}

/// `.name`, `.*`, `.name()`, `.[…]` and the first `.` of `..name`.
fn parse_dot(cursor: &mut Cursor<'_>, nesting: usize) -> Result<Segment, SyntaxError> {
    cursor.eat('.');
    if cursor.peek() == Some('.') {
        return parse_descendants(cursor);
    }
    if cursor.peek() == Some('[') {
        return bracket::parse(cursor, nesting);
    }
    if cursor.eat('*') {
        return Ok(Segment::Wildcard);
    }
    let name = cursor.take_while(|c| is_plain(c) && !(nesting > 0 && is_operator(c)));
    if name.is_empty() {
        return Err(cursor.expected("a name after `.`"));
    }
    if cursor.peek() == Some('(') {
        let arguments = take_parenthesized(cursor)?.to_owned();
        return Ok(Segment::Function { name: name.to_owned(), arguments });
    }
    Ok(Segment::Member(name.to_owned()))
}

/// The second `.` of `..name` stays, to be read as that of `.name`; that of `..[0]` likewise.
fn parse_descendants(cursor: &mut Cursor<'_>) -> Result<Segment, SyntaxError> {
    match cursor.rest().chars().nth(1) {
        Some(next) if is_plain(next) || next == '[' || next == '*' => Ok(Segment::Descendants),
        _ => {
            cursor.eat('.');
            Err(cursor.expected("a name, `*` or `[` after `..`"))
        }
    }
}

/// Whether the character may stand in a name without quotes.
fn is_plain(c: char) -> bool {
    !matches!(c, '.' | '[' | ']' | '(' | ')' | '*' | ',' | '\'' | '"')
        && !c.is_whitespace()
        && !c.is_control()
}

/// Whether the character ends a name in a filter.
fn is_operator(c: char) -> bool {
    matches!(c, '=' | '!' | '<' | '>' | '~' | '&' | '|')
}

/// Whether somebody may have meant the text as a path and forgot the `$`.
fn is_word(text: &str) -> bool {
    text.starts_with(char::is_alphabetic)
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

/// Passes `( … )`, which stands here, and gives what is inside. Parentheses in strings and in
/// regular expressions do not count.
pub(super) fn take_parenthesized<'a>(cursor: &mut Cursor<'a>) -> Result<&'a str, SyntaxError> {
    let open = cursor.offset();
    let mut depth = 0_usize;
    loop {
        match cursor.peek() {
            Some('\'' | '"') => {
                cursor.take_quoted()?;
                continue;
            }
            Some('/') if cursor.since(open).trim_end().ends_with("=~") => {
                cursor.take_quoted()?;
                continue;
            }
            _ => {}
        }
        match cursor.next() {
            None => return Err(SyntaxError::new(open, "the `(` has no closing `)`")),
            Some('(') => depth += 1,
            Some(')') if depth == 1 => {
                let inside = cursor.since(open).strip_prefix('(').unwrap_or_default();
                return Ok(inside.strip_suffix(')').unwrap_or_default());
            }
            Some(')') => depth -= 1,
            Some(_) => {}
        }
    }
}
