//! A payload template does not make the same member twice: `a` beside `a.$`.

use std::collections::HashMap;

use super::{Context, finding};
use crate::ast::{Part, PayloadTemplate, TemplateField};
use crate::diagnostic::{Code, Diagnostic};

pub(super) fn check(cx: &mut Context<'_>) {
    for (scope, state) in cx.states() {
        for part in state.parts() {
            let mut found = Vec::new();
            let mut walk = |template: &PayloadTemplate| {
                template.walk(&mut |inner| {
                    if let PayloadTemplate::Object(fields) = inner {
                        duplicates(&fields.value, &mut found);
                    }
                });
            };
            let field = match part {
                Part::Template(field, template) => {
                    walk(template);
                    field
                }
                Part::Assign(assign) => {
                    assign.variables.iter().for_each(|variable| walk(&variable.value));
                    duplicates(&assign.variables, &mut found);
                    "Assign"
                }
                Part::Path(..) | Part::Intrinsic(..) => continue,
            };
            found.into_iter().for_each(|finding| cx.report(scope, state, field, finding));
        }
    }
}

fn duplicates(fields: &[TemplateField], found: &mut Vec<Diagnostic>) {
    let mut first: HashMap<&str, &TemplateField> = HashMap::new();
    for field in fields {
        if let Some(other) = first.insert(&field.name, field) {
            let message = format!("`{}` and `{}` both make `{}`", other.key, field.key, field.name);
            let finding = finding(Code::DuplicateTemplateField, message, field.name_span)
                .label("this one would overwrite the other")
                .also(other.name_span, "the other is here")
                .help("remove one of them");
            found.push(finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::task;

    #[test]
    fn a_constant_beside_a_computed_field() {
        let found = task(r#""Parameters": {"x": [{"a": 1, "a.$": "$.a"}]}"#);
        let expected = "/States/A/Parameters: `a` and `a.$` both make `a` <\"a.$\"> (this one would overwrite the other) [remove one of them]";
        assert_eq!(found, [expected]);
    }
}
