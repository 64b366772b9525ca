//! From text to [`Call`].

use super::{Argument, ArgumentKind, Call, Function, MAX_NESTING, StringLiteral, split_template};
use crate::diagnostic::suggestion;
use crate::ir::Literal;
use crate::path::{self, Cursor, SyntaxError};

/// Parses a call of an intrinsic function.
///
/// # Errors
/// The first place that does not parse, a function that does not exist, or a number of arguments
/// that the function does not take.
///
/// # Examples
/// ```
/// use asl_lang::intrinsic::{self, Function};
///
/// let call = intrinsic::parse("States.MathAdd($.total, 1)")?;
/// assert_eq!(call.function, Function::MathAdd);
/// assert_eq!(call.arguments.len(), 2);
/// # Ok::<(), asl_lang::path::SyntaxError>(())
/// ```
pub fn parse(text: &str) -> Result<Call, SyntaxError> {
    let mut cursor = Cursor::new(text);
    let call = parse_call(&mut cursor, 1)?;
    if cursor.is_at_end() { Ok(call) } else { Err(cursor.expected("nothing after the call")) }
}

fn parse_call(cursor: &mut Cursor<'_>, nesting: usize) -> Result<Call, SyntaxError> {
    let offset = cursor.offset();
    if nesting > MAX_NESTING {
        let message = format!("more than {MAX_NESTING} functions nested in each other");
        return Err(SyntaxError::new(offset, message));
    }
    let function = parse_name(cursor)?;
    cursor.skip_blanks();
    if !cursor.eat('(') {
        return Err(cursor.expected(&format!("`(` after `{}`", function.name())));
    }
    let arguments = parse_arguments(cursor, nesting)?;
    let text = cursor.since(offset).to_owned();
    let call = Call { offset, text, function, arguments };
    check_count(&call)?;
    Ok(call)
}

fn parse_name<'a>(cursor: &mut Cursor<'a>) -> Result<Function, SyntaxError> {
    let offset = cursor.offset();
    let name = cursor.take_while(is_word);
    if name.is_empty() {
        return Err(cursor
            .expected("an intrinsic function")
            .help("call it by its name, as `States.Format('order {}', $.id)`"));
    }
    Function::from_name(name).ok_or_else(|| {
        let bare = |name: &'a str| name.rsplit('.').next().unwrap_or_default();
        let known = Function::ALL.iter().map(|function| bare(function.name()));
        let error = SyntaxError::new(offset, format!("there is no intrinsic function `{name}`"));
        match suggestion(bare(name), known) {
            Some(nearest) => error.help(format!("did you mean `States.{nearest}`?")),
            None => error,
        }
    })
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_')
}

/// The arguments from after the `(` to after the `)`.
fn parse_arguments(cursor: &mut Cursor<'_>, nesting: usize) -> Result<Vec<Argument>, SyntaxError> {
    let mut arguments = Vec::new();
    cursor.skip_blanks();
    if cursor.eat(')') {
        return Ok(arguments);
    }
    loop {
        cursor.skip_blanks();
        let offset = cursor.offset();
        let kind = parse_argument(cursor, nesting)?;
        arguments.push(Argument { offset, kind });
        cursor.skip_blanks();
        if cursor.eat(')') {
            return Ok(arguments);
        }
        if !cursor.eat(',') {
            return Err(cursor.expected("`,` or `)`"));
        }
    }
}

fn parse_argument(cursor: &mut Cursor<'_>, nesting: usize) -> Result<ArgumentKind, SyntaxError> {
    match cursor.peek() {
        Some('\'') => parse_string(cursor).map(ArgumentKind::String),
        Some('$') => path::parse_prefix(cursor).map(ArgumentKind::Path),
        Some(c) if c == '-' || c.is_ascii_digit() => parse_number(cursor).map(ArgumentKind::Number),
        Some(c) if is_word(c) => parse_word(cursor, nesting),
        Some('"') => {
            Err(cursor.expected("an argument").help("write a string in single quotes: `'text'`"))
        }
        _ => Err(cursor.expected("an argument")),
    }
}

