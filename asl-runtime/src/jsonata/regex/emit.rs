//! Patterns in the syntax that both engines have.

use std::fmt::Write;

use super::class::{Class, WORD};
use super::syntax::{Node, Syntax};

#[derive(Debug, Clone, Copy)]
pub(super) struct Flags {
    pub(super) ignore_case: bool,
    pub(super) multiline: bool,
}

/// The pattern for an engine.
pub(super) fn emit(syntax: &Syntax, flags: Flags) -> String {
    let mut emitter = Emitter { text: String::new(), flags, backtracks: syntax.backtracks };
    if flags.ignore_case {
        emitter.text.push_str("(?i)");
    }
    emitter.node(&syntax.node);
    emitter.text
}

struct Emitter {
    text: String,
    flags: Flags,
    backtracks: bool,
}

impl Emitter {
    fn node(&mut self, node: &Node) {
        match node {
            Node::Character(c) => self.character(*c),
            Node::Class(class) => self.class(class),
            Node::Start if self.flags.multiline => self.text.push_str("(?mR:^)"),
            Node::Start => self.text.push_str(r"\A"),
            Node::End if self.flags.multiline => self.text.push_str("(?mR:$)"),
            Node::End => self.text.push_str(r"\z"),
            Node::WordBoundary if !self.backtracks => self.text.push_str(r"(?-u:\b)"),
            Node::WordBoundary => self.word_boundary("!"),
            Node::NotWordBoundary => self.word_boundary("="),
            // A group that has matched nothing is found everywhere.
            Node::BackReference(group) => self.push(format_args!(r"(?({group})\{group}|)")),
            Node::Group(node) => self.group("(?:", node),
            Node::Capture(node) => self.group("(", node),
            Node::Look { behind, negative, node } => {
                let behind = if *behind { "<" } else { "" };
                let kind = if *negative { "!" } else { "=" };
                self.push(format_args!("(?{behind}{kind}"));
                self.node(node);
                self.text.push(')');
            }
            Node::Repeat { node, least, most, lazy } => self.repeat(node, *least, *most, *lazy),
            Node::Sequence(nodes) => nodes.iter().for_each(|node| self.node(node)),
            Node::Alternatives(nodes) => {
                self.text.push_str("(?:");
                for (index, node) in nodes.iter().enumerate() {
                    if index > 0 {
                        self.text.push('|');
                    }
                    self.node(node);
                }
                self.text.push(')');
            }
        }
    }

    fn push(&mut self, arguments: std::fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.text.write_fmt(arguments);
    }

    fn group(&mut self, start: &str, node: &Node) {
        self.text.push_str(start);
        self.node(node);
        self.text.push(')');
    }

    fn character(&mut self, c: char) {
        match c {
            // Two letters that characters outside of ASCII fold to, which JavaScript does not do.
            'k' | 'K' | 's' | 'S' if self.flags.ignore_case => {
                let (lower, upper) = (c.to_ascii_lowercase(), c.to_ascii_uppercase());
                self.push(format_args!("(?-i:[{lower}{upper}])"));
            }
            _ if c.is_ascii_alphanumeric() => self.text.push(c),
            _ => self.push(format_args!(r"\x{{{:X}}}", u32::from(c))),
        }
    }

    fn class(&mut self, class: &Class) {
        if class.ranges.is_empty() && class.negated {
            self.text.push_str("(?s:.)");
            return;
        }
        self.text.push_str(if class.negated { "[^" } else { "[" });
        if class.ranges.is_empty() {
            // Nothing: all but all characters.
            self.text.push_str(r"^\x{0}-\x{10FFFF}");
        }
        for (first, last) in &class.ranges {
            self.range(*first, *last);
        }
        self.text.push(']');
    }

    /// A range without the surrogates, which are no characters.
    fn range(&mut self, first: u32, last: u32) {
        for (first, last) in [(first, last.min(0xD7FF)), (first.max(0xE000), last)] {
            if first <= last {
                self.push(format_args!(r"\x{{{first:X}}}-\x{{{last:X}}}"));
            }
        }
    }

    /// Whether the characters on both sides are of the same kind (`=`), or not (`!`).
    fn word_boundary(&mut self, kind: &str) {
        let opposite = if kind == "=" { "!" } else { "=" };
        let class = Class { ranges: WORD.to_vec(), negated: false };
        let word = {
            let mut emitter =
                Self { text: String::new(), flags: self.flags, backtracks: self.backtracks };
            emitter.class(&class);
            emitter.text
        };
        self.push(format_args!("(?-i:(?<={word})(?{kind}{word})|(?<!{word})(?{opposite}{word}))",));
    }

    fn repeat(&mut self, node: &Node, least: u32, most: Option<u32>, lazy: bool) {
        self.group("(?:", node);
        match (least, most) {
            (0, None) => self.text.push('*'),
            (1, None) => self.text.push('+'),
            (0, Some(1)) => self.text.push('?'),
            (least, None) => self.push(format_args!("{{{least},}}")),
            (least, Some(most)) => self.push(format_args!("{{{least},{most}}}")),
        }
        if lazy {
            self.text.push('?');
        }
    }
}
