//! Names that `Assign` gives to variables.
//!
//! Other linters take any characters, and nothing shows that AWS does not; but no path and no
//! expression can read such a variable.

use super::{Context, finding};
use crate::ast::Part;
use crate::diagnostic::{Code, Severity};

/// AWS's limit, in characters.
const LONGEST: usize = 80;

pub(super) fn check(cx: &mut Context<'_>) {
    for (scope, state) in cx.states() {
        for part in state.parts() {
            let Part::Assign(assign) = part else { continue };
            for variable in &assign.variables {
                let Some((severity, problem)) = problem(&variable.name) else {
                    continue;
                };
                let message = match severity {
                    Severity::Error => format!("a variable cannot be named `{}`", variable.name),
                    Severity::Warning => {
                        format!("a variable named `{}` cannot be read", variable.name)
                    }
                };
                let mut finding = finding(Code::VariableName, message, variable.name_span)
                    .label(problem)
                    .help("give it another name, such as `order_id`");
                finding.severity = severity;
                cx.report(scope, state, "Assign", finding);
            }
        }
    }
}

fn problem(name: &str) -> Option<(Severity, &'static str)> {
    let first = |c: char| c.is_alphabetic() || c == '_';
    if name == "states" {
        Some((Severity::Error, "`$states` is reserved"))
    } else if name.is_empty() {
        Some((Severity::Error, "a variable's name has at least one character"))
    } else if name.chars().count() > LONGEST {
        Some((Severity::Error, "a variable's name has at most 80 characters"))
    } else if !name.starts_with(first) {
        Some((Severity::Warning, "a variable's name starts with a letter or `_`"))
    } else if !name.chars().all(|c| c.is_alphanumeric() || c == '_') {
        Some((Severity::Warning, "a variable's name is made of letters, digits and `_`"))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Severity, problem};
    use crate::validate::testing::task;

    #[test]
    fn names() {
        for name in ["x", "_x1", "größe"] {
            assert_eq!(problem(name), None, "{name}");
        }
        let severity = |name: &str| problem(name).map(|(severity, _)| severity);
        for name in ["1x", "a-b", "a.b"] {
            assert_eq!(severity(name), Some(Severity::Warning), "{name}");
        }
        for name in ["", "states", &"x".repeat(81)] {
            assert_eq!(severity(name), Some(Severity::Error), "{name}");
        }
    }

    #[test]
    fn in_assign() {
        let found = task(r#""Assign": {"x.$": "$.x", "a b": 1}"#);
        let expected = "warning: /States/A/Assign: a variable named `a b` cannot be read <\"a b\"> \
                        (a variable's name is made of letters, digits and `_`) [give it another name, such as `order_id`]";
        assert!(found.contains(&expected.to_owned()), "{found:#?}");
    }
}
