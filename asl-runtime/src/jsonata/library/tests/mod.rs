//! Tests of all functions, and what the tests of each are made of.

mod any;
mod higher_order;
mod matching;
mod signatures;

use crate::jsonata::{Builtin, Error, Evaluation, Item, Limits, View, text};
use crate::value::Value;

/// A moment: 2018-03-21T11:08:18.123Z.
pub(super) const NOW: i64 = 1_521_630_498_123;

pub(super) fn evaluation() -> Evaluation {
    Evaluation::new(Limits::default(), NOW, 1)
}

/// Calls a function with a context, as an expression does.
pub(super) fn call_in(
    builtin: &Builtin,
    arguments: impl IntoIterator<Item: Into<Item>>,
    context: &Value,
) -> Result<Item, Error> {
    let arguments = arguments.into_iter().map(Into::into).collect();
    builtin.call(&evaluation(), arguments, View::Value(context)).map(Item::settled)
}

fn call(builtin: &Builtin, arguments: impl IntoIterator<Item: Into<Item>>) -> Result<Item, Error> {
    builtin
        .call(&evaluation(), arguments.into_iter().map(Into::into).collect(), View::Undefined)
        .map(Item::settled)
}

/// The JSON of an item, or `undefined`.
pub(super) fn shown(item: &Item) -> String {
    let mut out = String::new();
    match item.view() {
        View::Undefined => out.push_str("undefined"),
        view if view.as_str().is_some() => out.push_str(&format!("{:?}", view.as_str().unwrap())),
        view => text::write(&evaluation(), view, &mut out).unwrap(),
    }
    out
}

/// The JSON of what a call gives, or `undefined`.
pub(super) fn text(builtin: &Builtin, arguments: impl IntoIterator<Item: Into<Item>>) -> String {
    shown(&call(builtin, arguments).unwrap())
}

pub(super) fn code(
    builtin: &Builtin,
    arguments: impl IntoIterator<Item: Into<Item>>,
) -> &'static str {
    call(builtin, arguments).unwrap_err().code()
}

pub(super) fn message(builtin: &Builtin, arguments: impl IntoIterator<Item: Into<Item>>) -> String {
    call(builtin, arguments).unwrap_err().to_string()
}
