//! Wildcards in `ErrorEquals` do not hide other errors.
//!
//! `States.ALL` stands alone in its list and in the last retrier or catcher: whatever came after
//! it would never be tried. AWS's documentation asks the former of `States.TaskFailed` too, but
//! AWS takes it beside others, so that is a warning.

use super::{Context, finding};
use crate::diagnostic::{Code, Severity};
use crate::source::Spanned;

pub(super) fn check(cx: &mut Context<'_>) {
    for (scope, state) in cx.states() {
        let retriers: Vec<_> = state.retriers().iter().map(|r| &r.error_equals).collect();
        let catchers: Vec<_> = state.catchers().iter().map(|c| &c.error_equals).collect();
        for (field, lists) in [("Retry", retriers), ("Catch", catchers)] {
            let last = lists.len().saturating_sub(1);
            for (index, errors) in lists.into_iter().enumerate() {
                for (error, severity, message) in wildcards(errors, index == last) {
                    let mut finding = finding(Code::ErrorEquals, message, error.span)
                        .label("this matches almost any error")
                        .help(help(severity, field, index == last));
                    finding.severity = severity;
                    let field = format!("{field}[{index}]/ErrorEquals");
                    cx.report(scope, state, &field, finding);
                }
            }
        }
    }
}

fn help(severity: Severity, field: &str, is_last: bool) -> String {
    match (severity, is_last) {
        (Severity::Warning, _) => "remove the others, which it includes, or remove it".to_owned(),
        (_, true) => "remove the others, which it includes".to_owned(),
        (_, false) => format!("put it into an element of its own at the end of `{field}`"),
    }
}

/// What is wrong with the wildcards of a list, and where.
fn wildcards(
    errors: &Spanned<Vec<Spanned<String>>>,
    last: bool,
) -> Vec<(&Spanned<String>, Severity, &'static str)> {
    let alone = errors.value.len() == 1;
    let mut found = Vec::new();
    for error in &errors.value {
        match error.value.as_str() {
            "States.ALL" if !alone => {
                let message = "`States.ALL` has to stand alone in `ErrorEquals`";
                found.push((error, Severity::Error, message));
            }
            "States.ALL" if !last => {
                let message = "`States.ALL` has to come last: what follows is never tried";
                found.push((error, Severity::Error, message));
            }
            "States.TaskFailed" if !alone => {
                let message = "`States.TaskFailed` should stand alone in `ErrorEquals`";
                found.push((error, Severity::Warning, message));
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::task;

    fn retry(lists: &[&str]) -> Vec<String> {
        let of = |list: &&str| format!(r#"{{"ErrorEquals": [{list}]}}"#);
        let retriers: Vec<String> = lists.iter().map(of).collect();
        task(&format!(r#""Retry": [{}]"#, retriers.join(", ")))
    }

    #[test]
    fn alone() {
        let expected = "/States/A/Retry[0]/ErrorEquals: `States.ALL` has to stand alone in \
                        `ErrorEquals` <\"States.ALL\"> (this matches almost any error) [remove the others, which it includes]";
        assert_eq!(retry(&[r#""E", "States.ALL""#]), [expected]);
        assert!(retry(&[r#""E", "States.TaskFailed""#])[0].starts_with("warning: "));
        assert_eq!(retry(&[r#""E", "States.Timeout""#]), [""; 0]);
    }

    #[test]
    fn last() {
        let expected = "/States/A/Retry[0]/ErrorEquals: `States.ALL` has to come last: what \
                        follows is never tried <\"States.ALL\"> (this matches almost any error) [put it into an element of its own at the end of `Retry`]";
        assert_eq!(retry(&[r#""States.ALL""#, r#""E""#]), [expected]);
        assert_eq!(retry(&[r#""States.TaskFailed""#, r#""States.ALL""#]), [""; 0]);
    }
}
