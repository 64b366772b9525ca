//! `$length`, `$substring`, `$substringBefore`, `$substringAfter`, `$uppercase`, `$lowercase`,
//! `$trim`, `$pad`, `$join`.
//!
//! Follows [String functions](https://docs.jsonata.org/string-functions) of JSONata's
//! documentation.

use crate::jsonata::function::{Arguments, Builtin};
use crate::jsonata::item::{Item, View};
use crate::jsonata::signature::{Parameter, Signature};
use crate::jsonata::{Error, Evaluation, text};

/// One string, or the context.
pub(super) const ONE: Signature = Signature::new(&[Parameter::STRING.or_context()]);

/// A string, or the context, and another string.
const TWO: Signature = Signature::new(&[Parameter::STRING.or_context(), Parameter::STRING]);

/// `$length(text)`
pub static LENGTH: Builtin = Builtin {
    name: "length",
    signature: ONE,
    arity: 1,
    implementation: |cx, arguments| {
        of_text(cx, arguments, |text| Ok(Item::number(text::length(text) as f64)))
    },
};

/// `$substring(text, start, length)`
pub static SUBSTRING: Builtin = Builtin {
    name: "substring",
    signature: Signature::new(&[
        Parameter::STRING.or_context(),
        Parameter::NUMBER,
        Parameter::NUMBER.optional(),
    ]),
    arity: 3,
    implementation: |cx, arguments| {
        let start = arguments.at(1).as_f64().unwrap_or(f64::NAN);
        let length = arguments.at(2).as_f64();
        of_text(cx, arguments, |text| Ok(Item::string(text::substring(text, start, length))))
    },
};

/// `$substringBefore(text, characters)`
pub static SUBSTRING_BEFORE: Builtin = Builtin {
    name: "substringBefore",
    signature: TWO,
    arity: 2,
    implementation: |cx, arguments| {
        let characters = arguments.at(1).as_str().unwrap_or("undefined");
        of_text(cx, arguments, |text| Ok(Item::string(text::substring_before(text, characters))))
    },
};

/// `$substringAfter(text, characters)`
pub static SUBSTRING_AFTER: Builtin = Builtin {
    name: "substringAfter",
    signature: TWO,
    arity: 2,
    implementation: |cx, arguments| {
        let characters = arguments.at(1).as_str().unwrap_or("undefined");
        of_text(cx, arguments, |text| Ok(Item::string(text::substring_after(text, characters))))
    },
};

/// `$lowercase(text)`
pub static LOWERCASE: Builtin = Builtin {
    name: "lowercase",
    signature: ONE,
    arity: 1,
    implementation: |cx, arguments| {
        of_text(cx, arguments, |text| Ok(Item::string(text.to_lowercase())))
    },
};

/// `$uppercase(text)`
pub static UPPERCASE: Builtin = Builtin {
    name: "uppercase",
    signature: ONE,
    arity: 1,
    implementation: |cx, arguments| {
        of_text(cx, arguments, |text| Ok(Item::string(text.to_uppercase())))
    },
};

/// `$trim(text)`
pub static TRIM: Builtin = Builtin {
    name: "trim",
    signature: ONE,
    arity: 1,
    implementation: |cx, arguments| {
        of_text(cx, arguments, |text| Ok(Item::string(text::trim(text))))
    },
};

/// `$pad(text, width, characters)`
pub static PAD: Builtin = Builtin {
    name: "pad",
    signature: Signature::new(&[
        Parameter::STRING.or_context(),
        Parameter::NUMBER,
        Parameter::STRING.optional(),
    ]),
    arity: 3,
    implementation: |cx, arguments| {
        let width = arguments.at(1).as_f64().unwrap_or(0.0);
        let characters = arguments.at(2).as_str().unwrap_or_default();
        of_text(cx, arguments, |text| text::pad(text, width, characters).map(Item::string))
    },
};

