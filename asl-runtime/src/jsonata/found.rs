//! The ways of fields that paths begin with, and the value that a path has.
//!
//! Follows [Navigation](https://docs.jsonata.org/simple#navigating-json-objects) of JSONata's
//! documentation.

use super::item::{Item, ListKind, View};
use super::sequence::Sequence;
use crate::value::{Key, Value};

/// The value of a path: where it is, or made.
#[derive(Debug, Clone)]
pub enum Found<'a> {
    /// A value where it is.
    View(View<'a>),
    /// What was made of several.
    Item(Item),
}

impl Found<'_> {
    /// The value as it is where it stands.
    #[inline]
    #[must_use]
    pub fn view(&self) -> View<'_> {
        match self {
            Self::View(view) => *view,
            Self::Item(item) => item.view(),
        }
    }

    /// The value.
    #[inline]
    #[must_use]
    pub fn into_item(self) -> Item {
        match self {
            Self::View(view) => view.to_item(),
            Self::Item(item) => item,
        }
    }
}

/// What a path of one field has found.
#[inline]
#[must_use]
pub fn member<'a>(view: View<'a>, name: Key<'_>) -> Found<'a> {
    match view {
        View::Value(Value::Object(object)) => {
            Found::View(object.find(name).map_or(View::Undefined, View::Value))
        }
        view => Found::Item(find_slowly(view, &[name])),
    }
}

/// What a path has found at the end of a way of fields.
///
/// `a.b.c` from an object on is looked up where it is.
#[inline]
#[must_use]
pub fn find<'a>(view: View<'a>, names: &[Key<'_>]) -> Found<'a> {
    match look_up(view, names) {
        Some(view) => Found::View(view),
        None => Found::Item(find_slowly(view, names)),
    }
}

/// What is at the end of a way through objects alone, in two registers; none if the way leads
/// through anything else.
#[inline(never)]
fn look_up<'a>(view: View<'a>, names: &[Key<'_>]) -> Option<View<'a>> {
    let View::Value(mut value) = view else { return None };
    for name in names {
        let Value::Object(object) = value else { return None };
        match object.find_in_place(*name) {
            Some(member) => value = member,
            None => return Some(View::Undefined),
        }
    }
    Some(View::Value(value))
}

/// An item, not a [`Found`], which would then be in memory on the fast way, too.
#[cold]
#[inline(never)]
fn find_slowly(view: View<'_>, names: &[Key<'_>]) -> Item {
    Sequence::One(view).members(names).settled().into_item()
}

/// The beginning of a path: what is found at the end of a way of fields, for the next step.
#[inline]
#[must_use]
pub fn walk<'a>(view: View<'a>, names: &[Key<'_>]) -> Sequence<'a> {
    match look_up(view, names) {
        Some(view) => Sequence::One(view),
        None => walk_slowly(view, names),
    }
}

#[inline(never)]
fn walk_slowly<'a>(view: View<'a>, names: &[Key<'_>]) -> Sequence<'a> {
    Sequence::One(view).members(names)
}

/// The beginning of a path that does not begin with fields: its context.
#[must_use]
pub fn each(context: View<'_>) -> Sequence<'_> {
    match context {
        View::Undefined => Sequence::Views(vec![View::Undefined]),
        context if context.is_array() => Sequence::Views(context.items().collect()),
        context => Sequence::One(context),
    }
}

/// `$`: the value of a context.
#[inline]
#[must_use]
pub fn context(view: View<'_>) -> View<'_> {
    match view {
        View::List(list) => match (list.kind, list.items.as_slice()) {
            (ListKind::Input | ListKind::Sequence | ListKind::Kept, []) => View::Undefined,
            (ListKind::Input | ListKind::Sequence, [item]) => item.view(),
            _ => view,
        },
        view => view,
    }
}
