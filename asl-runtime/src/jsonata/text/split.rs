//! `$split` and `$join`.

use super::Limit;
use crate::jsonata::Error;
use crate::jsonata::limit::check_text;
use crate::jsonata::regex::Regex;

/// `$split(text, separator, limit)`: the parts between separators, or the characters if the
/// separator is empty.
///
/// # Errors
/// `D3020`: the limit is negative.
pub fn split_text<'a>(
    text: &'a str,
    separator: &str,
    limit: Option<f64>,
) -> Result<Vec<&'a str>, Error> {
    // As JavaScript takes it: modulo 2^32.
    let most = |limit: f64| limit.trunc() % (1_u64 << 32) as f64;
    let most = split_limit(limit)?.0.map_or(usize::MAX, |limit| most(limit) as usize);
    Ok(if separator.is_empty() {
        let character = |(index, c): (usize, char)| &text[index..index + c.len_utf8()];
        text.char_indices().map(character).take(most).collect()
    } else {
        text.split(separator).take(most).collect()
    })
}

/// `$split(text, pattern, limit)`: the parts between matches.
///
/// # Errors
/// `D3020`: the limit is negative. `D1004`: the pattern matches nothing at some place. The search
/// takes too long.
pub fn split_pattern<'a>(
    text: &'a str,
    pattern: &Regex,
    limit: Option<f64>,
) -> Result<Vec<&'a str>, Error> {
    let limit = split_limit(limit)?;
    let (mut parts, mut start) = (Vec::new(), 0);
    if !limit.allows(0) {
        return Ok(parts);
    }
    let mut found = pattern.find(text)?;
    while let Some(part) = found.filter(|_| limit.allows(parts.len())) {
        parts.push(&text[start..part.start.byte]);
        start = part.end.byte;
        found = pattern.find_next(text, &part)?;
    }
    if limit.allows(parts.len()) {
        parts.push(&text[start..]);
    }
    Ok(parts)
}

pub(in crate::jsonata) fn split_limit(limit: Option<f64>) -> Result<Limit, Error> {
    if Limit(limit).is_negative() {
        return Err(Error::new(
            "D3020",
            "Third argument of split function must evaluate to a positive number",
        ));
    }
    Ok(Limit(limit))
}

/// `$join(texts, separator)`.
///
/// # Errors
/// The text would be too long.
pub fn join<'a>(
    texts: impl IntoIterator<Item = &'a str>,
    separator: &str,
) -> Result<String, Error> {
    let mut joined = String::new();
    for (index, text) in texts.into_iter().enumerate() {
        if index > 0 {
            joined.push_str(separator);
        }
        joined.push_str(text);
        check_text(joined.len())?;
    }
    Ok(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_counted() {
        assert_eq!(split_text("a, b, c", ", ", Some(2.0)).unwrap(), ["a", "b"]);
        assert_eq!(split_text("a, b, c", ", ", Some(1.9)).unwrap(), ["a"]);
        assert_eq!(split_text("a\u{1f600}", "", None).unwrap(), ["a", "\u{1f600}"]);
        assert_eq!(split_text("", " ", None).unwrap(), [""]);
        assert!(split_text("", "", None).unwrap().is_empty());
        assert!(split_text("a", "b", Some(0.0)).unwrap().is_empty());
        assert!(split_text("a", "b", Some(1e300)).unwrap().is_empty());
        assert_eq!(
            split_text("a", "b", Some(-1.0)).unwrap_err().to_string(),
            "D3020: Third argument of split function must evaluate to a positive number",
        );
    }

    #[test]
    fn patterns_separate() {
        let pattern = Regex::new("b+", "").unwrap();
        let split = |limit| split_pattern("ababbxabbcc", &pattern, limit).unwrap();
        assert_eq!(split(None), ["a", "a", "xa", "cc"]);
        assert_eq!(split(Some(2.0)), ["a", "a"]);
        assert_eq!(split(Some(2.5)), ["a", "a", "xa"]);
        assert!(split(Some(0.0)).is_empty());
        let nothing = Regex::new("x*", "").unwrap();
        assert_eq!(split_pattern("abc", &nothing, None).unwrap_err().code(), "D1004");
        assert_eq!(split_pattern("", &nothing, None).unwrap(), ["", ""]);
    }

    #[test]
    fn joined_texts_are_bounded() {
        assert_eq!(join(["a", "b"], ", ").unwrap(), "a, b");
        assert!(join(std::iter::repeat("ab"), "").is_err());
    }
}
