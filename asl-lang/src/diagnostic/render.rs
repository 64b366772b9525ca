//! A finding as text, beside the source it is about.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Severity};
use crate::source::{Source, Span, offset};

/// Bytes of source that are handed to the renderer; it leaves out what is not near a span.
const WHOLE: usize = 20_000;

/// Bytes shown on either side of a span where its line is longer than that.
const AROUND: usize = 60;

/// Shows a finding as `rustc` shows its own: the message, the place, the source line underlined,
/// and help.
pub fn render(diagnostic: &Diagnostic, source: &Source, colour: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.id());
    let underlines = underlines(diagnostic);
    let excerpt = Excerpt::lines(source, &underlines);
    let mut group = match &excerpt {
        Some(excerpt) => title.element(excerpt.snippet(&underlines).path(source.name())),
        None => {
            let position = source.position(diagnostic.span.start);
            let place = Origin::path(source.name())
                .line(position.line as usize)
                .char_column(position.column as usize);
            let parts = underlines.iter().map(|underline| {
                Excerpt::around(source, underline.span).snippet(std::slice::from_ref(underline))
            });
            title.element(place).elements(parts)
        }
    };
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let text = renderer.decor_style(DecorStyle::Ascii).render(&[group]);
    if excerpt.is_some() { text } else { without_file_marks(&text) }
}

/// Leaves out the lines that announce an excerpt of another file: there is only one.
fn without_file_marks(text: &str) -> String {
    let is_mark = |line: &&str| {
        let plain = line.split('\u{1b}').map(|part| match part.split_once('m') {
            Some((code, rest)) if code.starts_with('[') => rest,
            _ => part,
        });
        plain.collect::<String>().trim() == ":::"
    };
    let lines: Vec<&str> = text.lines().filter(|line| !is_mark(line)).collect();
    lines.join("\n")
}

/// A place to underline and what to say there.
struct Underline<'a> {
    kind: AnnotationKind,
    span: Span,
    label: Option<&'a str>,
}

fn underlines(diagnostic: &Diagnostic) -> Vec<Underline<'_>> {
    let primary = Underline {
        kind: AnnotationKind::Primary,
        span: diagnostic.span,
        label: diagnostic.label.as_deref(),
    };
    let labels = diagnostic.labels.iter().map(|label| Underline {
        kind: AnnotationKind::Context,
        span: label.span,
        label: Some(&label.message),
    });
    std::iter::once(primary).chain(labels).collect()
}

/// A part of the source.
struct Excerpt<'a> {
    line: usize,
    /// Offset of the text in the source.
    start: usize,
    text: &'a str,
}

impl<'a> Excerpt<'a> {
    /// All the lines that are underlined and those between; none if that is too much.
    fn lines(source: &'a Source, underlines: &[Underline<'_>]) -> Option<Excerpt<'a>> {
        let starts = underlines.iter().map(|underline| underline.span.start);
        let first = source.line(starts.clone().min()?);
        let last = source.line(starts.max()?);
        Some(Excerpt::new(source, Span::new(first.start, last.end)))
            .filter(|excerpt| excerpt.text.len() <= WHOLE)
    }

    /// What stands around a span in a long line.
    fn around(source: &'a Source, span: Span) -> Excerpt<'a> {
        let line = source.line(span.start);
        let at = span.start as usize;
        let start = floor(source.text(), at.saturating_sub(AROUND)).max(line.start as usize);
        let end = floor(source.text(), at + 2 * AROUND).min(line.end as usize);
        Excerpt::new(source, Span::new(offset(start), offset(end)))
    }

    fn new(source: &'a Source, span: Span) -> Excerpt<'a> {
        let line = source.position(span.start).line as usize;
        Excerpt { line, start: span.start as usize, text: source.slice(span) }
    }

    fn snippet(&self, underlines: &[Underline<'a>]) -> Snippet<'a, Annotation<'a>> {
        let annotations = underlines.iter().map(|underline| {
            let start = self.inside(underline.span.start);
            // A value over several lines is underlined in its first.
            let rest = self.text.get(start..).unwrap_or_default();
            let line_end = start + rest.find(['\n', '\r']).unwrap_or(rest.len());
            let end = self.inside(underline.span.end).min(line_end).max(start);
            underline.kind.span(start..end).label(underline.label)
        });
        Snippet::source(self.text).line_start(self.line).annotations(annotations)
    }

    fn inside(&self, at: u32) -> usize {
        floor(self.text, (at as usize).saturating_sub(self.start))
    }
}

/// The last character boundary of the text up to an offset.
fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    fn finding(text: &str, needle: &str) -> Diagnostic {
        let start = text.find(needle).unwrap();
        let span = Span::new(offset(start), offset(start + needle.len()));
        Diagnostic::new(Code::MissingTarget, "Missing 'Next' target: Chrage", span)
            .label("no state has this name")
            .help("did you mean `Charge`?")
    }

    fn shown(text: &str, needle: &str) -> String {
        render(&finding(text, needle), &Source::new("order.asl.json", text), false)
    }

    #[test]
    fn a_finding_beside_its_line() {
        let text = "{\n  \"StartAt\": \"Chrage\",\n  \"States\": {}\n}";
        insta::assert_snapshot!(shown(text, "\"Chrage\""), @r#"
        error[ASL0301]: Missing 'Next' target: Chrage
         --> order.asl.json:2:14
          |
        2 |   "StartAt": "Chrage",
          |              ^^^^^^^^ no state has this name
          |
          = help: did you mean `Charge`?
        "#);
    }

    #[test]
    fn a_long_line_is_cut() {
        let text = format!("{{\"a\": \"{}\", \"ä\": \"x\"}}", "ü".repeat(100_000));
        assert!(
            !render(&finding(&text, "\"ä\""), &Source::new("a", text.as_str()), true)
                .contains(":::")
        );
        insta::assert_snapshot!(shown(&text, "\"ä\""), @r#"
        error[ASL0301]: Missing 'Next' target: Chrage
         --> order.asl.json:1:100011
          |
        1 | üüüüüüüüüüüüüüüüüüüüüüüüüüüüü", "ä": "x"}
          |                                 ^^^ no state has this name
          |
          = help: did you mean `Charge`?
        "#);
    }

    #[test]
    fn labels_on_other_lines() {
        let source = Source::new("a.json", "one\ntwo\nthree\nfour\nfive");
        let finding = Diagnostic::new(Code::DuplicateKey, "twice", Span::new(14, 18))
            .also(Span::new(0, 3), "first here")
            .also(Span::new(19, 23), "and here");
        insta::assert_snapshot!(render(&finding, &source, false), @r#"
        warning[ASL0006]: twice
         --> a.json:4:1
          |
        1 | one
          | --- first here
        ...
        4 | four
          | ^^^^
        5 | five
          | ---- and here
        "#);
    }

    #[test]
    fn nothing_to_show_is_not_a_panic() {
        for text in ["", "\n", "ä", "\0\u{1b}[31m\u{202e}\r\n\t"] {
            let source = Source::new("a.json", text);
            for (start, end) in [(0, 0), (1, 1), (0, 9), (9, 3)] {
                let finding = Diagnostic::new(Code::InvalidJson, text, Span::new(start, end));
                assert!(render(&finding, &source, false).contains("ASL0003"));
            }
        }
    }
}
