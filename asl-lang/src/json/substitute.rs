//! `${Placeholder}`s and their values.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, suggestion};
use crate::source::{MAX_CHARACTERS, Span};

/// Values for `${Placeholder}`s, by name.
///
/// In a string the value is put in as it is; in the place of a JSON value it is read as JSON. A
/// value is not searched for further placeholders.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Substitutions {
    values: BTreeMap<String, String>,
}

/// The placeholders of one definition while it is read.
#[derive(Debug)]
pub struct Placeholders<'a> {
    substitutions: &'a Substitutions,
    used: BTreeSet<&'a str>,
    unfilled: BTreeSet<String>,
    /// Bytes that may still be put in.
    budget: usize,
}

impl Substitutions {
    /// No values.
    pub fn new() -> Substitutions {
        Substitutions::default()
    }

    /// Gives a placeholder its value.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.values.insert(name.into(), value.into());
    }
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for Substitutions {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(values: I) -> Self {
        let values = values.into_iter().map(|(name, value)| (name.into(), value.into()));
        Substitutions { values: values.collect() }
    }
}

impl<'a> Placeholders<'a> {
    pub(crate) fn new(substitutions: &'a Substitutions) -> Placeholders<'a> {
        Placeholders {
            substitutions,
            used: BTreeSet::new(),
            unfilled: BTreeSet::new(),
            budget: MAX_CHARACTERS,
        }
    }

    /// The value of a placeholder, if it has one.
    pub(crate) fn value(
        &mut self,
        name: &str,
        diagnostics: &mut Diagnostics,
        span: Span,
    ) -> Option<&'a str> {
        let Some((name, value)) = self.substitutions.values.get_key_value(name) else {
            self.unfilled.insert(name.to_owned());
            return None;
        };
        self.used.insert(name);
        match self.budget.checked_sub(value.len()) {
            Some(rest) => self.budget = rest,
            None => {
                let message = format!(
                    "the definition is longer than {MAX_CHARACTERS} characters with `${{{name}}}` filled in"
                );
                diagnostics.push(Diagnostic::new(Code::DefinitionTooLong, message, span));
                return Some("");
            }
        }
        Some(value)
    }

    /// Fills in the placeholders of a string.
    pub(crate) fn fill<'t>(
        &mut self,
        text: &'t str,
        diagnostics: &mut Diagnostics,
        span: Span,
    ) -> Cow<'t, str> {
        let mut filled = String::new();
        let mut rest = text;
        let mut changed = false;
        while let Some(at) = rest.find("${") {
            let (before, from) = rest.split_at(at);
            filled.push_str(before);
            let Some(name) = name_at(from) else {
                filled.push_str("${");
                rest = from.get(2..).unwrap_or_default();
                continue;
            };
            let (placeholder, after) = from.split_at(name.len() + 3);
            match self.value(name, diagnostics, span) {
                Some(value) => {
                    changed = true;
                    filled.push_str(value);
                }
                None => filled.push_str(placeholder),
            }
            rest = after;
        }
        if !changed {
            return Cow::Borrowed(text);
        }
        filled.push_str(rest);
        Cow::Owned(filled)
    }

    /// Reports the values that no placeholder took.
    pub(crate) fn report_unused(&self, diagnostics: &mut Diagnostics) {
        for name in self.substitutions.values.keys() {
            if self.used.contains(name.as_str()) {
                continue;
            }
            let message = format!("the substitution `{name}` is not used");
            let unfilled = self.unfilled.iter().map(String::as_str);
            let near = if diagnostics.is_full() { None } else { suggestion(name, unfilled) };
            let help = match near {
                Some(near) => format!("the definition has a placeholder `${{{near}}}`"),
                None => "the definition has no such placeholder: leave it out".to_owned(),
            };
            let finding = Diagnostic::new(Code::UnusedSubstitution, message, Span::default());
            diagnostics.push(finding.help(help));
        }
    }

    /// The name to fill in that is nearest to one without a value.
    pub(super) fn suggest(&self, name: &str) -> Option<&'a str> {
        suggestion(name, self.substitutions.values.keys().map(String::as_str))
    }
}

/// Whether a text has a placeholder in it.
pub(crate) fn has_placeholder(text: &str) -> bool {
    let mut starts = text.match_indices("${");
    starts.any(|(at, _)| text.get(at..).and_then(name_at).is_some())
}

/// The name of the placeholder a text starts with. Templates of other tools write expressions
/// there, such as `${jsonencode(x)}`, so almost anything is a name.
pub(crate) fn name_at(text: &str) -> Option<&str> {
    let name = text.strip_prefix("${")?;
    let end = name.find(|c: char| c.is_control() || "{}\"".contains(c))?;
    let (name, rest) = name.split_at(end);
    (!name.is_empty() && rest.starts_with('}')).then_some(name)
}
