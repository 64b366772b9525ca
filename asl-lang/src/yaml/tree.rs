//! The tree of a document.

use std::borrow::Cow;
use std::collections::HashSet;

use super::events::{Kind, Part, invalid, too_deep};
use super::scalar::{self, Plain};
use super::tags::Tag;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::json::{
    Document, MAX_DEPTH, Member, Node, NodeKind, Object, Placeholders, name_at, short, substituted,
};
use crate::source::{MAX_CHARACTERS, Span};

/// Makes the tree of a document's parts. What aliases stand for may add as much as a definition
/// can be long to the `length` of its text.
pub(super) fn build(
    parts: &[Part<'_>],
    length: usize,
    leave_open: bool,
    placeholders: &mut Placeholders<'_>,
    diagnostics: &mut Diagnostics,
) -> Document {
    let mut builder = Builder {
        parts,
        at: 0,
        depth: 0,
        budget: length.saturating_add(MAX_CHARACTERS),
        leave_open,
        open: false,
        placeholders,
        diagnostics,
    };
    let root = builder.node().ok();
    Document { root, open: builder.open }
}

/// Building cannot go on.
struct Stop;

struct Builder<'a, 'p, 'd> {
    parts: &'a [Part<'a>],
    at: usize,
    depth: usize,
    /// Nodes and bytes of text that may still be made.
    budget: usize,
    leave_open: bool,
    open: bool,
    placeholders: &'d mut Placeholders<'p>,
    diagnostics: &'d mut Diagnostics,
}

impl<'a> Builder<'a, '_, '_> {
    /// The node that begins at the next part.
    fn node(&mut self) -> Result<Node, Stop> {
        let Some(part) = self.next() else { return Err(Stop) };
        self.spend(1, part.span)?;
        if part.tag == Tag::Refused {
            self.skip(part);
            return Ok(self.left_open(part.span));
        }
        let kind = match &part.kind {
            Kind::Scalar { text, plain } => return self.scalar(text, *plain, part),
            Kind::Alias(target) => {
                let node = self.nested(part.span, |builder| builder.elsewhere(*target))?;
                return Ok(Node { span: part.span, ..node });
            }
            Kind::Sequence => self.nested(part.span, Self::sequence)?,
            Kind::Mapping => self.nested(part.span, Self::mapping)?,
            Kind::End => return Err(Stop),
        };
        Ok(Node { kind, span: part.span })
    }

    /// The node that begins at another part.
    fn elsewhere(&mut self, target: usize) -> Result<Node, Stop> {
        let back = std::mem::replace(&mut self.at, target);
        let node = self.node();
        self.at = back;
        node
    }

    fn nested<T>(
        &mut self,
        span: Span,
        build: impl FnOnce(&mut Self) -> Result<T, Stop>,
    ) -> Result<T, Stop> {
        if self.depth >= MAX_DEPTH {
            self.diagnostics.push(too_deep(span));
            return Err(Stop);
        }
        self.depth += 1;
        let built = build(self);
        self.depth -= 1;
        built
    }

    fn sequence(&mut self) -> Result<NodeKind, Stop> {
        let mut elements = Vec::new();
        while self.more() {
            elements.push(self.node()?);
        }
        Ok(NodeKind::Array(elements))
    }

    fn mapping(&mut self) -> Result<NodeKind, Stop> {
        let mut members = Vec::new();
        let mut merged = Vec::new();
        while self.more() {
            if self.is_merge() {
                self.at += 1;
                let node = self.node()?;
                self.merge(node, &mut merged)?;
            } else {
                members.push(self.member()?);
            }
        }
        let own: HashSet<&str> =
            members.iter().map(|member: &Member| member.key.as_str()).collect();
        let mut taken = HashSet::new();
        merged.retain(|member: &Member| {
            !own.contains(member.key.as_str()) && taken.insert(member.key.clone())
        });
        let mut object = Object::from(members);
        object.members.splice(0..0, merged);
        Ok(NodeKind::Object(object))
    }

    /// Whether the next part is the `<<` before what is merged into a mapping.
    fn is_merge(&self) -> bool {
        matches!(
            self.parts.get(self.at).map(|part| &part.kind),
            Some(Kind::Scalar { text, plain: true }) if text == "<<"
        )
    }

    /// Takes in the members of what stands after `<<`: a mapping, or several of which the first
    /// counts.
    fn merge(&mut self, node: Node, merged: &mut Vec<Member>) -> Result<(), Stop> {
        match node.kind {
            NodeKind::Object(object) => merged.extend(object.members),
            NodeKind::Array(nodes) => {
                for node in nodes {
                    match node.kind {
                        NodeKind::Object(object) => merged.extend(object.members),
                        _ => return self.refuse(Self::not_merged(&node)),
                    }
                }
            }
            _ => return self.refuse(Self::not_merged(&node)),
        }
        Ok(())
    }

    fn not_merged(node: &Node) -> Diagnostic {
        let message = format!("`<<` takes in the members of objects, not {}", node.type_name());
        invalid(message, node.span).help("write an alias of an object, `<<: *name`")
    }

    fn member(&mut self) -> Result<Member, Stop> {
        let Some(part) = self.next() else { return Err(Stop) };
        let key = self.key(part)?;
        self.spend(key.len(), part.span)?;
        let value = self.node()?;
        Ok(Member { key, key_span: part.span, value })
    }

