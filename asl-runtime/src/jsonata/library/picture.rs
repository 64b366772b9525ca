//! `$formatNumber`, `$formatBase`, `$formatInteger`, `$parseInteger`.
//!
//! Follows [Numeric functions](https://docs.jsonata.org/numeric-functions) of JSONata's
//! documentation.

use crate::jsonata::function::{Arguments, Builtin};
use crate::jsonata::integer::{format_integer, parse_integer};
use crate::jsonata::item::{Item, View};
use crate::jsonata::number::{finite, format_base};
use crate::jsonata::picture::{Symbols, format_number};
use crate::jsonata::signature::{self, Parameter, Signature};
use crate::jsonata::{Error, Evaluation};

/// `$formatNumber(number, picture, options)`
pub static FORMAT_NUMBER: Builtin = Builtin {
    name: "formatNumber",
    signature: Signature::new(&[
        Parameter::NUMBER.or_context(),
        Parameter::STRING,
        Parameter::OBJECT.optional(),
    ]),
    arity: 3,
    implementation: formatted_number,
};

/// `$formatBase(number, radix)`
pub static FORMAT_BASE: Builtin = Builtin {
    name: "formatBase",
    signature: Signature::new(&[Parameter::NUMBER.or_context(), Parameter::NUMBER.optional()]),
    arity: 2,
    implementation: |_, arguments| {
        let Some(number) = arguments.at(0).as_f64() else { return Ok(Item::Undefined) };
        format_base(number, arguments.at(1).as_f64().unwrap_or(10.0)).map(Item::string)
    },
};

/// `$formatInteger(number, picture)`
pub static FORMAT_INTEGER: Builtin = Builtin {
    name: "formatInteger",
    signature: Signature::new(&[Parameter::NUMBER.or_context(), Parameter::STRING]),
    arity: 2,
    implementation: |_, arguments| {
        let Some(number) = arguments.at(0).as_f64() else { return Ok(Item::Undefined) };
        format_integer(number, picture("formatInteger", arguments)?).map(Item::string)
    },
};

/// `$parseInteger(text, picture)`
pub static PARSE_INTEGER: Builtin = Builtin {
    name: "parseInteger",
    signature: Signature::new(&[Parameter::STRING.or_context(), Parameter::STRING]),
    arity: 2,
    implementation: |_, arguments| {
        let Some(text) = arguments.at(0).as_str() else { return Ok(Item::Undefined) };
        finite(parse_integer(text, picture("parseInteger", arguments)?)?).map(Item::number)
    },
};

fn formatted_number(_: &Evaluation, arguments: &Arguments<'_>) -> Result<Item, Error> {
    let Some(number) = arguments.at(0).as_f64() else { return Ok(Item::Undefined) };
    let picture = picture("formatNumber", arguments)?;
    let mut symbols = Symbols::default();
    for (name, symbol) in arguments.at(2).members() {
        match symbol.as_str() {
            Some(symbol) => symbols.set(name, symbol),
            // The reference implementation fails here, each time with other words of JavaScript's.
            None if Symbols::NAMES.contains(&name.as_str()) => {
                return Err(signature::mismatch("formatNumber", 3));
            }
            None => {}
        }
    }
    format_number(number, picture, &symbols).map(Item::string)
}

/// The signature lets nothing pass as a picture, which then fails.
fn picture<'a>(function: &str, arguments: &'a Arguments<'_>) -> Result<&'a str, Error> {
    match arguments.at(1) {
        View::Undefined => Err(signature::mismatch(function, 2)),
        picture => Ok(picture.as_str().unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;
    use crate::jsonata::library::tests::{call_in, code, shown, text};

    #[test]
    fn numbers_are_formatted() {
        assert_eq!(text(&FORMAT_NUMBER, [json!(12345.6), json!("#,###.00")]), "\"12,345.60\"");
        let options = json!({"grouping-separator": ".", "decimal-separator": ","});
        assert_eq!(
            text(&FORMAT_NUMBER, [json!(1234.5), json!("#.##0,00"), options]),
            "\"1.234,50\""
        );
        assert_eq!(text(&FORMAT_NUMBER, [json!(1), json!("0%"), json!({"other": 1})]), "\"100%\"");
        assert_eq!(text(&FORMAT_BASE, [json!(100), json!(2)]), "\"1100100\"");
        assert_eq!(text(&FORMAT_BASE, [json!(100)]), "\"100\"");
        assert_eq!(text(&FORMAT_INTEGER, [json!(1999), json!("I")]), "\"MCMXCIX\"");
        assert_eq!(text(&PARSE_INTEGER, [json!("MCMXCIX"), json!("I")]), "1999");
        assert_eq!(shown(&call_in(&FORMAT_BASE, [] as [Item; 0], &json!(7)).unwrap()), "\"7\"");
    }

    #[test]
    fn what_cannot_be_formatted() {
        assert_eq!(code(&FORMAT_NUMBER, [json!(1), json!("0;0;0")]), "D3080");
        assert_eq!(code(&FORMAT_NUMBER, [json!(1), json!("0"), json!({"digit": 1})]), "T0410");
        assert_eq!(code(&FORMAT_BASE, [json!(1), json!(99)]), "D3100");
        assert_eq!(code(&PARSE_INTEGER, [json!("unknown"), json!("w")]), "D1001");
        for builtin in [&FORMAT_NUMBER, &FORMAT_INTEGER] {
            assert_eq!(text(builtin, [Item::Undefined, json!("0").into()]), "undefined");
            assert_eq!(code(builtin, [json!(1).into(), Item::Undefined]), "T0410");
        }
    }
}
