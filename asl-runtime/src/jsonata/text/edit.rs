//! Parts of strings, and what is put around them.

use crate::jsonata::Error;
use crate::jsonata::limit::{MOST_TEXT, check_text};

/// `$length(text)`: the number of characters.
#[must_use]
pub fn length(text: &str) -> usize {
    text.chars().count()
}

/// `$substring(text, start, length)`: a negative start is counted from the end.
///
/// # Examples
/// ```
/// use asl_runtime::jsonata::text::substring;
///
/// assert_eq!(substring("Hello World", 3.0, Some(5.0)), "lo Wo");
/// assert_eq!(substring("Hello World", -4.0, None), "orld");
/// ```
#[must_use]
pub fn substring(text: &str, start: f64, length: Option<f64>) -> &str {
    let count = text.chars().count() as f64;
    let start = if count + start < 0.0 { 0.0 } else { start };
    // A start between -1 and 0 is the first.
    let from = if start > -1.0 { start } else { count + start.trunc() };
    let end = match length {
        Some(length) if length <= 0.0 => return "",
        Some(length) => {
            if start >= 0.0 {
                start + length
            } else {
                count + start + length
            }
        }
        None => count,
    };
    // From before the first to after the last character.
    let place = |characters: f64| {
        text.char_indices().nth(characters.max(0.0) as usize).map_or(text.len(), |(index, _)| index)
    };
    text.get(place(from)..place(end)).unwrap_or_default()
}

/// `$substringBefore(text, characters)`: all of the text if it does not contain the characters.
#[must_use]
pub fn substring_before<'a>(text: &'a str, characters: &str) -> &'a str {
    text.split_once(characters).map_or(text, |(before, _)| before)
}

/// `$substringAfter(text, characters)`: all of the text if it does not contain the characters.
#[must_use]
pub fn substring_after<'a>(text: &'a str, characters: &str) -> &'a str {
    text.split_once(characters).map_or(text, |(_, after)| after)
}

/// `$trim(text)`: spaces, tabs and line ends become one space each time, and none at the ends.
///
/// # Examples
/// ```
/// use asl_runtime::jsonata::text::trim;
///
/// assert_eq!(trim("   Hello  \n World   "), "Hello World");
/// ```
#[must_use]
pub fn trim(text: &str) -> String {
    let words = text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// `$pad(text, width, characters)`: the text with so many characters at least, filled up on the
/// right, or on the left if the width is negative.
///
/// # Errors
/// The text would be too long.
///
/// # Examples
/// ```
/// use asl_runtime::jsonata::text::pad;
///
/// assert_eq!(pad("foo", -5.0, "#")?, "##foo");
/// assert_eq!(pad("", 4.0, "ab")?, "abab");
/// # Ok::<(), asl_runtime::jsonata::Error>(())
/// ```
pub fn pad(text: &str, width: f64, characters: &str) -> Result<String, Error> {
    let characters = if characters.is_empty() { " " } else { characters };
    let missing = (width.abs() as usize).saturating_sub(length(text));
    check_text(missing)?;
    let mut padding: String = characters.chars().cycle().take(missing.min(MOST_TEXT)).collect();
    check_text(padding.len() + text.len())?;
    Ok(if width > 0.0 {
        padding.insert_str(0, text);
        padding
    } else {
        padding.push_str(text);
        padding
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn substrings_are_counted_in_characters() {
        for (start, length, part) in [
            (0.0, None, "a\u{1f600}cd"),
            (1.0, Some(1.0), "\u{1f600}"),
            (-3.0, Some(2.0), "\u{1f600}c"),
            (-30.0, Some(1.0), "a"),
            (9.0, None, ""),
            (1.9, Some(1.2), "\u{1f600}c"),
            (-2.5, Some(1.0), ""),
            (-0.5, None, "a\u{1f600}cd"),
            (2.0, Some(-1.0), ""),
            (0.0, Some(f64::INFINITY), "a\u{1f600}cd"),
        ] {
            assert_eq!(substring("a\u{1f600}cd", start, length), part, "{start} {length:?}");
        }
        assert_eq!(substring_before("abc", ""), "");
        assert_eq!(substring_after("abc", ""), "abc");
        assert_eq!(substring_after("abc", "d"), "abc");
    }

    #[test]
    fn padding_is_bounded() {
        assert_eq!(pad("foo", 8.0, "-+").unwrap(), "foo-+-+-");
        assert_eq!(pad("foo", -2.0, "").unwrap(), "foo");
        assert_eq!(pad("\u{1f600}", 2.9, "\u{1f600}").unwrap(), "\u{1f600}\u{1f600}");
        assert_eq!(pad("", 1e300, "x").unwrap_err().code(), "U1001");
        assert!(pad("", 1e6, "\u{1f600}").is_err());
    }

    proptest! {
        #[test]
        fn any_part_is_taken(text in "\\PC{0,8}", start in any::<f64>(), length in prop::option::of(any::<f64>())) {
            prop_assert!(text.contains(substring(&text, start, length)));
        }

        #[test]
        fn what_is_trimmed_stays(text in "[ \t\r\na]{0,12}") {
            let trimmed = trim(&text);
            prop_assert!(!trimmed.contains("  ") && trimmed.trim() == trimmed);
            prop_assert_eq!(trim(&trimmed), trimmed);
        }
    }
}
