//! What every part of the parser has at hand: the source and where findings go.

use super::choice::is_operator;
use super::location::Location;
use super::path::looks_like_path;
use super::schema;
use super::template::expression;
use crate::ast::QueryLanguage;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::json::{Node, NodeKind, has_placeholder};
use crate::source::{Source, Span};

/// `States` objects that may be nested in each other.
pub(super) const MAX_SCOPES: usize = 40;

pub(super) struct Context<'a> {
    pub(super) source: &'a Source,
    pub(super) diagnostics: &'a mut Diagnostics,
    /// The query language of states that name none.
    pub(super) language: QueryLanguage,
    /// The query language of the state that is read.
    pub(super) state_language: QueryLanguage,
    /// How many `States` objects are open.
    pub(super) scopes: usize,
    /// Whether placeholders without a value are left open.
    open_placeholders: bool,
    /// Whether a field was left out because its value has a placeholder that was left open.
    pub(super) open: bool,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        source: &'a Source,
        open_placeholders: bool,
        diagnostics: &'a mut Diagnostics,
    ) -> Context<'a> {
        let language = QueryLanguage::default();
        Context {
            source,
            diagnostics,
            language,
            state_language: language,
            scopes: 0,
            open_placeholders,
            open: false,
        }
    }

    /// Whether a placeholder that was left open stands in the text of a field, which may become
    /// anything. Where none are left open, `${X}` is text like any other.
    pub(super) fn leaves_open(&mut self, text: &str) -> bool {
        let open = self.open_placeholders && has_placeholder(text);
        self.open |= open;
        open
    }

    pub(super) fn report(&mut self, finding: Diagnostic, at: &Location<'_>) {
        let finding =
            if self.diagnostics.is_full() { finding } else { finding.location(at.to_string()) };
        self.diagnostics.push(finding);
    }

    /// Reports a value of the wrong JSON type. A placeholder may become anything, so it is fine.
    pub(super) fn wrong_type(&mut self, node: &Node, expected: &str, at: &Location<'_>) {
        if matches!(node.kind, NodeKind::Placeholder(_)) {
            self.open = true;
            return;
        }
        let subject = match at {
            Location::Root => "a definition".to_owned(),
            Location::Field(_, name) => format!("`{name}`"),
            Location::Index(Location::Field(_, name), _) => format!("an element of `{name}`"),
            Location::Index(..) => "an element".to_owned(),
        };
        let message = format!("{subject} takes {expected}, not {}", node.type_name());
        let finding = Diagnostic::new(Code::WrongType, message, self.head(node.span))
            .label(format!("{expected} is expected here"))
            .maybe_help(self.instead(node, expected, at));
        self.report(finding, at);
    }

    /// What to write instead of a string of the wrong type.
    fn instead(&self, node: &Node, expected: &str, at: &Location<'_>) -> Option<String> {
        let text = node.as_str()?;
        if expression(node).is_some() {
            return Some(match self.state_language {
                QueryLanguage::JsonPath => {
                    "expressions are for JSONata states: set `\"QueryLanguage\": \"JSONata\"`"
                        .to_owned()
                }
                QueryLanguage::Jsonata => "nothing is computed here: write a constant".to_owned(),
            });
        }
        if looks_like_path(text)
            && let Location::Field(_, name) = at
            && has_path_form(name)
        {
            return Some(match (self.state_language, text.strip_prefix("$.")) {
                (QueryLanguage::Jsonata, Some(rest)) => {
                    format!("write it as an expression: `{{% $states.input.{rest} %}}`")
                }
                _ => format!("name the field `{name}Path` to have the value read from there"),
            });
        }
        let is_quoted = match expected {
            "an integer" | "a number" => text.parse::<f64>().is_ok_and(f64::is_finite),
            "a Boolean" | "`true`" => matches!(text, "true" | "false"),
            _ => false,
        };
        is_quoted.then(|| format!("write it without quotes: `{text}`"))
    }

    /// What to underline for a value: all of it if it is on one line, else its bracket.
    pub(super) fn head(&self, span: Span) -> Span {
        self.source.head(span)
    }
}

/// Whether there is a field that takes a path to what this one takes.
fn has_path_form(name: &str) -> bool {
    let form = format!("{name}Path");
    is_operator(&form) || schema::ALL.iter().any(|schema| schema.field(&form).is_some())
}
