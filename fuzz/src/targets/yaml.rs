//! Definitions in YAML: findings stand in the text, and what is JSON is the same in YAML.

use asl_lang::diagnostic::{Diagnostic, Diagnostics, render};
use asl_lang::json::{Document, Node, Substitutions};
use asl_lang::source::{Format, Source};
use asl_lang::{Options, check, json, yaml};

use crate::target::Target;

pub(super) const TARGET: Target = Target {
    name: "yaml",
    words: &[
        "- ",
        ": ",
        "? ",
        "\n",
        "\n  ",
        "\t",
        "\r\n",
        "&a ",
        "*a",
        "<<: ",
        "|\n",
        ">-\n",
        "!Sub ",
        "!!str ",
        "--- ",
        "...",
        "#",
        "~",
        "yes",
        "0o7",
        "${A}",
        "States:\n",
        "StartAt: A\n",
    ],
    run,
    planted: false,
};

fn run(input: &[u8]) -> String {
    let source = Source::new("input.yaml", String::from_utf8_lossy(input));
    let source = source.in_format(Format::Yaml);
    for open_placeholders in [false, true] {
        let substitutions = [("A", "[1]"), ("B", "on")].into_iter().collect();
        let options = Options { substitutions, open_placeholders, ..Options::default() };
        for finding in check(&source, &options).1 {
            assert!(source.text().get(finding.span.range()).is_some(), "{finding:?}");
            assert!(!render(&finding, &source, false).is_empty());
        }
    }
    let (document, findings) = read(&source, yaml::read);
    let told = format!("{:?}", findings.iter().map(|found| found.code).collect::<Vec<_>>());
    compare(&source, taken(&document, &findings), &findings);
    format!("{told} {}", document.open)
}

/// Compares with what the text is as JSON, if it is that.
fn compare(source: &Source, in_yaml: Option<&Node>, findings: &[Diagnostic]) {
    // Between braces, a placeholder without quotes is no YAML.
    if source.text().contains("${") {
        return;
    }
    let (document, in_json) = read(source, json::read);
    let Some(in_json) = taken(&document, &in_json) else { return };
    let expected = in_json.to_literal();
    match in_yaml {
        Some(in_yaml) => assert_eq!(in_yaml.to_literal(), expected),
        None => assert!(is_foreign(source.text()), "{findings:?}, but it is {expected:?}"),
    }
}

type Read = fn(&Source, &Substitutions, bool, &mut Diagnostics) -> Document;

fn read(source: &Source, read: Read) -> (Document, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::new();
    let document = read(source, &Substitutions::new(), false, &mut diagnostics);
    (document, diagnostics.into_vec())
}

/// What was read, unless it is refused.
fn taken<'a>(document: &'a Document, findings: &[Diagnostic]) -> Option<&'a Node> {
    let refused = findings.iter().any(Diagnostic::is_error);
    document.root.as_ref().filter(|_| !refused)
}

/// Whether a JSON text has what YAML does not: characters that are not printable, and names that
/// are longer than it looks ahead for their colon.
fn is_foreign(text: &str) -> bool {
    let is_unprintable = |c: char| {
        c != '\u{85}' && c.is_control() && !matches!(c, '\t' | '\n' | '\r')
            || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
    };
    text.contains(is_unprintable) || text.split('"').any(|part| part.len() > 1_000)
}
