//! Reading payload templates.

use super::context::Context;
use super::fields::{Fields, overridden};
use super::jsonata::jsonata;
use super::location::Location;
use super::path::{Computed, computed, syntax_error};
use crate::ast::{Assign, PayloadTemplate, QueryLanguage, TemplateField};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::Literal;
use crate::json::{Member, Node, NodeKind, Object};

impl Fields<'_> {
    /// A field with a payload template.
    pub(super) fn template(&self, cx: &mut Context<'_>, name: &str) -> Option<PayloadTemplate> {
        let node = &self.get(name)?.value;
        Some(template(cx, node, self.language, &self.at.field(name)))
    }

    /// `Assign`.
    pub(super) fn assign(&self, cx: &mut Context<'_>) -> Option<Assign> {
        let node = &self.get("Assign")?.value;
        let at = self.at.field("Assign");
        let NodeKind::Object(object) = &node.kind else {
            cx.wrong_type(node, "an object", &at);
            return None;
        };
        Some(Assign { span: node.span, variables: members(cx, object, self.language, &at) })
    }
}

/// Reads a payload template. `at` is the field that holds all of it; in JSONata, where errors are
/// said to be at each expression, the place of this part.
fn template(
    cx: &mut Context<'_>,
    node: &Node,
    language: QueryLanguage,
    at: &Location<'_>,
) -> PayloadTemplate {
    let span = node.span;
    match &node.kind {
        NodeKind::Object(object) => {
            PayloadTemplate::Object(span.of(members(cx, object, language, at)))
        }
        NodeKind::Array(elements) => {
            let elements = elements.iter().enumerate().map(|(index, node)| match language {
                QueryLanguage::JsonPath => template(cx, node, language, at),
                QueryLanguage::Jsonata => template(cx, node, language, &at.index(index)),
            });
            PayloadTemplate::Array(span.of(elements.collect()))
        }
        NodeKind::String(_)
            if language == QueryLanguage::Jsonata
                && let Some(written) = expression(node) =>
        {
            match jsonata(cx, node, written, at) {
                Some(expression) => PayloadTemplate::Jsonata(span.of(expression)),
                // Stands for what was reported, or may become anything.
                None => PayloadTemplate::Literal(span.of(Literal::Null)),
            }
        }
        _ => PayloadTemplate::Literal(span.of(node.to_literal())),
    }
}

fn members(
    cx: &mut Context<'_>,
    object: &Object,
    language: QueryLanguage,
    at: &Location<'_>,
) -> Vec<TemplateField> {
    overridden(cx, object, at);
    object.members.iter().map(|member| field(cx, member, language, at)).collect()
}

fn field(
    cx: &mut Context<'_>,
    member: &Member,
    language: QueryLanguage,
    at: &Location<'_>,
) -> TemplateField {
    let computed = match language {
        QueryLanguage::JsonPath => member.key.strip_suffix(".$"),
        QueryLanguage::Jsonata => None,
    };
    let (name, value) = match (computed, language) {
        (Some(name), _) => (name, computed_value(cx, member, at)),
        (None, QueryLanguage::JsonPath) => {
            (member.key.as_str(), template(cx, &member.value, language, at))
        }
        (None, QueryLanguage::Jsonata) => {
            let at = at.field(&member.key);
            (member.key.as_str(), template(cx, &member.value, language, &at))
        }
    };
    TemplateField {
        name: name.to_owned(),
        key: member.key.clone(),
        name_span: member.key_span,
        value,
    }
}

/// The value of a field whose name ends in `.$`.
fn computed_value(cx: &mut Context<'_>, member: &Member, at: &Location<'_>) -> PayloadTemplate {
    let (key, node) = (&member.key, &member.value);
    let span = node.span;
    let null = PayloadTemplate::Literal(span.of(Literal::Null));
    let message = format!(
        "The value for the field '{key}' must be a valid JSONPath or a valid intrinsic function call"
    );
    let Some(text) = node.as_str() else {
        if !matches!(node.kind, NodeKind::Placeholder(_)) {
            let name = key.strip_suffix(".$").unwrap_or(key);
            let finding = Diagnostic::new(Code::InvalidTemplateField, message, cx.head(span))
                .label("a string is expected here")
                .help(format!("name the field `{name}` if the value is constant"));
            cx.report(finding, at);
        }
        return null;
    };
    if cx.leaves_open(text) {
        return null;
    }
    match computed(text) {
        Ok(Computed::Path(path)) => PayloadTemplate::Path(span.of(path)),
        Ok(Computed::Intrinsic(call)) => PayloadTemplate::Intrinsic(span.of(call)),
        Err(error) => {
            let text = span.of(text.to_owned());
            syntax_error(cx, Code::InvalidTemplateField, &message, &text, error, at);
            null
        }
    }
}

/// The text of a `{% … %}` string, and the byte at which it begins there.
pub(super) fn expression(node: &Node) -> Option<(&str, usize)> {
    let inner = node.as_str()?.strip_prefix("{%")?.strip_suffix("%}")?;
    let text = inner.trim();
    Some((text, "{%".len() + inner.len() - inner.trim_start().len()))
}
