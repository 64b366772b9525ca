//! Patterns of `StringMatches`: a backslash escapes `*` or another backslash.

use super::{Context, finding};
use crate::ast::{Condition, Rule, RuleKind};
use crate::diagnostic::Code;
use crate::json::locate;
use crate::source::Spanned;

pub(super) fn check(cx: &mut Context<'_>) {
    for (scope, state) in cx.states() {
        for (index, rule) in state.choices().iter().enumerate() {
            let mut wrong = Vec::new();
            if let Condition::Rule(rule) = &rule.condition {
                patterns(rule, &mut wrong);
            }
            for (pattern, at, length) in wrong {
                let span = locate(cx.source, pattern.span, &pattern.value, at, at + length);
                let message = "a backslash in `StringMatches` escapes `*` or a backslash only";
                let finding = finding(Code::InvalidPattern, message, span)
                    .label("this escapes nothing")
                    .help("write `\\\\\\\\` for a backslash");
                cx.report(scope, state, &format!("Choices[{index}]"), finding);
            }
        }
    }
}

/// Collects the patterns with a wrong escape, where it is and how long.
fn patterns<'a>(rule: &'a Rule, wrong: &mut Vec<(&'a Spanned<String>, usize, usize)>) {
    match &rule.kind {
        RuleKind::And(rules) | RuleKind::Or(rules) => {
            rules.iter().for_each(|rule| patterns(rule, wrong));
        }
        RuleKind::Not(rule) => patterns(rule, wrong),
        RuleKind::Matches { pattern, .. } => {
            let mut characters = pattern.value.char_indices();
            while let Some((at, character)) = characters.next() {
                if character != '\\' {
                    continue;
                }
                match characters.next() {
                    Some((_, '*' | '\\')) => {}
                    other => {
                        let length = 1 + other.map_or(0, |(_, c)| c.len_utf8());
                        wrong.push((pattern, at, length));
                    }
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::states;

    fn pattern(text: &str) -> Vec<String> {
        states(&format!(
            r#""A": {{"Type": "Choice", "Choices": [{{"Next": "B", "Variable": "$.t",
                 "StringMatches": "{text}"}}]}}, "B": {{"Type": "Succeed"}}"#
        ))
    }

    #[test]
    fn escapes() {
        assert_eq!(pattern(r"a*\\*\\\\"), [""; 0]);
        let expected = "/States/A/Choices[0]: a backslash in `StringMatches` escapes `*` or a \
                        backslash only <\\\\d> (this escapes nothing) [write `\\\\\\\\` for a backslash]";
        assert_eq!(pattern(r"a*\\d"), [expected]);
        assert_eq!(pattern(r"a\\").len(), 1);
    }
}
