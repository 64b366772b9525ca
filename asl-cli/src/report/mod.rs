//! What was found in definitions, and telling it.

mod json;
mod progress;
mod sarif;
mod text;

pub(crate) use json::json;
pub(crate) use progress::Progress;
pub(crate) use sarif::sarif;
pub(crate) use text::text;

use asl_lang::diagnostic::{Code, Diagnostic, Severity, render};
use asl_lang::source::{Source, Span};

use crate::problem::Problem;

/// What was found in all definitions.
#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) definitions: Vec<Checked>,
    /// What could not be checked.
    pub(crate) problems: Vec<Problem>,
}

/// What was found in one definition.
#[derive(Debug)]
pub(crate) struct Checked {
    file: String,
    findings: Vec<Finding>,
}

/// A finding, without the source it is about.
#[derive(Debug)]
struct Finding {
    code: Code,
    severity: Severity,
    message: String,
    /// The place in the definition as AWS writes it.
    location: Option<String>,
    region: Region,
    label: Option<String>,
    labels: Vec<(Region, String)>,
    help: Option<String>,
    /// As people see it; empty where they do not.
    rendered: String,
}

/// A place in a file: lines and columns from 1, columns in characters, the end not included.
#[derive(Debug, Clone, Copy)]
struct Region {
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

impl Report {
    /// How many errors there are.
    pub(crate) fn errors(&self) -> usize {
        self.definitions.iter().map(|one| one.count(Severity::Error)).sum()
    }

    /// How many warnings there are.
    pub(crate) fn warnings(&self) -> usize {
        self.definitions.iter().map(|one| one.count(Severity::Warning)).sum()
    }

    /// How many definitions have no errors.
    fn valid(&self) -> usize {
        self.definitions.iter().filter(|one| one.is_valid()).count()
    }

    /// All findings with their files.
    fn findings(&self) -> impl Iterator<Item = (&str, &Finding)> {
        self.definitions.iter().flat_map(|one| one.findings.iter().map(|f| (&*one.file, f)))
    }
}

impl Checked {
    /// What was found in a source. `colour` says how it is shown to people, if it is.
    pub(crate) fn new(source: &Source, diagnostics: Vec<Diagnostic>, colour: Option<bool>) -> Self {
        let finding = |diagnostic| Finding::new(diagnostic, source, colour);
        let findings = diagnostics.into_iter().map(finding).collect();
        Self { file: source.name().to_owned(), findings }
    }

    fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    fn is_valid(&self) -> bool {
        self.count(Severity::Error) == 0
    }
}

impl Finding {
    fn new(diagnostic: Diagnostic, source: &Source, colour: Option<bool>) -> Self {
        let rendered = colour.map(|colour| render(&diagnostic, source, colour));
        let labels = diagnostic.labels.into_iter();
        Self {
            code: diagnostic.code,
            severity: diagnostic.severity,
            message: diagnostic.message,
            location: diagnostic.location.map(String::from),
            region: Region::of(diagnostic.span, source),
            label: diagnostic.label.map(String::from),
            labels: labels.map(|one| (Region::of(one.span, source), one.message)).collect(),
            help: diagnostic.help,
            rendered: rendered.unwrap_or_default(),
        }
    }
}

impl Region {
    fn of(span: Span, source: &Source) -> Self {
        let start = source.position(span.start);
        let end = source.position(span.end.max(span.start));
        Self { line: start.line, column: start.column, end_line: end.line, end_column: end.column }
    }
}
