//! Fields that another takes the place of.
//!
//! AWS showed both: a Pass with `Parameters` and `Result` has the latter for its output, and a Map
//! with an `ItemReader` does not look at `ItemsPath`.

use super::{Context, finding};
use crate::ast::{PayloadTemplate, State, StateKind};
use crate::diagnostic::Code;
use crate::source::Span;

pub(super) fn check(cx: &mut Context<'_>) {
    for (scope, state) in cx.states() {
        for Ignored { field, span, by, by_span } in ignored(state) {
            let message = format!("`{field}` has no effect beside `{by}`");
            let finding = finding(Code::IgnoredField, message, cx.head(span))
                .label("this is ignored")
                .also(cx.head(by_span), "this takes its place")
                .help("remove one of them");
            cx.report(scope, state, field, finding);
        }
    }
}

struct Ignored {
    field: &'static str,
    span: Span,
    by: &'static str,
    by_span: Span,
}

fn ignored(state: &State) -> Vec<Ignored> {
    let mut found = Vec::new();
    match &state.kind {
        StateKind::Pass(pass) => {
            if let (Some(parameters), Some(result)) = (&pass.parameters, &pass.result) {
                let (span, by_span) = (parameters.span(), result.span);
                found.push(Ignored { field: "Parameters", span, by: "Result", by_span });
            }
        }
        StateKind::Map(map) => {
            let Some(reader) = &map.item_reader else { return found };
            let path = map.items_path.as_ref().map(|path| ("ItemsPath", path.span));
            let items = map.items.as_ref().map(PayloadTemplate::span).map(|span| ("Items", span));
            for (field, span) in path.into_iter().chain(items) {
                found.push(Ignored { field, span, by: "ItemReader", by_span: reader.span });
            }
        }
        _ => {}
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::states;

    #[test]
    fn parameters_of_a_pass_with_a_result() {
        let found =
            states(r#""A": {"Type": "Pass", "End": true, "Parameters": {"a": 1}, "Result": 2}"#);
        let expected = "warning: /States/A/Parameters: `Parameters` has no effect beside `Result` \
                        <{\"a\": 1}> (this is ignored) [remove one of them]";
        assert_eq!(found, [expected]);
    }

    #[test]
    fn a_path_to_items_beside_a_reader() {
        let found = states(
            r#""A": {"Type": "Map", "End": true, "ItemsPath": "$.a[*]",
                 "ItemReader": {"Resource": "arn:aws:states:::s3:getObject"}, "ItemProcessor":
                   {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                    "StartAt": "B", "States": {"B": {"Type": "Succeed"}}}}"#,
        );
        let expected = "warning: /States/A/ItemsPath: `ItemsPath` has no effect beside \
                        `ItemReader` <\"$.a[*]\"> (this is ignored) [remove one of them]";
        assert_eq!(found, [expected]);
    }
}
