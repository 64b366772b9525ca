//! A JSONata machine has no JSONPath states.

use super::{Context, finding};
use crate::ast::QueryLanguage;
use crate::diagnostic::Code;

pub(super) fn check(cx: &mut Context<'_>) {
    if cx.machine.query_language() != QueryLanguage::Jsonata {
        return;
    }
    for (scope, state) in cx.states() {
        let Some(span) = state.query_language_span else {
            continue;
        };
        if state.query_language == QueryLanguage::JsonPath {
            let message = "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole \
                           state machine";
            let mut finding = finding(Code::JsonPathInJsonata, message, span)
                .label("this state cannot be in JSONPath")
                .help("set the machine to `JSONPath` and its JSONata states to `JSONata`");
            if let Some(machine) = &cx.machine.query_language {
                finding = finding.also(machine.span, "the machine is in JSONata");
            }
            cx.report(scope, state, "", finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::shown;

    #[test]
    fn a_jsonpath_state_in_a_jsonata_machine() {
        let found = shown(
            r#"{"QueryLanguage": "JSONata", "StartAt": "A",
                "States": {"A": {"Type": "Succeed", "QueryLanguage": "JSONPath"}}}"#,
        );
        let expected = "/States/A: 'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for \
                        whole state machine <\"JSONPath\"> (this state cannot be in JSONPath) \
                        [set the machine to `JSONPath` and its JSONata states to `JSONata`]";
        assert!(found.contains(&expected.to_owned()), "{found:#?}");
    }
}
