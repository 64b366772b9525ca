//! What a pattern consists of.

use std::ops::Range;

use super::class::Class;

/// A parsed pattern.
#[derive(Debug)]
pub(super) struct Syntax {
    pub(super) node: Node,
    /// How many groups there are.
    pub(super) groups: usize,
    /// Whether it has what only the engine that tracks back can do.
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
    /// A group and its number, from 1.
    Capture(usize, Box<Node>),
    Look(Look, Box<Node>),
    Repeat(Repeat, Box<Node>),
    Sequence(Vec<Node>),
    Alternatives(Vec<Node>),
}

/// A look around.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) behind: bool,
    pub(super) negative: bool,
}

#[derive(Debug, Clone)]
pub(super) struct Repeat {
    pub(super) least: u32,
    pub(super) most: Option<u32>,
    pub(super) lazy: bool,
    /// The numbers of the groups within.
    pub(super) groups: Range<usize>,
}

impl Node {
    /// Whether there is a text in which it matches no character.
    pub(super) fn may_match_nothing(&self) -> bool {
        match self {
            Self::Character(_) | Self::Class(_) => false,
            Self::Start
            | Self::End
            | Self::WordBoundary
            | Self::NotWordBoundary
            | Self::BackReference(_)
            | Self::Look(..) => true,
            Self::Group(node) | Self::Capture(_, node) => node.may_match_nothing(),
            Self::Repeat(repeat, node) => repeat.least == 0 || node.may_match_nothing(),
            Self::Sequence(nodes) => nodes.iter().all(Self::may_match_nothing),
            Self::Alternatives(nodes) => nodes.iter().any(Self::may_match_nothing),
        }
    }
}
