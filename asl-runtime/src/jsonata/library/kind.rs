//! `$type`.
//!
//! Follows [`$type`](https://docs.jsonata.org/object-functions#type) of JSONata's documentation.

use crate::jsonata::function::Builtin;
use crate::jsonata::item::{Item, View};
use crate::jsonata::signature::{Parameter, Signature};
use crate::value::{Str, Value};

/// `$type(value)`
pub static TYPE: Builtin = Builtin {
    name: "type",
    signature: Signature::new(&[Parameter::ANY]),
    arity: 1,
    implementation: |_, arguments| Ok(kind(arguments.at(0))),
};

/// `$type`: the name of a value's type; nothing of nothing.
#[must_use]
pub fn kind(view: View<'_>) -> Item {
    Item::from(Str::from_static(match view {
        View::Undefined => return Item::Undefined,
        View::Value(Value::Null) => "null",
        View::Value(Value::Bool(_)) => "boolean",
        View::Value(Value::Number(_)) => "number",
        View::Value(Value::String(_)) => "string",
        View::Value(Value::Array(_)) | View::List(_) | View::Tuples(_) => "array",
        View::Value(Value::Object(_)) | View::Record(_) => "object",
        View::Function(_) => "function",
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;
    use crate::jsonata::Function;
    use crate::jsonata::library::tests::text;

    #[test]
    fn all_types_have_names() {
        for (value, name) in [
            (json!(null), "null"),
            (json!(true), "boolean"),
            (json!(1.5), "number"),
            (json!("a"), "string"),
            (json!([]), "array"),
            (json!({}), "object"),
        ] {
            assert_eq!(text(&TYPE, [value]), format!("{name:?}"));
        }
        assert_eq!(text(&TYPE, [Item::sequence(vec![])]), "\"array\"");
        assert_eq!(text(&TYPE, [Item::from(Function::Builtin(&TYPE))]), "\"function\"");
        assert_eq!(text(&TYPE, [Item::Undefined]), "undefined");
    }
}
