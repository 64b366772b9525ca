//! Values as Java's `toString` prints them, which shows where AWS puts data into text.

use crate::data::payload;
use crate::value::{Iter, Value};

/// The text of a value: strings as they are, numbers, booleans and null as JSON, arrays as
/// `[1, 2]` and objects as `{name=value, …}`.
pub(crate) fn java_text(value: &Value) -> String {
    let mut text = String::new();
    // The text of a cause: a longer one is cut.
    let _ = push_java_text(value, &mut text, payload::LIMIT);
    text
}

/// There is more text than there may be.
pub(super) struct TooLong;

/// An array or object that is being written.
enum Open<'a> {
    Array(std::slice::Iter<'a, Value>),
    Object(Iter<'a>),
}

/// Adds the text of a value. Nesting is kept in a list, so that any depth can be written.
///
/// # Errors
/// The text has more than `most` bytes. It ends at the value with which it has.
pub(super) fn push_java_text(value: &Value, text: &mut String, most: usize) -> Result<(), TooLong> {
    let mut open = Vec::from_iter(start(value, text));
    let mut separator = "";
    while let Some(container) = open.last_mut() {
        if text.len() > most {
            return Err(TooLong);
        }
        let (member, end) = match container {
            Open::Array(items) => (items.next().map(|item| (None, item)), ']'),
            Open::Object(members) => {
                (members.next().map(|(name, member)| (Some(name), member)), '}')
            }
        };
        let Some((name, member)) = member else {
            text.push(end);
            separator = ", ";
            open.pop();
            continue;
        };
        text.push_str(separator);
        if let Some(name) = name {
            text.push_str(name);
            text.push('=');
        }
        separator = ", ";
        if let Some(container) = start(member, text) {
            open.push(container);
            separator = "";
        }
    }
    if text.len() > most { Err(TooLong) } else { Ok(()) }
}

/// Writes a value that has no members, or the opening bracket of one that may have.
fn start<'a>(value: &'a Value, text: &mut String) -> Option<Open<'a>> {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        Value::Number(number) => number.with_text(|number| text.push_str(number)),
        Value::String(string) => text.push_str(string),
        Value::Array(items) => {
            text.push('[');
            return Some(Open::Array(items.iter()));
        }
        Value::Object(members) => {
            text.push('{');
            return Some(Open::Object(members.iter()));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn prints_as_java_does() {
        for (value, text) in [
            (json!("plain \"text\""), "plain \"text\""),
            (json!(""), ""),
            (json!(null), "null"),
            (json!(1.1), "1.1"),
            (json!(true), "true"),
            (json!([]), "[]"),
            (json!({}), "{}"),
            (json!({ "Arg1": 1, "Arg2": [] }), "{Arg1=1, Arg2=[]}"),
            (
                json!([[1, {}], { "a": { "b": "c", "d": null }, "e": [false] }, 2]),
                "[[1, {}], {a={b=c, d=null}, e=[false]}, 2]",
            ),
        ] {
            assert_eq!(java_text(&value), text);
        }
    }
}
