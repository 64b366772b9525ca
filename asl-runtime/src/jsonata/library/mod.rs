//! The functions of JSONata, each with its signature.
//!
//! Those that expressions call most have a form that takes what they need, without a list of
//! arguments; what the signature says of a single argument holds for it too.
//!
//! Follows the function reference of [JSONata](https://docs.jsonata.org) 2.0.6.

mod aggregate;
mod array;
mod boolean;
mod call;
mod clock;
mod distinct;
mod error;
mod higher_order;
mod kind;
mod object;
mod order;
mod step_functions;
#[cfg(test)]
mod tests;
mod text;

use super::function::Builtin;

pub use aggregate::{average, count, max, min, sum};
pub use array::append;
pub use boolean::{boolean, exists, not};
pub use higher_order::{filter, map, reduce, single};
pub use kind::kind;
pub use object::{lookup, merge};
pub use text::string;

/// The function of a name, without the `$`.
#[must_use]
pub fn find(name: &str) -> Option<&'static Builtin> {
    ALL.iter().copied().find(|builtin| builtin.name == name)
}

/// The functions.
pub static ALL: &[&Builtin] = &[
    &aggregate::AVERAGE,
    &aggregate::COUNT,
    &aggregate::MAX,
    &aggregate::MIN,
    &aggregate::SUM,
    &array::APPEND,
    &array::REVERSE,
    &array::SHUFFLE,
    &array::ZIP,
    &boolean::BOOLEAN,
    &boolean::EXISTS,
    &boolean::NOT,
    &clock::MILLIS,
    &distinct::DISTINCT,
    &error::ASSERT,
    &error::ERROR,
    &higher_order::EACH,
    &higher_order::FILTER,
    &higher_order::MAP,
    &higher_order::REDUCE,
    &higher_order::SIFT,
    &higher_order::SINGLE,
    &kind::TYPE,
    &object::CLONE,
    &object::KEYS,
    &object::LOOKUP,
    &object::MERGE,
    &object::SPREAD,
    &order::SORT,
    &step_functions::PARSE,
    &step_functions::PARTITION,
    &step_functions::RANGE,
    &step_functions::UUID,
    &text::STRING,
];
