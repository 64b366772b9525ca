//! Patterns in the syntax of the crate `regex`.

use std::fmt::Write;

use super::class::Class;
use super::syntax::{Node, Repeat};

#[derive(Debug, Clone, Copy)]
pub(super) struct Flags {
    pub(super) ignore_case: bool,
    pub(super) multiline: bool,
}

/// The pattern of a syntax that needs no tracking back.
pub(super) fn emit(node: &Node, flags: Flags) -> String {
    let mut emitter = Emitter { text: String::new(), flags };
    if flags.ignore_case {
        emitter.text.push_str("(?i)");
    }
    emitter.node(node);
    emitter.text
}

struct Emitter {
    text: String,
    flags: Flags,
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
            Node::WordBoundary => self.text.push_str(r"(?-u:\b)"),
            // The other engine has these.
            Node::NotWordBoundary | Node::BackReference(_) | Node::Look(..) => {}
            Node::Group(node) => self.group("(?:", node),
            Node::Capture(_, node) => self.group("(", node),
            Node::Repeat(repeat, node) => self.repeat(node, repeat),
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
        let ascii = class.ranges.iter().all(|(_, last)| *last < 0x80);
        if self.flags.ignore_case && ascii {
            // Of these the engine would fold more than JavaScript does.
            self.text.push_str("(?-i:");
            self.brackets(&class.with_both_cases());
            self.text.push(')');
        } else {
            self.brackets(class);
        }
    }

    fn brackets(&mut self, class: &Class) {
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

    fn repeat(&mut self, node: &Node, repeat: &Repeat) {
        self.group("(?:", node);
        match (repeat.least, repeat.most) {
            (0, None) => self.text.push('*'),
            (1, None) => self.text.push('+'),
            (0, Some(1)) => self.text.push('?'),
            (least, None) => self.push(format_args!("{{{least},}}")),
            (least, Some(most)) => self.push(format_args!("{{{least},{most}}}")),
        }
        if repeat.lazy {
            self.text.push('?');
        }
    }
}
