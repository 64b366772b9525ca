//! `StringMatches`: a pattern with `*` for any text.

use crate::value::Value;

/// Whether a value is a string that a pattern matches as a whole.
///
/// The pattern is given as the literal texts between its wildcards: `a*b` is `["a", "b"]`, a
/// pattern without a wildcard a single text. Takes time in proportion to the string.
///
/// # Examples
/// ```
/// use asl_runtime::data::matches::string_matches;
/// use asl_runtime::json;
///
/// assert!(string_matches(&json!("log-2024.txt"), &["log-", ".txt"]));
/// assert!(!string_matches(&json!("log-2024.txt.gz"), &["log-", ".txt"]));
/// ```
#[must_use]
pub fn string_matches(value: &Value, parts: &[&str]) -> bool {
    value.as_str().is_some_and(|text| text_matches(text, parts))
}

fn text_matches(text: &str, parts: &[&str]) -> bool {
    let (first, inner, last) = match parts {
        [] => return text.is_empty(),
        [whole] => return text == *whole,
        [first, inner @ .., last] => (first, inner, last),
    };
    let Some(rest) = text.strip_prefix(first) else {
        return false;
    };
    let Some(mut rest) = rest.strip_suffix(last) else {
        return false;
    };
    for part in inner {
        // The earliest place leaves the most for the parts that follow.
        match rest.split_once(part) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::json;

    #[test]
    fn matches_the_whole_string() {
        for (text, parts, expected) in [
            ("", &["", ""][..], true),
            ("anything", &["", ""], true),
            ("foo.log", &["foo", ".log"], true),
            ("foo", &["foo", "foo"], false),
            ("aXbXc", &["a", "b", "c"], true),
            ("abc", &["a", "", "", "c"], true),
            ("abab", &["", "ab", "ab"], true),
            ("aba", &["", "ab", "ba"], false),
            ("a*b", &["a*b"], true),
            ("a-b", &["a*b"], false),
            ("zué", &["z", "é"], true),
        ] {
            assert_eq!(string_matches(&json!(text), parts), expected, "{text} {parts:?}");
        }
        assert!(!string_matches(&json!(1), &["", ""]));
    }

    /// What the pattern means, by trying everything.
    fn naive(text: &[char], pattern: &[char]) -> bool {
        match pattern.split_first() {
            None => text.is_empty(),
            Some(('*', rest)) => (0..=text.len()).any(|skip| naive(&text[skip..], rest)),
            Some((first, rest)) => text.first() == Some(first) && naive(&text[1..], rest),
        }
    }

    proptest! {
        #[test]
        fn agrees_with_trying_everything(text in "[abé]{0,8}", pattern in "[ab*é]{0,6}") {
            let parts: Vec<&str> = pattern.split('*').collect();
            let characters = |text: &str| text.chars().collect::<Vec<_>>();
            let expected = naive(&characters(&text), &characters(&pattern));
            prop_assert_eq!(string_matches(&json!(text), &parts), expected);
        }
    }
}
