//! The reader: recursive descent over the text.

use std::collections::HashSet;

use super::string::Pieces;
use super::substitute::{Placeholders, Substitutions, name_at};
use super::{Member, Node, NodeKind, Number, Object};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{Source, Span, offset};

/// How deep arrays and objects may be nested.
pub const MAX_DEPTH: usize = 512;

/// Errors in the text after which reading stops.
const MAX_SYNTAX_ERRORS: usize = 20;

/// What was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The value; none when the text is not JSON.
    pub root: Option<Node>,
    /// Whether a placeholder in the place of a value was left open.
    pub open: bool,
}

/// Reads a source as JSON.
///
/// A `${Placeholder}` in the place of a value that `substitutions` does not name is an error,
/// unless `leave_open`; in a string it stays as text.
pub fn read(
    source: &Source,
    substitutions: &Substitutions,
    leave_open: bool,
    diagnostics: &mut Diagnostics,
) -> Document {
    if let Some(finding) = check_text(source) {
        diagnostics.push(finding);
        return Document { root: None, open: false };
    }
    let mut placeholders = Placeholders::new(substitutions);
    let mut reader = Reader {
        text: source.text(),
        at: 0,
        depth: 0,
        syntax_errors: 0,
        within: None,
        leave_open,
        open: false,
        placeholders: &mut placeholders,
        diagnostics,
    };
    let root = reader.document();
    let open = reader.open;
    if root.is_some() {
        placeholders.report_unused(diagnostics);
    }
    Document { root, open }
}

/// The finding for a text that is too long, or empty.
pub(crate) fn check_text(source: &Source) -> Option<Diagnostic> {
    let empty = || {
        let message = "Definition must be a valid JSON object";
        Diagnostic::new(Code::NotAnObject, message, Span::default())
            .label("there is nothing here")
            .help("a definition is an object with at least `StartAt` and `States`")
    };
    let is_empty = source.text().trim_ascii().is_empty();
    source.check_length().or_else(|| is_empty.then(empty))
}

/// Reads the value of a placeholder as JSON, for a place within `depth` arrays and objects. Where
/// it is not JSON, the placeholder is left open: what it was to be is not known, and an open one
/// causes no further findings.
pub(crate) fn substituted(
    name: &str,
    value: &str,
    span: Span,
    depth: usize,
    placeholders: &mut Placeholders<'_>,
    diagnostics: &mut Diagnostics,
) -> Node {
    let mut findings = Diagnostics::new();
    let mut reader = Reader {
        text: value,
        at: 0,
        depth,
        syntax_errors: 0,
        within: Some(span),
        leave_open: false,
        open: false,
        placeholders,
        diagnostics: &mut findings,
    };
    let node = reader.document();
    for finding in findings.into_vec() {
        let message = format!("the value of `${{{name}}}` is not JSON: {}", finding.message);
        let help = match finding.code {
            Code::InvalidJson => {
                Some(format!("write a JSON value, a string as `\"{}\"`", short(value)))
            }
            _ => finding.help,
        };
        let finding = Diagnostic::new(Code::InvalidSubstitution, message, span);
        diagnostics.push(finding.maybe_help(help));
    }
    node.unwrap_or_else(|| Node { kind: NodeKind::Placeholder(name.to_owned()), span })
}

/// Reading cannot go on.
struct Stop;

struct Reader<'a, 'p, 'd> {
    text: &'a str,
    at: usize,
    depth: usize,
    syntax_errors: usize,
    /// The placeholder whose value is being read.
    within: Option<Span>,
    leave_open: bool,
    open: bool,
    placeholders: &'d mut Placeholders<'p>,
    diagnostics: &'d mut Diagnostics,
}

