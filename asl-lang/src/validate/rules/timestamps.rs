//! Constant timestamps are as RFC 3339 has them: `2016-03-14T01:59:00Z`.

use super::{Context, finding};
use crate::ast::{Condition, Dynamic, Operand, Rule, RuleKind, StateKind, WaitUntil};
use crate::diagnostic::Code;
use crate::ir::{Comparison, Literal};
use crate::source::Span;

pub(super) fn check(cx: &mut Context<'_>) {
    for (scope, state) in cx.states() {
        let mut found: Vec<(String, Span)> = Vec::new();
        if let StateKind::Wait(wait) = &state.kind
            && let WaitUntil::Timestamp(time) = &wait.until
            && let Dynamic::Literal(text) = &time.value
            && is_wrong(cx, text)
        {
            found.push(("Timestamp".to_owned(), time.span));
        }
        for (index, rule) in state.choices().iter().enumerate() {
            if let Condition::Rule(rule) = &rule.condition {
                operands(cx, rule, &mut |span| found.push((format!("Choices[{index}]"), span)));
            }
        }
        for (field, span) in found {
            let message = "String does not match RFC3339 timestamp";
            let finding = finding(Code::InvalidTimestamp, message, span)
                .label("this is no such timestamp")
                .help("write it as `2016-03-14T01:59:00Z`");
            cx.report(scope, state, &field, finding);
        }
    }
}

/// Calls `see` with the place of each wrong timestamp that a rule compares with.
fn operands(cx: &Context<'_>, rule: &Rule, see: &mut dyn FnMut(Span)) {
    use Comparison::*;
    match &rule.kind {
        RuleKind::And(rules) | RuleKind::Or(rules) => {
            rules.iter().for_each(|rule| operands(cx, rule, see));
        }
        RuleKind::Not(rule) => operands(cx, rule, see),
        RuleKind::Compare {
            comparison:
                TimestampEquals
                | TimestampLessThan
                | TimestampLessThanEquals
                | TimestampGreaterThan
                | TimestampGreaterThanEquals,
            operand: Operand::Literal(literal),
            ..
        } => {
            if let Literal::String(text) = &literal.value
                && is_wrong(cx, text)
            {
                see(literal.span);
            }
        }
        _ => {}
    }
}

/// Whether a text is no timestamp; one with a placeholder left open may become one.
fn is_wrong(cx: &Context<'_>, text: &str) -> bool {
    !cx.leaves_open(text) && !is_timestamp(text)
}

/// Whether a text is a timestamp: the form of RFC 3339 with an upper-case `T` and `Z`, and a
/// time that exists.
fn is_timestamp(text: &str) -> bool {
    let Some((time, rest)) = text.split_at_checked("0000-00-00T00:00:00".len()) else {
        return false;
    };
    let form = |text: &str, form: &str| {
        text.len() == form.len()
            && text.bytes().zip(form.bytes()).all(|(c, f)| match f {
                b'0' => c.is_ascii_digit(),
                _ => c == f,
            })
    };
    let zone = match rest.strip_prefix('.') {
        Some(fraction) => {
            let zone = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
            if zone.len() == fraction.len() {
                return false;
            }
            zone
        }
        None => rest,
    };
    form(time, "0000-00-00T00:00:00")
        && (zone == "Z" || form(zone, "+00:00") || form(zone, "-00:00"))
        && text.parse::<jiff::Timestamp>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::is_timestamp;
    use crate::validate::testing::states;

    #[test]
    fn forms() {
        for text in [
            "2016-03-14T01:59:00Z",
            "2016-03-14T01:59:00.123456789Z",
            "2016-03-14T01:59:00+05:30",
            "2016-02-29T23:59:59-00:00",
        ] {
            assert!(is_timestamp(text), "{text}");
        }
        for text in [
            "",
            "2016-03-14",
            "2016-03-14 01:59:00Z",
            "2016-03-14t01:59:00z",
            "2016-03-14T01:59:00",
            "2016-03-14T01:59Z",
            "2016-03-14T01:59:00.Z",
            "2016-13-14T01:59:00Z",
            "2016-03-14T25:59:00Z",
            "2016-03-14T01:59:00Z[UTC]",
            "2016-03-14T01:59:0äZ",
        ] {
            assert!(!is_timestamp(text), "{text}");
        }
    }

    #[test]
    fn in_a_wait() {
        let found = states(r#""A": {"Type": "Wait", "Timestamp": "tomorrow", "End": true}"#);
        let expected = "/States/A/Timestamp: String does not match RFC3339 timestamp \
                        <\"tomorrow\"> (this is no such timestamp) [write it as `2016-03-14T01:59:00Z`]";
        assert_eq!(found, [expected]);
    }

    #[test]
    fn in_a_rule() {
        let found = states(
            r#""A": {"Type": "Choice", "Choices": [{"Next": "B", "Not":
                 {"Variable": "$.t", "TimestampLessThan": "2016"}}]}, "B": {"Type": "Succeed"}"#,
        );
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("/States/A/Choices[0]: String does not"), "{found:#?}");
    }
}
