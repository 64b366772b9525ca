use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;

/// The texts of all matches; `!` at the end if there the pattern matches nothing.
#[track_caller]
fn all(pattern: &str, flags: &str, text: &str) -> Vec<String> {
    let regex = Regex::new(pattern, flags).unwrap();
    let (mut texts, mut next) = (Vec::new(), regex.find(text).unwrap());
    while let Some(found) = next {
        texts.push(text[found.start.byte..found.end.byte].to_owned());
        next = match regex.find_next(text, &found) {
            Ok(next) => next,
            Err(error) => {
                texts.push(if error.code() == "D1004" { "!" } else { "?" }.to_owned());
                None
            }
        };
    }
    texts
}

#[test]
fn classes_are_those_of_javascript() {
    assert_eq!(all(r"\d+", "", "\u{661}1"), ["1"]);
    assert_eq!(all(r"\w+", "i", "a\u{e9}K_1 \u{212a}\u{17f}"), ["a", "K_1"]);
    assert_eq!(all(r"\s", "", "\u{a0}\u{feff}\u{85}\u{2028}").len(), 3);
    assert_eq!(all(r".", "", "a\n\r\u{2028}\u{2029}\u{85}\u{1f600}"), ["a", "\u{85}", "\u{1f600}"]);
    assert_eq!(all(r"[^]", "", "a\n"), ["a", "\n"]);
    assert_eq!(all(r"[]|b", "", "ab"), ["b"]);
    assert_eq!(all(r"[\w-a]+", "", "a-b c"), ["a-b", "c"]);
    assert_eq!(all(r"[^\d\s]+", "", "1a \u{e9}b2"), ["a", "\u{e9}b"]);
    assert_eq!(all(r"[\S\s]", "", " a").len(), 2);
    assert_eq!(all(r"\bb", "", "\u{e9}b ab b"), ["b", "b"]);
    assert_eq!(all(r"\Bb", "", "\u{e9}b ab b"), ["b"]);
}

#[test]
fn escapes_are_those_of_javascript() {
    let text = "\u{e9}A\n\u{1f600}/{1}\\c\u{8}";
    for pattern in [
        r"^\u00e9\x41\cJ\ud83d\ude00\/\{1}\\c[\b]$",
        r"^\xe9\101\n[^x]\57\{1\}\\\c[\010]$".replace(r"\c[", "c[").as_str(),
    ] {
        assert_eq!(all(pattern, "", text), [text], "{pattern}");
    }
    assert_eq!(all("x{,2}|a{|{b", "", "x{,2}a{{b"), ["x{,2}", "a{", "{b"]);
    assert_eq!(all(r"\c1", "", r"\c1"), [r"\c1"]);
    assert_eq!(all(r"(a)\2", "", "a\u{2}"), ["a\u{2}"]);
}

#[test]
fn ends_are_those_of_the_text_or_of_lines() {
    assert_eq!(all("a$", "", "a\na"), ["a"]);
    assert_eq!(all("^a$", "m", "a\r\na\nb"), ["a", "a"]);
    assert_eq!(all("a$", "", "a\n"), Vec::<String>::new());
    assert_eq!(all("(?=a)^a$", "m", "a\u{2028}a"), ["a", "a"]);
}

#[test]
fn what_needs_tracking_back_is_found() {
    assert_eq!(all(r"(a|b)\1", "", "abba"), ["bb"]);
    assert_eq!(all(r"(?<q>['\x22]).*?\k<q>", "", "'a\"b' \"c\""), ["'a\"b'", "\"c\""]);
    assert_eq!(all(r"(?<=\$)\d+(?!\.)", "", "$12 13 $1.5"), ["12"]);
    assert_eq!(all(r"(?<!a+)b", "", "ab b aab"), ["b"]);
    assert_eq!(all(r"(?=A)a", "i", "aA"), ["a", "A"]);
    assert_eq!(all(r"(^|\D)?", "", "aa"), ["a", "a"]);
    assert_eq!(all(r"((a|b)\1)*", "", "ab"), ["ab"]);
    let regex = Regex::new(r"(?:(a)|(?=b)b)*", "").unwrap();
    assert_eq!(regex.find("ab").unwrap().unwrap().groups, [None]);
}

