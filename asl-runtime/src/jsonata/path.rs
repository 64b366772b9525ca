//! The steps of a path, and its predicates.
//!
//! Follows [Path operators](https://docs.jsonata.org/path-operators) and
//! [Sequences](https://docs.jsonata.org/processing#sequences) of JSONata's documentation.

use super::boolean::truth;
use super::error::Error;
use super::evaluation::Evaluation;
use super::item::{Item, ListKind, View};
use crate::value::{Key, Value};

/// `$`: the context; of the input that is an array, that array.
#[must_use]
pub fn context(context: View<'_>) -> Item {
    match context {
        View::List(list) if list.kind == ListKind::Input => context.at(0).to_item(),
        context => context.to_item(),
    }
}

/// The context of an expression that stands alone: an array is one input, not many.
#[must_use]
pub fn input(root: &Item) -> Item {
    if root.view().is_array() {
        return Item::list(vec![root.clone()], ListKind::Input);
    }
    root.clone()
}

/// The member of an object; of an array the members of its items, in one sequence.
#[inline]
#[must_use]
pub fn member(view: View<'_>, name: Key<'_>) -> Item {
    match view {
        View::Value(Value::Object(object)) => {
            object.find(name).map_or(Item::Undefined, |value| Item::Value(value.clone()))
        }
        View::Value(Value::Array(_)) | View::List(_) | View::Tuples(_) => {
            let mut found = Vec::new();
            members_of_items(view, name, &mut found);
            Item::sequence(found).settled()
        }
        View::Record(record) => {
            let mut members = record.iter();
            members
                .find(|(key, _)| **key == *name.name())
                .map_or(Item::Undefined, |(_, item)| item.clone())
        }
        _ => Item::Undefined,
    }
}

fn members_of_items(view: View<'_>, name: Key<'_>, found: &mut Vec<Item>) {
    for item in view.items() {
        if item.is_array() {
            members_of_items(item, name, found);
        } else {
            flatten_into(member(item, name), found);
        }
    }
}

/// The members of members: `a.b.c` from an object on, without a sequence as long as there is no
/// array on the way.
#[must_use]
pub fn members(view: View<'_>, names: &[Key<'_>]) -> Item {
    let mut view = view;
    for (index, name) in names.iter().enumerate() {
        match view {
            View::Value(Value::Object(object)) => match object.find(*name) {
                Some(value) => view = View::Value(value),
                None => return Item::Undefined,
            },
            View::Value(Value::Array(_)) | View::List(_) | View::Tuples(_) | View::Record(_) => {
                return members_slowly(view, names.get(index..).unwrap_or_default());
            }
            _ => return Item::Undefined,
        }
    }
    view.to_item()
}

#[inline(never)]
fn members_slowly(view: View<'_>, names: &[Key<'_>]) -> Item {
    let mut found = view.to_item();
    for (index, name) in names.iter().enumerate() {
        let mut results = Vec::new();
        for item in found.view().items() {
            match member(item, *name) {
                Item::Undefined => {}
                result => results.push(result),
            }
        }
        found = joined(results, index + 1 == names.len());
    }
    found.settled()
}

