//! `$base64encode`, `$base64decode`, `$encodeUrl`, `$encodeUrlComponent`, `$decodeUrl`,
//! `$decodeUrlComponent`.
//!
//! Follows [String functions](https://docs.jsonata.org/string-functions) of JSONata's
//! documentation.

use super::strings::{ONE, of_text};
use crate::jsonata::function::Builtin;
use crate::jsonata::item::Item;
use crate::jsonata::text::{
    base64_decode, base64_encode, decode_url, decode_url_component, encode_url,
    encode_url_component,
};

/// `$base64encode(text)`
pub static BASE64ENCODE: Builtin = Builtin {
    name: "base64encode",
    signature: ONE,
    arity: 1,
    implementation: |cx, arguments| {
        of_text(cx, arguments, |text| Ok(Item::string(base64_encode(text))))
    },
};

/// `$base64decode(text)`
pub static BASE64DECODE: Builtin = Builtin {
    name: "base64decode",
    signature: ONE,
    arity: 1,
    implementation: |cx, arguments| {
        of_text(cx, arguments, |text| base64_decode(text).map(Item::string))
    },
};

/// `$encodeUrlComponent(text)`
pub static ENCODE_URL_COMPONENT: Builtin = Builtin {
    name: "encodeUrlComponent",
    signature: ONE,
    arity: 1,
    implementation: |cx, arguments| {
        of_text(cx, arguments, |text| encode_url_component(text).map(Item::string))
    },
};

/// `$encodeUrl(text)`
pub static ENCODE_URL: Builtin = Builtin {
    name: "encodeUrl",
    signature: ONE,
    arity: 1,
    implementation: |cx, arguments| {
        of_text(cx, arguments, |text| encode_url(text).map(Item::string))
    },
};

/// `$decodeUrlComponent(text)`
pub static DECODE_URL_COMPONENT: Builtin = Builtin {
    name: "decodeUrlComponent",
    signature: ONE,
    arity: 1,
    implementation: |cx, arguments| {
        of_text(cx, arguments, |text| decode_url_component(text).map(Item::string))
    },
};

/// `$decodeUrl(text)`
pub static DECODE_URL: Builtin = Builtin {
    name: "decodeUrl",
    signature: ONE,
    arity: 1,
    implementation: |cx, arguments| {
        of_text(cx, arguments, |text| decode_url(text).map(Item::string))
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;
    use crate::jsonata::library::tests::{code, text};

    #[test]
    fn strings_are_encoded() {
        for (builtin, given, expected) in [
            (&BASE64ENCODE, "hello:world", "aGVsbG86d29ybGQ="),
            (&BASE64DECODE, "aGVsbG86d29ybGQ=", "hello:world"),
            (&ENCODE_URL_COMPONENT, "?x=\u{e9}", "%3Fx%3D%C3%A9"),
            (&ENCODE_URL, "/?x=\u{e9}", "/?x=%C3%A9"),
            (&DECODE_URL_COMPONENT, "%3Fx%3D%C3%A9", "?x=\u{e9}"),
            (&DECODE_URL, "/?x=%C3%A9%2F", "/?x=\u{e9}%2F"),
        ] {
            assert_eq!(text(builtin, [json!(given)]), format!("{expected:?}"), "{}", builtin.name);
            assert_eq!(text(builtin, [Item::Undefined]), "undefined", "{}", builtin.name);
        }
        assert_eq!(code(&DECODE_URL, [json!("%")]), "D3140");
    }
}
