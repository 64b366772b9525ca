use proptest::prelude::*;

use super::*;

#[track_caller]
fn first(pattern: &str, flags: &str, text: &str) -> Option<String> {
    let found = Regex::new(pattern, flags).unwrap().find(text).unwrap()?;
    Some(text[found.start.byte..found.end.byte].to_owned())
}

#[test]
fn classes_are_those_of_javascript() {
    assert_eq!(first(r"\d+", "", "\u{661}1"), Some("1".into()));
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
}
