//! A variable that is read is assigned somewhere: in the same scope, or in one around it.
//!
//! A Distributed Map's states are executions of their own and see nothing of what is around them.
//! In which order states run is not asked.

use std::collections::HashSet;

use super::{Context, finding};
use crate::ast::{Part, QueryLanguage, Read, Scope, State};
use crate::diagnostic::{Code, did_you_mean};
use crate::json::locate;

/// Names that are compared with a misspelled one.
const MOST_COMPARED: usize = 1_000;

pub(super) fn check(cx: &mut Context<'_>) {
    if cx.complete {
        let machine = cx.machine;
        check_scope(cx, &machine.scope, &mut Vec::new());
    }
}

/// Checks a scope and those inside it. `outer` holds the variables of the scopes around it.
fn check_scope<'a>(cx: &mut Context<'a>, of: &'a Scope, outer: &mut Vec<HashSet<&'a str>>) {
    outer.push(of.states.iter().flat_map(assigned_by).collect());
    for state in &of.states {
        if state.query_language == QueryLanguage::JsonPath {
            for read in state.reads() {
                report(cx, of, state, &read, outer);
            }
        }
        let is_distributed = state.is_distributed_map();
        for inner in state.scopes() {
            if is_distributed {
                check_scope(cx, inner, &mut Vec::new());
            } else {
                check_scope(cx, inner, outer);
            }
        }
    }
    outer.pop();
}

fn assigned_by(state: &State) -> impl Iterator<Item = &str> {
    let variables = |part| match part {
        Part::Assign(assign) => assign.variables.as_slice(),
        _ => &[],
    };
    state.parts().into_iter().flat_map(variables).map(|field| field.name.as_str())
}

fn report(
    cx: &mut Context<'_>,
    scope: &Scope,
    state: &State,
    read: &Read<'_>,
    known: &[HashSet<&str>],
) {
    if cx.leaves_open(read.name) || known.iter().any(|names| names.contains(read.name)) {
        return;
    }
    let end = read.at + 1 + read.name.len();
    let span = locate(cx.source, read.span, read.text, read.at, end);
    let message = format!("no state assigns the variable `{}`", read.name);
    let mut finding = finding(Code::UnknownVariable, message, span).label("nothing is found there");
    if !cx.diagnostics.is_full() {
        let mut names: Vec<&str> = known.iter().flatten().copied().take(MOST_COMPARED).collect();
        names.sort_unstable();
        let help = "assign it in an earlier state, as `\"Assign\": { … }`".to_owned();
        finding = finding.help(did_you_mean(read.name, names).unwrap_or(help));
    }
    cx.report(scope, state, read.field, finding);
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::{states, task};

    #[test]
    fn an_unknown_variable() {
        let found = task(r#""Parameters": {"a": [{"id.$": "$ordre.id"}]}, "Assign": {"order": 1}"#);
        let expected = "warning: /States/A/Parameters: no state assigns the variable `ordre` \
                        <$ordre> (nothing is found there) [did you mean `order`?]";
        assert_eq!(found, [expected]);
        let found = task(r#""Parameters": {"a.$": "States.Format('{} {}', $.a, $b.c)"}"#);
        assert!(found[0].contains("`b` <$b> "), "{found:?}");
    }

    #[test]
    fn names_compare_as_they_are_written() {
        assert_eq!(task(r#""InputPath": "$X", "Assign": {"x": 1}"#).len(), 1);
        assert_eq!(task(r#""InputPath": "$x", "Assign": {"x.$": "$"}"#), [""; 0]);
    }

    #[test]
    fn scopes() {
        let map = |config: &str| {
            states(&format!(
                r#""A": {{"Type": "Pass", "Next": "B", "Assign": {{"x": 1}}}},
                   "B": {{"Type": "Map", "End": true, "ItemProcessor": {{ {config}
                     "StartAt": "C", "States": {{
                       "C": {{"Type": "Pass", "End": true, "InputPath": "$x"}}}}}}}}"#
            ))
        };
        assert_eq!(map(""), [""; 0]);
        let config = r#""ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},"#;
        assert_eq!(map(config).len(), 1);
        let found = states(
            r#""A": {"Type": "Parallel", "Next": "B", "Branches": [{"StartAt": "C", "States":
                 {"C": {"Type": "Pass", "End": true, "Assign": {"x": 1}}}}]},
               "B": {"Type": "Pass", "End": true, "InputPath": "$x"}"#,
        );
        assert_eq!(found.len(), 1, "{found:?}");
    }
}
