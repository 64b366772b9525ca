//! `$replace`.

use super::Limit;
use crate::jsonata::Error;
use crate::jsonata::limit::check_text;
use crate::jsonata::number::leading_integer;
use crate::jsonata::regex::{Match, Regex};

/// `$replace(text, pattern, replacement, limit)` with a string as the pattern.
///
/// # Errors
/// `D3010`: the pattern is empty. `D3011`: the limit is negative. The text would be too long.
pub fn replace_text(
    text: &str,
    pattern: &str,
    replacement: &str,
    limit: Option<f64>,
) -> Result<String, Error> {
    if pattern.is_empty() {
        return Err(Error::new(
            "D3010",
            "Second argument of replace function cannot be an empty string",
        ));
    }
    let limit = replace_limit(limit)?;
    let (mut replaced, mut rest, mut count) = (String::new(), text, 0);
    while let Some((before, after)) = rest.split_once(pattern).filter(|_| limit.allows(count)) {
        replaced.push_str(before);
        replaced.push_str(replacement);
        check_text(replaced.len())?;
        rest = after;
        count += 1;
    }
    replaced.push_str(rest);
    Ok(replaced)
}

/// `$replace(text, pattern, replacement, limit)` with a regular expression as the pattern. In the
/// replacement `$1` stands for a group, `$0` for all that was matched, and `$$` for `$`.
///
/// # Errors
/// `D3011`: the limit is negative. `D1004`: the pattern matches nothing at some place. The text
/// would be too long, or the search takes too long.
///
/// # Examples
/// ```
/// use asl_runtime::jsonata::regex::Regex;
/// use asl_runtime::jsonata::text::replace_pattern;
///
/// let pattern = Regex::new(r"(\w+)\s(\w+)", "")?;
/// assert_eq!(replace_pattern("John Smith", &pattern, "$2, $1", None)?, "Smith, John");
/// # Ok::<(), asl_runtime::jsonata::Error>(())
/// ```
pub fn replace_pattern(
    text: &str,
    pattern: &Regex,
    replacement: &str,
    limit: Option<f64>,
) -> Result<String, Error> {
    replace_with(text, pattern, limit, |found, replaced| {
        let groups: Vec<&str> =
            found.groups.iter().map(|group| found.group(text, group.as_ref())).collect();
        push_replacement(found.text(text), &groups, replacement, replaced);
        Ok(())
    })
}

/// Replaces matches by what is written for them.
///
/// # Errors
/// As [`replace_pattern`], and those of writing.
pub(in crate::jsonata) fn replace_with(
    text: &str,
    pattern: &Regex,
    limit: Option<f64>,
    mut write: impl FnMut(&Match, &mut String) -> Result<(), Error>,
) -> Result<String, Error> {
    let limit = replace_limit(limit)?;
    let (mut replaced, mut position, mut count) = (String::new(), 0, 0);
    if !limit.allows(0) {
        return Ok(text.to_owned());
    }
    let mut next = pattern.find(text)?;
    while let Some(found) = next.filter(|_| limit.allows(count)) {
        replaced.push_str(&text[position..found.start.byte]);
        write(&found, &mut replaced)?;
        check_text(replaced.len())?;
        position = found.end.byte;
        count += 1;
        next = pattern.find_next(text, &found)?;
    }
    replaced.push_str(&text[position..]);
    Ok(replaced)
}

pub(in crate::jsonata) fn replace_limit(limit: Option<f64>) -> Result<Limit, Error> {
    if Limit(limit).is_negative() {
        return Err(Error::new(
            "D3011",
            "Fourth argument of replace function must evaluate to a positive number",
        ));
    }
    Ok(Limit(limit))
}

/// Writes the replacement with what was matched in it, as a whole and by the groups.
pub(in crate::jsonata) fn push_replacement(
    whole: &str,
    groups: &[&str],
    replacement: &str,
    replaced: &mut String,
) {
    let mut rest = replacement;
    while let Some((before, after)) = rest.split_once('$') {
        replaced.push_str(before);
        rest = after;
        if let Some(after) = after.strip_prefix('$') {
            replaced.push('$');
            rest = after;
        } else if let Some(after) = after.strip_prefix('0') {
            replaced.push_str(whole);
            rest = after;
        } else if let Some((number, after)) = group_number(after, groups.len()) {
            let group = number.checked_sub(1).and_then(|index| groups.get(index));
            replaced.extend(group.copied());
            rest = after;
        } else {
            replaced.push('$');
        }
    }
    replaced.push_str(rest);
}

/// The number of a group, of as many digits as the number of groups has, or one less if there is
/// no such group.
fn group_number(text: &str, groups: usize) -> Option<(usize, &str)> {
    let most = groups.to_string().len();
    let number = |digits: usize| {
        let end = text.char_indices().nth(digits).map_or(text.len(), |(index, _)| index);
        let number = leading_integer(&text[..end]);
        (number >= 0.0).then_some(number as usize)
    };
    let mut found = number(most)?;
    if most > 1 && found > groups {
        found = number(most - 1)?;
    }
    // JSONata takes away as many characters as the number has digits, whatever stands there.
    let digits = found.to_string().len();
    let end = text.char_indices().nth(digits).map_or(text.len(), |(index, _)| index);
    Some((found, &text[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replace(text: &str, pattern: &str, replacement: &str) -> String {
        replace_pattern(text, &Regex::new(pattern, "").unwrap(), replacement, None).unwrap()
    }

    #[test]
    fn groups_are_numbered() {
        let text = "abcdefghijklmno";
        assert_eq!(replace(text, "ijk", "$8$5$12$12$18$123"), "abcdefgh22823lmno");
        assert_eq!(replace(text, "(ijk)", "$8$5$12$12$18$123"), "abcdefghijk2ijk2ijk8ijk23lmno");
        assert_eq!(replace(text, "(ijk)", "$x$"), "abcdefgh$x$lmno");
        assert_eq!(replace("265USD", "([0-9]+)USD", "$0 -> $$$1"), "265USD -> $265");
        assert_eq!(replace("abcd", "(ab)|(a)", "[1=$1][2=$2]"), "[1=ab][2=]cd");
        let ten = replace("abcdefghij", "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)", "$10$11$2");
        assert_eq!(ten, "ja1b");
    }

    #[test]
    fn limits_are_counted() {
        assert_eq!(replace_text("aaa", "a", "$1", Some(2.0)).unwrap(), "$1$1a");
        assert_eq!(replace_text("aaa", "a", "b", Some(0.0)).unwrap(), "aaa");
        assert_eq!(replace_text("", "", "b", None).unwrap_err().code(), "D3010");
        assert_eq!(replace_text("a", "a", "b", Some(-1.0)).unwrap_err().code(), "D3011");
        let pattern = Regex::new("a", "").unwrap();
        assert_eq!(replace_pattern("aaa", &pattern, "b", Some(1.0)).unwrap(), "baa");
        assert_eq!(replace_pattern("a", &pattern, "b", Some(-1.0)).unwrap_err().code(), "D3011");
        let nothing = Regex::new(".*?", "").unwrap();
        assert_eq!(replace_pattern("abra", &nothing, "b", Some(1.0)).unwrap_err().code(), "D1004");
    }

    #[test]
    fn texts_are_bounded() {
        let text = "a".repeat(10_000);
        assert!(replace_text(&text, "a", &text, None).is_err());
        assert!(replace_pattern(&text, &Regex::new("a", "").unwrap(), &text, None).is_err());
    }
}
