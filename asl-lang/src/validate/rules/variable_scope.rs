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

/// The states of a scope that assign a variable: the first, and another if there is one.
struct Assigned<'a> {
    first: (&'a State, Span),
    other: Option<(&'a State, Span)>,
}

/// The variables of a scope.
type Variables<'a> = HashMap<&'a str, Assigned<'a>>;

/// The scopes around one, each with its state that holds the next.
type Around<'a> = Vec<(Variables<'a>, Option<&'a State>)>;

pub(super) fn check(cx: &mut Context<'_>) {
    let machine = cx.machine;
    check_scope(cx, &machine.scope, &mut Vec::new());
}

fn check_scope<'a>(cx: &mut Context<'a>, scope: &'a Scope, around: &mut Around<'a>) {
    let mut variables = Variables::new();
    for state in &scope.states {
        for variable in assigned_by(state) {
            if let Some(other) = assigned_outside(around, &variable.name) {
                let message = format!("the variable `{}` belongs to an outer scope", variable.name);
                let finding = finding(Code::VariableScope, message, variable.name_span)
                    .label("a state in a Parallel or Map cannot assign it")
                    .also(other, "it is assigned here")
                    .help("give the inner variable another name, or hand the value on as output");
                cx.report(scope, state, "Assign", finding);
            }
            let here = (state, variable.name_span);
            let assigned = variables.entry(&variable.name);
            let assigned = assigned.or_insert(Assigned { first: here, other: None });
            if assigned.other.is_none() && !std::ptr::eq(assigned.first.0, state) {
                assigned.other = Some(here);
            }
        }
    }
    around.push((variables, None));
    for state in &scope.states {
        if let Some((_, within)) = around.last_mut() {
            *within = Some(state);
        }
        for inner in state.scopes() {
            if state.is_distributed_map() {
                check_scope(cx, inner, &mut Vec::new());
            } else {
                check_scope(cx, inner, around);
            }
        }
    }
    around.pop();
}

/// Where a scope around assigns a variable, other than in the state that is gone into.
fn assigned_outside(around: &Around<'_>, name: &str) -> Option<Span> {
    around.iter().find_map(|(variables, within)| {
        let Assigned { first, other } = variables.get(name)?;
        let is_within = |state| within.is_some_and(|within| std::ptr::eq(within, state));
        let mut places = std::iter::once(first).chain(other);
        places.find(|(state, _)| !is_within(*state)).map(|&(_, span)| span)
    })
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
