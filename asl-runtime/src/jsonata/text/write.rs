//! Values as text: `$string` and `&`.
//!
//! Follows [`$string`](https://docs.jsonata.org/string-functions#string) of JSONata's
//! documentation.

use crate::jsonata::item::{Item, ListKind, View};
use crate::jsonata::number::push_rounded;
use crate::jsonata::{Error, Evaluation};
use crate::value::{Str, Value};

/// How deep values are that still have a text.
const MAX_DEPTH: usize = 512;

/// The text of a value: of a string itself, of nothing and of a function nothing.
///
/// # Errors
/// It is nested too deep, or too long.
pub fn write(cx: &Evaluation, view: View<'_>, out: &mut String) -> Result<(), Error> {
    match view {
        View::Undefined | View::Function(_) => Ok(()),
        View::Value(Value::String(text)) => {
            out.push_str(text);
            cx.check_text(out.len())
        }
        View::List(list) if list.kind == ListKind::Input => {
            Printer { cx, pretty: false, out }.print(view.at(0), 0)
        }
        view => Printer { cx, pretty: false, out }.print(view, 0),
    }
}

/// The text of a value, indented by two spaces a level.
///
/// # Errors
/// As [`write()`].
pub fn write_pretty(cx: &Evaluation, view: View<'_>, out: &mut String) -> Result<(), Error> {
    match view {
        View::Undefined | View::Function(_) | View::Value(Value::String(_)) => write(cx, view, out),
        view => Printer { cx, pretty: true, out }.print(view, 0),
    }
}

/// `a & b & …`: the texts of the parts, one after the other.
///
/// # Errors
/// As [`write()`].
pub fn concat<const N: usize>(cx: &Evaluation, parts: [View<'_>; N]) -> Result<Item, Error> {
    concat_all(cx, &parts)
}

/// [`concat()`] of any number of parts.
///
/// # Errors
/// As [`write()`].
pub fn concat_all(cx: &Evaluation, parts: &[View<'_>]) -> Result<Item, Error> {
    let known = |part: &View<'_>| part.as_str().map_or(8, str::len);
    let mut out = String::with_capacity(parts.iter().map(known).sum());
    for part in parts {
        write(cx, *part, &mut out)?;
    }
    Ok(Item::string(Str::from(out)))
}

struct Printer<'a> {
    cx: &'a Evaluation,
    pretty: bool,
    out: &'a mut String,
}

impl Printer<'_> {
    fn print(&mut self, view: View<'_>, depth: usize) -> Result<(), Error> {
        if depth > MAX_DEPTH {
            return Err(Error::stack());
        }
        self.cx.check_text(self.out.len())?;
        match view {
            View::Undefined => self.out.push_str("null"),
            View::Function(_) => self.out.push_str("\"\""),
            View::Value(Value::Null) => self.out.push_str("null"),
            View::Value(Value::Bool(truth)) => {
                self.out.push_str(if *truth { "true" } else { "false" })
            }
            View::Value(Value::Number(number)) => push_rounded(number.as_f64(), self.out),
            View::Value(text @ Value::String(_)) => self.out.push_str(&text.to_string()),
            view if view.is_array() => return self.array(view, depth + 1),
            view => return self.object(view, depth + 1),
        }
        Ok(())
    }

    fn array(&mut self, view: View<'_>, depth: usize) -> Result<(), Error> {
        self.out.push('[');
        for (index, item) in view.items().enumerate() {
            self.separate(index, depth);
            self.print(item, depth)?;
        }
        self.close(']', view.len(), depth);
        Ok(())
    }

    fn object(&mut self, view: View<'_>, depth: usize) -> Result<(), Error> {
        self.out.push('{');
        let mut count = 0;
        for (name, item) in view.members() {
            self.separate(count, depth);
            self.out.push_str(&Value::String(name.clone()).to_string());
            self.out.push_str(if self.pretty { ": " } else { ":" });
            self.print(item, depth)?;
            count += 1;
        }
        self.close('}', count, depth);
        Ok(())
    }

    fn separate(&mut self, index: usize, depth: usize) {
        if index > 0 {
            self.out.push(',');
        }
        self.indent(depth);
    }

    fn close(&mut self, bracket: char, count: usize, depth: usize) {
        if count > 0 {
            self.indent(depth - 1);
        }
        self.out.push(bracket);
    }

    fn indent(&mut self, depth: usize) {
        if self.pretty {
            self.out.push('\n');
            self.out.extend(std::iter::repeat_n("  ", depth));
        }
    }
}