/// `true`, `false`, `null` or a nested call.
fn parse_word(cursor: &mut Cursor<'_>, nesting: usize) -> Result<ArgumentKind, SyntaxError> {
    let mut ahead = cursor.clone();
    let offset = ahead.offset();
    let word = ahead.take_while(is_word);
    let constant = match word {
        "true" => ArgumentKind::Bool(true),
        "false" => ArgumentKind::Bool(false),
        "null" => ArgumentKind::Null,
        _ => {
            ahead.skip_blanks();
            if ahead.peek() == Some('(') || word.contains('.') {
                return parse_call(cursor, nesting + 1).map(ArgumentKind::Call);
            }
            return Err(SyntaxError::new(offset, format!("`{word}` is not an argument")).help(
                format!("write a string in single quotes, `'{word}'`, or a path, `$.{word}`"),
            ));
        }
    };
    *cursor = ahead;
    Ok(constant)
}

/// A string in single quotes, which stands here.
fn parse_string(cursor: &mut Cursor<'_>) -> Result<StringLiteral, SyntaxError> {
    let start = cursor.offset();
    cursor.eat('\'');
    let inner = cursor.offset();
    let mut value = String::new();
    loop {
        let offset = cursor.offset();
        match cursor.next() {
            None => return Err(SyntaxError::new(start, "the string has no closing quote")),
            Some('\'') => break,
            Some('\\') => match cursor.next() {
                Some(escaped @ ('\'' | '{' | '}' | '\\')) => value.push(escaped),
                escaped => {
                    let escape: String = ['\\'].into_iter().chain(escaped).collect();
                    return Err(SyntaxError::new(offset, format!("unknown escape `{escape}`"))
                        .help(r"a string knows `\'`, `\{`, `\}` and `\\`"));
                }
            },
            Some(character) => value.push(character),
        }
    }
    let written = cursor.since(inner);
    let written = written.strip_suffix('\'').unwrap_or(written).to_owned();
    Ok(StringLiteral { written, value })
}

fn parse_number(cursor: &mut Cursor<'_>) -> Result<Literal, SyntaxError> {
    let offset = cursor.offset();
    let written =
        cursor.take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+' | '_'));
    number(written).ok_or_else(|| SyntaxError::new(offset, format!("`{written}` is not a number")))
}

/// A number in JSON's notation.
fn number(written: &str) -> Option<Literal> {
    let digits = written.strip_prefix('-').unwrap_or(written);
    let leading_zero =
        digits.strip_prefix('0').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if leading_zero {
        return None;
    }
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        if let Ok(integer) = written.parse() {
            return Some(Literal::Integer(integer));
        }
        if let Ok(integer) = written.parse() {
            return Some(Literal::Unsigned(integer));
        }
    }
    // What Rust reads and JSON does not: `inf`, `nan`, `1.`, and a sign in front of digits.
    let plain = digits.starts_with(|c: char| c.is_ascii_digit())
        && !digits.ends_with('.')
        && !digits.contains(".e")
        && !digits.contains(".E");
    let number: f64 = written.parse().ok().filter(|_| plain)?;
    number.is_finite().then_some(Literal::Number(number))
}

fn check_count(call: &Call) -> Result<(), SyntaxError> {
    let (name, count) = (call.function.name(), call.arguments.len());
    let takes = call.function.arguments();
    if !takes.contains(&count) {
        let (least, most) = (*takes.start(), *takes.end());
        let takes = match () {
            () if least == most => least.to_string(),
            () if most == usize::MAX => format!("at least {least}"),
            () => format!("{least} to {most}"),
        };
        let plural = if takes.ends_with('1') { "argument" } else { "arguments" };
        let message = format!("`{name}` takes {takes} {plural}, not {count}");
        return Err(SyntaxError::new(call.offset, message));
    }
    if call.function != Function::Format {
        return Ok(());
    }
    let Some(Argument { kind: ArgumentKind::String(template), .. }) = call.arguments.first() else {
        return Ok(());
    };
    // A lone brace makes the call fail when it is evaluated, as on AWS.
    let Some(texts) = split_template(&template.written) else { return Ok(()) };
    let placeholders = texts.len() - 1;
    let given = count - 1;
    if placeholders == given {
        return Ok(());
    }
    let message = format!("the template has {placeholders} `{{}}`, and {given} values for them");
    Err(SyntaxError::new(call.offset, message)
        .help(r"give one value for each `{}`; a brace that is text is written `\{`"))
}
