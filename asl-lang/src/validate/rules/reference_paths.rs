//! Fields that are read as one value take reference paths.
//!
//! [AWS's documentation](https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html)
//! asks for them, and AWS's own linter does; no recording shows what AWS does with another, so it
//! is a warning. `ItemsPath` has a rule of its own.

use super::{Context, finding};
use crate::ast::Part;
use crate::diagnostic::Code;

/// Fields that take any path, and `ItemsPath`.
const OTHERS: &[&str] = &["InputPath", "OutputPath", "ItemsPath"];

pub(super) fn check(cx: &mut Context<'_>) {
    for (scope, state) in cx.states() {
        for part in state.parts() {
            let Part::Path(field, path) = part else { continue };
            if OTHERS.contains(&field) {
                continue;
            }
            if let Some(selection) = path.value.selection() {
                let message = "a path that selects stands where one value is read";
                let finding = finding(Code::PathNotReference, message, path.span)
                    .label(format!("{selection} in a reference path"))
                    .help("name one place with `.name`, `['name']` and `[0]` only");
                cx.report(scope, state, field, finding);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::{states, task};

    #[test]
    fn a_variable_that_selects() {
        let choice = |path: &str| {
            states(&format!(
                r#""A": {{"Type": "Choice", "Choices": [{{"Variable": "{path}", "IsPresent": true,
                     "Next": "B"}}]}}, "B": {{"Type": "Succeed"}}"#
            ))
        };
        let expected = "warning: /States/A/Choices: a path that selects stands where one value is \
                        read <\"$.a[*]\"> (a wildcard in a reference path) [name one place with \
                        `.name`, `['name']` and `[0]` only]";
        assert_eq!(choice("$.a[*]"), [expected]);
        assert_eq!(choice("$.a[0]['b']"), [""; 0]);
        assert_eq!(choice("$$.Execution.Input.a"), [""; 0]);
    }

    #[test]
    fn fields_with_paths() {
        assert_eq!(task(r#""TimeoutSecondsPath": "$..a""#).len(), 1);
        assert_eq!(task(r#""InputPath": "$..a", "OutputPath": "$.a[*]""#), [""; 0]);
    }
}
