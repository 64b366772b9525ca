//! A constant text that looks like a path or a call is most likely meant to be computed.

use super::{Context, finding};
use crate::ast::{Part, PayloadTemplate, QueryLanguage, TemplateField};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::Literal;
use crate::parse::looks_computed;

pub(super) fn check(cx: &mut Context<'_>) {
    for (scope, state) in cx.states() {
        if state.query_language != QueryLanguage::JsonPath {
            continue;
        }
        for part in state.parts() {
            let (place, found) = match part {
                Part::Template(place, template) => (place, in_template(template)),
                Part::Assign(assign) => ("Assign", in_fields(&assign.variables)),
                Part::Path(..) | Part::Intrinsic(..) => continue,
            };
            found.into_iter().for_each(|finding| cx.report(scope, state, place, finding));
        }
    }
}

fn in_fields(fields: &[TemplateField]) -> Vec<Diagnostic> {
    let inner = fields.iter().flat_map(|field| in_template(&field.value));
    fields.iter().filter_map(in_field).chain(inner).collect()
}

fn in_template(template: &PayloadTemplate) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    template.walk(&mut |inner| {
        if let PayloadTemplate::Object(fields) = inner {
            found.extend(fields.value.iter().filter_map(in_field));
        }
    });
    found
}

fn in_field(field: &TemplateField) -> Option<Diagnostic> {
    let PayloadTemplate::Literal(literal) = &field.value else { return None };
    let Literal::String(text) = &literal.value else { return None };
    looks_computed(text).then(|| {
        let message = format!("`{}` is constant, but its value looks computed", field.key);
        finding(Code::MissingDollar, message, literal.span)
            .label("this is handed on as it is written")
            .help(format!("name the field `{}.$` to have it computed", field.key))
    })
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::task;

    #[test]
    fn a_path_in_a_constant_field() {
        let found = task(r#""Parameters": {"id": "$.id", "b": "$5.00", "c.$": "$.c"}"#);
        let expected = "warning: /States/A/Parameters: `id` is constant, but its value looks \
                        computed <\"$.id\"> (this is handed on as it is written) [name the field `id.$` to have it computed]";
        assert_eq!(found, [expected]);
        assert_eq!(task(r#""Assign": {"id": "$.id", "a": {"b": "$.b"}}"#).len(), 2);
        assert_eq!(task(r#""Parameters": {"id": "States.Array(1)"}"#).len(), 1);
        assert_eq!(task(r#""Parameters": {"id": "States.Timeout"}"#), [""; 0]);
    }
}
