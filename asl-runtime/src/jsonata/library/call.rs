//! Functions that the library calls.

use crate::jsonata::function::{Arguments, Function, callee};
use crate::jsonata::item::{Item, View};
use crate::jsonata::{Error, Evaluation};
use crate::value::{Str, Value};

/// A function that was given to one of the library. Its context is `null`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Callback<'a> {
    /// Who calls it: an argument that it does not take is reported as theirs.
    caller: &'a str,
    function: &'a Function,
}

impl<'a> Callback<'a> {
    /// The function among the arguments of a call.
    ///
    /// # Errors
    /// T1006: it is none.
    pub(super) fn of(
        caller: &'a str,
        arguments: &'a Arguments<'_>,
        index: usize,
    ) -> Result<Self, Error> {
        let function = arguments.items.get(index).unwrap_or(&Item::Undefined);
        Self::new(caller, function)
    }

    /// # Errors
    /// T1006: it is no function.
    pub(super) fn new(caller: &'a str, function: &'a Item) -> Result<Self, Error> {
        Ok(Self { caller, function: callee(function)? })
    }

    pub(super) fn arity(self) -> usize {
        self.function.arity()
    }

    /// Calls it with an item, its index and the array, or as many of these as it takes.
    pub(super) fn at_index(
        self,
        cx: &Evaluation,
        item: View<'_>,
        index: usize,
        array: View<'_>,
    ) -> Result<Item, Error> {
        let arguments = (item, || Item::from(Value::from(index)), array);
        self.with_key(cx, arguments)
    }

    /// Calls it with a member's value, its name and the object, or as many of these as it takes.
    pub(super) fn at_name(
        self,
        cx: &Evaluation,
        item: View<'_>,
        name: &Str,
        object: View<'_>,
    ) -> Result<Item, Error> {
        self.with_key(cx, (item, || Item::from(name.clone()), object))
    }

    fn with_key(
        self,
        cx: &Evaluation,
        (item, key, whole): (View<'_>, impl FnOnce() -> Item, View<'_>),
    ) -> Result<Item, Error> {
        let mut arguments = Vec::with_capacity(self.arity().clamp(1, 3));
        arguments.push(item.to_item());
        if self.arity() >= 2 {
            arguments.push(key());
        }
        if self.arity() >= 3 {
            arguments.push(whole.to_item());
        }
        self.call_all(cx, arguments)
    }

    /// Calls it with as many of the arguments as it takes, but so many at least.
    pub(super) fn call(
        self,
        cx: &Evaluation,
        least: usize,
        arguments: impl Iterator<Item = Item>,
    ) -> Result<Item, Error> {
        self.call_all(cx, arguments.take(self.arity().max(least)).collect())
    }

    /// Calls it with all of the arguments.
    pub(super) fn call_all(self, cx: &Evaluation, arguments: Vec<Item>) -> Result<Item, Error> {
        self.function.call(cx, self.caller, arguments, View::Value(&Value::Null))
    }
}
