//! A constant text that looks like a path or a call is most likely meant to be computed.

use super::{Context, finding};
use crate::ast::{Part, PayloadTemplate, QueryLanguage};
use crate::diagnostic::Code;
use crate::ir::Literal;
use crate::{intrinsic, path};

pub(super) fn check(cx: &mut Context<'_>) {
    for (scope, state) in cx.states() {
        if state.query_language != QueryLanguage::JsonPath {
            continue;
        }
        for part in state.parts() {
            let Part::Template(place, template) = part else {
                continue;
            };
            template.walk(&mut |inner| {
                let PayloadTemplate::Object(fields) = inner else {
                    return;
                };
                for field in &fields.value {
                    let PayloadTemplate::Literal(literal) = &field.value else {
                        continue;
                    };
                    let Literal::String(text) = &literal.value else {
                        continue;
                    };
                    if looks_computed(text) {
                        let message =
                            format!("`{}` is constant, but its value looks computed", field.key);
                        let finding = finding(Code::MissingDollar, message, literal.span)
                            .help(format!("name the field `{}.$` to have it computed", field.key));
                        cx.report(scope, state, place, finding);
                    }
                }
            });
        }
    }
}

fn looks_computed(text: &str) -> bool {
    (text.starts_with("$.") || text.starts_with("$$.")) && path::parse(text).is_ok()
        || text.starts_with("States.") && text.ends_with(')') && intrinsic::parse(text).is_ok()
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::task;

    #[test]
    fn a_path_in_a_constant_field() {
        let found = task(r#""Parameters": {"id": "$.id", "b": "$5.00", "c.$": "$.c"}"#);
        let expected = "warning: /States/A/Parameters: `id` is constant, but its value looks \
                        computed <\"$.id\"> [name the field `id.$` to have it computed]";
        assert_eq!(found, [expected]);
        assert_eq!(task(r#""Parameters": {"id": "States.Array(1)"}"#).len(), 1);
        assert_eq!(task(r#""Parameters": {"id": "States.Timeout"}"#), [""; 0]);
    }
}
