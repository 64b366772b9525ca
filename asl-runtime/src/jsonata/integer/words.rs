//! Numbers in English words.

use super::format::in_case;
use super::picture::Case;

const FEW: [&str; 20] = [
    "Zero",
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
    "Thirteen",
    "Fourteen",
    "Fifteen",
    "Sixteen",
    "Seventeen",
    "Eighteen",
    "Nineteen",
];
const ORDINALS: [&str; 20] = [
    "Zeroth",
    "First",
    "Second",
    "Third",
    "Fourth",
    "Fifth",
    "Sixth",
    "Seventh",
    "Eighth",
    "Ninth",
    "Tenth",
    "Eleventh",
    "Twelfth",
    "Thirteenth",
    "Fourteenth",
    "Fifteenth",
    "Sixteenth",
    "Seventeenth",
    "Eighteenth",
    "Nineteenth",
];
const DECADES: [(&str, &str); 8] = [
    ("Twenty", "Twentieth"),
    ("Thirty", "Thirtieth"),
    ("Forty", "Fortieth"),
    ("Fifty", "Fiftieth"),
    ("Sixty", "Sixtieth"),
    ("Seventy", "Seventieth"),
    ("Eighty", "Eightieth"),
    ("Ninety", "Ninetieth"),
];
const MAGNITUDES: [(f64, &str); 4] =
    [(1e3, "Thousand"), (1e6, "Million"), (1e9, "Billion"), (1e12, "Trillion")];

/// What a word or separator of a number looks like, in the syntax of the crate `regex`.
pub(in crate::jsonata) const WORD_PATTERN: &str = "(?:zero|one|two|three|four|five|six|seven|eight|\
    nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|zeroth|\
    first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|\
    fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twenty|twentieth|thirty|\
    thirtieth|forty|fortieth|fifty|fiftieth|sixty|sixtieth|seventy|seventieth|eighty|eightieth|\
    ninety|ninetieth|hundred|hundredth|thousand|thousandth|million|millionth|billion|billionth|\
    trillion|trillionth|and|[\\-, ])+";

pub(super) fn format(number: f64, ordinal: bool, case: Case) -> String {
    let mut text = String::new();
    push_words(number, Position::First, ordinal, &mut text);
    in_case(text, case)
}

/// What stands before a part of a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Position {
    First,
    /// After hundreds or more.
    After,
}

impl Position {
    fn separator(self, separator: &'static str) -> &'static str {
        if self == Self::After { separator } else { "" }
    }
}

/// Writes the words of an integer. A trillion trillions are `one trillion trillion`: numbers are
/// finite, so that this nests 26 times at most.
fn push_words(number: f64, position: Position, ordinal: bool, text: &mut String) {
    if number < 100.0 {
        text.push_str(position.separator(" and "));
        push_below_hundred(number as usize, ordinal, text);
        return;
    }
    text.push_str(position.separator(", "));
    let (unit, name) = MAGNITUDES
        .into_iter()
        .rev()
        .find(|(unit, _)| number >= *unit)
        .unwrap_or((100.0, "Hundred"));
    let count = (number / unit).floor();
    push_words(count, Position::First, false, text);
    text.push(' ');
    text.push_str(name);
    let rest = number - count * unit;
    if rest > 0.0 {
        push_words(rest, Position::After, ordinal, text);
    } else if ordinal {
        text.push_str("th");
    }
}

fn push_below_hundred(number: usize, ordinal: bool, text: &mut String) {
    let few = if ordinal { ORDINALS } else { FEW };
    if let Some(word) = few.get(number) {
        text.push_str(word);
        return;
    }
    let (cardinal, ordinal_decade) = DECADES[(number / 10 - 2).min(DECADES.len() - 1)];
    match number % 10 {
        0 if ordinal => text.push_str(ordinal_decade),
        0 => text.push_str(cardinal),
        unit => {
            text.push_str(cardinal);
            text.push('-');
            text.push_str(few[unit]);
        }
    }
}

/// The number that words stand for, which is not a number if one is unknown.
pub(super) fn parse(text: &str) -> f64 {
    let text = text.to_lowercase();
    let mut segments = vec![0.0];
    for word in split_words(&text) {
        let Some(value) = value_of(word) else { return f64::NAN };
        let last = segments.pop().unwrap_or_default();
        if value >= 100.0 {
            segments.push(last * value);
        } else if last >= 1000.0 {
            segments.extend([last, value]);
        } else {
            segments.push(last + value);
        }
    }
    segments.into_iter().sum()
}

/// The words between `, `, ` and `, white space, hyphens and backslashes.
fn split_words(text: &str) -> Vec<&str> {
    let space = |c: char| c.is_whitespace() || c == '\u{feff}';
    let (mut words, mut start, mut at) = (Vec::new(), 0, 0);
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at + first.len_utf8()..];
        let after = if first == ',' {
            rest.strip_prefix(space)
        } else if space(first) {
            Some(rest.strip_prefix("and").and_then(|rest| rest.strip_prefix(space)).unwrap_or(rest))
        } else {
            (first == '-' || first == '\\').then_some(rest)
        };
        match after {
            Some(after) => {
                words.push(&text[start..at]);
                at = text.len() - after.len();
                start = at;
            }
            None => at += first.len_utf8(),
        }
    }
    words.push(&text[start..]);
    words
}

fn value_of(word: &str) -> Option<f64> {
    let same = |name: &str| name.eq_ignore_ascii_case(word);
    if let Some(value) = FEW.iter().position(|name| same(name)) {
        return Some(value as f64);
    }
    if let Some(value) = ORDINALS.iter().position(|name| same(name)) {
        return Some(value as f64);
    }
    if let Some(decade) = DECADES.iter().position(|(name, ordinal)| same(name) || same(ordinal)) {
        return Some((10 * (decade + 2)) as f64);
    }
    let cardinal = |name: &str| {
        same(name) || word.strip_suffix("th").is_some_and(|word| name.eq_ignore_ascii_case(word))
    };
    if cardinal("Hundred") {
        return Some(100.0);
    }
    MAGNITUDES.into_iter().find(|(_, name)| cardinal(name)).map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_are_counted_in_trillions() {
        let words = |number| format(number, false, Case::Lower);
        assert_eq!(words(1e15), "one thousand trillion");
        assert_eq!(words(1e24), "one trillion trillion");
        assert_eq!(words(1e12 + 1.0), "one trillion and one");
        assert_eq!(
            words(999_999.0),
            "nine hundred and ninety-nine thousand, nine hundred and ninety-nine"
        );
        assert!(words(f64::MAX).ends_with("trillion trillion"));
    }

    #[test]
    fn unknown_words_are_no_number() {
        for text in ["", "two  three", "one hundred and", "foo", "constructor", "and"] {
            assert!(parse(text).is_nan(), "{text}");
        }
        assert_eq!(parse("Twenty-\u{66}ive"), 25.0);
        assert_eq!(parse("one\\two,\u{2003}three and four"), 10.0);
    }

    #[test]
    fn the_pattern_has_all_words() {
        let pattern = regex::Regex::new(&format!("^{WORD_PATTERN}$")).unwrap();
        for number in (0..2000).chain([1_000_000, 5_000_000_000, 7_000_000_000_000_i64]) {
            for ordinal in [false, true] {
                assert!(pattern.is_match(&format(number as f64, ordinal, Case::Lower)));
            }
        }
    }
}
