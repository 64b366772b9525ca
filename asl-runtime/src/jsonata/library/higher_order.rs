//! `$map`, `$filter`, `$single`, `$reduce`, `$sift`, `$each`.
//!
//! Follows [Higher order functions](https://docs.jsonata.org/higher-order-functions) of JSONata's
//! documentation.

use super::call::Callback;
use crate::jsonata::boolean::truth;
use crate::jsonata::function::Builtin;
use crate::jsonata::item::{Item, View};
use crate::jsonata::signature::{Parameter, Signature, mismatch};
use crate::jsonata::{Error, Evaluation};

/// `$map(array, function)`
pub static MAP: Builtin = Builtin {
    name: "map",
    signature: Signature::new(&[Parameter::ARRAY, Parameter::FUNCTION]),
    arity: 2,
    implementation: |cx, arguments| {
        let callback = Callback::of("map", arguments, 1)?;
        map(cx, arguments.at(0), |item, index, array| callback.at_index(cx, item, index, array))
    },
};

/// `$filter(array, function)`
pub static FILTER: Builtin = Builtin {
    name: "filter",
    signature: Signature::new(&[Parameter::ARRAY, Parameter::FUNCTION]),
    arity: 2,
    implementation: |cx, arguments| {
        let callback = Callback::of("filter", arguments, 1)?;
        filter(cx, arguments.at(0), |item, index, array| callback.at_index(cx, item, index, array))
    },
};

/// `$single(array, function)`
pub static SINGLE: Builtin = Builtin {
    name: "single",
    signature: Signature::new(&[Parameter::ARRAY, Parameter::FUNCTION.optional()]),
    arity: 2,
    implementation: |cx, arguments| {
        if arguments.at(1).is_undefined() {
            return single(cx, arguments.at(0), |_, _, _| Ok(Item::from(true)));
        }
        let callback = Callback::of("single", arguments, 1)?;
        single(cx, arguments.at(0), |item, index, array| callback.at_index(cx, item, index, array))
    },
};

/// `$reduce(array, function, initial)`
pub static REDUCE: Builtin = Builtin {
    name: "reduce",
    signature: Signature::new(&[Parameter::ARRAY, Parameter::FUNCTION, Parameter::JSON.optional()]),
    arity: 3,
    implementation: |cx, arguments| {
        let array = arguments.at(0);
        if array.is_undefined() {
            return Ok(Item::Undefined);
        }
        let callback = Callback::of("reduce", arguments, 1)?;
        if callback.arity() < 2 {
            return Err(too_few_parameters());
        }
        reduce(cx, array, arguments.at(2).to_item(), |result, item, index, array| {
            let others = [item, View::Value(&index.into()), array].map(View::to_item);
            callback.call(cx, 2, std::iter::once(result).chain(others))
        })
    },
};

/// `$sift(object, function)`
pub static SIFT: Builtin = Builtin {
    name: "sift",
    signature: Signature::new(&[Parameter::OBJECT.or_context(), Parameter::FUNCTION.optional()]),
    arity: 2,
    implementation: |cx, arguments| {
        let object = arguments.at(0);
        let mut members = Vec::new();
        for (name, item) in object.members() {
            // The function may be left out only where there is nothing to call it with.
            let callback = Callback::of("sift", arguments, 1)?;
            if truth(callback.at_name(cx, item, name, object)?.view()) {
                members.push((name.clone(), item.to_item()));
            }
        }
        Ok(if members.is_empty() { Item::Undefined } else { Item::object(members) })
    },
};

/// `$each(object, function)`
pub static EACH: Builtin = Builtin {
    name: "each",
    signature: Signature::new(&[Parameter::OBJECT.or_context(), Parameter::FUNCTION]),
    arity: 2,
    implementation: |cx, arguments| {
        let callback = Callback::of("each", arguments, 1)?;
        let object = arguments.at(0);
        let mut results = Vec::new();
        for (name, item) in object.members() {
            push_defined(&mut results, callback.at_name(cx, item, name, object)?);
        }
        Ok(Item::sequence(results))
    },
};

