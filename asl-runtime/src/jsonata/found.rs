//! The ways of fields that paths begin with, and the value that a path has.
//!
//! Follows [Navigation](https://docs.jsonata.org/simple#navigating-json-objects) of JSONata's
//! documentation.

use super::item::{Item, ListKind, View};
use super::library::count;
use super::operand::Operand;
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

/// A path of one field, as an operand. It is looked up where it is needed: a number that is found
/// then never is in memory.
#[derive(Debug, Clone, Copy)]
pub struct Field<'a, 'k> {
    view: View<'a>,
    name: Key<'k>,
}

/// A path of several fields likewise. `a.b.c` from an object on is looked up where it is, with a
/// search for each name, which is known to the compiler.
#[derive(Debug, Clone, Copy)]
pub struct Fields<'a, 'k, const N: usize> {
    view: View<'a>,
    names: &'k [Key<'k>; N],
}

/// A field of a value.
#[inline]
#[must_use]
pub fn find_one<'a, 'k>(view: View<'a>, name: Key<'k>) -> Field<'a, 'k> {
    Field { view, name }
}

/// A way of fields from a value on.
#[inline]
#[must_use]
pub fn find<'a, 'k, const N: usize>(view: View<'a>, names: &'k [Key<'k>; N]) -> Fields<'a, 'k, N> {
    Fields { view, names }
}

impl<'a> Field<'a, '_> {
    /// What is found where it is; none if it has to be made.
    #[inline]
    fn in_place(self) -> Option<View<'a>> {
        match self.view {
            View::Value(Value::Object(object)) => {
                Some(object.find(self.name).map_or(View::Undefined, View::Value))
            }
            _ => None,
        }
    }

    /// What is found.
    #[inline]
    #[must_use]
    pub fn found(self) -> Found<'a> {
        match self.in_place() {
            Some(view) => Found::View(view),
            None => Found::Item(find_slowly(self.view, &[self.name])),
        }
    }

    /// The value that is found.
    #[inline]
    #[must_use]
    pub fn into_item(self) -> Item {
        match self.in_place() {
            Some(view) => view.to_item(),
            None => find_slowly(self.view, &[self.name]),
        }
    }
}

impl<'a, const N: usize> Fields<'a, '_, N> {
    /// What is found where it is; none if it has to be made.
    #[inline]
    fn in_place(self) -> Option<View<'a>> {
        look_up(self.view, self.names)
    }

    /// What is found.
    #[inline]
    #[must_use]
    pub fn found(self) -> Found<'a> {
        match self.in_place() {
            Some(view) => Found::View(view),
            None => Found::Item(find_slowly(self.view, self.names)),
        }
    }

    /// The value that is found.
    #[inline]
    #[must_use]
    pub fn into_item(self) -> Item {
        match self.in_place() {
            Some(view) => view.to_item(),
            None => find_slowly(self.view, self.names),
        }
    }
}

macro_rules! operands {
    ($($field:ident $([$names:ident])?)*) => {
        $(
            impl$(<const $names: usize>)? $field<'_, '_ $(, $names)?> {
                /// How many values are found: `$count` of them.
                #[inline]
                #[must_use]
                pub fn count(self) -> f64 {
                    match self.in_place() {
                        Some(view) => count(view) as f64,
                        None => count(self.found().view()) as f64,
                    }
                }

                /// Whether anything is found: `$exists` of it.
                #[inline]
                #[must_use]
                pub fn exists(self) -> bool {
                    match self.in_place() {
                        Some(view) => !view.is_undefined(),
                        None => !self.found().view().is_undefined(),
                    }
                }
            }

            impl$(<const $names: usize>)? Operand for $field<'_, '_ $(, $names)?> {
                #[inline]
                fn as_number(&self) -> Option<f64> {
                    self.in_place().and_then(View::as_f64)
                }

                #[inline]
                fn as_text(&self) -> Option<&str> {
                    self.in_place().and_then(View::as_str)
                }

                #[inline]
                fn with<T>(self, look: impl FnOnce(View<'_>) -> T) -> T {
                    look(self.found().view())
                }

                #[inline]
                fn into_item(self) -> Item {
                    self.into_item()
                }
            }
        )*
    };
}

operands! { Field Fields[N] }

/// What is at the end of a way through objects alone; none if the way leads through anything else.
#[inline]
fn look_up<'a, const N: usize>(view: View<'a>, names: &[Key<'_>; N]) -> Option<View<'a>> {
    let View::Value(mut value) = view else { return None };
    for name in names {
        let Value::Object(object) = value else { return None };
        match object.find(*name) {
            Some(member) => value = member,
            None => return Some(View::Undefined),
        }
    }
    Some(View::Value(value))
}

/// The value at the end of a way that does not lead through objects alone.
#[cold]
#[inline(never)]
fn find_slowly(view: View<'_>, names: &[Key<'_>]) -> Item {
    Sequence::One(view).members(names).settled().into_item()
}

/// The beginning of a path: what is found at the end of a way of fields, for the next step.
#[inline]
#[must_use]
pub fn walk<'a, const N: usize>(view: View<'a>, names: &[Key<'_>; N]) -> Sequence<'a> {
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
