//! A variable is assigned in one scope only: states inside a Parallel or Map read the variables
//! outside, and cannot assign them.

use std::collections::HashMap;

use super::{Context, finding};
use crate::ast::{Assign, Part, Scope, State};
use crate::diagnostic::Code;
use crate::source::Span;

/// The variables that the scopes around assign, with the place of one assignment.
type Outer<'a> = HashMap<&'a str, Span>;

pub(super) fn check(cx: &mut Context<'_>) {
    let mut waiting: Vec<(&Scope, Outer<'_>)> = vec![(&cx.machine.scope, Outer::new())];
    while let Some((scope, outer)) = waiting.pop() {
        let mut names = outer.clone();
        for state in &scope.states {
            for variable in assigns(state).into_iter().flat_map(|assign| &assign.variables) {
                if let Some(&other) = outer.get(variable.name.as_str()) {
                    let message =
                        format!("the variable `{}` belongs to an outer scope", variable.name);
                    let finding = finding(Code::VariableScope, message, variable.name_span)
                        .label("a state in a Parallel or Map cannot assign it")
                        .also(other, "it is assigned here")
                        .help(
                            "give the inner variable another name, or hand the value on as output",
                        );
                    cx.report(scope, state, "Assign", finding);
                }
                names.entry(&variable.name).or_insert(variable.name_span);
            }
        }
        for state in &scope.states {
            let names = if state.is_distributed_map() { Outer::new() } else { names.clone() };
            waiting.extend(state.scopes().into_iter().map(|inner| (inner, names.clone())));
        }
    }
}

fn assigns(state: &State) -> Vec<&Assign> {
    let assign = |part| match part {
        Part::Assign(assign) => Some(assign),
        _ => None,
    };
    state.parts().into_iter().filter_map(assign).collect()
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::states;

    fn found(mode: &str, inner: &str) -> Vec<String> {
        states(&format!(
            r#""A": {{"Type": "Pass", "Next": "B", "Assign": {{"x": 1}}}},
               "B": {{"Type": "Map", "End": true, "ItemProcessor": {{
                 "ProcessorConfig": {{"Mode": "{mode}"}},
                 "StartAt": "C", "States": {{
                   "C": {{"Type": "Pass", "End": true, "Assign": {{"{inner}": 2}}}}}}}}}}"#
        ))
    }

    #[test]
    fn an_inner_scope_does_not_assign_an_outer_variable() {
        let expected = "/States/B/ItemProcessor/States/C/Assign: the variable `x` belongs to an \
                        outer scope <\"x\"> (a state in a Parallel or Map cannot assign it) [give \
                        the inner variable another name, or hand the value on as output]";
        assert_eq!(found("INLINE", "x"), [expected]);
        assert_eq!(found("INLINE", "y"), [""; 0]);
    }

    #[test]
    fn executions_of_their_own_have_their_own_variables() {
        let config = found("DISTRIBUTED", "x");
        assert!(!config.iter().any(|finding| finding.contains("outer scope")), "{config:#?}");
    }
}
