//! What the tests of the rules share: the findings about a text, shown with what they underline.

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Source;
use crate::{Options, check};

/// The findings about a definition.
pub(crate) fn findings(text: &str) -> Vec<Diagnostic> {
    let source = Source::new("test.asl.json", text);
    check(&source, &Options::default()).1
}

/// The findings about a machine that starts at `A` and has these states.
pub(crate) fn states(states: &str) -> Vec<String> {
    shown(&format!(r#"{{"StartAt": "A", "States": {{{states}}}}}"#))
}

/// The findings about a Task's fields; it is the only state and ends the machine.
pub(crate) fn task(fields: &str) -> Vec<String> {
    let resource = r#""Resource": "arn:aws:lambda:us-east-1:123456789012:function:f""#;
    states(&format!(r#""A": {{"Type": "Task", {resource}, {fields}, "End": true}}"#))
}

/// The findings about a definition: location, message, underlined text and help, where there are.
pub(crate) fn shown(text: &str) -> Vec<String> {
    let source = Source::new("test.asl.json", text);
    findings(text).iter().map(|finding| show(finding, &source)).collect()
}

fn show(finding: &Diagnostic, source: &Source) -> String {
    let mut shown = String::new();
    if finding.severity == Severity::Warning {
        shown.push_str("warning: ");
    }
    if let Some(location) = &finding.location {
        shown.push_str(location);
        shown.push_str(": ");
    }
    shown.push_str(&finding.message);
    shown.push_str(&format!(" <{}>", source.slice(finding.span)));
    if let Some(label) = &finding.label {
        shown.push_str(&format!(" ({label})"));
    }
    if let Some(help) = &finding.help {
        shown.push_str(&format!(" [{help}]"));
    }
    shown
}
