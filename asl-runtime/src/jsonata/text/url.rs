//! `$encodeUrl`, `$encodeUrlComponent` and their opposites: JavaScript's `encodeURI`, ….

use std::fmt::Write;

use crate::jsonata::Error;
use crate::jsonata::error::json_string;

/// What separates the components of a URL.
const RESERVED: &[u8] = b";/?:@&=+$,#";

/// `$encodeUrlComponent(text)`.
///
/// # Errors
/// `D3140`: there is a half of a character in it. U+FFFD stands for those, which strings do not
/// have; so it cannot be encoded.
pub fn encode_url_component(text: &str) -> Result<String, Error> {
    encode(text, b"").ok_or_else(|| malformed("encodeUrlComponent", text))
}

/// `$encodeUrl(text)`: what separates components is kept.
///
/// # Errors
/// As [`encode_url_component`].
pub fn encode_url(text: &str) -> Result<String, Error> {
    encode(text, RESERVED).ok_or_else(|| malformed("encodeUrl", text))
}

fn encode(text: &str, kept: &[u8]) -> Option<String> {
    if text.contains(char::REPLACEMENT_CHARACTER) {
        return None;
    }
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) || kept.contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    Some(encoded)
}

/// `$decodeUrlComponent(text)`.
///
/// # Errors
/// `D3140`: a `%` is not followed by two digits, or the bytes are not UTF-8.
pub fn decode_url_component(text: &str) -> Result<String, Error> {
    decode(text, b"").ok_or_else(|| malformed("decodeUrlComponent", text))
}

/// `$decodeUrl(text)`: what separates components stays encoded.
///
/// # Errors
/// As [`decode_url_component`].
///
/// # Examples
/// ```
/// use asl_runtime::jsonata::text::decode_url;
///
/// assert_eq!(decode_url("/%C3%A9%2F")?, "/\u{e9}%2F");
/// assert_eq!(
///     decode_url("%E0%A4%A").unwrap_err().to_string(),
///     "D3140: Malformed URL passed to $decodeUrl(): \"%E0%A4%A\"",
/// );
/// # Ok::<(), asl_runtime::jsonata::Error>(())
/// ```
pub fn decode_url(text: &str) -> Result<String, Error> {
    decode(text, RESERVED).ok_or_else(|| malformed("decodeUrl", text))
}

fn decode(text: &str, kept: &[u8]) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let (digits, after) = rest.split_at_checked(2)?;
        let digit = |digit: u8| char::from(digit).to_digit(16);
        let byte = u8::try_from(16 * digit(digits[0])? + digit(digits[1])?).ok()?;
        if kept.contains(&byte) {
            bytes.push(b'%');
            bytes.extend(digits);
        } else {
            bytes.push(byte);
        }
        rest = after;
    }
    String::from_utf8(bytes).ok()
}

#[cold]
fn malformed(function: &str, text: &str) -> Error {
    Error::new("D3140", format!("Malformed URL passed to ${function}(): {}", json_string(text)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn separators_are_kept() {
        let text = "https://a.b/\u{e9}?x=a b&y=c%";
        assert_eq!(encode_url(text).unwrap(), "https://a.b/%C3%A9?x=a%20b&y=c%25");
        assert_eq!(encode_url_component("?x=test").unwrap(), "%3Fx%3Dtest");
        assert_eq!(decode_url("%3f%20").unwrap(), "%3f ");
    }

    #[test]
    fn malformed_texts_are_refused() {
        for text in ["%", "%4", "%zz", "%ff", "%C3", "%C3a", "%c3\u{a9}", "%ED%A0%80", "%C0%80"] {
            assert_eq!(decode_url_component(text).unwrap_err().code(), "D3140", "{text}");
            assert_eq!(decode_url(text).unwrap_err().code(), "D3140", "{text}");
        }
    }

    #[test]
    fn halves_of_characters_are_refused() {
        assert_eq!(encode_url("a\u{fffd}").unwrap_err().code(), "D3140");
        assert_eq!(encode_url_component("\u{fffd}").unwrap_err().code(), "D3140");
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_decoded(text in "[^\u{fffd}]*") {
            let component = encode_url_component(&text).unwrap();
            prop_assert_eq!(decode_url_component(&component).unwrap(), text.clone());
            prop_assert_eq!(decode_url(&encode_url(&text).unwrap()).unwrap(), text);
        }

        #[test]
        fn any_text_is_decoded(text in "[%0-9a-fA-F/é]{0,20}") {
            let _ = decode_url(&text);
        }
    }
}
