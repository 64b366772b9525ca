//! What the pieces of a definition have to do with each other.
//!
//! [`validate`] runs every rule over the syntax tree; one file under `rules` is one rule. What
//! has no errors becomes a [`Validated`], the only thing that [`lower`](crate::lower) takes.

mod rules;
#[cfg(test)]
pub(crate) mod testing;

use crate::Options;
use crate::ast::{Scope, State, StateMachine};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::json::has_placeholder;
use crate::source::{Source, Span};

/// A definition without errors, and the source it was read from. Only [`validate`] makes one.
#[derive(Debug, Clone, PartialEq)]
pub struct Validated {
    machine: StateMachine,
    source: Source,
}

impl Validated {
    /// The definition.
    pub fn machine(&self) -> &StateMachine {
        &self.machine
    }

    /// The text it was read from.
    pub fn source(&self) -> &Source {
        &self.source
    }
}

/// Checks a definition by every rule.
///
/// `diagnostics` holds the findings of the passes before: the definition is validated only if
/// there are no errors among them either.
///
/// # Errors
/// There are errors, or a placeholder was left open: the definition comes back as it was.
pub fn validate(
    machine: StateMachine,
    source: &Source,
    options: &Options,
    diagnostics: &mut Diagnostics,
) -> Result<Validated, Box<StateMachine>> {
    let complete = !diagnostics.has_errors() && !machine.open;
    let scopes = machine.scopes();
    let mut cx = Context { machine: &machine, options, scopes, source, complete, diagnostics };
    for rule in rules::ALL {
        rule(&mut cx);
    }
    if diagnostics.has_errors() || machine.open {
        return Err(Box::new(machine));
    }
    Ok(Validated { machine, source: source.clone() })
}

/// What every rule has at hand.
struct Context<'a> {
    machine: &'a StateMachine,
    options: &'a Options,
    /// All scopes, the machine's own first.
    scopes: Vec<&'a Scope>,
    source: &'a Source,
    /// Whether the tree is all that was written; if not, a transition may be missing in it.
    complete: bool,
    diagnostics: &'a mut Diagnostics,
}

impl<'a> Context<'a> {
    /// All states with the scopes they are in.
    fn states(&self) -> Vec<(&'a Scope, &'a State)> {
        let of = |scope: &&'a Scope| {
            let scope: &'a Scope = scope;
            scope.states.iter().map(move |state| (scope, state))
        };
        self.scopes.iter().flat_map(of).collect()
    }

    /// Whether a text has a placeholder that was left open, and may become anything.
    fn leaves_open(&self, text: &str) -> bool {
        self.options.open_placeholders && has_placeholder(text)
    }

    /// What to underline for a value: all of it if it is on one line, else its bracket.
    fn head(&self, span: Span) -> Span {
        self.source.head(span)
    }

    /// Reports a finding about a state; `field` is the place in it, empty for the state itself.
    fn report(&mut self, scope: &Scope, state: &State, field: &str, finding: Diagnostic) {
        let location = scope.location_of(state);
        let location = if field.is_empty() { location } else { format!("{location}/{field}") };
        self.diagnostics.push(finding.location(location));
    }
}

/// Starts a finding.
fn finding(code: Code, message: impl Into<String>, span: Span) -> Diagnostic {
    Diagnostic::new(code, message, span)
}
