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
