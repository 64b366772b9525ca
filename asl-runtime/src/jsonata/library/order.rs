//! `$sort`.
//!
//! Follows [`$sort`](https://docs.jsonata.org/array-functions#sort) of JSONata's documentation.

use std::cmp::Ordering;

use super::call::Callback;
use crate::jsonata::function::{Arguments, Builtin};
use crate::jsonata::item::{Item, View};
use crate::jsonata::signature::{Parameter, Signature};
use crate::jsonata::sort::merge_sort;
use crate::jsonata::{Error, Evaluation, compare};
use crate::value::Value;

/// `$sort(array, function)`
pub static SORT: Builtin = Builtin {
    name: "sort",
    signature: Signature::new(&[Parameter::ARRAY, Parameter::FUNCTION.optional()]),
    arity: 2,
    implementation: sort,
};

fn sort(cx: &Evaluation, arguments: &Arguments<'_>) -> Result<Item, Error> {
    let array = arguments.at(0);
    if array.is_undefined() || array.len() <= 1 {
        return Ok(array.to_item());
    }
    cx.count(array.len())?;
    let items: Vec<Item> = array.items().map(View::to_item).collect();
    if arguments.at(1).is_undefined() {
        return by_value(items).map(Item::array);
    }
    let follows = Callback::of("sort", arguments, 1)?;
    let sorted = merge_sort(items, |a, b| {
        let result = follows.call_all(cx, vec![a.clone(), b.clone()])?;
        Ok(is_truthy(&result))
    })?;
    Ok(Item::array(sorted))
}

/// Numbers by size, strings by their UTF-16 code units.
fn by_value(mut items: Vec<Item>) -> Result<Vec<Item>, Error> {
    let are_numbers = items.iter().all(|item| item.view().as_f64().is_some());
    if !are_numbers && !items.iter().all(|item| item.view().as_str().is_some()) {
        return Err(Error::new(
            "D3070",
            "The single argument form of the sort function can only be applied to an array of strings or an array of numbers.  Use the second argument to specify a comparison function",
        ));
    }
    items.sort_by(|a, b| compare::order(a.view(), b.view()).unwrap_or(Ordering::Equal));
    Ok(items)
}

/// What JavaScript takes for true, which the reference implementation asks of a comparison: arrays
/// and objects, even empty ones.
fn is_truthy(item: &Item) -> bool {
    match item {
        Item::Undefined | Item::Value(Value::Null) => false,
        Item::Value(Value::Bool(truth)) => *truth,
        Item::Value(Value::Number(number)) => number.as_f64() != 0.0,
        Item::Value(Value::String(text)) => !text.is_empty(),
        _ => true,
    }
}
