//! An object held against its schema.

use super::context::Context;
use super::location::Location;
use super::schema::{Schema, Written};
use crate::ast::QueryLanguage;
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::json::{Member, Node, NodeKind, Object};
use crate::source::Span;

/// An object whose fields are known to be allowed and complete, or reported.
pub(super) struct Fields<'a> {
    object: &'a Object,
    pub(super) at: &'a Location<'a>,
    pub(super) language: QueryLanguage,
    /// The whole object.
    pub(super) span: Span,
    /// What to underline for a finding about the whole object.
    pub(super) head: Span,
}

impl<'a> Fields<'a> {
    /// Holds a value against a schema; none if it is not an object.
    pub(super) fn open(
        cx: &mut Context<'_>,
        node: &'a Node,
        schema: &Schema,
        language: QueryLanguage,
        at: &'a Location<'a>,
    ) -> Option<Fields<'a>> {
        Some(Fields::unchecked(cx, node, language, at)?.check(cx, schema, language))
    }

    /// Holds the object against a schema.
    pub(super) fn check(
        self,
        cx: &mut Context<'_>,
        schema: &Schema,
        language: QueryLanguage,
    ) -> Fields<'a> {
        let fields = Fields { language, ..self };
        fields.known(cx, schema);
        fields.complete(cx, schema);
        fields.exclusive(cx, schema);
        fields
    }

    /// Takes an object whose fields are checked later.
    pub(super) fn unchecked(
        cx: &mut Context<'_>,
        node: &'a Node,
        language: QueryLanguage,
        at: &'a Location<'a>,
    ) -> Option<Fields<'a>> {
        let NodeKind::Object(object) = &node.kind else {
            cx.wrong_type(node, "an object", at);
            return None;
        };
        overridden(cx, object, at);
        Some(Fields { object, at, language, span: node.span, head: cx.head(node.span) })
    }

    /// Underlines this for findings about the whole object, such as a state's name.
    pub(super) fn with_head(self, head: Span) -> Fields<'a> {
        Fields { head, ..self }
    }

    /// The member of this name.
    pub(super) fn get(&self, name: &str) -> Option<&'a Member> {
        self.object.get(name)
    }

    pub(super) fn members(&self) -> &'a [Member] {
        &self.object.members
    }

    fn known(&self, cx: &mut Context<'_>, schema: &Schema) {
        for member in &self.object.members {
            match schema.field(&member.key) {
                None => self.unsupported(cx, member, schema.subject, schema.names()),
                Some(field) if !field.written.in_language(self.language) => {
                    let help = field.instead(self.language).map(|other| format!("use `{other}`"));
                    self.wrong_language(cx, member, help);
                }
                Some(_) => {}
            }
        }
    }

    /// Reports a field that the object does not have.
    pub(super) fn unsupported(
        &self,
        cx: &mut Context<'_>,
        member: &Member,
        subject: &str,
        known: impl IntoIterator<Item = &'static str>,
    ) {
        let message = format!("Field '{}' is not supported", member.key);
        let help = if cx.diagnostics.is_full() { None } else { did_you_mean(&member.key, known) };
        let finding = Diagnostic::new(Code::UnsupportedField, message, member.key_span)
            .label(format!("{subject} has no such field"))
            .maybe_help(help);
        cx.report(finding, self.at);
    }

    /// Reports a field of the other query language.
    pub(super) fn wrong_language(
        &self,
        cx: &mut Context<'_>,
        member: &Member,
        help: Option<String>,
    ) {
        let other = match self.language {
            QueryLanguage::JsonPath => QueryLanguage::Jsonata,
            QueryLanguage::Jsonata => QueryLanguage::JsonPath,
        };
        let message = format!(
            "The QueryLanguage is set to '{}', but field '{}' is only supported for the '{}' QueryLanguage",
            self.language.as_str(),
            member.key,
            other.as_str(),
        );
        let label = format!("a {} state has no such field here", self.language.as_str());
        let set = match self.language {
            QueryLanguage::JsonPath => "set `\"QueryLanguage\": \"JSONata\"` in the state",
            QueryLanguage::Jsonata => "remove it",
        };
        let finding = Diagnostic::new(Code::WrongQueryLanguage, message, member.key_span)
            .label(label)
            .help(help.map_or_else(
                || set.to_owned(),
                |help| match self.language {
                    QueryLanguage::JsonPath => format!("{help}, or {set}"),
                    QueryLanguage::Jsonata => help,
                },
            ));
        cx.report(finding, self.at);
    }

    fn complete(&self, cx: &mut Context<'_>, schema: &Schema) {
        let required = schema.required();
        let missing: Vec<&str> = required.filter(|name| self.get(name).is_none()).collect();
        self.missing(cx, &missing);
    }

    /// Reports fields that have to be there.
    pub(super) fn missing(&self, cx: &mut Context<'_>, names: &[&str]) {
        if !names.is_empty() {
            let message = format!("These fields are required: [{}]", names.join(", "));
            let finding = Diagnostic::new(Code::MissingField, message, self.head);
            let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            let help = format!("add {}", quoted.join(" and "));
            cx.report(finding.help(help), self.at);
        }
    }

    fn exclusive(&self, cx: &mut Context<'_>, schema: &Schema) {
        for group in schema.exclusive {
            let mut members =
                self.object.members.iter().filter(|m| group.contains(&m.key.as_str()));
            if let (Some(first), Some(second)) = (members.next(), members.next()) {
                self.both(cx, first, second);
            }
        }
    }

    /// Reports two fields that exclude each other.
    pub(super) fn both(&self, cx: &mut Context<'_>, first: &Member, second: &Member) {
        let message = format!("`{}` and `{}` cannot be used together", first.key, second.key);
        let finding = Diagnostic::new(Code::ExclusiveFields, message, second.key_span)
            .also(first.key_span, "the other is here")
            .help("remove one of them");
        cx.report(finding, self.at);
    }
}

/// Reports members that a later one of the same name overrides.
pub(super) fn overridden(cx: &mut Context<'_>, object: &Object, at: &Location<'_>) {
    for member in &object.overridden {
        let message = format!("`{}` is given twice; the last one counts", member.key);
        let mut finding = Diagnostic::new(Code::DuplicateKey, message, member.key_span);
        if !cx.diagnostics.is_full()
            && let Some(last) = object.get(&member.key)
        {
            finding = finding.also(last.key_span, "this one counts");
        }
        cx.report(finding.label("this one is ignored").help("remove one of them"), at);
    }
}

impl Written {
    /// Whether a state of this language may have the field.
    fn in_language(self, language: QueryLanguage) -> bool {
        match self {
            Written::Both => true,
            Written::JsonPath => language == QueryLanguage::JsonPath,
            Written::Jsonata => language == QueryLanguage::Jsonata,
        }
    }
}