    /// A member's name: a scalar as it is written, whatever it looks like.
    fn key(&mut self, part: &'a Part<'a>) -> Result<String, Stop> {
        let named = match &part.kind {
            Kind::Alias(target) => self.parts.get(*target).map_or(&part.kind, |part| &part.kind),
            kind => kind,
        };
        match named {
            Kind::Scalar { text, plain } if !(text.is_empty() && *plain) => {
                Ok(self.placeholders.fill(text, self.diagnostics, part.span).into_owned())
            }
            _ => {
                let message = "the name of a member has to be a string";
                self.refuse(invalid(message, part.span).label("a name is expected here"))
            }
        }
    }

    fn scalar(&mut self, text: &str, plain: bool, part: &Part<'_>) -> Result<Node, Stop> {
        let span = part.span;
        self.spend(text.len(), span)?;
        if plain
            && part.tag == Tag::None
            && let Some(name) = name_at(text).filter(|name| name.len() + 3 == text.len())
        {
            return Ok(self.placeholder(name, text, span));
        }
        let text = self.placeholders.fill(text, self.diagnostics, span);
        let looked_at = part.tag == Tag::Plain || (plain && part.tag == Tag::None);
        let kind = if looked_at { self.plain(text, span) } else { NodeKind::String(text.into()) };
        Ok(Node { kind, span })
    }

    /// A plain scalar that is nothing but a placeholder.
    fn placeholder(&mut self, name: &str, text: &str, span: Span) -> Node {
        match self.placeholders.value(name, self.diagnostics, span) {
            Some(value) if value.trim_start().starts_with(['{', '[', '"']) => {
                let (depth, placeholders) = (self.depth, &mut *self.placeholders);
                let node = substituted(name, value, span, depth, placeholders, self.diagnostics);
                self.open |= matches!(node.kind, NodeKind::Placeholder(_));
                node
            }
            Some(value) => Node { kind: self.plain(Cow::Borrowed(value), span), span },
            None if self.leave_open => {
                self.open = true;
                Node { kind: NodeKind::Placeholder(name.to_owned()), span }
            }
            None => Node { kind: NodeKind::String(text.to_owned()), span },
        }
    }

    /// What a plain scalar stands for.
    fn plain(&mut self, text: Cow<'_, str>, span: Span) -> NodeKind {
        match scalar::read(&text) {
            Plain::Null => NodeKind::Null,
            Plain::Bool(value) => NodeKind::Bool(value),
            Plain::Word(value) => {
                let message = format!("`{text}` is a string here, but a Boolean to CloudFormation");
                let help = format!("write `\"{text}\"` for the string, `{value}` for the Boolean");
                self.diagnostics.push(Diagnostic::new(Code::BooleanWord, message, span).help(help));
                NodeKind::String(text.into())
            }
            Plain::Number(number) if number.as_f64().is_finite() => NodeKind::Number(number),
            Plain::Number(number) => {
                let message = format!("the number `{}` is too large", short(number.as_str()));
                self.diagnostics.push(Diagnostic::new(Code::NumberTooLarge, message, span));
                NodeKind::Null
            }
            Plain::Ambiguous => {
                let text = short(&text);
                let message = format!("readers of YAML do not agree on the number `{text}`");
                let help = format!("write the number as JSON does, or `\"{text}\"` for the text");
                let finding = Diagnostic::new(Code::AmbiguousNumber, message, span).help(help);
                self.diagnostics.push(finding);
                self.left_open(span).kind
            }
            Plain::NotFinite => {
                let help = format!("write `\"{text}\"` for the text");
                let finding = invalid(format!("JSON has no number `{text}`"), span).help(help);
                self.diagnostics.push(finding);
                self.left_open(span).kind
            }
            Plain::Text => NodeKind::String(text.into()),
        }
    }

    /// A node of which is not known what it would be: as a placeholder that was left open, it
    /// causes no further findings.
    fn left_open(&mut self, span: Span) -> Node {
        self.open = true;
        Node { kind: NodeKind::Placeholder(String::new()), span }
    }

    fn next(&mut self) -> Option<&'a Part<'a>> {
        let part = self.parts.get(self.at)?;
        self.at += 1;
        Some(part)
    }

    /// Whether the sequence or mapping goes on; reads its end.
    fn more(&mut self) -> bool {
        let ends = matches!(self.parts.get(self.at).map(|part| &part.kind), None | Some(Kind::End));
        self.at += usize::from(ends);
        !ends
    }

    /// Goes over the rest of a node whose first part has been read.
    fn skip(&mut self, first: &Part<'_>) {
        let mut open = usize::from(matches!(first.kind, Kind::Sequence | Kind::Mapping));
        while open > 0 {
            match self.next().map(|part| &part.kind) {
                Some(Kind::Sequence | Kind::Mapping) => open += 1,
                Some(Kind::End) => open -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }

    fn spend(&mut self, cost: usize, span: Span) -> Result<(), Stop> {
        match self.budget.checked_sub(cost) {
            Some(rest) => self.budget = rest,
            None => {
                let message = format!(
                    "the definition is longer than {MAX_CHARACTERS} characters with its aliases written out"
                );
                return self.refuse(Diagnostic::new(Code::DefinitionTooLong, message, span));
            }
        }
        Ok(())
    }

    fn refuse<T>(&mut self, finding: Diagnostic) -> Result<T, Stop> {
        self.diagnostics.push(finding);
        Err(Stop)
    }
}
