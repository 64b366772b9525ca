//! Findings for people.

use std::io::{self, Write};
use std::time::Duration;

use super::Report;
use crate::terminal::count;

/// Writes each finding beside its line, and a summary.
pub(crate) fn text(report: &Report, elapsed: Duration, output: &mut impl Write) -> io::Result<()> {
    for (_, finding) in report.findings() {
        writeln!(output, "{}\n", finding.rendered)?;
    }
    if report.definitions.is_empty() {
        return Ok(());
    }
    writeln!(output, "{}", summary(report, elapsed))
}

/// `64 definitions checked: 60 valid, 4 with errors, 2 warnings, in 0.3 s`
fn summary(report: &Report, elapsed: Duration) -> String {
    let all = report.definitions.len();
    let valid = report.valid();
    let mut parts = vec![format!("{valid} valid")];
    if valid < all {
        parts.push(format!("{} with errors", all - valid));
    }
    if report.warnings() > 0 {
        parts.push(count(report.warnings(), "warning", "warnings"));
    }
    if !report.problems.is_empty() {
        parts.push(format!("{} not checked", report.problems.len()));
    }
    parts.push(format!("in {:.1} s", elapsed.as_secs_f64()));
    format!("{} checked: {}", count(all, "definition", "definitions"), parts.join(", "))
}