/// `$map`: what a function gives of each item with its index and the array, without what is
/// nothing. It is not [settled](Item::settled) yet.
///
/// # Errors
/// Those of the function, and too many items.
pub fn map(
    cx: &Evaluation,
    array: View<'_>,
    mut function: impl FnMut(View<'_>, usize, View<'_>) -> Result<Item, Error>,
) -> Result<Item, Error> {
    over(cx, array, |array| {
        let mut results = Vec::with_capacity(array.len());
        for (index, item) in array.items().enumerate() {
            push_defined(&mut results, function(item, index, array)?);
        }
        Item::sequence(results).checked()
    })
}

/// `$filter`: the items of which a function gives what counts as true. It is not
/// [settled](Item::settled) yet.
///
/// # Errors
/// Those of the function, and too many items.
pub fn filter(
    cx: &Evaluation,
    array: View<'_>,
    mut function: impl FnMut(View<'_>, usize, View<'_>) -> Result<Item, Error>,
) -> Result<Item, Error> {
    over(cx, array, |array| {
        let mut results = Vec::new();
        for (index, item) in array.items().enumerate() {
            if truth(function(item, index, array)?.view()) {
                results.push(item.to_item());
            }
        }
        Ok(Item::sequence(results))
    })
}

/// `$single`: the only item of which a function gives what counts as true.
///
/// # Errors
/// D3138, D3139: there are more, or none. Those of the function, and too many items.
pub fn single(
    cx: &Evaluation,
    array: View<'_>,
    mut function: impl FnMut(View<'_>, usize, View<'_>) -> Result<Item, Error>,
) -> Result<Item, Error> {
    over(cx, array, |array| {
        let mut found = None;
        for (index, item) in array.items().enumerate() {
            if !truth(function(item, index, array)?.view()) {
                continue;
            }
            if found.replace(item).is_some() {
                return Err(not_single("D3138", "more"));
            }
        }
        found.map(View::to_item).ok_or_else(|| not_single("D3139", "0"))
    })
}

/// `$reduce`: what a function gives of the result so far and each item with its index and the
/// array. The first item is the first result, unless one is given.
///
/// # Errors
/// T0410: the first result is a function. Those of the function, and too many items.
pub fn reduce(
    cx: &Evaluation,
    array: View<'_>,
    initial: Item,
    mut function: impl FnMut(Item, View<'_>, usize, View<'_>) -> Result<Item, Error>,
) -> Result<Item, Error> {
    if let Item::Function(_) = initial {
        return Err(mismatch("reduce", 3));
    }
    over(cx, array, |array| {
        let (mut result, used) = match initial {
            Item::Undefined if !array.is_empty() => (array.at(0).to_item(), 1),
            initial => (initial, 0),
        };
        for (index, item) in array.items().enumerate().skip(used) {
            result = function(result, item, index, array)?;
        }
        Ok(result)
    })
}

/// What `inner` gives of an array whose items have been counted. What is no array is one of it, and
/// of nothing comes nothing.
fn over(
    cx: &Evaluation,
    view: View<'_>,
    inner: impl FnOnce(View<'_>) -> Result<Item, Error>,
) -> Result<Item, Error> {
    if view.is_undefined() {
        return Ok(Item::Undefined);
    }
    cx.count(view.len())?;
    if view.is_array() {
        return inner(view);
    }
    inner(Item::array(vec![view.to_item()]).view())
}

fn push_defined(results: &mut Vec<Item>, item: Item) {
    if !item.is_undefined() {
        results.push(item);
    }
}

#[cold]
fn too_few_parameters() -> Error {
    Error::new(
        "D3050",
        "The second argument of reduce function must be a function with at least two arguments",
    )
}

#[cold]
fn not_single(code: &'static str, matched: &str) -> Error {
    Error::new(
        code,
        format!(
            "The $single() function expected exactly 1 matching result.  Instead it matched {matched}."
        ),
    )
}
