//! `$base64encode` and `$base64decode`: of strings whose characters stand for bytes.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use crate::jsonata::Error;

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// `$base64encode(text)`: of characters above U+00FF the low byte of each UTF-16 unit counts, as
/// Node.js takes them.
#[must_use]
pub fn base64_encode(text: &str) -> String {
    let bytes: Vec<u8> = text.encode_utf16().map(|unit| unit as u8).collect();
    BASE64.encode(bytes)
}

/// `$base64decode(text)`: a character for each byte.
///
/// # Errors
/// The text is not Base64. Padding may be missing.
pub fn base64_decode(text: &str) -> Result<String, Error> {
    let bytes = BASE64.decode(text).map_err(|_| Error::without_code("Invalid Base64 text"))?;
    Ok(bytes.into_iter().map(char::from).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn characters_are_bytes() {
        assert_eq!(base64_encode("hello:world"), "aGVsbG86d29ybGQ=");
        assert_eq!(base64_encode("\u{e9}\u{2713}"), "6RM=");
        assert_eq!(base64_decode("6Q==").unwrap(), "\u{e9}");
        assert_eq!(base64_decode("aGVsbG8").unwrap(), "hello");
        for text in ["!!!", "aGVs bG8=", "a", "aGVsbG8=="] {
            assert_eq!(base64_decode(text).unwrap_err().code(), "", "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_decoded(text in "[\u{0}-\u{ff}]{0,20}") {
            prop_assert_eq!(base64_decode(&base64_encode(&text)).unwrap(), text);
        }
    }
}
