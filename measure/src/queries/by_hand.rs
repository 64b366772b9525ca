//! The expressions as somebody writes them in Rust who knows what the document looks like: what is
//! not there, or of another type, gives nothing.

use std::fmt::Write;

use sfn::Value;
use sfn::value::{Array, Key, Member, Number, Object};

macro_rules! key {
    ($name:literal) => {
        const { Key::new($name) }
    };
}

/// The value of a member, whose key is known to the compiler.
fn member<'a>(value: &'a Value, key: Key<'_>) -> Option<&'a Value> {
    value.as_object()?.find(key)
}

pub(super) fn path(states: &Value) -> Option<Value> {
    let order = member(member(states, key!("input"))?, key!("order"))?;
    let address = member(member(order, key!("customer"))?, key!("address"))?;
    member(address, key!("city")).cloned()
}

fn items(states: &Value) -> Option<&Array> {
    let order = member(member(states, key!("input"))?, key!("order"))?;
    member(order, key!("items"))?.as_array()
}

/// `price * qty`
fn total(item: &Value) -> Option<f64> {
    Some(member(item, key!("price"))?.as_f64()? * member(item, key!("qty"))?.as_f64()?)
}

/// The number as JSONata writes it: an integer where it is one.
fn number(float: f64) -> Option<Value> {
    if float.trunc() == float && float.abs() < 9e15 {
        return Some(Value::Number(Number::from(float as i64)));
    }
    Number::from_f64(float).map(Value::Number)
}

pub(super) fn filter(states: &Value) -> Option<Value> {
    let mut found = Vec::new();
    for item in items(states)?.iter() {
        if member(item, key!("price"))?.as_f64()? <= 10.0 {
            continue;
        }
        found.push(Value::Object(Object::from_members([
            Member::new(key!("sku"), member(item, key!("sku"))?.clone()),
            Member::new(key!("total"), number(total(item)?)?),
        ])));
    }
    match found.len() {
        0 => None,
        1 => found.pop(),
        _ => Some(Value::from(found)),
    }
}

pub(super) fn sum(states: &Value) -> Option<Value> {
    let mut sum = 0.0;
    for item in items(states)?.iter() {
        sum += total(item)?;
    }
    number(sum)
}

pub(super) fn merge(states: &Value) -> Option<Value> {
    let mut merged = member(states, key!("input"))?.as_object()?.clone();
    merged.insert("status", "ok");
    Some(Value::Object(merged))
}

pub(super) fn concatenation(states: &Value) -> Option<Value> {
    let input = member(states, key!("input"))?;
    let (a, b) = (member(input, key!("a"))?.as_str()?, member(input, key!("b"))?.as_str()?);
    let mut text = String::with_capacity(a.len() + 1 + b.len());
    text.push_str(a);
    text.push('-');
    text.push_str(b);
    Some(Value::from(text))
}

pub(super) fn condition(states: &Value) -> Option<Value> {
    let holds = items(states)?.len() > 3
        && member(member(states, key!("input"))?, key!("y"))?.as_str()? == "z";
    Some(Value::Bool(holds))
}

pub(super) fn map(states: &Value) -> Option<Value> {
    let items = items(states)?;
    let mut texts = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        let mut text = member(item, key!("id"))?.as_str()?.to_owned();
        write!(text, "{index}").ok()?;
        texts.push(Value::from(text));
    }
    Some(Value::from(texts))
}
