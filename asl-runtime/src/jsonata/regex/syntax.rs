//! What a pattern consists of.

use super::class::Class;

/// A parsed pattern.
#[derive(Debug)]
pub(super) struct Syntax {
    pub(super) node: Node,
    /// Whether it has what only an engine that tracks back can do.
    pub(super) backtracks: bool,
}

#[derive(Debug)]
pub(super) enum Node {
    Character(char),
    Class(Class),
    Start,
    End,
    WordBoundary,
    NotWordBoundary,
    /// The number of a group.
    BackReference(usize),
    Group(Box<Node>),
    Capture(Box<Node>),
    Look {
        behind: bool,
        negative: bool,
        node: Box<Node>,
    },
    Repeat {
        node: Box<Node>,
        least: u32,
        most: Option<u32>,
        lazy: bool,
    },
    Sequence(Vec<Node>),
    Alternatives(Vec<Node>),
}
