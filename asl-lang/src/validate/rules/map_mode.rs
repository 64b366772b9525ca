//! Fields that only a Distributed Map has. Published definitions have them elsewhere, so this is
//! a warning.

use super::{Context, finding};
use crate::ast::{ProcessorMode, StateKind};
use crate::diagnostic::Code;

pub(super) fn check(cx: &mut Context<'_>) {
    for (scope, state) in cx.states() {
        let StateKind::Map(map) = &state.kind else {
            continue;
        };
        let config = map.item_processor.processor_config.as_ref();
        if config.is_some_and(|config| config.mode == ProcessorMode::Distributed) {
            continue;
        }
        let execution_type = config.and_then(|config| config.execution_type.as_ref());
        let fields = [
            ("ItemReader", map.item_reader.as_ref().map(|reader| reader.span)),
            ("ItemBatcher", map.item_batcher.as_ref().map(|batcher| batcher.span)),
            ("ResultWriter", map.result_writer.as_ref().map(|writer| writer.span)),
            ("Label", map.label.as_ref().map(|label| label.span)),
            ("ExecutionType", execution_type.map(|execution_type| execution_type.span)),
        ];
        for (field, span) in fields {
            let Some(span) = span else { continue };
            let message = format!("Field '{field}' is only supported by a Distributed Map");
            let finding = finding(Code::MapMode, message, cx.head(span))
                .label("the iterations of this Map are no executions")
                .help("set `Mode` in `ProcessorConfig` to `DISTRIBUTED`, or remove the field");
            cx.report(scope, state, "", finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::states;

    #[test]
    fn a_label_on_an_inline_map() {
        let found = states(
            r#""A": {"Type": "Map", "End": true, "Label": "L", "ItemProcessor":
                 {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}}"#,
        );
        let expected = "warning: /States/A: Field 'Label' is only supported by a Distributed Map <\"L\"> (the iterations of this Map are no executions) [set `Mode` in `ProcessorConfig` to `DISTRIBUTED`, or remove the field]";
        assert!(found.contains(&expected.to_owned()), "{found:#?}");
    }
}
