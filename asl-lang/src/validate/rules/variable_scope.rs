//! A variable is assigned in one scope only: states inside a Parallel or Map read the variables
//! outside, and cannot assign them.
//!
//! What the Parallel or Map itself assigns does not count, as AWS showed: it is assigned when the
//! states inside have ended.

use std::collections::HashMap;

use super::{Context, finding};
use crate::ast::{Part, Scope, State, TemplateField};
use crate::diagnostic::Code;
use crate::source::Span;

/// The variables that the scopes around assign, with the place of one assignment.
type Outer<'a> = HashMap<&'a str, Span>;

pub(super) fn check(cx: &mut Context<'_>) {
    let mut waiting: Vec<(&Scope, Outer<'_>)> = vec![(&cx.machine.scope, Outer::new())];
    while let Some((scope, outer)) = waiting.pop() {
        let of = |state| assigned_by(state).into_iter().map(move |variable| (state, variable));
        let assigned: Vec<(&State, &TemplateField)> = scope.states.iter().flat_map(of).collect();
        for (state, variable) in &assigned {
            if let Some(&other) = outer.get(variable.name.as_str()) {
                let message = format!("the variable `{}` belongs to an outer scope", variable.name);
                let finding = finding(Code::VariableScope, message, variable.name_span)
                    .label("a state in a Parallel or Map cannot assign it")
                    .also(other, "it is assigned here")
                    .help("give the inner variable another name, or hand the value on as output");
                cx.report(scope, state, "Assign", finding);
            }
        }
        for state in &scope.states {
            let mut names = Outer::new();
            if !state.is_distributed_map() {
                names.clone_from(&outer);
                let others = assigned.iter().filter(|(other, _)| !std::ptr::eq(*other, state));
                names.extend(others.map(|(_, field)| (field.name.as_str(), field.name_span)));
            }
            waiting.extend(state.scopes().into_iter().map(|inner| (inner, names.clone())));
        }
    }
}

fn assigned_by(state: &State) -> Vec<&TemplateField> {
    let variables = |part| match part {
        Part::Assign(assign) => assign.variables.as_slice(),
        _ => &[],
    };
    state.parts().into_iter().flat_map(variables).collect()
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