/// One step of a path: what `evaluate` gives for each item of the input, in one sequence.
///
/// The result of the last step keeps a single array as it is. It is not [settled](Item::settled)
/// yet.
///
/// # Errors
/// Those of `evaluate`, and too many items.
pub fn step(
    cx: &Evaluation,
    input: View<'_>,
    is_last: bool,
    mut evaluate: impl FnMut(View<'_>) -> Result<Item, Error>,
) -> Result<Item, Error> {
    let items = input.items();
    let mut results = Vec::with_capacity(items.size_hint().0);
    for item in items {
        match evaluate(item)? {
            Item::Undefined => {}
            result => results.push(result),
        }
    }
    cx.count(results.len())?;
    let joined = joined(results, is_last);
    cx.check_length(joined.view().len())?;
    Ok(joined)
}

/// The results of a step in one sequence.
pub(super) fn join(cx: &Evaluation, results: Vec<Item>) -> Result<Item, Error> {
    cx.count(results.len())?;
    let joined = joined(results, true);
    cx.check_length(joined.view().len())?;
    Ok(joined)
}

/// The members of items in one sequence.
pub(super) fn made_members(items: View<'_>, name: Key<'_>) -> Item {
    let results = items.items().map(|item| member(item, name));
    joined(results.filter(|item| !item.is_undefined()).collect(), true)
}

/// The item at an index of each item's member, in one sequence.
pub(super) fn made_members_at(items: View<'_>, name: Key<'_>, at: f64) -> Item {
    let results = items.items().map(|item| index(member(item, name).view(), at));
    joined(results.collect(), true)
}

/// The results of a step in one sequence, arrays among them flattened by one level.
fn joined(mut results: Vec<Item>, is_last: bool) -> Item {
    if is_last && results.len() == 1 && results.first().is_some_and(is_plain_array) {
        return results.pop().unwrap_or_default();
    }
    if results.iter().any(|item| item.view().is_array()) {
        let mut flat = Vec::with_capacity(results.len());
        for result in results {
            flatten_into(result, &mut flat);
        }
        results = flat;
    }
    Item::sequence(results)
}

fn is_plain_array(item: &Item) -> bool {
    match item {
        Item::Value(Value::Array(_)) => true,
        Item::List(list) => list.kind == ListKind::Plain,
        _ => false,
    }
}

/// Adds an item to a sequence: the items of an array, unless it was constructed to stay one.
fn flatten_into(item: Item, sequence: &mut Vec<Item>) {
    match item {
        Item::Undefined => {}
        Item::List(list) if list.kind == ListKind::Constructed => sequence.push(Item::List(list)),
        item => extend(item, sequence),
    }
}

/// The result of a path in which `[]` stands after a step: it stays an array.
#[must_use]
pub fn kept(result: Item) -> Item {
    match result {
        Item::List(list) if list.kind == ListKind::Constructed => {
            Item::list(vec![Item::List(list)], ListKind::Kept)
        }
        result => result.kept(),
    }
}

/// A predicate: the items for which it holds, or whose position it gives.
///
/// As in the reference implementation it is asked about nothing, too, which is then an item if it
/// holds.
///
/// # Errors
/// Those of `predicate`.
pub fn filter(
    input: View<'_>,
    mut predicate: impl FnMut(View<'_>) -> Result<Item, Error>,
) -> Result<Item, Error> {
    let length = input.len();
    let mut results = Vec::new();
    for (index, item) in input.items().enumerate() {
        let chosen = times_chosen(predicate(item)?.view(), index, length)?;
        results.extend(std::iter::repeat_with(|| item.to_item()).take(chosen));
    }
    Ok(Item::sequence(results))
}

/// A predicate that is known to be true or false.
///
/// # Errors
/// Those of `predicate`.
pub fn filter_true(
    input: View<'_>,
    mut predicate: impl FnMut(View<'_>) -> Result<bool, Error>,
) -> Result<Item, Error> {
    let mut results = Vec::new();
    for item in input.items() {
        if predicate(item)? {
            results.push(item.to_item());
        }
    }
    Ok(Item::sequence(results))
}

/// The item at an index, which counts from the end if it is negative and is rounded down.
#[must_use]
pub fn index(input: View<'_>, index: f64) -> Item {
    match position(index, input.len()) {
        None => Item::sequence(Vec::new()),
        Some(position) => match input.at(position) {
            View::Undefined => Item::sequence(Vec::new()),
            item if item.is_array() => item.to_item(),
            item => Item::sequence(vec![item.to_item()]),
        },
    }
}

/// The position that an index means in an array of a length.
pub(super) fn position(index: f64, length: usize) -> Option<usize> {
    let index = index.floor();
    let position = if index < 0.0 { index + length as f64 } else { index };
    (position >= 0.0 && position < length as f64).then_some(position as usize)
}

/// How often a predicate's result takes the item at a position: a number means that position,
/// several numbers those positions, anything else whether it is true.
pub(super) fn times_chosen(result: View<'_>, index: usize, length: usize) -> Result<usize, Error> {
    if let Some(number) = result.as_f64() {
        return Ok(usize::from(position(number, length) == Some(index)));
    }
    if result.is_array() && result.items().all(|item| item.as_f64().is_some()) {
        let numbers = result.items().filter_map(View::as_f64);
        return Ok(numbers.filter(|number| position(*number, length) == Some(index)).count());
    }
    Ok(usize::from(truth(result)))
}

/// `*`: the values of an object's members, or an array's items, arrays among them flattened. If
/// there are arrays among them the result is no sequence: one item stays in its array.
///
/// # Errors
/// There are too many.
pub fn wildcard(cx: &Evaluation, view: View<'_>) -> Result<Item, Error> {
    let view = match view {
        View::List(list) if list.kind == ListKind::Input => view.at(0),
        view => view,
    };
    let (mut results, mut is_sequence) = (Vec::new(), true);
    let mut add = |item: View<'_>| {
        if item.is_array() {
            is_sequence = false;
            flatten_deep(cx, item, &mut results)
        } else {
            push(cx, item, &mut results)
        }
    };
    if view.is_array() {
        view.items().try_for_each(&mut add)?;
    } else {
        view.members().try_for_each(|(_, item)| add(item))?;
    }
    Ok(if is_sequence { Item::sequence(results) } else { Item::array(results) })
}

fn push(cx: &Evaluation, view: View<'_>, results: &mut Vec<Item>) -> Result<(), Error> {
    results.push(view.to_item());
    cx.check_length(results.len())
}

fn flatten_deep(cx: &Evaluation, array: View<'_>, results: &mut Vec<Item>) -> Result<(), Error> {
    cx.count(1 + array.len())?;
    array.items().try_for_each(|item| {
        if item.is_array() { flatten_deep(cx, item, results) } else { push(cx, item, results) }
    })
}

/// `**`: the value itself and all that is inside of it, but not the arrays. An only one is no
/// sequence.
///
/// # Errors
/// There are too many.
pub fn descendants(cx: &Evaluation, view: View<'_>) -> Result<Item, Error> {
    let mut results = Vec::new();
    if !view.is_undefined() {
        descend(cx, view, &mut results)?;
    }
    Ok(match results.pop() {
        Some(only) if results.is_empty() => only,
        last => {
            results.extend(last);
            Item::sequence(results)
        }
    })
}

fn descend(cx: &Evaluation, view: View<'_>, results: &mut Vec<Item>) -> Result<(), Error> {
    cx.count(1)?;
    if view.is_array() {
        view.items().try_for_each(|item| descend(cx, item, results))
    } else {
        push(cx, view, results)?;
        view.members().try_for_each(|(_, item)| descend(cx, item, results))
    }
}

/// `$append`: the items of two values in one array; one of them alone as it is.
#[must_use]
pub fn append(first: Item, second: Item) -> Item {
    append_all([first, second])
}

/// [`append`] of any number of values.
#[must_use]
pub fn append_all(values: impl IntoIterator<Item = Item>) -> Item {
    let mut values = values.into_iter().filter(|item| !item.is_undefined());
    let Some(first) = values.next() else { return Item::Undefined };
    let Some(second) = values.next() else { return first };
    let mut items = Vec::new();
    for item in [first, second].into_iter().chain(values) {
        extend(item, &mut items);
    }
    Item::array(items)
}

/// Adds a value, or the items of an array.
fn extend(item: Item, items: &mut Vec<Item>) {
    match item {
        Item::List(list) => items.extend(list.items.iter().cloned()),
        Item::Value(Value::Array(array)) => items.extend(array.into_iter().map(Item::Value)),
        item => items.push(item),
    }
}

/// `[a, b]`: the items of what the parts give; those of a constructor stay together.
///
/// Each part is given with whether it is an array constructor.
///
/// # Errors
/// Too many items.
pub fn array<const N: usize>(
    cx: &Evaluation,
    parts: [(Item, bool); N],
    kind: ListKind,
) -> Result<Item, Error> {
    collect_array(cx, parts, kind)
}

/// [`array()`] of any number of parts.
///
/// # Errors
/// Too many items.
pub fn collect_array(
    cx: &Evaluation,
    parts: impl IntoIterator<Item = (Item, bool)>,
    kind: ListKind,
) -> Result<Item, Error> {
    let mut items = Vec::new();
    for (item, is_constructor) in parts {
        match item {
            Item::Undefined => {}
            item if is_constructor => items.push(item),
            item => extend(item, &mut items),
        }
    }
    cx.check_length(items.len())?;
    cx.count(items.len())?;
    let array = match kind {
        ListKind::Plain => Item::array(items),
        kind => Item::list(items, kind),
    };
    array.checked()
}
