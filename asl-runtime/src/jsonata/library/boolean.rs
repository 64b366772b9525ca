//! `$boolean`, `$not`, `$exists`.
//!
//! Follows [Boolean functions](https://docs.jsonata.org/boolean-functions) of JSONata's
//! documentation.

use crate::jsonata::boolean::boolean as truth_of;
use crate::jsonata::function::Builtin;
use crate::jsonata::item::{Item, View};
use crate::jsonata::signature::{Parameter, Signature};

/// `$boolean(value)`
pub static BOOLEAN: Builtin = Builtin {
    name: "boolean",
    signature: Signature::new(&[Parameter::ANY.or_context()]),
    arity: 1,
    implementation: |_, arguments| Ok(boolean(arguments.at(0))),
};

/// `$not(value)`
pub static NOT: Builtin = Builtin {
    name: "not",
    signature: Signature::new(&[Parameter::ANY.or_context()]),
    arity: 1,
    implementation: |_, arguments| Ok(not(arguments.at(0))),
};

/// `$exists(value)`
pub static EXISTS: Builtin = Builtin {
    name: "exists",
    signature: Signature::new(&[Parameter::ANY]),
    arity: 1,
    implementation: |_, arguments| Ok(Item::from(exists(arguments.at(0)))),
};

/// `$boolean`: whether a value counts as true; nothing of nothing.
#[inline]
#[must_use]
pub fn boolean(view: View<'_>) -> Item {
    truth_of_argument(view).map_or(Item::Undefined, Item::from)
}

/// `$not`: whether a value counts as false; nothing of nothing.
#[inline]
#[must_use]
pub fn not(view: View<'_>) -> Item {
    truth_of_argument(view).map_or(Item::Undefined, |truth| Item::from(!truth))
}

/// Functions do not count as true as arguments.
fn truth_of_argument(view: View<'_>) -> Option<bool> {
    if let View::Function(_) = view { Some(false) } else { truth_of(view) }
}

/// `$exists`: whether a value is not nothing.
#[inline]
#[must_use]
pub fn exists(view: View<'_>) -> bool {
    !view.is_undefined()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;
    use crate::jsonata::Function;
    use crate::jsonata::library::tests::text;

    #[test]
    fn what_counts_as_true() {
        for (value, truth) in [
            (json!(null), "false"),
            (json!(false), "false"),
            (json!(true), "true"),
            (json!(0), "false"),
            (json!(-0.0), "false"),
            (json!(-1), "true"),
            (json!(""), "false"),
            (json!("false"), "true"),
            (json!([]), "false"),
            (json!([0]), "false"),
            (json!([[0]]), "false"),
            (json!([[[], 1]]), "true"),
            (json!([0, ""]), "false"),
            (json!([0, "a"]), "true"),
            (json!({}), "false"),
            (json!({"a": 0}), "true"),
        ] {
            assert_eq!(text(&BOOLEAN, [value.clone()]), truth, "{value}");
            let not = if truth == "true" { "false" } else { "true" };
            assert_eq!(text(&NOT, [value.clone()]), not, "{value}");
            assert_eq!(text(&EXISTS, [value]), "true");
        }
    }

    #[test]
    fn nothing_and_functions() {
        assert_eq!(text(&BOOLEAN, [Item::Undefined]), "undefined");
        assert_eq!(text(&NOT, [Item::Undefined]), "undefined");
        assert_eq!(text(&EXISTS, [Item::Undefined]), "false");
        assert_eq!(text(&BOOLEAN, [Item::from(Function::Builtin(&NOT))]), "false");
        assert_eq!(text(&EXISTS, [Item::from(Function::Builtin(&NOT))]), "true");
    }
}
