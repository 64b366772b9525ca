//! `$string`.
//!
//! Follows [`$string`](https://docs.jsonata.org/string-functions#string) of JSONata's
//! documentation.

use crate::jsonata::boolean::truth;
use crate::jsonata::function::Builtin;
use crate::jsonata::item::{Item, View};
use crate::jsonata::signature::{Parameter, Signature};
use crate::jsonata::{Error, Evaluation, text};

/// `$string(value, prettify)`
pub static STRING: Builtin = Builtin {
    name: "string",
    signature: Signature::new(&[Parameter::ANY.or_context(), Parameter::BOOLEAN.optional()]),
    arity: 1,
    implementation: |cx, arguments| {
        if !truth(arguments.at(1)) {
            return string(cx, arguments.at(0));
        }
        let mut out = String::new();
        text::write_pretty(cx, arguments.at(0), &mut out)?;
        Ok(if arguments.at(0).is_undefined() { Item::Undefined } else { Item::string(out) })
    },
};

/// `$string`: a value as text; a string as it is, nothing of nothing.
///
/// # Errors
/// It is nested too deep, or its text is too long.
pub fn string(cx: &Evaluation, view: View<'_>) -> Result<Item, Error> {
    match view {
        View::Undefined => Ok(Item::Undefined),
        view if view.as_str().is_some() => Ok(view.to_item()),
        view => {
            let mut out = String::new();
            text::write(cx, view, &mut out)?;
            Ok(Item::string(out))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;
    use crate::jsonata::Function;
    use crate::jsonata::library::tests::text;

    #[test]
    fn values_have_a_text() {
        for (value, expected) in [
            (json!("a\"b"), r#""a\"b""#),
            (json!(5), r#""5""#),
            (json!([1, "a", null, {"b": true}]), r#""[1,\"a\",null,{\"b\":true}]""#),
        ] {
            assert_eq!(text(&STRING, [value]), expected);
        }
        assert_eq!(text(&STRING, [Item::from(Function::Builtin(&STRING))]), "\"\"");
        assert_eq!(text(&STRING, [Item::Undefined]), "undefined");
    }

    #[test]
    fn pretty_texts_are_indented() {
        let value = json!({"a": [1, {}], "b": []});
        let expected = "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}";
        assert_eq!(text(&STRING, [value, json!(true)]), format!("{expected:?}"));
        assert_eq!(text(&STRING, [json!("a"), json!(true)]), "\"a\"");
        assert_eq!(text(&STRING, [Item::Undefined, json!(true).into()]), "undefined");
    }
}
