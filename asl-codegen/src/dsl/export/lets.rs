//! What `let`s of the machine name: written out where it is read.

use super::names::Names;
use super::source::source;
use super::translate::translate;
use super::{Exporter, HostExpression, Note, Site};
use crate::dsl::names::plain;

impl Exporter<'_, '_> {
    /// Reads them, each over the machine's input and those before it. One that is a host expression
    /// makes such of all that read it.
    pub(super) fn read_lets(&mut self) {
        if self.in_rust {
            return;
        }
        let mut known = Names::default();
        if let Some((input, ty)) = &self.plan.declaration.input {
            known.typed(input, "$states.context.Execution.Input", ty);
        }
        for one in &self.plan.body.lets {
            let site = Site { state: format!("let {}", plain(&one.name)), field: String::new() };
            let Some((translated, taken)) = translate(&one.value, &known) else {
                let Site { state, field } = site;
                let rust = source(&one.value);
                self.host_expressions.push(HostExpression { state, field, rust });
                known.unset(&one.name);
                continue;
            };
            let note = |taken| Note { site: site.clone(), taken, names: known.clone() };
            self.notes.extend(taken.into_iter().map(note));
            let text = translated.closed_text();
            known.typed(&one.name, text.clone(), &one.ty);
            self.lets.typed(&one.name, text, &one.ty);
        }
    }
}
