//! Findings as one JSON object.

use std::io::{self, Write};

use asl_lang::diagnostic::Severity;
use serde::Serialize;

use super::{Checked, Finding, Region, Report};

#[derive(Serialize)]
struct Json<'a> {
    files: Vec<JsonFile<'a>>,
    diagnostics: Vec<JsonDiagnostic<'a>>,
    /// What could not be checked.
    problems: Vec<String>,
    summary: Summary,
}

#[derive(Serialize)]
struct JsonFile<'a> {
    file: &'a str,
    valid: bool,
    errors: usize,
    warnings: usize,
}

#[derive(Serialize)]
struct JsonDiagnostic<'a> {
    code: &'a str,
    aws_code: Option<&'a str>,
    severity: &'a str,
    message: &'a str,
    location: Option<&'a str>,
    file: &'a str,
    #[serde(flatten)]
    region: JsonRegion,
    label: Option<&'a str>,
    labels: Vec<JsonLabel<'a>>,
    help: Option<&'a str>,
}

#[derive(Serialize)]
struct JsonLabel<'a> {
    message: &'a str,
    #[serde(flatten)]
    region: JsonRegion,
}

#[derive(Serialize)]
struct JsonRegion {
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Serialize)]
struct Summary {
    definitions: usize,
    valid: usize,
    errors: usize,
    warnings: usize,
    problems: usize,
}

/// Writes everything as one JSON object.
pub(crate) fn json(report: &Report, output: &mut impl Write) -> io::Result<()> {
    let json = Json {
        files: report.definitions.iter().map(JsonFile::of).collect(),
        diagnostics: report.findings().map(|(file, one)| JsonDiagnostic::of(file, one)).collect(),
        problems: report.problems.iter().map(ToString::to_string).collect(),
        summary: Summary {
            definitions: report.definitions.len(),
            valid: report.valid(),
            errors: report.errors(),
            warnings: report.warnings(),
            problems: report.problems.len(),
        },
    };
    serde_json::to_writer_pretty(&mut *output, &json)?;
    writeln!(output)
}

impl<'a> JsonFile<'a> {
    fn of(checked: &'a Checked) -> Self {
        Self {
            file: &checked.file,
            valid: checked.is_valid(),
            errors: checked.count(Severity::Error),
            warnings: checked.count(Severity::Warning),
        }
    }
}

impl<'a> JsonDiagnostic<'a> {
    fn of(file: &'a str, finding: &'a Finding) -> Self {
        let label = |(region, message): &'a (Region, String)| JsonLabel {
            message,
            region: JsonRegion::from(*region),
        };
        Self {
            code: finding.code.id(),
            aws_code: finding.code.aws(),
            severity: finding.severity.as_str(),
            message: &finding.message,
            location: finding.location.as_deref(),
            file,
            region: finding.region.into(),
            label: finding.label.as_deref(),
            labels: finding.labels.iter().map(label).collect(),
            help: finding.help.as_deref(),
        }
    }
}

impl From<Region> for JsonRegion {
    fn from(Region { line, column, end_line, end_column }: Region) -> Self {
        Self { line, column, end_line, end_column }
    }
}
