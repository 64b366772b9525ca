//! Names that `Assign` gives to variables.

use super::{Context, finding};
use crate::ast::Part;
use crate::diagnostic::Code;

/// AWS's limit, in characters.
const LONGEST: usize = 80;

pub(super) fn check(cx: &mut Context<'_>) {
    for (scope, state) in cx.states() {
        for part in state.parts() {
            let Part::Assign(assign) = part else { continue };
            for variable in &assign.variables {
                let Some(problem) = problem(&variable.name) else {
                    continue;
                };
                let message = format!("a variable cannot be named `{}`", variable.name);
                let finding = finding(Code::VariableName, message, variable.name_span)
                    .label(problem)
                    .help("give it another name, such as `order_id`");
                cx.report(scope, state, "Assign", finding);
            }
        }
    }
}

fn problem(name: &str) -> Option<&'static str> {
    let first = |c: char| c.is_alphabetic() || c == '_';
    if name == "states" {
        Some("`$states` is reserved")
    } else if name.chars().count() > LONGEST {
        Some("a variable's name has at most 80 characters")
    } else if !name.starts_with(first) {
        Some("a variable's name starts with a letter or `_`")
    } else if !name.chars().all(|c| c.is_alphanumeric() || c == '_') {
        Some("a variable's name is made of letters, digits and `_`")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::problem;
    use crate::validate::testing::task;

    #[test]
    fn names() {
        for name in ["x", "_x1", "größe"] {
            assert_eq!(problem(name), None, "{name}");
        }
        for name in ["", "1x", "a-b", "a.b", "states", &"x".repeat(81)] {
            assert!(problem(name).is_some(), "{name}");
        }
    }

    #[test]
    fn in_assign() {
        let found = task(r#""Assign": {"x.$": "$.x", "a b": 1}"#);
        let expected = "/States/A/Assign: a variable cannot be named `a b` <\"a b\"> \
                        (a variable's name is made of letters, digits and `_`) [give it another name, such as `order_id`]";
        assert!(found.contains(&expected.to_owned()), "{found:#?}");
    }
}
