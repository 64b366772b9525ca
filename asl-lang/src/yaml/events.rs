//! What the text consists of, in order: the parser's events with their places.

use std::borrow::Cow;
use std::collections::HashMap;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, StructureStyle, options};

use super::tags::{self, Tag};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::json::MAX_DEPTH;
use crate::source::{Span, offset};

/// A part of a document.
pub(super) struct Part<'a> {
    pub(super) kind: Kind<'a>,
    pub(super) span: Span,
    pub(super) tag: Tag,
}

/// What a part is.
pub(super) enum Kind<'a> {
    Scalar {
        text: Cow<'a, str>,
        plain: bool,
    },
    /// Stands for the node that begins at another part.
    Alias(usize),
    Sequence,
    Mapping,
    /// The end of a sequence or mapping.
    End,
}

/// Reads the one document of a text.
///
/// None if it is not YAML, or says what no definition can; the findings tell.
pub(super) fn read<'a>(text: &'a str, diagnostics: &mut Diagnostics) -> Option<Vec<Part<'a>>> {
    let mut reader = Reader {
        text,
        parts: Vec::new(),
        open: Vec::new(),
        anchors: HashMap::new(),
        documents: 0,
        tags: diagnostics,
    };
    let options = options! {
        flow_nesting_limit: MAX_DEPTH + 1,
        block_nesting_limit: MAX_DEPTH + 1,
        emit_unresolved_aliases: true,
        emit_comments: false,
    };
    for event in Parser::new_from_str_with_options(text, options) {
        let read = event.map_err(|error| Box::new(not_yaml(text, &error)));
        if let Err(finding) = read.and_then(|(event, span)| reader.take(event, &span)) {
            reader.tags.push(*finding);
            return None;
        }
    }
    if reader.parts.is_empty() {
        let message = "Definition must be a valid JSON object";
        let finding = Diagnostic::new(Code::NotAnObject, message, Span::default())
            .label("there is nothing but comments here")
            .help("a definition is an object with at least `StartAt` and `States`");
        reader.tags.push(finding);
        return None;
    }
    Some(reader.parts)
}

struct Reader<'a, 'd> {
    text: &'a str,
    parts: Vec<Part<'a>>,
    /// The sequences and mappings that have not ended, by their parts.
    open: Vec<usize>,
    /// The parts at which anchored nodes begin.
    anchors: HashMap<usize, usize>,
    documents: usize,
    tags: &'d mut Diagnostics,
}

type Refused = Result<(), Box<Diagnostic>>;

impl<'a> Reader<'a, '_> {
    fn take(&mut self, event: Event<'a>, at: &granit_parser::Span) -> Refused {
        let span = self.span(at);
        let tag_span = at.tag_span().map(|at| self.span(&at));
        match event {
            Event::DocumentStart(..) => return self.begin_document(span),
            Event::Scalar(text, style, anchor, tag) => {
                let tag = tags::read(tag, tag_span, Some(&text), self.tags);
                let plain = style == ScalarStyle::Plain;
                // The parser writes `~` for what is not there.
                let text = if plain && span.start == span.end { "".into() } else { text };
                self.push(Kind::Scalar { text, plain }, span, tag, anchor);
            }
            Event::SequenceStart(style, anchor, tag) => {
                let tag = tags::read(tag, tag_span, None, self.tags);
                return self.begin(Kind::Sequence, style, span, tag, anchor);
            }
            Event::MappingStart(style, anchor, tag) => {
                let tag = tags::read(tag, tag_span, None, self.tags);
                return self.begin(Kind::Mapping, style, span, tag, anchor);
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(span),
            Event::Alias(anchor) => return self.alias(anchor, span),
            Event::UnresolvedAlias(name) => {
                let message = format!("there is no anchor `&{name}` before this alias");
                let help = format!("write `&{name}` before what is meant, or quote the text");
                return Err(Box::new(invalid(message, span).help(help)));
            }
            _ => {}
        }
        Ok(())
    }

    fn begin_document(&mut self, span: Span) -> Refused {
        self.documents += 1;
        if self.documents < 2 {
            return Ok(());
        }
        let message = "there is more than one document";
        let finding = invalid(message, span).label("the second one begins here");
        Err(Box::new(finding.help("write each definition to a file of its own")))
    }

    fn begin(
        &mut self,
        kind: Kind<'a>,
        style: StructureStyle,
        mut span: Span,
        tag: Tag,
        anchor: usize,
    ) -> Refused {
        if self.open.len() >= MAX_DEPTH {
            return Err(Box::new(too_deep(span)));
        }
        // In block style it is as long as what is in it: see `end`.
        if style == StructureStyle::Block {
            span.end = span.start;
        }
        self.open.push(self.parts.len());
        self.push(kind, span, tag, anchor);
        Ok(())
    }

    fn end(&mut self, span: Span) {
        let Some(begin) = self.open.pop() else { return };
        // A bracket, or in block style nothing, somewhere after the last line.
        let last = self.parts.last().map_or(span.end, |part| part.span.end);
        let end = if span.start == span.end { last } else { span.end };
        if let Some(part) = self.parts.get_mut(begin) {
            part.span.end = end.max(part.span.start);
        }
        self.push(Kind::End, Span::new(end, end), Tag::None, 0);
    }

    fn alias(&mut self, anchor: usize, span: Span) -> Refused {
        let Some(&target) = self.anchors.get(&anchor) else { return Ok(()) };
        if self.open.contains(&target) {
            let message = "this alias stands for what it is in itself";
            let place = self.parts.get(target).map(|part| part.span).unwrap_or_default();
            let finding = invalid(message.to_owned(), span);
            let first = Span::new(place.start, place.start);
            return Err(Box::new(finding.also(first, "which begins here")));
        }
        self.push(Kind::Alias(target), span, Tag::None, 0);
        Ok(())
    }

    fn push(&mut self, kind: Kind<'a>, span: Span, tag: Tag, anchor: usize) {
        if anchor > 0 {
            self.anchors.insert(anchor, self.parts.len());
        }
        self.parts.push(Part { kind, span, tag });
    }

    /// The place of an event, without the line breaks at its end.
    fn span(&self, at: &granit_parser::Span) -> Span {
        let start = at.start.byte_offset().unwrap_or_default();
        let end = at.end.byte_offset().unwrap_or(start).max(start);
        let text = self.text.get(start..end).unwrap_or_default().trim_end();
        Span::new(offset(start), offset(start + text.len()))
    }
}

