//! What operators take: items, what a path has found, and Rust's own numbers, strings and Booleans,
//! so that compiled expressions make no items in between.

use super::found::Found;
use super::item::{Item, View};
use crate::value::{Str, Value};

/// A value that an operator takes, or a function.
pub trait Operand: Sized {
    /// The number; none if it is none.
    #[inline]
    fn as_number(&self) -> Option<f64> {
        None
    }

    /// The string; none if it is none.
    #[inline]
    fn as_text(&self) -> Option<&str> {
        None
    }

    /// Shows it as a view.
    fn with<T>(self, look: impl FnOnce(View<'_>) -> T) -> T;

    /// The item.
    fn into_item(self) -> Item;
}

impl Operand for View<'_> {
    #[inline]
    fn as_number(&self) -> Option<f64> {
        self.as_f64()
    }

    #[inline]
    fn as_text(&self) -> Option<&str> {
        self.as_str()
    }

    #[inline]
    fn with<T>(self, look: impl FnOnce(View<'_>) -> T) -> T {
        look(self)
    }

    #[inline]
    fn into_item(self) -> Item {
        self.to_item()
    }
}

impl Operand for Item {
    #[inline]
    fn as_number(&self) -> Option<f64> {
        self.view().as_f64()
    }

    #[inline]
    fn as_text(&self) -> Option<&str> {
        self.view().as_str()
    }

    #[inline]
    fn with<T>(self, look: impl FnOnce(View<'_>) -> T) -> T {
        look(self.view())
    }

    #[inline]
    fn into_item(self) -> Item {
        self
    }
}

impl Operand for Found<'_> {
    #[inline]
    fn as_number(&self) -> Option<f64> {
        self.view().as_f64()
    }

    #[inline]
    fn as_text(&self) -> Option<&str> {
        self.view().as_str()
    }

    #[inline]
    fn with<T>(self, look: impl FnOnce(View<'_>) -> T) -> T {
        look(self.view())
    }

    #[inline]
    fn into_item(self) -> Item {
        self.into_item()
    }
}

impl Operand for f64 {
    #[inline]
    fn as_number(&self) -> Option<f64> {
        Some(*self)
    }

    #[inline]
    fn with<T>(self, look: impl FnOnce(View<'_>) -> T) -> T {
        look(Item::number(self).view())
    }

    #[inline]
    fn into_item(self) -> Item {
        Item::number(self)
    }
}

impl Operand for Option<f64> {
    #[inline]
    fn as_number(&self) -> Option<f64> {
        *self
    }

    #[inline]
    fn with<T>(self, look: impl FnOnce(View<'_>) -> T) -> T {
        look(Item::from(self).view())
    }

    #[inline]
    fn into_item(self) -> Item {
        Item::from(self)
    }
}

impl Operand for bool {
    #[inline]
    fn with<T>(self, look: impl FnOnce(View<'_>) -> T) -> T {
        look(View::Value(&Value::Bool(self)))
    }

    #[inline]
    fn into_item(self) -> Item {
        Item::from(self)
    }
}

impl Operand for Option<bool> {
    #[inline]
    fn with<T>(self, look: impl FnOnce(View<'_>) -> T) -> T {
        look(self.into_item().view())
    }

    #[inline]
    fn into_item(self) -> Item {
        self.map_or(Item::Undefined, Item::from)
    }
}

impl Operand for &'static str {
    #[inline]
    fn as_text(&self) -> Option<&str> {
        Some(self)
    }

    #[inline]
    fn with<T>(self, look: impl FnOnce(View<'_>) -> T) -> T {
        look(View::Value(&Value::String(Str::from_static(self))))
    }

    #[inline]
    fn into_item(self) -> Item {
        Item::Value(Value::String(Str::from_static(self)))
    }
}