impl Reader<'_, '_, '_> {
    /// The one value of the text; none if there was an error.
    fn document(&mut self) -> Option<Node> {
        let node = self.value().ok()?;
        self.space();
        if self.syntax_errors == 0 && !self.rest().is_empty() {
            let span = self.span(self.at, self.token_end());
            self.error(span, "there is more text after the JSON value", None).ok()?;
        }
        (self.syntax_errors == 0).then_some(node)
    }

    fn value(&mut self) -> Result<Node, Stop> {
        self.space();
        let start = self.at;
        let kind = match self.peek() {
            Some('{') => self.nested(Self::object)?,
            Some('[') => self.nested(Self::array)?,
            Some('"') => NodeKind::String(self.string()?),
            Some('-' | '0'..='9') => self.number()?,
            Some('$') if self.within.is_none() && name_at(self.rest()).is_some() => {
                return self.placeholder();
            }
            _ => self.word()?,
        };
        Ok(Node { kind, span: self.span(start, self.at) })
    }

    fn nested(&mut self, read: fn(&mut Self) -> Result<NodeKind, Stop>) -> Result<NodeKind, Stop> {
        if self.depth >= MAX_DEPTH {
            let message = format!("the definition is nested deeper than {MAX_DEPTH} levels");
            self.report(Code::NestedTooDeep, message, self.span(self.at, self.at + 1), None);
            self.syntax_errors += 1;
            return Err(Stop);
        }
        self.depth += 1;
        self.at += 1;
        let kind = read(self)?;
        self.depth -= 1;
        Ok(kind)
    }

    fn object(&mut self) -> Result<NodeKind, Stop> {
        let mut members = Vec::new();
        while self.more('}', members.is_empty())? {
            members.push(self.member()?);
        }
        Ok(NodeKind::Object(members.into()))
    }

    fn array(&mut self) -> Result<NodeKind, Stop> {
        let mut elements = Vec::new();
        while self.more(']', elements.is_empty())? {
            elements.push(self.value()?);
        }
        Ok(NodeKind::Array(elements))
    }

    fn member(&mut self) -> Result<Member, Stop> {
        let start = self.at;
        let key = if self.peek() == Some('"') {
            self.string()?
        } else {
            let span = self.span(start, self.token_end());
            let help = "write the name in double quotes";
            self.error(span, "a member's name is expected here", Some(help))?;
            self.skip_token(start)?
        };
        let key_span = self.span(start, self.at);
        self.space();
        if self.peek() == Some(':') {
            self.at += 1;
        } else {
            let here = self.span(self.at, self.token_end());
            self.error(here, &format!("`:` is expected after `{}`", short(&key)), None)?;
        }
        let value = self.value()?;
        Ok(Member { key, key_span, value })
    }

    /// Whether another member or element follows; reads the comma before it or the end after it.
    fn more(&mut self, end: char, first: bool) -> Result<bool, Stop> {
        self.space();
        let comma = self.at;
        if !first && self.peek() == Some(',') {
            self.at += 1;
            self.space();
            if self.peek() == Some(end) {
                let span = self.span(comma, comma + 1);
                self.error(span, &format!("there is a comma before `{end}`"), Some("remove it"))?;
            }
        } else if !first && self.peek() != Some(end) && self.peek().is_some() {
            let here = self.span(self.at, self.token_end());
            self.error(here, &format!("`,` or `{end}` is expected here"), None)?;
            if self.peek().is_some_and(|c| matches!(c, ']' | '}' | ':')) {
                return Err(Stop);
            }
        }
        match self.peek() {
            Some(c) if c == end => {
                self.at += 1;
                Ok(false)
            }
            Some(_) => Ok(true),
            None => {
                let here = self.span(self.at, self.at);
                self.error(here, &format!("the text ends where `{end}` is expected"), None)?;
                Err(Stop)
            }
        }
    }

    fn string(&mut self) -> Result<String, Stop> {
        let start = self.at;
        let mut value = String::new();
        let mut pieces = Pieces::new(self.text.get(start..).unwrap_or_default());
        while let Some(piece) = pieces.next() {
            match piece {
                Ok(piece) => value.push(piece.character),
                Err(error) => {
                    self.at = start + pieces.position();
                    let span = self.span(start + error.range.start, start + error.range.end);
                    self.error(span, &error.message, error.help)?;
                }
            }
        }
        self.at = start + pieces.position();
        if !pieces.is_closed() {
            let message = "a string is not closed on its line";
            self.error(self.span(start, self.at), message, Some("add the closing `\"`"))?;
        }
        if self.within.is_none() {
            let span = self.span(start, self.at);
            let filled = self.placeholders.fill(&value, self.diagnostics, span);
            if let std::borrow::Cow::Owned(filled) = filled {
                value = filled;
            }
        }
        Ok(value)
    }

    fn number(&mut self) -> Result<NodeKind, Stop> {
        let start = self.at;
        self.at = self.token_end();
        let word = self.text.get(start..self.at).unwrap_or_default();
        let span = self.span(start, self.at);
        let Some(number) = Number::new(word.to_owned()) else {
            self.error(span, &format!("`{}` is not a JSON number", short(word)), None)?;
            return Ok(NodeKind::Null);
        };
        if !number.as_f64().is_finite() {
            let message = format!("the number `{}` is too large", short(word));
            let help = "the largest is about 1.8e308";
            self.report(Code::NumberTooLarge, message, span, Some(help));
            // What it was to be is not known: left open, it causes no further findings.
            self.open = true;
            return Ok(NodeKind::Placeholder(String::new()));
        }
        Ok(NodeKind::Number(number))
    }

    /// `true`, `false`, `null`, or something that is none of JSON.
    fn word(&mut self) -> Result<NodeKind, Stop> {
        let start = self.at;
        let word = self.skip_token(start)?;
        Ok(match word.as_str() {
            "null" => NodeKind::Null,
            "true" => NodeKind::Bool(true),
            "false" => NodeKind::Bool(false),
            "" => {
                let span = self.span(start, self.at);
                self.error(span, "a JSON value is expected here", None)?;
                return Err(Stop);
            }
            _ => {
                let help = match word.to_ascii_lowercase().as_str() {
                    "true" | "false" | "null" => "write it in lower case",
                    _ if word.starts_with('\'') => "write strings in double quotes",
                    _ if word.starts_with("//") || word.starts_with("/*") => {
                        "JSON has no comments; use the field `Comment`"
                    }
                    _ => "write a string in double quotes, a number, an array or an object",
                };
                let message = format!("`{}` is not a JSON value", short(&word));
                self.error(self.span(start, self.at), &message, Some(help))?;
                NodeKind::Null
            }
        })
    }

    /// A `${Placeholder}` in the place of a value.
    fn placeholder(&mut self) -> Result<Node, Stop> {
        let start = self.at;
        let name = name_at(self.rest()).unwrap_or_default().to_owned();
        self.at += name.len() + 3;
        let span = self.span(start, self.at);
        if let Some(value) = self.placeholders.value(&name, self.diagnostics, span) {
            let (depth, placeholders) = (self.depth, &mut *self.placeholders);
            let node = substituted(&name, value, span, depth, placeholders, self.diagnostics);
            self.open |= matches!(node.kind, NodeKind::Placeholder(_));
            return Ok(node);
        }
        self.open = true;
        if !self.leave_open {
            let full = self.diagnostics.is_full();
            let near = if full { None } else { self.placeholders.suggest(&name) };
            let help = match near {
                Some(near) => format!("there is a substitution `{near}`"),
                None => format!("give `{name}` a value, as in `substitute {{ {name} = … }}`"),
            };
            let message = format!("the placeholder `${{{name}}}` has no value");
            self.report(Code::UnfilledPlaceholder, message, span, Some(&help));
        }
        Ok(Node { kind: NodeKind::Placeholder(name), span })
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn space(&mut self) {
        let rest = self.rest();
        let space = rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
        self.at += space;
    }

    /// Where the word that starts here ends.
    fn token_end(&self) -> usize {
        let rest = self.rest();
        let ends = |c: char| c.is_whitespace() || "{}[],:\"".contains(c);
        let length = rest.find(ends).unwrap_or(rest.len());
        let first = rest.chars().next().map_or(0, char::len_utf8);
        self.at + length.max(first)
    }

    /// Goes over the word that starts here, unless a delimiter does.
    fn skip_token(&mut self, start: usize) -> Result<String, Stop> {
        if self.peek().is_some_and(|c| !"{}[],:".contains(c)) {
            self.at = self.token_end();
        } else if self.syntax_errors > 0 && self.peek().is_none() {
            return Err(Stop);
        }
        Ok(self.text.get(start..self.at).unwrap_or_default().to_owned())
    }

    /// The place of `start..end`; inside the value of a placeholder, that of the placeholder.
    fn span(&self, start: usize, end: usize) -> Span {
        self.within.unwrap_or_else(|| Span::new(offset(start), offset(end)))
    }

    fn report(&mut self, code: Code, message: String, span: Span, help: Option<&str>) {
        let finding = Diagnostic::new(code, message, span);
        self.diagnostics.push(finding.maybe_help(help.map(str::to_owned)));
    }

    /// Reports an error in the text; stops after too many.
    fn error(&mut self, span: Span, message: &str, help: Option<&str>) -> Result<(), Stop> {
        self.report(Code::InvalidJson, message.to_owned(), span, help);
        self.syntax_errors += 1;
        if self.syntax_errors >= MAX_SYNTAX_ERRORS { Err(Stop) } else { Ok(()) }
    }
}

impl From<Vec<Member>> for Object {
    /// Sorts out members whose name comes again later.
    fn from(members: Vec<Member>) -> Object {
        let mut seen = HashSet::with_capacity(members.len());
        let last: Vec<bool> = members.iter().rev().map(|m| seen.insert(m.key.as_str())).collect();
        let last: Vec<bool> = last.into_iter().rev().collect();
        let mut object = Object::default();
        for (member, last) in members.into_iter().zip(last) {
            if last {
                object.members.push(member);
            } else {
                object.overridden.push(member);
            }
        }
        object
    }
}

/// A text as messages quote it: its start, if it is long.
pub(crate) fn short(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}
