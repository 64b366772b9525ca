//! Every state that is gone to exists in the same `States` object.
//!
//! `StartAt`, `Next`, `Default` and the `Next` of rules and catchers name a state beside the one
//! they stand in: a branch cannot be left or entered by a transition.

use std::collections::{HashMap, HashSet};

use super::{Context, finding};
use crate::ast::Scope;
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::source::Spanned;

/// States that a help line lists, if none has a name like the one that was written.
const MOST_LISTED: usize = 6;

pub(super) fn check(cx: &mut Context<'_>) {
    let mut elsewhere: HashMap<&str, &Scope> = HashMap::new();
    for &scope in &cx.scopes {
        elsewhere.extend(scope.states.iter().map(|state| (state.name.value.as_str(), scope)));
    }
    for scope in cx.scopes.clone() {
        let names: HashSet<&str> = written(scope).collect();
        let missing = |name: &Spanned<String>| !names.contains(name.value.as_str());

        // An empty scope has been reported, and has nothing to start at.
        if !names.is_empty() && missing(&scope.start_at) {
            let finding = dangling(cx, scope, &scope.start_at, &elsewhere);
            cx.diagnostics.push(finding.location(format!("{}/StartAt", scope.location)));
        }
        for state in &scope.states {
            for target in state.targets() {
                if missing(target.name) {
                    let finding = dangling(cx, scope, target.name, &elsewhere);
                    cx.report(scope, state, &target.field, finding);
                }
            }
        }
    }
}

fn dangling(
    cx: &Context<'_>,
    scope: &Scope,
    name: &Spanned<String>,
    elsewhere: &HashMap<&str, &Scope>,
) -> Diagnostic {
    let message = format!("Missing 'Next' target: {}", name.value);
    let finding = finding(Code::MissingTarget, message, name.span);
    if cx.diagnostics.is_full() {
        return finding;
    }
    if name.value.starts_with("{%") || name.value.starts_with("$.") {
        return finding
            .label("this is taken for the name of a state: nothing is computed here")
            .help("let a Choice state decide where to go");
    }
    if elsewhere.contains_key(name.value.as_str()) {
        return finding
            .label("this state is in another `States` object")
            .help("a transition leads to a state of the same `States` object only");
    }
    let names: Vec<&str> = written(scope).collect();
    let near = did_you_mean(&name.value, names.iter().copied());
    finding.label("no state has this name").maybe_help(near.or_else(|| all(&names)))
}

/// The names of the states, of those that could not be read too.
fn written(scope: &Scope) -> impl Iterator<Item = &str> {
    let read = scope.states.iter().map(|state| state.name.value.as_str());
    read.chain(scope.unreadable.iter().map(String::as_str))
}

/// The states there are, where they are few.
fn all(names: &[&str]) -> Option<String> {
    if names.len() > MOST_LISTED {
        return None;
    }
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    let (last, others) = names.split_last()?;
    Some(match others {
        [] => format!("the only state there is {last}"),
        others => format!("the states there are {} and {last}", others.join(", ")),
    })
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::{shown, states};

    #[test]
    fn next() {
        let found =
            states(r#""A": {"Type": "Pass", "Next": "Chrage"}, "Charge": {"Type": "Succeed"}"#);
        let expected = "/States/A/Next: Missing 'Next' target: Chrage <\"Chrage\"> \
                        (no state has this name) [did you mean `Charge`?]";
        assert_eq!(found[0], expected);
    }

    #[test]
    fn start_at() {
        let found = shown(r#"{"StartAt": "a", "States": {"A": {"Type": "Succeed"}}}"#);
        let expected = "/StartAt: Missing 'Next' target: a <\"a\"> (no state has this name) \
                        [did you mean `A`?]";
        assert_eq!(found[0], expected);
    }

    #[test]
    fn a_name_like_no_other() {
        let found =
            states(r#""A": {"Type": "Pass", "Next": "Refund"}, "Ship": {"Type": "Succeed"}"#);
        assert!(found[0].ends_with("[the states there are `A` and `Ship`]"), "{found:#?}");
        let found = states(r#""A": {"Type": "Choice", "Default": "Refund", "Choices": []}"#);
        assert!(found[0].ends_with("[the only state there is `A`]"), "{found:#?}");
    }

    #[test]
    fn choice_and_catch() {
        let found = states(
            r#""A": {"Type": "Choice", "Default": "X1", "Choices":
                 [{"Variable": "$.a", "IsNull": true, "Next": "X2"},
                  {"Variable": "$.a", "IsNull": true, "Next": "B"}]},
               "B": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true,
                 "Catch": [{"ErrorEquals": ["E"], "Next": "X3"}]}"#,
        );
        let places: Vec<&str> = found.iter().filter_map(|f| f.split(':').next()).collect();
        let expected =
            ["/States/A/Default", "/States/A/Choices[0]/Next", "/States/B/Catch[0]/Next"];
        assert_eq!(places, expected);
    }

    #[test]
    fn a_branch_is_not_left() {
        let found = states(
            r#""A": {"Type": "Parallel", "Next": "B", "Branches":
                 [{"StartAt": "C", "States": {"C": {"Type": "Pass", "Next": "B"}}}]},
               "B": {"Type": "Succeed"}"#,
        );
        let expected = "/States/A/Branches[0]/States/C/Next: Missing 'Next' target: B <\"B\"> \
                        (this state is in another `States` object) \
                        [a transition leads to a state of the same `States` object only]";
        assert!(found.contains(&expected.to_owned()), "{found:#?}");
    }

    #[test]
    fn a_state_that_cannot_be_read_exists() {
        let found = states(r#""A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Success"}"#);
        assert_eq!(found.len(), 1, "{found:#?}");
    }
}
