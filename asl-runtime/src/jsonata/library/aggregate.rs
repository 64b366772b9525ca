//! `$sum`, `$count`, `$max`, `$min`, `$average`.
//!
//! Follows [Numeric aggregation functions](https://docs.jsonata.org/aggregation-functions) of
//! JSONata's documentation.

use crate::jsonata::function::{Arguments, Builtin};
use crate::jsonata::item::{Item, View};
use crate::jsonata::number::finite;
use crate::jsonata::signature::{Parameter, Signature};
use crate::jsonata::{Error, Evaluation};

/// `$sum(array)`
pub static SUM: Builtin = Builtin {
    name: "sum",
    signature: Signature::new(&[Parameter::array_of('n')]),
    arity: 1,
    implementation: sum,
};

/// `$count(array)`
pub static COUNT: Builtin = Builtin {
    name: "count",
    signature: Signature::new(&[Parameter::ARRAY]),
    arity: 1,
    implementation: count,
};

fn sum(_: &Evaluation, arguments: &Arguments<'_>) -> Result<Item, Error> {
    let array = arguments.at(0);
    if array.is_undefined() {
        return Ok(Item::Undefined);
    }
    finite(array.items().filter_map(View::as_f64).sum()).map(Item::number)
}

fn count(_: &Evaluation, arguments: &Arguments<'_>) -> Result<Item, Error> {
    let array = arguments.at(0);
    let count = if array.is_undefined() { 0 } else { array.len() };
    Ok(Item::number(count as f64))
}