#[test]
fn places_are_counted_in_units_of_utf_16() {
    let matches = Regex::new("(b)|c", "").unwrap().matches("\u{1f600}b\u{e9}c", None).unwrap();
    let places: Vec<_> = matches.iter().map(|found| (found.start.unit, found.end.unit)).collect();
    assert_eq!(places, [(2, 3), (4, 5)]);
    assert_eq!(matches[0].groups, [Some(4..5)]);
    assert_eq!(matches[1].groups, [None]);
}

#[test]
fn what_matches_nothing_is_an_error_the_second_time() {
    assert_eq!(all("x*", "", "ab"), ["", "!"]);
    assert_eq!(all("x*", "", ""), [""]);
    assert_eq!(all("a|", "", "ab"), ["a", "!"]);
    let regex = Regex::new("x*", "").unwrap();
    assert_eq!(
        regex.matches("ab", Some(1.0)).unwrap_err().to_string(),
        "D1004: Regular expression matches zero length string",
    );
    assert_eq!(regex.matches("ab", Some(-1.0)).unwrap_err().code(), "D3040");
    assert!(regex.matches("ab", Some(0.0)).unwrap().is_empty());
}

#[test]
fn wrong_patterns_are_refused() {
    for (pattern, reason) in [
        ("(", "Unterminated group"),
        (")", "Unmatched ')'"),
        ("*", "Nothing to repeat"),
        ("a**", "Nothing to repeat"),
        ("{1}", "Nothing to repeat"),
        ("[a", "Unterminated character class"),
        ("[b-a]", "Range out of order in character class"),
        ("a{2,1}", "numbers out of order in {} quantifier"),
        ("(?x)", "Invalid group"),
        ("(?<1>)", "Invalid capture group name"),
        ("(?<a>)(?<a>)", "Duplicate capture group name"),
        (r"(?<a>)\k<b>", "Invalid named capture referenced"),
        ("\\", "\\ at end of pattern"),
        ("((a{0,999}){0,999}){0,999}", "Regular expression too large"),
        ("(?=a{0,99999999})", "Regular expression too large"),
    ] {
        let error = Regex::new(pattern, "i").unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("Invalid regular expression: /{pattern}/gi: {reason}"),
        );
    }
    assert!(Regex::new(&"(".repeat(9000), "").is_err());
    assert!(Regex::new(&"a".repeat(20_000), "").is_err());
}

#[test]
fn hostile_patterns_end() {
    let text = "a".repeat(30_000);
    let start = Instant::now();
    for pattern in ["(a+)+b", "(?=(a+)+b)", r"(a*)*\1b", "(?=.*x)(.*a)*b", r"(?<!a+)b\1()"] {
        let _ = Regex::new(pattern, "").unwrap().find(&text);
    }
    assert!(start.elapsed() < Duration::from_secs(30));
    let error = Regex::new("(?=(a+)+b)", "").unwrap().find(&text).unwrap_err();
    assert_eq!(error.message(), "Expression evaluation timeout: Check for infinite loop");
}

proptest! {
    #[test]
    fn any_pattern_ends_well(
        pattern in r"([abk01.^$|*+?(){}\[\],-]|\\[bBdDsSwWkKcxu0-9n/]|\(\?[:=!]|\(\?<[=!x]|\\u00e9|\PC){0,12}",
        flags in "[im]{0,2}",
        text in "[abk01 \n\u{e9}\u{1f600}-]{0,12}",
    ) {
        if let Ok(regex) = Regex::new(&pattern, &flags) {
            let _ = regex.matches(&text, None);
        }
    }

    #[test]
    fn both_engines_find_the_same(
        pattern in r"(([ab]|\[\^a\]|[.]|\\w)[*+?]?[?]?|\\b|[\^]|[$]|\((a|ab|b[|]a)\)){1,4}",
        flags in "[im]{0,2}",
        text in "[abAB \n]{0,10}",
    ) {
        let linear = Regex::new(&pattern, &flags);
        // A look that is always right needs the other engine.
        let other = Regex::new(&format!("(?=){pattern}"), &flags);
        if let (Ok(linear), Ok(other)) = (linear, other) {
            prop_assert_eq!(linear.find(&text), other.find(&text));
        }
    }
}
