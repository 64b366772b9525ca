//! What compiled expressions say in a word.

use std::sync::{Arc, LazyLock};

use super::error::Error;
use super::evaluation::Evaluation;
use super::function::{Builtin, Function, Tail};
use super::item::{Item, View};
use super::operand::Operand;
use super::regex::Regex;
use super::signature::Signature;
use super::text;

/// A regular expression as a static.
pub type StaticRegex = Result<Arc<Regex>, Error>;

/// Makes a regular expression, once.
///
/// # Errors
/// It is none.
pub fn static_regex(pattern: &str, flags: &str) -> StaticRegex {
    Regex::new(pattern, flags).map(Arc::new)
}

/// A regular expression as a value.
///
/// # Errors
/// It is none.
pub fn regex(regex: &LazyLock<StaticRegex>) -> Result<Item, Error> {
    match &**regex {
        Ok(regex) => Ok(Function::Regex(Arc::clone(regex)).into()),
        Err(error) => Err(error.clone()),
    }
}

/// A value of those that an expression was given by name.
#[inline]
#[must_use]
pub fn binding(bindings: &[Item], index: usize) -> View<'_> {
    bindings.get(index).map_or(View::Undefined, Item::view)
}

/// The arguments of a call.
#[must_use]
pub fn arguments<const N: usize>(arguments: [Item; N]) -> Vec<Item> {
    Vec::from(arguments)
}

/// The parameters of a function: what is missing among its arguments is nothing.
#[must_use]
pub fn parameters<const N: usize>(arguments: Vec<Item>) -> [Item; N] {
    let mut arguments = arguments.into_iter();
    std::array::from_fn(|_| arguments.next().unwrap_or_default())
}

/// A function that the expression defines.
pub fn function(
    arity: usize,
    signature: Option<Signature>,
    body: impl Fn(&Evaluation, Vec<Item>) -> Result<Tail, Error> + 'static,
) -> Item {
    Function::closure(arity, signature, body).into()
}

/// A function of the library as a value.
#[must_use]
pub fn builtin(builtin: &'static Builtin) -> Item {
    Function::Builtin(builtin).into()
}

/// The first argument of a function.
#[inline]
#[must_use]
pub fn argument(arguments: &[Item]) -> View<'_> {
    binding(arguments, 0)
}

/// What is called, where it may be a field with the name of a function.
///
/// # Errors
/// There is no such field: the function was meant.
pub fn defined(item: Item, meant: impl FnOnce() -> Error) -> Result<Item, Error> {
    if item.is_undefined() { Err(meant()) } else { Ok(item) }
}

/// `a & b`
///
/// # Errors
/// As [`text::write`].
pub fn join(cx: &Evaluation, left: impl Operand, right: impl Operand) -> Result<Item, Error> {
    left.with(|left| right.with(|right| text::concat(cx, [left, right])))
}
