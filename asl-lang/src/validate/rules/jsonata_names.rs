//! Variables and functions that an expression names exist.
//!
//! AWS takes definitions that read `$doesNotExist` or call `$randomSeeded`, and fails when an
//! execution comes to it, as recorded ones show: so these are warnings. In which order states run
//! is not asked.

use std::collections::HashSet;

use super::{Context, finding};
use crate::ast::{Part, Query, Scope, State};
use crate::diagnostic::{Code, Diagnostic, suggestion};
use crate::jsonata::Function;
use crate::jsonata::ast::ROOT;
use crate::jsonata::references::{Reference, references};
use crate::jsonata::restrict::STATES;

/// Names that are compared with a misspelled one.
const MOST_COMPARED: usize = 1_000;

/// The variables of a scope and of those around it, the innermost last.
type Variables<'a> = Vec<HashSet<&'a str>>;

pub(super) fn check(cx: &mut Context<'_>) {
    if cx.complete {
        let machine = cx.machine;
        check_scope(cx, &machine.scope, &mut Variables::new());
    }
}

fn check_scope<'a>(cx: &mut Context<'a>, scope: &'a Scope, variables: &mut Variables<'a>) {
    variables.push(scope.states.iter().flat_map(assigned_by).collect());
    for state in &scope.states {
        state.queries(&mut |query| check_query(cx, scope, state, &query, variables));
        let is_distributed = state.is_distributed_map();
        for inner in state.scopes() {
            if is_distributed {
                check_scope(cx, inner, &mut Variables::new());
            } else {
                check_scope(cx, inner, variables);
            }
        }
    }
    variables.pop();
}

fn assigned_by(state: &State) -> impl Iterator<Item = &str> {
    let variables = |part| match part {
        Part::Assign(assign) => assign.variables.as_slice(),
        _ => &[],
    };
    state.parts().into_iter().flat_map(variables).map(|field| field.name.as_str())
}

fn check_query(
    cx: &mut Context<'_>,
    scope: &Scope,
    state: &State,
    query: &Query<'_, '_>,
    variables: &Variables<'_>,
) {
    for reference in references(&query.expression.value.tree) {
        let name = reference.name.as_str();
        let is_known = [ROOT, STATES].contains(&name)
            || reference.function().is_some()
            || variables.iter().any(|scope| scope.contains(name));
        if is_known {
            continue;
        }
        if cx.diagnostics.is_full() {
            cx.diagnostics.push(finding(Code::UnknownVariable, "", query.expression.span));
            continue;
        }
        let finding = unknown(cx, query, &reference, variables);
        cx.report(scope, state, &query.place.relative(), finding);
    }
}

fn unknown(
    cx: &Context<'_>,
    query: &Query<'_, '_>,
    reference: &Reference,
    variables: &Variables<'_>,
) -> Diagnostic {
    let Reference { name, called, .. } = reference;
    let variables = variables.iter().flatten().copied().take(MOST_COMPARED);
    let functions = Function::ALL.iter().map(|function| function.name());
    let (code, message, nearest) = if *called {
        let message = format!("there is no function `${name}`");
        (Code::UnknownFunction, message, suggestion(name, functions.chain(variables)))
    } else {
        let message = format!("no state assigns the variable `${name}`");
        (Code::UnknownVariable, message, suggestion(name, variables.chain(functions)))
    };
    let expression = query.expression;
    let span = expression.value.locate(cx.source, expression.span, reference.span);
    let help = nearest.map(|name| format!("did you mean `${name}`?"));
    finding(code, message, span).label("the execution fails here").maybe_help(help)
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::states;

    fn pass(fields: &str) -> Vec<String> {
        states(&format!(
            r#""A": {{"Type": "Pass", "QueryLanguage": "JSONata", {fields}, "End": true}}"#
        ))
    }

    #[test]
    fn variables_are_assigned_somewhere() {
        assert_eq!(
            pass(
                r#""Assign": {"total": 1}, "Output": "{% $totl & $total & $sum([$x := 1, $x]) %}""#
            ),
            [
                "warning: /States/A/Output: no state assigns the variable `$totl` <$totl> (the \
                 execution fails here) [did you mean `$total`?]",
                "warning: /States/A/Output: no state assigns the variable `$x` <$x> (the execution \
                 fails here)",
            ][..1]
        );
        assert_eq!(pass(r#""Output": "{% ($x := 1; $x) + $$states %}""#).len(), 1);
    }

    #[test]
    fn functions_exist() {
        assert_eq!(
            pass(r#""Output": {"a": "{% $uppercse('a') ~> $eval %}"}"#),
            [
                "warning: /States/A/Output/a: there is no function `$uppercse` <$uppercse> (the \
                 execution fails here) [did you mean `$uppercase`?]",
                "warning: /States/A/Output/a: there is no function `$eval` <$eval> (the execution \
                 fails here)",
            ]
        );
    }

    #[test]
    fn executions_of_their_own_see_no_variables_from_outside() {
        let map = |mode: &str| {
            states(&format!(
                r#""A": {{"Type": "Map", "End": true, "QueryLanguage": "JSONata",
                     "Assign": {{"x": 1}}, "ItemProcessor": {{"ProcessorConfig": {mode},
                     "StartAt": "B", "States": {{"B": {{"Type": "Succeed",
                       "QueryLanguage": "JSONata", "Output": "{{% $x %}}"}}}}}}}}"#
            ))
        };
        assert_eq!(map(r#"{"Mode": "INLINE"}"#), [""; 0]);
        let found = map(r#"{"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}"#);
        assert_eq!(found.len(), 1, "{found:#?}");
    }
}
