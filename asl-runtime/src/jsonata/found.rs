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

/// What a path has found at the end of a way of fields.
///
/// `a.b.c` from an object on is looked up where it is.
#[inline]
#[must_use]
pub fn find<'a>(view: View<'a>, names: &[Key<'_>]) -> Found<'a> {
    let mut view = view;
    for (index, name) in names.iter().enumerate() {
        match view {
            View::Value(Value::Object(object)) => match object.find(*name) {
                Some(value) => view = View::Value(value),
                None => return Found::View(View::Undefined),
            },
            View::Undefined
            | View::Value(Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => {
                return Found::View(View::Undefined);
            }
            view => return find_slowly(view, names.get(index..).unwrap_or_default()),
        }
    }
    Found::View(view)
}

#[inline(never)]
fn find_slowly<'a>(view: View<'a>, names: &[Key<'_>]) -> Found<'a> {
    walk(view, names).settled()
}

/// The beginning of a path: what is found at the end of a way of fields, for the next step.
#[must_use]
pub fn walk<'a>(view: View<'a>, names: &[Key<'_>]) -> Sequence<'a> {
    let mut found = Sequence::One(view);
    for name in names {
        found = found.member(*name);
    }
    found
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
