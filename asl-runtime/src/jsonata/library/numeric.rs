//! `$number`, `$abs`, `$floor`, `$ceil`, `$round`, `$power`, `$sqrt`, `$random`.
//!
//! Follows [Numeric functions](https://docs.jsonata.org/numeric-functions) of JSONata's
//! documentation.

use crate::jsonata::compare::quoted;
use crate::jsonata::function::{Arguments, Builtin};
use crate::jsonata::item::{Item, View};
use crate::jsonata::number::{finite, parse_number, power, round, square_root};
use crate::jsonata::signature::{Parameter, Signature};
use crate::jsonata::{Error, step_functions};
use crate::value::Value;

/// One number, or the context.
const ONE: Signature = Signature::new(&[Parameter::NUMBER.or_context()]);

/// `$number(value)`
pub static NUMBER: Builtin = Builtin {
    name: "number",
    signature: Signature::new(&[Parameter::of_types("nsbm").or_context()]),
    arity: 1,
    implementation: |_, arguments| number(arguments.at(0)),
};

/// `$abs(number)`
pub static ABS: Builtin = Builtin {
    name: "abs",
    signature: ONE,
    arity: 1,
    implementation: |_, arguments| with_number(arguments, |number| Ok(number.abs())),
};

/// `$floor(number)`
pub static FLOOR: Builtin = Builtin {
    name: "floor",
    signature: ONE,
    arity: 1,
    implementation: |_, arguments| with_number(arguments, |number| Ok(number.floor())),
};

/// `$ceil(number)`
pub static CEIL: Builtin = Builtin {
    name: "ceil",
    signature: ONE,
    arity: 1,
    implementation: |_, arguments| with_number(arguments, |number| Ok(number.ceil())),
};

/// `$round(number, precision)`
pub static ROUND: Builtin = Builtin {
    name: "round",
    signature: Signature::new(&[Parameter::NUMBER.or_context(), Parameter::NUMBER.optional()]),
    arity: 2,
    implementation: |_, arguments| {
        let precision = arguments.at(1).as_f64().unwrap_or(0.0);
        with_number(arguments, |number| finite(round(number, precision)))
    },
};

/// `$power(base, exponent)`
pub static POWER: Builtin = Builtin {
    name: "power",
    signature: Signature::new(&[Parameter::NUMBER.or_context(), Parameter::NUMBER]),
    arity: 2,
    implementation: |_, arguments| {
        let exponent = arguments.at(1).as_f64().unwrap_or(f64::NAN);
        with_number(arguments, |base| power(base, exponent))
    },
};

/// `$sqrt(number)`
pub static SQRT: Builtin = Builtin {
    name: "sqrt",
    signature: ONE,
    arity: 1,
    implementation: |_, arguments| with_number(arguments, square_root),
};

/// `$random(seed)`, in which the seed is an addition of Step Functions.
pub static RANDOM: Builtin = Builtin {
    name: "random",
    signature: Signature::new(&[Parameter::NUMBER.optional()]),
    arity: 1,
    implementation: |cx, arguments| {
        let seed = arguments.at(0).as_f64();
        Ok(Item::number(seed.map_or_else(|| cx.random(), step_functions::random)))
    },
};

/// `$number`: the number that a string, `true` or `false` stands for; nothing of nothing.
///
/// # Errors
/// D3030: the string is no number. T0410: the value is none of these.
pub fn number(view: View<'_>) -> Result<Item, Error> {
    match view {
        View::Undefined | View::Value(Value::Number(_)) => Ok(view.to_item()),
        View::Value(Value::String(text)) => parse_number(text).map(Item::number),
        View::Value(Value::Bool(truth)) => Ok(Item::number(f64::from(u8::from(*truth)))),
        other => {
            let value = quoted(other);
            Err(Error::new("D3030", format!("Unable to cast value to a number: {value}")))
        }
    }
}

/// Nothing of nothing.
fn with_number(
    arguments: &Arguments<'_>,
    compute: impl FnOnce(f64) -> Result<f64, Error>,
) -> Result<Item, Error> {
    Ok(arguments.at(0).as_f64().map(compute).transpose()?.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;
    use crate::jsonata::library::tests::{call_in, code, message, shown, text};

    #[test]
    fn numbers_of_values() {
        for (value, expected) in [
            (json!("0x1F"), "31"),
            (json!("-1.5e1"), "-15"),
            (json!(true), "1"),
            (json!(2.5), "2.5"),
        ] {
            assert_eq!(text(&NUMBER, [value]), expected);
        }
        assert_eq!(
            message(&NUMBER, [json!("1x")]),
            "D3030: Unable to cast value to a number: \"1x\""
        );
        assert_eq!(code(&NUMBER, [json!([1])]), "T0410");
        assert_eq!(code(&NUMBER, [json!(null)]), "T0410");
    }

    #[test]
    fn numbers_are_computed() {
        for (builtin, arguments, expected) in [
            (&ABS, vec![json!(-5)], "5"),
            (&FLOOR, vec![json!(-5.3)], "-6"),
            (&CEIL, vec![json!(5.3)], "6"),
            (&ROUND, vec![json!(-8.5)], "-8"),
            (&ROUND, vec![json!(4.525), json!(2)], "4.52"),
            (&ROUND, vec![json!(12450), json!(-2)], "12400"),
            (&POWER, vec![json!(2), json!(0.5)], "1.4142135623731"),
            (&SQRT, vec![json!(2)], "1.4142135623731"),
        ] {
            assert_eq!(text(builtin, arguments), expected, "{}", builtin.name);
        }
        for builtin in [&NUMBER, &ABS, &FLOOR, &CEIL, &ROUND, &SQRT] {
            assert_eq!(text(builtin, [Item::Undefined]), "undefined", "{}", builtin.name);
            let of_context = call_in(builtin, [] as [Item; 0], &json!(4)).unwrap();
            assert!(!of_context.view().is_undefined(), "{}", builtin.name);
        }
        assert_eq!(code(&SQRT, [json!(-1)]), "D3060");
        assert_eq!(code(&POWER, [json!(100), json!(1000)]), "D3061");
        assert_eq!(code(&ROUND, [json!(1), json!(0.5)]), "D1001");
        assert_eq!(code(&ABS, [json!("1")]), "T0410");
        assert_eq!(shown(&call_in(&POWER, [json!(3)], &json!(2)).unwrap()), "8");
    }

    #[test]
    fn random_numbers_repeat_with_a_seed() {
        assert_eq!(
            RANDOM
                .call(
                    &crate::jsonata::library::tests::evaluation(),
                    vec![json!(42).into()],
                    View::Undefined
                )
                .unwrap()
                .view()
                .as_f64(),
            Some(0.727_563_680_032_868_1)
        );
        let number: f64 = text(&RANDOM, [] as [Item; 0]).parse().unwrap();
        assert!((0.0..1.0).contains(&number));
    }
}
