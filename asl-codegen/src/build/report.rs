//! What a build script tells cargo and the compiler.

use asl_lang::diagnostic::{Code, Diagnostic, Severity, render};
use asl_lang::source::Source;
use proc_macro2::TokenStream;
use quote::quote;

use crate::declaration::Findings;
use crate::definition::below;

/// Directives for cargo, and errors for the output.
#[derive(Debug, Default)]
pub(super) struct Report {
    directives: Vec<String>,
    errors: Vec<String>,
}

impl Report {
    /// Makes cargo run the build script again when the file, or something in the folder, has
    /// changed.
    pub(super) fn depends_on(&mut self, path: &str) {
        let directive = format!("cargo::rerun-if-changed={}", one_line(path));
        if !self.directives.contains(&directive) {
            self.directives.push(directive);
        }
    }

    /// Reports what is worth a look.
    pub(super) fn warning(&mut self, message: &str) {
        self.directives.push(format!("cargo::warning={}", one_line(message)));
    }

    /// Reports an error. Lines after the first are help.
    pub(super) fn error(&mut self, message: &str) {
        self.directives.push(format!("cargo::error={}", one_line(message)));
        self.errors.push(message.to_owned());
    }

    /// Reports an error about the machine of a file.
    pub(super) fn error_in(&mut self, file: &str, message: &str) {
        self.error(&format!("{file}: {message}"));
    }

    /// Reports what is wrong with what was said of the machine of a file.
    pub(super) fn findings(&mut self, file: &str, findings: Findings) {
        for error in findings.into_error().into_iter().flatten() {
            let message = error.to_string();
            let (what, help) = message.split_once('\n').unwrap_or((&message, ""));
            let written = error.span().source_text().unwrap_or_default();
            let place = if written.is_empty() || what.contains(&written) {
                String::new()
            } else {
                format!(", at `{written}`")
            };
            self.error_in(file, format!("{what}{place}\n{help}").trim_end());
        }
    }

    /// Reports what was found in a definition.
    pub(super) fn diagnostics(&mut self, diagnostics: &[Diagnostic], source: &Source) {
        // Who gave the value that is not used is told elsewhere.
        let diagnostics = diagnostics.iter().filter(|d| d.code != Code::UnusedSubstitution);
        let mut errors = Vec::new();
        for diagnostic in diagnostics {
            let line = line(diagnostic, source);
            match diagnostic.severity {
                Severity::Warning => self.warning(&line),
                Severity::Error => {
                    self.directives.push(format!("cargo::error={line}"));
                    errors.push(render(diagnostic, source, false));
                }
            }
        }
        if !errors.is_empty() {
            self.errors.push(below(Severity::Error, &errors));
        }
    }

    /// The directives in order, and the errors for the output.
    pub(super) fn finish(self) -> (Vec<String>, TokenStream) {
        let errors = self.errors.iter();
        let errors = errors.map(|error| quote! { ::core::compile_error! { #error } });
        (self.directives, errors.collect())
    }
}

/// A finding on one line, with its place first, where terminals make links of it.
fn line(diagnostic: &Diagnostic, source: &Source) -> String {
    let position = source.position(diagnostic.span.start);
    let label = diagnostic.label.as_ref().map(|label| format!(": {label}"));
    let help = diagnostic.help.as_ref().map(|help| format!("; help: {help}"));
    one_line(&format!(
        "{}:{}:{}: {}{}{} [{}]",
        source.name(),
        position.line,
        position.column,
        diagnostic.message,
        label.unwrap_or_default(),
        help.unwrap_or_default(),
        diagnostic.code.id(),
    ))
}

/// A message as a directive has it, which ends with its line.
pub(super) fn one_line(message: &str) -> String {
    let lines = message.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("; ")
}
