//! Reading the machine and its scopes.

use super::context::{Context, MAX_SCOPES};
use super::fields::Fields;
use super::location::Location;
use super::schema;
use super::state::state;
use super::values::{MAX_SECONDS, empty};
use crate::ast::{QueryLanguage, Scope, StateMachine};
use crate::diagnostic::{Code, Diagnostic};
use crate::fingerprint::fingerprint;
use crate::json::{Node, NodeKind, Object};
use crate::source::Spanned;

const QUERY_LANGUAGES: &[(&str, QueryLanguage)] =
    &[("JSONPath", QueryLanguage::JsonPath), ("JSONata", QueryLanguage::Jsonata)];

pub(super) fn state_machine(cx: &mut Context<'_>, root: &Node) -> Option<StateMachine> {
    if !matches!(root.kind, NodeKind::Object(_)) {
        let message = "Definition must be a valid JSON object";
        let finding = Diagnostic::new(Code::NotAnObject, message, cx.head(root.span));
        let finding = finding.label(format!("this is {}", root.type_name()));
        cx.diagnostics.push(finding.help("write `{ \"StartAt\": …, \"States\": { … } }`"));
        return None;
    }
    let at = Location::Root;
    let fields = Fields::open(cx, root, &schema::MACHINE, QueryLanguage::default(), &at)?;
    body_of_a_map(cx, &fields);
    let query_language = fields.query_language(cx);
    cx.language = query_language.map(|language| language.value).unwrap_or_default();
    Some(StateMachine {
        span: fields.span,
        version: fields.word(cx, "Version", &["1.0"]),
        timeout_seconds: fields.integer(cx, "TimeoutSeconds", 1..=MAX_SECONDS),
        query_language,
        scope: scope(cx, &fields),
        fingerprint: fingerprint(root),
        open: cx.open,
    })
}

/// Warns of `ProcessorConfig`, with which the body of a Map is published, and deployed, without
/// the Map.
fn body_of_a_map(cx: &mut Context<'_>, fields: &Fields<'_>) {
    if let Some(member) = fields.get("ProcessorConfig") {
        let message = "`ProcessorConfig` has no effect in a state machine";
        let finding = Diagnostic::new(Code::IgnoredField, message, member.key_span)
            .label("this is for the `ItemProcessor` of a Map")
            .help("remove it, or put the machine into a Map");
        cx.report(finding, fields.at);
    }
}

impl Fields<'_> {
    /// `QueryLanguage`.
    pub(super) fn query_language(&self, cx: &mut Context<'_>) -> Option<Spanned<QueryLanguage>> {
        self.keyword(cx, "QueryLanguage", QUERY_LANGUAGES)
    }
}

/// Reads `StartAt` and `States`.
pub(super) fn scope(cx: &mut Context<'_>, fields: &Fields<'_>) -> Scope {
    let mut scope = Scope {
        span: fields.head,
        location: fields.at.prefix(),
        comment: fields.comment(cx),
        start_at: fields.head.of(String::new()),
        states: Vec::new(),
        unreadable: Vec::new(),
    };
    let start_at = fields.text(cx, "StartAt");
    if cx.scopes >= MAX_SCOPES {
        let message = format!("`States` objects are nested deeper than {MAX_SCOPES} levels");
        let finding = Diagnostic::new(Code::NestedTooDeep, message, fields.head)
            .help("move the inner states into a machine of their own");
        cx.report(finding, fields.at);
        return scope;
    }
    if let Some(member) = fields.get("States") {
        let at = fields.at.field("States");
        match &member.value.kind {
            NodeKind::Object(object) => {
                if object.members.is_empty() {
                    empty(cx, member.value.span, &at);
                }
                cx.scopes += 1;
                states(cx, object, &at, &mut scope);
                cx.scopes -= 1;
            }
            _ => cx.wrong_type(&member.value, "an object", &at),
        }
    }
    let first = scope.states.first().map(|state| state.name.clone());
    if let Some(start_at) = start_at.or(first) {
        scope.start_at = start_at;
    }
    scope
}

fn states(cx: &mut Context<'_>, object: &Object, at: &Location<'_>, scope: &mut Scope) {
    for member in &object.overridden {
        let message = format!("Duplicate State name: {}", member.key);
        let mut finding = Diagnostic::new(Code::DuplicateStateName, message, member.key_span)
            .label("this one would be lost")
            .help("give one of them another name");
        if !cx.diagnostics.is_full()
            && let Some(last) = object.get(&member.key)
        {
            finding = finding.also(last.key_span, "the other is here");
        }
        cx.report(finding, &at.field(&member.key));
    }
    for member in &object.members {
        match state(cx, member, &at.field(&member.key)) {
            Some(state) => scope.states.push(state),
            None => scope.unreadable.push(member.key.clone()),
        }
    }
}
