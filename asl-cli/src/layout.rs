//! How definitions are written: the layout of `asl fmt`.
//!
//! Members keep their order, and numbers, strings and placeholders are copied as they are written:
//! only the space between them is made anew. So what is laid out already stays the same.

use asl_lang::diagnostic::{Diagnostic, Diagnostics};
use asl_lang::json::{Member, Node, NodeKind, Object, Substitutions, read};
use asl_lang::source::{Source, Span};

/// Arrays and objects without others in them stand on one line up to this column.
const WIDTH: usize = 80;

const INDENT: &str = "  ";

/// The text of a source laid out.
///
/// # Errors
/// The text is not JSON, placeholders in the place of values aside.
pub(crate) fn layout(source: &Source) -> Result<String, Vec<Diagnostic>> {
    let mut diagnostics = Diagnostics::new();
    let document = read(source, &Substitutions::new(), true, &mut diagnostics);
    let errors = diagnostics.into_vec().into_iter().filter(Diagnostic::is_error).collect();
    let Some(root) = document.root.filter(|_| Vec::is_empty(&errors)) else { return Err(errors) };
    let mut writer = Writer { source, text: String::new(), depth: 0 };
    writer.node(&root, 0);
    writer.text.push('\n');
    Ok(writer.text)
}

struct Writer<'a> {
    source: &'a Source,
    text: String,
    depth: usize,
}

impl Writer<'_> {
    /// Writes a value behind `before` characters of its line, not counting the indent.
    fn node(&mut self, node: &Node, before: usize) {
        let room = WIDTH.saturating_sub(self.depth * INDENT.len() + before + ",".len());
        if let Some(flat) = self.flat(node, room) {
            self.text.push_str(&flat);
            return;
        }
        match &node.kind {
            NodeKind::Array(elements) => {
                self.lines('[', ']', elements.iter(), |writer, element| writer.node(element, 0));
            }
            NodeKind::Object(object) => {
                self.lines('{', '}', members(object).into_iter(), |writer, member| {
                    let key = writer.source.slice(member.key_span).to_owned();
                    writer.text.push_str(&key);
                    writer.text.push_str(": ");
                    writer.node(&member.value, key.chars().count() + ": ".len());
                });
            }
            _ => self.text.push_str(self.source.slice(node.span)),
        }
    }

    /// Writes each item on lines of its own.
    fn lines<T>(
        &mut self,
        open: char,
        close: char,
        items: impl Iterator<Item = T>,
        write: impl Fn(&mut Self, T),
    ) {
        self.text.push(open);
        self.depth += 1;
        for (number, item) in items.enumerate() {
            self.text.push_str(if number > 0 { "," } else { "" });
            self.line();
            write(self, item);
        }
        self.depth -= 1;
        self.line();
        self.text.push(close);
    }

    fn line(&mut self) {
        self.text.push('\n');
        for _ in 0..self.depth {
            self.text.push_str(INDENT);
        }
    }

    /// The value on one line: if it is a scalar, or an array or object of nothing but scalars for
    /// which there is room.
    fn flat(&self, node: &Node, room: usize) -> Option<String> {
        if let Some(scalar) = self.scalar(node) {
            return Some(scalar.to_owned());
        }
        let (open, close, parts): (_, _, Option<Vec<String>>) = match &node.kind {
            NodeKind::Array(elements) => {
                let parts = elements.iter().map(|element| self.scalar(element).map(str::to_owned));
                ("[", "]", parts.collect())
            }
            NodeKind::Object(object) => {
                let part = |member: &Member| {
                    let value = self.scalar(&member.value)?;
                    Some(format!("{}: {value}", self.source.slice(member.key_span)))
                };
                ("{ ", " }", members(object).into_iter().map(part).collect())
            }
            _ => return None,
        };
        let flat = format!("{open}{}{close}", parts?.join(", "));
        (flat.chars().count() <= room).then_some(flat)
    }

    /// A value without others in it, as it is written.
    fn scalar(&self, node: &Node) -> Option<&str> {
        match &node.kind {
            NodeKind::Array(elements) => elements.is_empty().then_some("[]"),
            NodeKind::Object(object) => members(object).is_empty().then_some("{}"),
            _ => Some(self.source.slice(node.span)),
        }
    }
}

/// All members in the order of the text, those of a name that comes again later too.
fn members(object: &Object) -> Vec<&Member> {
    let mut members: Vec<&Member> = object.members.iter().chain(&object.overridden).collect();
    members.sort_by_key(|member| -> Span { member.key_span });
    members
}