pub(super) fn invalid(message: impl Into<String>, span: Span) -> Diagnostic {
    Diagnostic::new(Code::InvalidYaml, message, span)
}

pub(super) fn too_deep(span: Span) -> Diagnostic {
    let message = format!("the definition is nested deeper than {MAX_DEPTH} levels");
    Diagnostic::new(Code::NestedTooDeep, message, Span::new(span.start, span.start + 1))
}

/// The finding for a text that is not YAML.
fn not_yaml(text: &str, error: &ScanError) -> Diagnostic {
    let start = error.marker().byte_offset().unwrap_or_default().min(text.len());
    let length = text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let span = Span::new(offset(start), offset(start + length));
    if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
        return too_deep(span);
    }
    let (message, help) = explain(error.kind());
    let message = message.map_or_else(|| error.info(), str::to_owned);
    invalid(message, span).maybe_help(help.map(str::to_owned))
}

/// What is wrong in our own words, where the parser's say little, and what to write.
fn explain(kind: &ErrorKind) -> (Option<&'static str>, Option<&'static str>) {
    match kind {
        ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabNotAllowed
        | ErrorKind::TabInPlainScalar
        | ErrorKind::TabAtBlockScalarStart => {
            (Some("a tab stands in the indentation"), Some("indent with spaces"))
        }
        ErrorKind::MappingValueNotAllowed => (
            Some("a `:` stands where no member can begin"),
            Some("quote the text if the `:` is part of it, else see how the lines are indented"),
        ),
        ErrorKind::UnexpectedCharacter { .. } => {
            (Some("no value can begin with this character"), Some("quote the text"))
        }
        ErrorKind::UnclosedFlowCollection { .. } => (Some("this bracket is not closed"), None),
        ErrorKind::UnclosedQuotedScalar => (Some("this quote is not closed"), None),
        ErrorKind::ExpectedFlowMappingSeparator => (
            Some("`,` or `}` is expected here"),
            Some("between braces, quote a text with `{` or `}` in it, such as `\"${Name}\"`"),
        ),
        ErrorKind::ExpectedFlowSequenceSeparator => (
            Some("`,` or `]` is expected here"),
            Some("between brackets, quote a text with `{` or `}` in it, such as `\"${Name}\"`"),
        ),
        ErrorKind::ExpectedBlockMappingKey => {
            (Some("a member's name is expected here"), Some("indent members of one object alike"))
        }
        ErrorKind::SimpleKeyExpected => (
            Some("`:` is expected after a member's name"),
            Some("write `name: value`, with a space after the colon"),
        ),
        ErrorKind::UnknownQuotedScalarEscape => (
            Some("a `\\` in this string begins no escape"),
            Some("write a backslash as `\\\\`, or the text in single quotes"),
        ),
        _ => (None, None),
    }
}
