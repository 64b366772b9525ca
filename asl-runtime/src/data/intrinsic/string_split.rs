//! `States.StringSplit`: the pieces of a text.

use super::IntrinsicError;
use crate::value::{Array, Value};

/// `States.StringSplit(text, delimiters)`: the pieces between the delimiters, each of which is one
/// character. Pieces without a character are left out.
///
/// # Errors
/// An argument is no string.
///
/// # Examples
/// ```
/// use asl_runtime::data::intrinsic::string_split;
/// use asl_runtime::json;
///
/// let pieces = string_split(&json!("This.is+a,test"), &json!(".+,"))?;
/// assert_eq!(pieces, json!(["This", "is", "a", "test"]));
/// # Ok::<(), asl_runtime::data::intrinsic::IntrinsicError>(())
/// ```
pub fn string_split(text: &Value, delimiters: &Value) -> Result<Value, IntrinsicError> {
    let (Some(text), Some(delimiters)) = (text.as_str(), delimiters.as_str()) else {
        return Err(IntrinsicError::arguments("StringSplit"));
    };
    // Sorted, so that many delimiters in a long text take no long time.
    let mut delimiters: Vec<char> = delimiters.chars().collect();
    delimiters.sort_unstable();
    let pieces = text.split(|character| delimiters.binary_search(&character).is_ok());
    Ok(Value::Array(pieces.filter(|piece| !piece.is_empty()).collect::<Array>()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::json;

    fn split(text: &str, delimiters: &str) -> Value {
        string_split(&json!(text), &json!(delimiters)).unwrap()
    }

    #[test]
    fn splits_as_recorded() {
        for (text, delimiters, pieces) in [
            ("a,b,c,d,e", ",", json!(["a", "b", "c", "d", "e"])),
            (",,,,", ",", json!([])),
            (", , ,", ",", json!([" ", " "])),
            ("This.is+a,test=string", ".+,=", json!(["This", "is", "a", "test", "string"])),
            ("Hello\nWorld", "\n", json!(["Hello", "World"])),
            ("1a2b3ab4", "ab", json!(["1", "2", "3", "4"])),
            (",a,,b,", ",", json!(["a", "b"])),
            ("", ",", json!([])),
            ("abc", "", json!(["abc"])),
            ("", "", json!([])),
            ("a|b.c", "|", json!(["a", "b.c"])),
            ("aéb", "é", json!(["a", "b"])),
        ] {
            assert_eq!(split(text, delimiters), pieces, "{text:?} at {delimiters:?}");
        }
    }

    #[test]
    fn takes_two_strings() {
        for (text, delimiters) in [
            (json!(123), json!(",")),
            (json!(null), json!(",")),
            (json!("a,b"), json!(1)),
            (json!("a,b"), json!([","])),
        ] {
            let error = string_split(&text, &delimiters).unwrap_err();
            assert_eq!(error.to_string(), "Invalid arguments in States.StringSplit");
        }
    }

    proptest! {
        #[test]
        fn splits_as_reading_character_by_character_does(
            text in "[a-dé,. ]{0,30}",
            delimiters in "[a-dé,. ]{0,4}",
        ) {
            let mut pieces = vec![String::new()];
            for character in text.chars() {
                if delimiters.contains(character) {
                    pieces.push(String::new());
                } else if let Some(piece) = pieces.last_mut() {
                    piece.push(character);
                }
            }
            pieces.retain(|piece| !piece.is_empty());
            prop_assert_eq!(split(&text, &delimiters), json!(pieces));
        }
    }
}
