//! A finding as text, beside the source it is about.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Severity};
use crate::source::{Source, Span};

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
    let annotations = annotations(diagnostic);
    let mut group = match Excerpt::lines(source, &annotations) {
        Some(excerpt) => title.element(excerpt.snippet(&annotations).path(source.name())),
        None => {
            let position = source.position(diagnostic.span.start);
            let place = Origin::path(source.name())
                .line(position.line as usize)
                .char_column(position.column as usize);
            let parts = annotations.iter().map(|annotation| {
                Excerpt::around(source, annotation.span).snippet(std::slice::from_ref(annotation))
            });
            title.element(place).elements(parts)
        }
    };
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.decor_style(DecorStyle::Ascii).render(&[group])
}

/// A place to underline and what to say there.
struct Underline<'a> {
    kind: AnnotationKind,
    span: Span,
    label: Option<&'a str>,
}

fn annotations(diagnostic: &Diagnostic) -> Vec<Underline<'_>> {
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
        let first = underlines.iter().map(|underline| underline.span.start).min()?;
        let last = underlines.iter().map(|underline| underline.span.start).max()?;
        let (start, _) = line(source.text(), first);
        let (_, end) = line(source.text(), last);
        let text = source.text().get(start..end).filter(|text| text.len() <= WHOLE)?;
        Some(Excerpt { line: source.position(first).line as usize, start, text })
    }

    /// What stands around a span in a long line.
    fn around(source: &'a Source, span: Span) -> Excerpt<'a> {
        let text = source.text();
        let (start, end) = line(text, span.start);
        let at = span.start as usize;
        let start = floor(text, at.saturating_sub(AROUND).max(start));
        let end = floor(text, (at + 2 * AROUND).min(end));
        let line = source.position(span.start).line as usize;
        Excerpt { line, start, text: text.get(start..end).unwrap_or_default() }
    }

    fn snippet(&self, underlines: &[Underline<'a>]) -> Snippet<'a, Annotation<'a>> {
        let annotations = underlines.iter().map(|underline| {
            let start = self.inside(underline.span.start);
            // A value over several lines is underlined in its first.
            let (_, line_end) = line(self.text, crate::source::offset(start));
            let end = self.inside(underline.span.end).min(line_end).max(start);
            underline.kind.span(start..end).label(underline.label)
        });
        Snippet::source(self.text).line_start(self.line).annotations(annotations)
    }

    fn inside(&self, at: u32) -> usize {
        floor(self.text, (at as usize).saturating_sub(self.start))
    }
}

/// Start and end of the line that holds an offset.
fn line(text: &str, at: u32) -> (usize, usize) {
    let at = floor(text, at as usize);
    let (before, after) = text.split_at(at);
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let end = at + after.find(['\n', '\r']).unwrap_or(after.len());
    (start, end)
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

    fn shown(text: &str, needle: &str) -> String {
        let source = Source::new("order.asl.json", text);
        let start = text.find(needle).unwrap();
        let span = Span::new(start as u32, (start + needle.len()) as u32);
        let finding = Diagnostic::new(Code::MissingTarget, "Missing 'Next' target: Chrage", span)
            .label("no state has this name")
            .help("did you mean `Charge`?");
        render(&finding, &source, false)
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
        insta::assert_snapshot!(shown(&text, "\"ä\""), @r#"
        error[ASL0301]: Missing 'Next' target: Chrage
         --> order.asl.json:1:100011
          |
         ::: 
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
