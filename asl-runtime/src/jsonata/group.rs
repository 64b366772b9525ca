//! Objects made of items: `{"key": value}` alone and after a path.
//!
//! Follows [Grouping](https://docs.jsonata.org/sorting-grouping) of JSONata's documentation.

use std::collections::HashMap;

use super::compare::quoted;
use super::error::Error;
use super::evaluation::Evaluation;
use super::found::Found;
use super::item::{Item, View};
use super::path::append_all;
use super::tuple::{Tuple, Tuples};
use crate::value::{Str, Value};

/// The object of these members, each with the name that an expression gave.
///
/// Nothing as a name leaves the member out, and so does nothing as a value.
///
/// # Errors
/// D1009: two members have the same name.
pub fn object<const N: usize>(members: [(Str, Item); N]) -> Result<Item, Error> {
    let mut made: Vec<(Str, Item)> = Vec::with_capacity(N);
    for (name, item) in members {
        if made.iter().any(|(other, _)| *other == name) {
            return Err(same_key(&name));
        }
        made.push((name, item));
    }
    Ok(Item::object(made))
}

/// What a member is called; none if its name is nothing.
///
/// # Errors
/// T1003: it is no string.
pub fn name(key: Item) -> Result<Option<Str>, Error> {
    match key {
        Item::Undefined => Ok(None),
        Item::Value(Value::String(name)) => Ok(Some(name)),
        other => {
            let value = quoted(other.view());
            Err(Error::new(
                "T1003",
                format!("Key in object structure must evaluate to a string; got: {value}"),
            ))
        }
    }
}

/// What an object constructor has to be told of its members.
pub trait Pairs<Context: ?Sized> {
    /// How many members are written.
    fn count(&self) -> usize;

    /// The name of a member, in the context of an item.
    ///
    /// # Errors
    /// Those of its expression.
    fn key(&mut self, pair: usize, context: &Context) -> Result<Item, Error>;

    /// The value of a member, in the context of the items of its name.
    ///
    /// # Errors
    /// Those of its expression.
    fn value(&mut self, pair: usize, context: &Context) -> Result<Item, Error>;
}

/// [`Pairs`] of two functions.
struct PairsOf<Key, Value> {
    count: usize,
    key: Key,
    value: Value,
}

impl<Context, Key, Value> Pairs<Context> for PairsOf<Key, Value>
where
    Key: FnMut(usize, &Context) -> Result<Item, Error>,
    Value: FnMut(usize, &Context) -> Result<Item, Error>,
{
    fn count(&self) -> usize {
        self.count
    }

    fn key(&mut self, pair: usize, context: &Context) -> Result<Item, Error> {
        (self.key)(pair, context)
    }

    fn value(&mut self, pair: usize, context: &Context) -> Result<Item, Error> {
        (self.value)(pair, context)
    }
}

/// [`group`] of so many members, of which functions give names and values.
///
/// # Errors
/// As there.
pub fn group_by(
    cx: &Evaluation,
    input: View<'_>,
    count: usize,
    mut key: impl FnMut(usize, View<'_>) -> Result<Item, Error>,
    mut value: impl FnMut(usize, View<'_>) -> Result<Item, Error>,
) -> Result<Item, Error> {
    let key = |pair: usize, item: &Item| key(pair, item.view());
    let value = |pair: usize, item: &Item| value(pair, item.view());
    group(cx, input, &mut PairsOf { count, key, value })
}

/// [`group_tuples`] of so many members, of which functions give names and values.
///
/// # Errors
/// As there.
pub fn group_rows(
    cx: &Evaluation,
    rows: Tuples,
    count: usize,
    key: impl FnMut(usize, &Tuple) -> Result<Item, Error>,
    value: impl FnMut(usize, &Tuple) -> Result<Item, Error>,
) -> Result<Item, Error> {
    group_tuples(cx, rows, &mut PairsOf { count, key, value })
}

/// The context of an object constructor's values: the items of an array together.
#[inline]
#[must_use]
pub fn whole(context: View<'_>) -> Found<'_> {
    if context.is_array() { together(context) } else { Found::View(context) }
}

#[inline(never)]
fn together(context: View<'_>) -> Found<'_> {
    match context.len() {
        0 => Found::View(View::Undefined),
        1 => Found::View(context.at(0)),
        _ => Found::Item(append_all(context.items().map(View::to_item))),
    }
}

/// `path{key: value}`: the items by the key each gives, and for each key the value of its items.
///
/// # Errors
/// T1003, D1009: a key is no string, or comes from two members. Those of the expressions.
pub fn group(
    cx: &Evaluation,
    input: View<'_>,
    pairs: &mut impl Pairs<Item>,
) -> Result<Item, Error> {
    let mut items: Vec<Item> = input.items().map(View::to_item).collect();
    if items.is_empty() {
        items.push(Item::Undefined);
    }
    let groups = grouped(cx, items, pairs)?;
    let mut members = Vec::with_capacity(groups.len());
    for Group { name, pair, data } in groups {
        let data = append_all(data);
        members.push((name, pairs.value(pair, &data)?));
    }
    Item::object(members).checked()
}

/// [`group`] of a sequence whose items carry variables.
///
/// # Errors
/// As there.
pub fn group_tuples(
    cx: &Evaluation,
    rows: Tuples,
    pairs: &mut impl Pairs<Tuple>,
) -> Result<Item, Error> {
    let groups = grouped(cx, rows.into_grouped(), pairs)?;
    let mut members = Vec::with_capacity(groups.len());
    for Group { name, pair, data } in groups {
        members.push((name, pairs.value(pair, &Tuple::merged(&data))?));
    }
    Item::object(members).checked()
}

/// The items that gave one key.
struct Group<Context> {
    name: Str,
    /// The member of the constructor that named it.
    pair: usize,
    data: Vec<Context>,
}

fn grouped<Context: Clone>(
    cx: &Evaluation,
    items: Vec<Context>,
    pairs: &mut impl Pairs<Context>,
) -> Result<Vec<Group<Context>>, Error> {
    let mut groups: Vec<Group<Context>> = Vec::new();
    let mut places: HashMap<Str, usize> = HashMap::new();
    cx.count(items.len())?;
    for item in items {
        for pair in 0..pairs.count() {
            let Some(name) = name(pairs.key(pair, &item)?)? else { continue };
            let place = *places.entry(name.clone()).or_insert(groups.len());
            match groups.get_mut(place) {
                Some(group) if group.pair == pair => group.data.push(item.clone()),
                Some(_) => return Err(same_key(&name)),
                None => groups.push(Group { name, pair, data: vec![item.clone()] }),
            }
        }
    }
    Ok(groups)
}

#[cold]
fn same_key(name: &str) -> Error {
    let name = Value::from(name);
    Error::new("D1009", format!("Multiple key definitions evaluate to same key: {name}"))
}