/// `$join(texts, separator)`
pub static JOIN: Builtin = Builtin {
    name: "join",
    signature: Signature::new(&[Parameter::array_of('s'), Parameter::STRING.optional()]),
    arity: 2,
    implementation: |cx, arguments| {
        let texts = arguments.at(0);
        if texts.is_undefined() {
            return Ok(Item::Undefined);
        }
        cx.count(texts.len())?;
        let separator = arguments.at(1).as_str().unwrap_or_default();
        text::join(texts.items().filter_map(View::as_str), separator).map(Item::string)
    },
};

/// What a function gives of the first argument, whose length is counted; nothing of nothing.
pub(super) fn of_text(
    cx: &Evaluation,
    arguments: &Arguments<'_>,
    function: impl FnOnce(&str) -> Result<Item, Error>,
) -> Result<Item, Error> {
    let Some(text) = arguments.at(0).as_str() else { return Ok(Item::Undefined) };
    cx.count(text.len() / 64)?;
    function(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;
    use crate::jsonata::library::tests::{call_in, code, message, shown, text};

    #[test]
    fn strings_are_cut_and_filled() {
        for (builtin, arguments, expected) in [
            (&LENGTH, vec![json!("a\u{1f600}")], "2"),
            (&SUBSTRING, vec![json!("Hello World"), json!(3), json!(5)], "\"lo Wo\""),
            (&SUBSTRING, vec![json!("Hello World"), json!(-4)], "\"orld\""),
            (&SUBSTRING_BEFORE, vec![json!("a-b-c"), json!("-")], "\"a\""),
            (&SUBSTRING_AFTER, vec![json!("a-b-c"), json!("-")], "\"b-c\""),
            (&SUBSTRING_AFTER, vec![json!("abc"), json!("-")], "\"abc\""),
            (&LOWERCASE, vec![json!("ABC")], "\"abc\""),
            (&UPPERCASE, vec![json!("stra\u{df}e")], "\"STRASSE\""),
            (&TRIM, vec![json!("  a \n b ")], "\"a b\""),
            (&PAD, vec![json!("a"), json!(3)], "\"a  \""),
            (&PAD, vec![json!("a"), json!(-4), json!("#!")], "\"#!#a\""),
            (&JOIN, vec![json!(["a", "b"]), json!(", ")], "\"a, b\""),
            (&JOIN, vec![json!("a"), json!(", ")], "\"a\""),
            (&JOIN, vec![json!([])], "\"\""),
        ] {
            assert_eq!(text(builtin, arguments), expected, "{}", builtin.name);
        }
    }

    #[test]
    fn nothing_as_an_argument() {
        for builtin in [&LENGTH, &LOWERCASE, &UPPERCASE, &TRIM, &JOIN] {
            assert_eq!(text(builtin, [Item::Undefined]), "undefined", "{}", builtin.name);
        }
        let with_nothing = || [json!("abc").into(), Item::Undefined];
        assert_eq!(text(&SUBSTRING, with_nothing()), "\"abc\"");
        assert_eq!(
            text(&SUBSTRING, [json!("abc").into(), Item::Undefined, json!(1).into()]),
            "\"\""
        );
        assert_eq!(text(&SUBSTRING_BEFORE, with_nothing()), "\"abc\"");
        assert_eq!(text(&PAD, with_nothing()), "\"abc\"");
        assert_eq!(shown(&call_in(&PAD, [json!(2)], &json!("a")).unwrap()), "\"a \"");
        assert_eq!(call_in(&LENGTH, [] as [Item; 0], &json!(1)).unwrap_err().code(), "T0411");
        assert_eq!(code(&LENGTH, [json!(1)]), "T0410");
        assert_eq!(code(&JOIN, [json!(["a", 1])]), "T0412");
    }

    #[test]
    fn strings_do_not_grow_without_end() {
        let refused = message(&PAD, [json!(""), json!(1e9)]);
        assert!(refused.contains("memory limit exceeded"), "{refused}");
        let many = vec!["0123456789"; 200_000];
        assert!(message(&JOIN, [json!(many)]).contains("memory limit exceeded"));
    }
}
