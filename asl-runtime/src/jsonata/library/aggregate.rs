//! `$sum`, `$count`, `$max`, `$min`, `$average`.
//!
//! Follows [Numeric aggregation functions](https://docs.jsonata.org/aggregation-functions) of
//! JSONata's documentation.

use crate::jsonata::function::Builtin;
use crate::jsonata::item::{Item, View};
use crate::jsonata::number::finite;
use crate::jsonata::signature::{Parameter, Signature};
use crate::jsonata::{Error, signature};

const NUMBERS: Signature = Signature::new(&[Parameter::array_of('n')]);

/// `$sum(array)`
pub static SUM: Builtin = Builtin {
    name: "sum",
    signature: NUMBERS,
    arity: 1,
    implementation: |_, arguments| sum(arguments.at(0)),
};

/// `$count(array)`
pub static COUNT: Builtin = Builtin {
    name: "count",
    signature: Signature::new(&[Parameter::ARRAY]),
    arity: 1,
    implementation: |_, arguments| Ok(Item::number(count(arguments.at(0)) as f64)),
};

/// `$max(array)`
pub static MAX: Builtin = Builtin {
    name: "max",
    signature: NUMBERS,
    arity: 1,
    implementation: |_, arguments| max(arguments.at(0)),
};

/// `$min(array)`
pub static MIN: Builtin = Builtin {
    name: "min",
    signature: NUMBERS,
    arity: 1,
    implementation: |_, arguments| min(arguments.at(0)),
};

/// `$average(array)`
pub static AVERAGE: Builtin = Builtin {
    name: "average",
    signature: NUMBERS,
    arity: 1,
    implementation: |_, arguments| average(arguments.at(0)),
};

/// `$sum`: the numbers of an array, added; of a single number itself.
///
/// # Errors
/// T0412: an item is no number. D1001: the sum is out of range.
#[inline]
pub fn sum(array: View<'_>) -> Result<Item, Error> {
    Ok(match fold("sum", array, 0.0, |total, number| total + number)? {
        Some(total) => Item::number(finite(total)?),
        None => Item::Undefined,
    })
}

/// `$count`: how many items an array has; of nothing 0, of anything else 1.
#[inline]
#[must_use]
pub fn count(array: View<'_>) -> usize {
    if array.is_undefined() { 0 } else { array.len() }
}

/// `$max`: the greatest number of an array; of an empty one nothing.
///
/// # Errors
/// T0412: an item is no number.
#[inline]
pub fn max(array: View<'_>) -> Result<Item, Error> {
    Ok(of_some(array, fold("max", array, f64::NEG_INFINITY, f64::max)?))
}

/// `$min`: the least number of an array; of an empty one nothing.
///
/// # Errors
/// T0412: an item is no number.
#[inline]
pub fn min(array: View<'_>) -> Result<Item, Error> {
    Ok(of_some(array, fold("min", array, f64::INFINITY, f64::min)?))
}

/// `$average`: the mean of the numbers of an array; of an empty one nothing.
///
/// # Errors
/// T0412: an item is no number. D1001: their sum is out of range.
#[inline]
pub fn average(array: View<'_>) -> Result<Item, Error> {
    match fold("average", array, 0.0, |total, number| total + number)? {
        Some(total) if !array.is_empty() => Ok(Item::number(finite(total)? / array.len() as f64)),
        _ => Ok(Item::Undefined),
    }
}

fn of_some(array: View<'_>, result: Option<f64>) -> Item {
    result.filter(|_| !array.is_empty()).into()
}

/// None of nothing.
#[inline]
fn fold(
    function: &str,
    array: View<'_>,
    first: f64,
    mut add: impl FnMut(f64, f64) -> f64,
) -> Result<Option<f64>, Error> {
    if array.is_undefined() {
        return Ok(None);
    }
    let mut result = first;
    for item in array.items() {
        let Some(number) = item.as_f64() else {
            return Err(signature::wrong_items(function, 1, 'n'));
        };
        result = add(result, number);
    }
    Ok(Some(result))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;
    use crate::jsonata::library::tests::{code, text};

    #[test]
    fn numbers_become_one() {
        for (builtin, expected) in
            [(&SUM, "7.5"), (&COUNT, "3"), (&MAX, "4"), (&MIN, "1.5"), (&AVERAGE, "2.5")]
        {
            assert_eq!(text(builtin, [json!([1.5, 4, 2])]), expected, "{}", builtin.name);
        }
    }

    #[test]
    fn a_single_number_is_an_array_of_it() {
        for (builtin, expected) in
            [(&SUM, "7"), (&COUNT, "1"), (&MAX, "7"), (&MIN, "7"), (&AVERAGE, "7")]
        {
            assert_eq!(text(builtin, [json!(7)]), expected, "{}", builtin.name);
        }
    }

    #[test]
    fn of_no_numbers() {
        for (builtin, empty, nothing) in [
            (&SUM, "0", "undefined"),
            (&COUNT, "0", "0"),
            (&MAX, "undefined", "undefined"),
            (&MIN, "undefined", "undefined"),
            (&AVERAGE, "undefined", "undefined"),
        ] {
            assert_eq!(text(builtin, [json!([])]), empty, "{}", builtin.name);
            assert_eq!(text(builtin, [Item::Undefined]), nothing, "{}", builtin.name);
        }
    }

    #[test]
    fn refuses_what_is_no_number() {
        for builtin in [&SUM, &MAX, &MIN, &AVERAGE] {
            assert_eq!(code(builtin, [json!([1, "2"])]), "T0412");
            assert_eq!(code(builtin, [json!("2")]), "T0412");
        }
        let error = sum(View::Value(&json!([1, null]))).unwrap_err();
        assert_eq!(
            error.to_string(),
            "T0412: Argument 1 of function \"sum\" must be an array of \"numbers\""
        );
        assert_eq!(code(&SUM, [json!([1e308, 1e308])]), "D1001");
    }
}
