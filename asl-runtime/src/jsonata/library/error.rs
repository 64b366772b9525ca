//! `$error`, `$assert`.
//!
//! Follows [`$error`](https://docs.jsonata.org/object-functions#error) and its neighbour of
//! JSONata's documentation.

use crate::jsonata::Error;
use crate::jsonata::boolean::truth;
use crate::jsonata::function::Builtin;
use crate::jsonata::item::{Item, View};
use crate::jsonata::signature::{Parameter, Signature};

/// `$error(message)`
pub static ERROR: Builtin = Builtin {
    name: "error",
    signature: Signature::new(&[Parameter::STRING.optional()]),
    arity: 1,
    implementation: |_, arguments| {
        Err(failure("D3137", arguments.at(0), "$error() function evaluated"))
    },
};

/// `$assert(condition, message)`
pub static ASSERT: Builtin = Builtin {
    name: "assert",
    signature: Signature::new(&[Parameter::BOOLEAN, Parameter::STRING.optional()]),
    arity: 2,
    implementation: |_, arguments| {
        if truth(arguments.at(0)) {
            return Ok(Item::Undefined);
        }
        Err(failure("D3141", arguments.at(1), "$assert() statement failed"))
    },
};

fn failure(code: &'static str, message: View<'_>, default: &str) -> Error {
    let message = message.as_str().filter(|message| !message.is_empty());
    Error::new(code, message.unwrap_or(default))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;
    use crate::jsonata::library::tests::{message, text};

    #[test]
    fn errors_say_what_they_are_told() {
        assert_eq!(message(&ERROR, [json!("too late")]), "D3137: too late");
        for none in [vec![], vec![Item::Undefined], vec![Item::string("")]] {
            assert_eq!(message(&ERROR, none), "D3137: $error() function evaluated");
        }
    }

    #[test]
    fn assertions_fail_if_they_are_not_true() {
        assert_eq!(text(&ASSERT, [json!(true), json!("x")]), "undefined");
        assert_eq!(message(&ASSERT, [json!(false), json!("x")]), "D3141: x");
        assert_eq!(message(&ASSERT, [json!(false)]), "D3141: $assert() statement failed");
        assert_eq!(
            message(&ASSERT, [Item::Undefined, Item::string("")]),
            "D3141: $assert() statement failed"
        );
        assert_eq!(
            message(&ASSERT, [json!(1)]),
            "T0410: Argument 1 of function \"assert\" does not match function signature"
        );
    }
}
