//! The functions of JSONata, each with its signature.
//!
//! A function is a static of its name in capitals: `formatNumber` is [`FORMAT_NUMBER`].
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
mod encoding;
mod error;
mod higher_order;
mod kind;
mod matcher;
mod matching;
mod numeric;
pub(super) mod object;
mod order;
mod picture;
mod step_functions;
mod strings;
#[cfg(test)]
mod tests;
mod text;

use super::function::Builtin;

pub use aggregate::{AVERAGE, COUNT, MAX, MIN, SUM, average, count, max, min, sum};
pub use array::{APPEND, REVERSE, SHUFFLE, ZIP, append};
pub use boolean::{BOOLEAN, EXISTS, NOT, boolean, exists, not};
pub use clock::{FROM_MILLIS, MILLIS, NOW, TO_MILLIS};
pub use distinct::DISTINCT;
pub use encoding::{
    BASE64DECODE, BASE64ENCODE, DECODE_URL, DECODE_URL_COMPONENT, ENCODE_URL, ENCODE_URL_COMPONENT,
};
pub use error::{ASSERT, ERROR};
pub use higher_order::{EACH, FILTER, MAP, REDUCE, SIFT, SINGLE, filter, map, reduce, single};
pub use kind::{TYPE, kind};
pub use matching::{CONTAINS, MATCH, REPLACE, SPLIT};
pub use numeric::{ABS, CEIL, FLOOR, NUMBER, POWER, RANDOM, ROUND, SQRT, number};
pub use object::{CLONE, KEYS, LOOKUP, MERGE, SPREAD, lookup, merge, merge_members, merge_parts};
pub use order::SORT;
pub use picture::{FORMAT_BASE, FORMAT_INTEGER, FORMAT_NUMBER, PARSE_INTEGER};
pub use step_functions::{HASH, PARSE, PARTITION, RANGE, UUID};
pub use strings::{
    JOIN, LENGTH, LOWERCASE, PAD, SUBSTRING, SUBSTRING_AFTER, SUBSTRING_BEFORE, TRIM, UPPERCASE,
};
pub use text::{STRING, string};

/// The function of a name, without the `$`.
#[must_use]
pub fn find(name: &str) -> Option<&'static Builtin> {
    ALL.iter().copied().find(|builtin| builtin.name == name)
}

/// The functions.
pub static ALL: &[&Builtin] = &[
    &ABS,
    &APPEND,
    &ASSERT,
    &AVERAGE,
    &BASE64DECODE,
    &BASE64ENCODE,
    &BOOLEAN,
    &CEIL,
    &CLONE,
    &CONTAINS,
    &COUNT,
    &DECODE_URL,
    &DECODE_URL_COMPONENT,
    &DISTINCT,
    &EACH,
    &ENCODE_URL,
    &ENCODE_URL_COMPONENT,
    &ERROR,
    &EXISTS,
    &FILTER,
    &FLOOR,
    &FORMAT_BASE,
    &FORMAT_INTEGER,
    &FORMAT_NUMBER,
    &FROM_MILLIS,
    &HASH,
    &JOIN,
    &KEYS,
    &LENGTH,
    &LOOKUP,
    &LOWERCASE,
    &MAP,
    &MATCH,
    &MAX,
    &MERGE,
    &MILLIS,
    &MIN,
    &NOT,
    &NOW,
    &NUMBER,
    &PAD,
    &PARSE,
    &PARSE_INTEGER,
    &PARTITION,
    &POWER,
    &RANDOM,
    &RANGE,
    &REDUCE,
    &REPLACE,
    &REVERSE,
    &ROUND,
    &SHUFFLE,
    &SIFT,
    &SINGLE,
    &SORT,
    &SPLIT,
    &SPREAD,
    &SQRT,
    &STRING,
    &SUBSTRING,
    &SUBSTRING_AFTER,
    &SUBSTRING_BEFORE,
    &SUM,
    &TO_MILLIS,
    &TRIM,
    &TYPE,
    &UPPERCASE,
    &UUID,
    &ZIP,
];
