//! Patterns as programs of the engine that tracks back.

use std::ops::Range;

use super::class::Class;
use super::emit::Flags;
use super::syntax::{Look, Node, Repeat, Syntax};

/// Steps that a program may have.
const MOST_STEPS: usize = 20_000;

#[derive(Debug)]
pub(super) struct Program {
    pub(super) steps: Vec<Step>,
    pub(super) flags: Flags,
    pub(super) groups: usize,
    /// The places that are remembered: two of each group and one of each repetition.
    pub(super) slots: usize,
}

/// What is done at a place of the text. In a look behind it is done backwards.
#[derive(Debug)]
pub(super) enum Step {
    Character {
        c: char,
        backwards: bool,
    },
    Class {
        class: Class,
        backwards: bool,
    },
    BackReference {
        group: usize,
        backwards: bool,
    },
    Start,
    End,
    WordBoundary {
        negated: bool,
    },
    /// Goes on at the first, and if that fails, at the second.
    Split(usize, usize),
    Jump(usize),
    /// Remembers the place.
    Save(usize),
    /// Forgets what groups have matched.
    Forget(Range<usize>),
    /// Fails if nothing was matched since the place was remembered.
    Progress(usize),
    /// Looks around with the steps that follow; then goes on at another.
    Look {
        negative: bool,
        end: usize,
    },
    Done,
}

impl Program {
    /// `None` if the program would be too large.
    pub(super) fn new(syntax: &Syntax, flags: Flags) -> Option<Self> {
        let slots = 2 * (syntax.groups + 1);
        let mut program = Self { steps: Vec::new(), flags, groups: syntax.groups, slots };
        program.node(&syntax.node, false)?;
        program.push(Step::Done)?;
        Some(program)
    }

    /// Adds a step, and says where it is.
    fn push(&mut self, step: Step) -> Option<usize> {
        self.steps.push(step);
        (self.steps.len() <= MOST_STEPS).then_some(self.steps.len() - 1)
    }

    fn node(&mut self, node: &Node, backwards: bool) -> Option<()> {
        match node {
            Node::Character(c) => self.push(Step::Character { c: *c, backwards })?,
            Node::Class(class) => self.push(Step::Class { class: class.clone(), backwards })?,
            Node::Start => self.push(Step::Start)?,
            Node::End => self.push(Step::End)?,
            Node::WordBoundary => self.push(Step::WordBoundary { negated: false })?,
            Node::NotWordBoundary => self.push(Step::WordBoundary { negated: true })?,
            Node::BackReference(group) => {
                self.push(Step::BackReference { group: *group, backwards })?
            }
            Node::Group(node) => return self.node(node, backwards),
            Node::Capture(group, node) => {
                let (first, last) = (2 * group, 2 * group + 1);
                self.push(Step::Save(if backwards { last } else { first }))?;
                self.node(node, backwards)?;
                self.push(Step::Save(if backwards { first } else { last }))?
            }
            Node::Look(look, node) => return self.look(*look, node),
            Node::Repeat(repeat, node) => return self.repeat(repeat, node, backwards),
            Node::Sequence(nodes) if backwards => {
                return nodes.iter().rev().try_for_each(|node| self.node(node, true));
            }
            Node::Sequence(nodes) => {
                return nodes.iter().try_for_each(|node| self.node(node, false));
            }
            Node::Alternatives(nodes) => return self.alternatives(nodes, backwards),
        };
        Some(())
    }

    fn look(&mut self, look: Look, node: &Node) -> Option<()> {
        let start = self.push(Step::Done)?;
        self.node(node, look.behind)?;
        self.push(Step::Done)?;
        self.steps[start] = Step::Look { negative: look.negative, end: self.steps.len() };
        Some(())
    }

    fn alternatives(&mut self, nodes: &[Node], backwards: bool) -> Option<()> {
        let mut ends = Vec::new();
        for (index, node) in nodes.iter().enumerate() {
            if index + 1 == nodes.len() {
                self.node(node, backwards)?;
                break;
            }
            let split = self.push(Step::Done)?;
            self.node(node, backwards)?;
            ends.push(self.push(Step::Done)?);
            self.steps[split] = Step::Split(split + 1, self.steps.len());
        }
        for end in ends {
            self.steps[end] = Step::Jump(self.steps.len());
        }
        Some(())
    }

    fn repeat(&mut self, repeat: &Repeat, node: &Node, backwards: bool) -> Option<()> {
        for _ in 0..repeat.least {
            self.once(repeat, node, backwards)?;
        }
        let Some(most) = repeat.most else {
            let split = self.optional(repeat, node, backwards)?;
            self.push(Step::Jump(split))?;
            return self.end_split(split, repeat.lazy);
        };
        let mut splits = Vec::new();
        for _ in repeat.least..most {
            splits.push(self.optional(repeat, node, backwards)?);
        }
        splits.into_iter().try_for_each(|split| self.end_split(split, repeat.lazy))
    }

    fn once(&mut self, repeat: &Repeat, node: &Node, backwards: bool) -> Option<()> {
        // A step for each time, even if there is nothing to repeat.
        self.push(Step::Forget(repeat.groups.clone()))?;
        self.node(node, backwards)
    }

    /// A repetition that may be left out, but matches something. Says where it starts.
    fn optional(&mut self, repeat: &Repeat, node: &Node, backwards: bool) -> Option<usize> {
        let slot = self.slots;
        self.slots += 1;
        let split = self.push(Step::Done)?;
        self.push(Step::Save(slot))?;
        self.once(repeat, node, backwards)?;
        self.push(Step::Progress(slot))?;
        Some(split)
    }

    /// Lets the repetition that starts there be left out by going on here.
    fn end_split(&mut self, split: usize, lazy: bool) -> Option<()> {
        let (body, end) = (split + 1, self.steps.len());
        self.steps[split] = if lazy { Step::Split(end, body) } else { Step::Split(body, end) };
        Some(())
    }
}
