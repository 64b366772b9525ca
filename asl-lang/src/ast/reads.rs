//! The variables that the paths of a state read.

use super::{Part, PayloadTemplate, State};
use crate::path::{Path, Root};
use crate::source::Span;

/// A variable that a path reads.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Read<'a> {
    /// The field of the state.
    pub(crate) field: &'static str,
    /// The variable's name.
    pub(crate) name: &'a str,
    /// The string that has the path,
    pub(crate) text: &'a str,
    /// where that string is,
    pub(crate) span: Span,
    /// and the byte of it at which the path begins.
    pub(crate) at: usize,
}

impl State {
    /// The variables that the state's paths read, each as often as it is read. Those that
    /// expressions of JSONata read are found by [`State::queries`].
    pub(crate) fn reads(&self) -> Vec<Read<'_>> {
        let mut found = Vec::new();
        for part in self.parts() {
            match part {
                Part::Path(field, path) => {
                    found.extend(read(field, path.value, &path.value.text, path.span, 0));
                }
                Part::Intrinsic(field, call) => {
                    for (at, path) in call.value.paths() {
                        found.extend(read(field, path, &call.value.text, call.span, at));
                    }
                }
                Part::Template(field, template) => in_template(field, template, &mut found),
                Part::Assign(assign) => {
                    let variables = assign.variables.iter();
                    variables.for_each(|it| in_template("Assign", &it.value, &mut found));
                }
            }
        }
        found
    }
}

fn in_template<'a>(field: &'static str, template: &'a PayloadTemplate, found: &mut Vec<Read<'a>>) {
    template.walk(&mut |inner| match inner {
        PayloadTemplate::Path(path) => {
            found.extend(read(field, &path.value, &path.value.text, path.span, 0));
        }
        PayloadTemplate::Intrinsic(call) => {
            for (at, path) in call.value.paths() {
                found.extend(read(field, path, &call.value.text, call.span, at));
            }
        }
        _ => {}
    });
}

fn read<'a>(
    field: &'static str,
    path: &'a Path,
    text: &'a str,
    span: Span,
    at: usize,
) -> Option<Read<'a>> {
    match &path.root {
        Root::Variable(name) => Some(Read { field, name, text, span, at }),
        Root::Input | Root::Context => None,
    }
}
