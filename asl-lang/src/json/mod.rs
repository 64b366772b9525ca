//! JSON with places: the first pass over a definition.
//!
//! [`read`] turns a source into a tree of [`Node`]s, each of which knows where it stands, and
//! fills in `${Placeholder}`s on the way. It goes on after an error where it can, so that several
//! are found at once. [`parse`](crate::parse) makes the syntax tree from it.

mod literal;
mod locate;
mod number;
mod reader;
mod string;
mod substitute;
#[cfg(test)]
mod tests;

pub use locate::locate;
pub use number::Number;
pub use reader::{Document, MAX_DEPTH, read};
#[cfg(feature = "yaml")]
pub(crate) use reader::{check_text, short, substituted};
pub(crate) use substitute::has_placeholder;
#[cfg(feature = "yaml")]
pub(crate) use substitute::name_at;
pub use substitute::{Placeholders, Substitutions};

use crate::source::Span;

/// A JSON value and where it stands.
///
/// A value that stands for a placeholder has the placeholder's place, and so has all in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// The value.
    pub kind: NodeKind,
    /// Where it stands.
    pub span: Span,
}

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub enum NodeKind {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string, its escapes resolved and its placeholders filled in.
    String(String),
    /// An array.
    Array(Vec<Node>),
    /// An object.
    Object(Object),
    /// A `${Placeholder}` in the place of a value that has been given none.
    Placeholder(String),
}

/// An object's members.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Object {
    /// The members in order, their names distinct: of several with one name, the last.
    pub members: Vec<Member>,
    /// Members of the same name as a later one, which counts instead.
    pub overridden: Vec<Member>,
}

/// A member of an object.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// The name.
    pub key: String,
    /// Where the name stands, with its quotes.
    pub key_span: Span,
    /// The value.
    pub value: Node,
}

impl Object {
    /// The member of this name.
    pub fn get(&self, key: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.key == key)
    }
}

impl Node {
    /// What it is, as messages name it.
    pub fn type_name(&self) -> &'static str {
        match &self.kind {
            NodeKind::Null => "null",
            NodeKind::Bool(_) => "a Boolean",
            NodeKind::Number(_) => "a number",
            NodeKind::String(_) => "a string",
            NodeKind::Array(_) => "an array",
            NodeKind::Object(_) => "an object",
            NodeKind::Placeholder(_) => "a placeholder",
        }
    }

    /// The string, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::String(text) => Some(text),
            _ => None,
        }
    }
}
