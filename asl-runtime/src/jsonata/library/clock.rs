//! `$now`, `$millis`, `$fromMillis`, `$toMillis`.
//!
//! Follows [Date/time functions](https://docs.jsonata.org/date-time-functions) of JSONata's
//! documentation.

use crate::jsonata::Error;
use crate::jsonata::function::{Arguments, Builtin};
use crate::jsonata::item::Item;
use crate::jsonata::signature::{Parameter, Signature};
use crate::jsonata::time::{from_millis, to_millis};

/// `$now(picture, timezone)`
pub static NOW: Builtin = Builtin {
    name: "now",
    signature: Signature::new(&[Parameter::STRING.optional(), Parameter::STRING.optional()]),
    arity: 2,
    implementation: |cx, arguments| format(cx.now() as f64, arguments, 0),
};

/// `$millis()`
pub static MILLIS: Builtin = Builtin {
    name: "millis",
    signature: Signature::new(&[]),
    arity: 0,
    implementation: |cx, _| Ok(Item::number(cx.now() as f64)),
};

/// `$fromMillis(number, picture, timezone)`
pub static FROM_MILLIS: Builtin = Builtin {
    name: "fromMillis",
    signature: Signature::new(&[
        Parameter::NUMBER.or_context(),
        Parameter::STRING.optional(),
        Parameter::STRING.optional(),
    ]),
    arity: 3,
    implementation: |_, arguments| match arguments.at(0).as_f64() {
        Some(millis) => format(millis, arguments, 1),
        None => Ok(Item::Undefined),
    },
};

/// `$toMillis(timestamp, picture)`
pub static TO_MILLIS: Builtin = Builtin {
    name: "toMillis",
    signature: Signature::new(&[Parameter::STRING.or_context(), Parameter::STRING.optional()]),
    arity: 2,
    implementation: |cx, arguments| {
        let Some(timestamp) = arguments.at(0).as_str() else { return Ok(Item::Undefined) };
        to_millis(timestamp, arguments.at(1).as_str(), cx.now() as f64).map(Item::from)
    },
};

/// With the picture at an index of the arguments, and the timezone behind it.
fn format(millis: f64, arguments: &Arguments<'_>, picture: usize) -> Result<Item, Error> {
    let timezone = arguments.at(picture + 1).as_str();
    from_millis(millis, arguments.at(picture).as_str(), timezone).map(Item::string)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;
    use crate::jsonata::library::tests::{code, text};

    #[test]
    fn now_is_the_time_of_the_evaluation() {
        assert_eq!(text(&NOW, [] as [Item; 0]), "\"2018-03-21T11:08:18.123Z\"");
        assert_eq!(text(&NOW, [json!("[H01]:[m01][Z]"), json!("+0130")]), "\"12:38+01:30\"");
        assert_eq!(text(&MILLIS, [] as [Item; 0]), "1521630498123");
        assert_eq!(code(&MILLIS, [json!(1)]), "T0410");
    }

    #[test]
    fn times_are_read_and_written() {
        assert_eq!(text(&FROM_MILLIS, [json!(0)]), "\"1970-01-01T00:00:00.000Z\"");
        assert_eq!(
            text(&FROM_MILLIS, [json!(0).into(), Item::Undefined, json!("+0100").into()]),
            "\"1970-01-01T01:00:00.000+01:00\""
        );
        assert_eq!(text(&FROM_MILLIS, [Item::Undefined]), "undefined");
        assert_eq!(text(&TO_MILLIS, [json!("2018-01-01")]), "1514764800000");
        assert_eq!(text(&TO_MILLIS, [json!("12:30"), json!("[H]:[m]")]), "1521635400000");
        assert_eq!(text(&TO_MILLIS, [json!("x"), json!("[Y]")]), "undefined");
        assert_eq!(code(&TO_MILLIS, [json!("x")]), "D3110");
    }
}
