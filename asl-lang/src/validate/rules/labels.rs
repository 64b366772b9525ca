//! The `Label` of a Map may be part of a name, and no two are the same.
//!
//! Follows [Map state in Distributed mode](https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html).

use std::collections::HashMap;

use super::{Context, finding};
use crate::ast::StateKind;
use crate::diagnostic::Code;
use crate::json::locate;
use crate::source::Span;

/// AWS's limit, in characters.
const LONGEST: usize = 40;

pub(super) fn check(cx: &mut Context<'_>) {
    let mut first: HashMap<&str, Span> = HashMap::new();
    for (scope, state) in cx.states() {
        let StateKind::Map(map) = &state.kind else { continue };
        let Some(label) = &map.label else { continue };
        let text = label.value.as_str();
        if cx.leaves_open(text) {
            continue;
        }
        let length = text.chars().count();
        if length == 0 || length > LONGEST {
            let message = format!("a `Label` has 1 to {LONGEST} characters, this one has {length}");
            let finding = finding(Code::InvalidLabel, message, label.span)
                .label("it would be part of ARNs")
                .help("shorten it, or remove it: AWS makes one");
            cx.report(scope, state, "Label", finding);
        } else if let Some((at, character)) = text.char_indices().find(|&(_, c)| is_forbidden(c)) {
            let span = locate(cx.source, label.span, text, at, at + character.len_utf8());
            let message = format!("a `Label` cannot contain {character:?}");
            let finding = finding(Code::InvalidLabel, message, span)
                .label("it would be part of ARNs")
                .help("use letters, digits, `-` and `_`");
            cx.report(scope, state, "Label", finding);
        }
        if let Some(&other) = first.get(text) {
            let message = format!("the label `{text}` is given to two Maps");
            let finding = finding(Code::DuplicateLabel, message, label.span)
                .also(other, "the other is here")
                .help("give each Map its own label, or none");
            cx.report(scope, state, "Label", finding);
        } else {
            first.insert(text, label.span);
        }
    }
}

fn is_forbidden(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || "?*<>{}[]:;,\\|^~$#%&`\"".contains(character)
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::states;

    fn map(name: &str, label: &str, next: &str) -> String {
        format!(
            r#""{name}": {{"Type": "Map", "Label": "{label}", {next}, "ItemProcessor":
                 {{"ProcessorConfig": {{"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}},
                   "StartAt": "{name}1", "States": {{"{name}1": {{"Type": "Succeed"}}}}}}}}"#
        )
    }

    fn label(text: &str) -> Vec<String> {
        states(&map("A", text, r#""End": true"#))
    }

    #[test]
    fn length() {
        assert_eq!(label(&"ä".repeat(40)), [""; 0]);
        let long = "x".repeat(41);
        let expected = format!(
            "/States/A/Label: a `Label` has 1 to 40 characters, this one has 41 <\"{long}\"> (it \
             would be part of ARNs) [shorten it, or remove it: AWS makes one]"
        );
        assert_eq!(label(&long), [expected]);
        assert!(label("")[0].contains("this one has 0"));
    }

    #[test]
    fn characters() {
        assert_eq!(label("Each-Order_1"), [""; 0]);
        let expected = "/States/A/Label: a `Label` cannot contain ' ' < > (it would be part of \
                        ARNs) [use letters, digits, `-` and `_`]";
        assert_eq!(label("Each order"), [expected]);
        for text in ["a?", "a*", "a{", "a]", "a:", "a/b;", "a#", "a\\\\", "a\\u0001"] {
            assert_eq!(label(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn one_label_of_two_maps() {
        let end = r#""End": true"#;
        let both =
            |b: &str| states(&format!("{}, {}", map("A", "x", r#""Next": "B""#), map("B", b, end)));
        let expected = "/States/B/Label: the label `x` is given to two Maps <\"x\"> [give each \
                        Map its own label, or none]";
        assert_eq!(both("x"), [expected]);
        assert_eq!(both("y"), [""; 0]);
    }
}
