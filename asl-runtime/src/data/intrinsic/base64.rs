//! `States.Base64Encode` and `States.Base64Decode`.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::IntrinsicError;
use super::arguments::of_bounded_length;
use crate::value::{Str, Value};

const MIME: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// `States.Base64Encode(text)`: the UTF-8 of the text as MIME Base64 with padding, on one line.
///
/// # Errors
/// The argument is no string, or one of more than 10,000 characters.
///
/// # Examples
/// ```
/// use asl_runtime::data::intrinsic::{base64_decode, base64_encode};
/// use asl_runtime::json;
///
/// let encoded = base64_encode(&json!("Data to encode"))?;
/// assert_eq!(encoded, "RGF0YSB0byBlbmNvZGU=");
/// assert_eq!(base64_decode(&encoded)?, "Data to encode");
/// # Ok::<(), asl_runtime::data::intrinsic::IntrinsicError>(())
/// ```
pub fn base64_encode(text: &Value) -> Result<Value, IntrinsicError> {
    let text = text.as_str().and_then(of_bounded_length);
    let text = text.ok_or_else(|| IntrinsicError::arguments("Base64Encode"))?;
    Ok(Value::String(Str::from(MIME.encode(text))))
}

/// `States.Base64Decode(text)`: the text whose UTF-8 was encoded.
///
/// As forgiving as AWS: characters outside of the alphabet are passed over, the first `=` ends the
/// text, a last digit that makes no byte is left out, `-` and `_` are taken for `+` and `/`, and
/// bytes that are not UTF-8 become U+FFFD.
///
/// # Errors
/// The argument is no string, or one of more than 10,000 characters.
pub fn base64_decode(text: &Value) -> Result<Value, IntrinsicError> {
    let text = text.as_str().and_then(of_bounded_length);
    let text = text.ok_or_else(|| IntrinsicError::arguments("Base64Decode"))?;
    let mut digits: Vec<u8> =
        text.bytes().take_while(|byte| *byte != b'=').filter_map(digit).collect();
    if digits.len() % 4 == 1 {
        digits.pop();
    }
    // There is nothing left that could be wrong.
    let bytes = MIME.decode(digits).unwrap_or_default();
    Ok(Value::String(Str::from(&*String::from_utf8_lossy(&bytes))))
}

/// The digit of the alphabet that a byte stands for.
fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'+' | b'/' => Some(byte),
        b'-' => Some(b'+'),
        b'_' => Some(b'/'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::json;

    #[test]
    fn encodes_as_recorded() {
        for (text, encoded) in [
            ("", ""),
            (" ", "IA=="),
            ("Data to encode", "RGF0YSB0byBlbmNvZGU="),
            ("Hello World", "SGVsbG8gV29ybGQ="),
            ("abc\0def", "YWJjAGRlZg=="),
            ("\u{2713}", "4pyT"),
            ("\u{1f680}", "8J+agA=="),
        ] {
            assert_eq!(base64_encode(&json!(text)), Ok(json!(encoded)));
            assert_eq!(base64_decode(&json!(encoded)), Ok(json!(text)));
        }
    }

    #[test]
    fn decodes_what_is_not_quite_right() {
        for (encoded, text) in [
            (" YWJjZA== ", "abcd"),
            ("YWJj\nZA==", "abcd"),
            ("YWJjZA", "abcd"),
            ("YWJjZ", "abc"),
            ("YQ==YQ==", "a"),
            ("8J-agA", "\u{1f680}"),
            ("!!!=", ""),
            ("/w==", "\u{fffd}"),
        ] {
            assert_eq!(base64_decode(&json!(encoded)), Ok(json!(text)), "{encoded}");
        }
    }

    #[test]
    fn takes_strings_of_ten_thousand_characters() {
        type Function = fn(&Value) -> Result<Value, IntrinsicError>;
        let functions: [(Function, &str); 2] =
            [(base64_encode, "Base64Encode"), (base64_decode, "Base64Decode")];
        for (function, name) in functions {
            assert!(function(&json!("A".repeat(10_000))).is_ok());
            for value in [json!("A".repeat(10_001)), json!(1), json!(null), json!(["a"])] {
                let error = function(&value).unwrap_err();
                assert_eq!(error.to_string(), format!("Invalid arguments in States.{name}"));
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_decoded(text in any::<String>()) {
            let encoded = base64_encode(&json!(&text)).unwrap();
            prop_assert_eq!(encoded.as_str(), Some(&*naive(text.as_bytes())));
            prop_assert_eq!(base64_decode(&encoded).unwrap(), json!(text));
        }

        #[test]
        fn any_text_is_decoded(text in "[A-Za-z0-9+/=_ é-]{0,40}") {
            prop_assert!(base64_decode(&json!(text)).is_ok());
        }
    }

    /// Base64 bit by bit.
    fn naive(bytes: &[u8]) -> String {
        const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let bits: String = bytes.iter().map(|byte| format!("{byte:08b}")).collect();
        let digits = bits.as_bytes().chunks(6).map(|bits| {
            let bits = format!("{:0<6}", std::str::from_utf8(bits).unwrap());
            char::from(DIGITS[usize::from_str_radix(&bits, 2).unwrap()])
        });
        let mut text: String = digits.collect();
        while !text.len().is_multiple_of(4) {
            text.push('=');
        }
        text
    }
}
