//! Findings as SARIF, the format of code scanning.
//!
//! See [SARIF 2.1.0](https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).

use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::{Component, Path};

use asl_lang::diagnostic::{Code, Diagnostic, Severity};
use asl_lang::source::Span;
use serde_json::{Value, json};

use super::{Finding, Region, Report};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Writes everything as one run of SARIF.
pub(crate) fn sarif(report: &Report, output: &mut impl Write) -> io::Result<()> {
    let results: Vec<Value> = report.findings().map(|(file, one)| result(file, one)).collect();
    let notifications = report
        .problems
        .iter()
        .map(|problem| json!({ "level": "error", "message": { "text": problem.to_string() } }));
    let sarif = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "asl",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": Code::ALL.iter().map(|code| rule(*code)).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": report.problems.is_empty(),
                "toolExecutionNotifications": notifications.collect::<Vec<_>>(),
            }],
            "artifacts": report.definitions.iter().map(|one| {
                json!({ "location": { "uri": uri(&one.file) } })
            }).collect::<Vec<_>>(),
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *output, &sarif)?;
    writeln!(output)
}

fn rule(code: Code) -> Value {
    let usual = Diagnostic::new(code, "", Span::default()).severity;
    let mut rule = json!({
        "id": code.id(),
        "name": format!("{code:?}"),
        "shortDescription": { "text": code.title() },
        "fullDescription": { "text": code.explanation() },
        "defaultConfiguration": { "level": level(usual) },
    });
    if let (Some(aws), Some(rule)) = (code.aws(), rule.as_object_mut()) {
        rule.insert("properties".to_owned(), json!({ "awsCode": aws }));
    }
    rule
}

fn result(file: &str, finding: &Finding) -> Value {
    let mut message = finding.message.clone();
    for more in [&finding.label, &finding.help].into_iter().flatten() {
        // A string cannot be written to in vain.
        let _ = write!(message, "\n{more}");
    }
    let mut place = json!({ "physicalLocation": physical_location(file, finding.region) });
    if let (Some(location), Some(place)) = (&finding.location, place.as_object_mut()) {
        place.insert("logicalLocations".to_owned(), json!([{ "fullyQualifiedName": location }]));
    }
    let related = finding.labels.iter().map(|(region, message)| {
        json!({
            "physicalLocation": physical_location(file, *region),
            "message": { "text": message },
        })
    });
    json!({
        "ruleId": finding.code.id(),
        "ruleIndex": Code::ALL.iter().position(|code| *code == finding.code),
        "level": level(finding.severity),
        "message": { "text": message },
        "locations": [place],
        "relatedLocations": related.collect::<Vec<_>>(),
    })
}

fn physical_location(file: &str, region: Region) -> Value {
    json!({
        "artifactLocation": { "uri": uri(file) },
        "region": {
            "startLine": region.line,
            "startColumn": region.column,
            "endLine": region.end_line,
            "endColumn": region.end_column,
        },
    })
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// A path as a URI reference, relative where the path is.
fn uri(file: &str) -> String {
    let path = Path::new(file);
    let mut uri = String::from(if path.is_absolute() { "file://" } else { "" });
    let mut parts = Vec::new();
    for part in path.components() {
        match part {
            Component::Prefix(prefix) => parts.push(format!("/{}", prefix.as_os_str().display())),
            Component::Normal(name) => parts.push(name.to_string_lossy().into_owned()),
            Component::ParentDir => parts.push("..".to_owned()),
            Component::RootDir => parts.push(String::new()),
            Component::CurDir => {}
        }
    }
    for byte in parts.join("/").bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            // A string cannot be written to in vain.
            _ => drop(write!(uri, "%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_as_uris() {
        assert_eq!(uri("a b/ä.asl.json"), "a%20b/%C3%A4.asl.json");
        assert_eq!(uri("./a:b"), "a%3Ab");
        assert_eq!(uri("/etc/x%.json"), "file:///etc/x%25.json");
        assert_eq!(uri("<stdin>"), "%3Cstdin%3E");
    }
}
