//! Every scope can end, and every state can be reached.
//!
//! A scope without a terminal state never ends well; a state that no way leads to is a mistake in
//! a transition. AWS does not look for unreachable states where there is no terminal state. Where a
//! way breaks off at a name that no state has, nothing is said of unreachable states, though AWS
//! does, unless it is asked for: the way may have been meant for any of them.

use std::collections::HashMap;

use super::{Context, finding};
use crate::ast::Scope;
use crate::diagnostic::Code;

pub(super) fn check(cx: &mut Context<'_>) {
    if !cx.complete {
        return;
    }
    for scope in cx.scopes.clone() {
        if scope.states.is_empty() {
            continue;
        }
        if !scope.states.iter().any(|state| state.is_terminal()) {
            let span = scope.start_at.span;
            let finding = finding(Code::NoTerminalState, "Workflow has no terminal state", span)
                .label("none of the states that follow ends")
                .help("end one of its states by `\"End\": true`, or add a Succeed or Fail state");
            cx.diagnostics.push(finding);
            continue;
        }
        let Some(reached) = reached(scope, cx.options.consequences) else { continue };
        for (state, _) in scope.states.iter().zip(reached).filter(|(_, reached)| !reached) {
            let message = format!("State \"{}\" is not reachable.", state.name.value);
            let finding = finding(Code::UnreachableState, message, state.name.span)
                .label("no transition leads here")
                .help("lead to it by a `Next`, or remove it");
            cx.report(scope, state, "", finding);
        }
    }
}

/// For each state of a scope, whether a way leads to it from `StartAt`; none if a way leads to a
/// state that does not exist, unless such ways are left out.
fn reached(scope: &Scope, leave_out: bool) -> Option<Vec<bool>> {
    let names = scope.states.iter().map(|state| state.name.value.as_str());
    let index: HashMap<&str, usize> = names.zip(0..).collect();
    let mut reached = vec![false; scope.states.len()];
    let mut waiting = vec![scope.start_at.value.as_str()];
    while let Some(name) = waiting.pop() {
        let &at = match index.get(name) {
            None if leave_out => continue,
            found => found?,
        };
        let Some(seen) = reached.get_mut(at) else {
            continue;
        };
        if !std::mem::replace(seen, true)
            && let Some(state) = scope.states.get(at)
        {
            waiting.extend(state.targets().iter().map(|target| target.name.value.as_str()));
        }
    }
    Some(reached)
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::{shown, states};

    #[test]
    fn unreachable() {
        let found = states(r#""A": {"Type": "Succeed"}, "B": {"Type": "Pass", "Next": "A"}"#);
        let expected = "/States/B: State \"B\" is not reachable. <\"B\"> (no transition leads here) \
                        [lead to it by a `Next`, or remove it]";
        assert_eq!(found, [expected]);
    }

    #[test]
    fn no_way_to_end_hides_the_unreachable() {
        let found = states(
            r#""A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "Next": "A"},
               "C": {"Type": "Pass", "Next": "A"}"#,
        );
        let expected = "Workflow has no terminal state <\"A\"> (none of the states that follow ends) [end one of its states by `\"End\": true`, or add a Succeed or Fail state]";
        assert_eq!(found, [expected]);
    }

    #[test]
    fn a_dangling_target_is_found_beside_the_missing_end() {
        let found = states(r#""A": {"Type": "Pass", "Next": "Z"}"#);
        assert_eq!(found.len(), 2, "{found:#?}");
    }

    #[test]
    fn a_way_that_breaks_off_was_meant_for_any_state() {
        for text in [
            r#""A": {"Type": "Pass", "Next": "Z"}, "B": {"Type": "Succeed"}"#,
            r#""A": {"Type": "Choice", "Default": "Z",
                 "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "B"}]},
               "B": {"Type": "Succeed"}, "C": {"Type": "Succeed"}"#,
            r#""A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true,
                 "Catch": [{"ErrorEquals": ["E"], "Next": "Z"}]}, "B": {"Type": "Fail"}"#,
        ] {
            let found = states(text);
            assert!(
                found.len() == 1 && found[0].contains("Missing 'Next' target: Z"),
                "{found:#?}"
            );
        }
        let found = shown(r#"{"StartAt": "Z", "States": {"A": {"Type": "Succeed"}}}"#);
        assert_eq!(found.len(), 1, "{found:#?}");
    }

    #[test]
    fn a_way_that_breaks_off_where_nothing_leads_excuses_nothing() {
        let found = states(r#""A": {"Type": "Succeed"}, "B": {"Type": "Pass", "Next": "Z"}"#);
        assert_eq!(found.len(), 2, "{found:#?}");
    }

    #[test]
    fn a_transition_left_open_may_lead_anywhere() {
        let text = r#"{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": ${Next}},
             "B": {"Type": "Succeed"}}}"#;
        let source = crate::source::Source::new("a", text);
        let options = crate::Options { open_placeholders: true, ..Default::default() };
        let (validated, found) = crate::check(&source, &options);
        assert!(validated.is_none() && found.is_empty(), "{found:#?}");
    }

    #[test]
    fn a_state_reached_by_a_catcher() {
        let found = states(
            r#""A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true,
                 "Catch": [{"ErrorEquals": ["E"], "Next": "B"}]}, "B": {"Type": "Fail"}"#,
        );
        assert!(found.is_empty(), "{found:#?}");
    }
}
