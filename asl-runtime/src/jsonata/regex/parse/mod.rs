//! From the text of a pattern to its syntax.

mod escape;

use std::iter::Peekable;
use std::str::Chars;

use super::class::Class;
use super::syntax::{Look, Node, Repeat, Syntax};

/// Groups that a pattern may have within each other.
const MOST_NESTING: usize = 60;

/// Why a pattern is wrong, in V8's words.
type Reason = &'static str;

pub(super) fn parse(pattern: &str) -> Result<Syntax, Reason> {
    if pattern.len() > MOST_LENGTH {
        return Err("Regular expression too large");
    }
    let mut parser = Parser {
        rest: pattern.chars().peekable(),
        names: group_names(pattern)?,
        groups: 0,
        nesting: 0,
        backtracks: false,
    };
    let node = parser.alternatives()?;
    match parser.rest.next() {
        Some(_) => Err("Unmatched ')'"),
        None => Ok(Syntax { node, groups: parser.groups, backtracks: parser.backtracks }),
    }
}

/// Bytes that a pattern may have.
const MOST_LENGTH: usize = 10_000;

/// The names of all groups of a pattern, of those that have one.
fn group_names(pattern: &str) -> Result<Vec<Option<String>>, Reason> {
    let (mut names, mut in_class) = (Vec::new(), false);
    let mut rest = pattern;
    while let Some(first) = rest.chars().next() {
        rest = &rest[first.len_utf8()..];
        match first {
            '\\' => {
                let escaped = rest.chars().next().map_or(0, char::len_utf8);
                rest = &rest[escaped..];
            }
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class => match rest.strip_prefix('?') {
                None => names.push(None),
                Some(after) => {
                    let name =
                        after.strip_prefix('<').filter(|after| !after.starts_with(['=', '!']));
                    if let Some(name) = name {
                        let (name, _) = name.split_once('>').ok_or("Invalid capture group name")?;
                        names.push(Some(checked_name(name, &names)?));
                    }
                }
            },
            _ => {}
        }
    }
    Ok(names)
}

fn checked_name(name: &str, others: &[Option<String>]) -> Result<String, Reason> {
    let is_letter = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    if name.is_empty() || !name.chars().all(is_letter) || name.starts_with(char::is_numeric) {
        return Err("Invalid capture group name");
    }
    if others.iter().flatten().any(|other| other == name) {
        return Err("Duplicate capture group name");
    }
    Ok(name.to_owned())
}

struct Parser<'a> {
    rest: Peekable<Chars<'a>>,
    names: Vec<Option<String>>,
    /// The groups so far.
    groups: usize,
    nesting: usize,
    backtracks: bool,
}

/// What brackets mean.
enum Kind {
    Group,
    Capture(usize),
    Look(Look),
}

impl Parser<'_> {
    fn take(&mut self, c: char) -> bool {
        self.rest.next_if_eq(&c).is_some()
    }

    /// Takes the characters if they stand next.
    fn take_all(&mut self, text: &str) -> bool {
        let mut ahead = self.rest.clone();
        let found = text.chars().all(|c| ahead.next() == Some(c));
        if found {
            self.rest = ahead;
        }
        found
    }

    fn alternatives(&mut self) -> Result<Node, Reason> {
        let mut alternatives = vec![self.sequence()?];
        while self.take('|') {
            alternatives.push(self.sequence()?);
        }
        Ok(if alternatives.len() == 1 {
            alternatives.swap_remove(0)
        } else {
            Node::Alternatives(alternatives)
        })
    }

    fn sequence(&mut self) -> Result<Node, Reason> {
        let mut nodes = Vec::new();
        while let Some(next) = self.rest.next_if(|c| !matches!(c, '|' | ')')) {
            let first_group = self.groups + 1;
            let node = self.term(next)?;
            nodes.push(self.repeated(node, first_group)?);
        }
        Ok(Node::Sequence(nodes))
    }

    fn term(&mut self, first: char) -> Result<Node, Reason> {
        Ok(match first {
            '^' => Node::Start,
            '$' => Node::End,
            '.' => Node::Class(Class::any()),
            '[' => Node::Class(self.class()?),
            '(' => self.group()?,
            '\\' => self.escape()?,
            '*' | '+' | '?' => return Err("Nothing to repeat"),
            '{' if self.counts().is_some() => return Err("Nothing to repeat"),
            other => Node::Character(other),
        })
    }

    /// The node with the quantifier that follows it.
    fn repeated(&mut self, node: Node, first_group: usize) -> Result<Node, Reason> {
        let counts = match self.rest.peek() {
            Some('*') => Some((0, None)),
            Some('+') => Some((1, None)),
            Some('?') => Some((0, Some(1))),
            Some('{') => {
                let start = self.rest.clone();
                self.rest.next();
                let Some(counts) = self.counts() else {
                    self.rest = start;
                    return Ok(node);
                };
                return self.repeat(node, counts, first_group);
            }
            _ => None,
        };
        match counts {
            Some(counts) => {
                self.rest.next();
                self.repeat(node, counts, first_group)
            }
            None => Ok(node),
        }
    }

    fn repeat(
        &mut self,
        node: Node,
        (least, most): (u32, Option<u32>),
        first_group: usize,
    ) -> Result<Node, Reason> {
        if most.is_some_and(|most| most < least) {
            return Err("numbers out of order in {} quantifier");
        }
        if matches!(
            node,
            Node::Start
                | Node::End
                | Node::WordBoundary
                | Node::NotWordBoundary
                | Node::Look(Look { behind: true, .. }, _)
        ) {
            return Err("Nothing to repeat");
        }
        let lazy = self.take('?');
        // In what is done when nothing is matched again and again, engines differ.
        self.backtracks |= node.may_match_nothing();
        let groups = first_group..self.groups + 1;
        Ok(Node::Repeat(Repeat { least, most, lazy, groups }, Box::new(node)))
    }

    /// The numbers of `{2,3}`, of which the first bracket has been taken. Takes nothing if it is
    /// something else.
    fn counts(&mut self) -> Option<(u32, Option<u32>)> {
        let start = self.rest.clone();
        let counts = self.take_counts();
        if counts.is_none() {
            self.rest = start;
        }
        counts
    }

    fn take_counts(&mut self) -> Option<(u32, Option<u32>)> {
        let least = self.decimal()?;
        let most = if self.take(',') { self.decimal() } else { Some(least) };
        self.take('}').then_some((least, most))
    }

    fn decimal(&mut self) -> Option<u32> {
        let mut number: Option<u32> = None;
        while let Some(digit) = self.rest.peek().and_then(|c| c.to_digit(10)) {
            self.rest.next();
            number = Some(number.unwrap_or(0).saturating_mul(10).saturating_add(digit));
        }
        number
    }

    fn group(&mut self) -> Result<Node, Reason> {
        let look = |behind, negative| Kind::Look(Look { behind, negative });
        let kind = if self.take_all("?:") {
            Kind::Group
        } else if self.take_all("?=") {
            look(false, false)
        } else if self.take_all("?!") {
            look(false, true)
        } else if self.take_all("?<=") {
            look(true, false)
        } else if self.take_all("?<!") {
            look(true, true)
        } else if self.take_all("?<") {
            // The name has been read.
            while self.rest.next_if(|c| *c != '>').is_some() {}
            self.rest.next();
            self.capture()
        } else if self.rest.peek() == Some(&'?') {
            return Err("Invalid group");
        } else {
            self.capture()
        };
        self.nesting += 1;
        if self.nesting > MOST_NESTING {
            return Err("Regular expression too large");
        }
        let node = Box::new(self.alternatives()?);
        self.nesting -= 1;
        if !self.take(')') {
            return Err("Unterminated group");
        }
        Ok(match kind {
            Kind::Group => Node::Group(node),
            Kind::Capture(group) => Node::Capture(group, node),
            Kind::Look(look) => {
                self.backtracks = true;
                Node::Look(look, node)
            }
        })
    }

    fn capture(&mut self) -> Kind {
        self.groups += 1;
        Kind::Capture(self.groups)
    }

    /// The characters in brackets, of which the first has been taken.
    fn class(&mut self) -> Result<Class, Reason> {
        let mut class = Class { negated: self.take('^'), ..Class::default() };
        loop {
            let first = match self.rest.next().ok_or("Unterminated character class")? {
                ']' => return Ok(class),
                c => self.class_member(c, &mut class)?,
            };
            let mut ahead = self.rest.clone();
            let is_range = ahead.next() == Some('-') && ahead.peek() != Some(&']');
            if !is_range {
                class.ranges.extend(first.map(|first| (first, first)));
                continue;
            }
            self.rest.next();
            let next = self.rest.next().ok_or("Unterminated character class")?;
            match (first, self.class_member(next, &mut class)?) {
                (Some(first), Some(last)) if first > last => {
                    return Err("Range out of order in character class");
                }
                (Some(first), Some(last)) => class.ranges.push((first, last)),
                // With a set of characters there is no range.
                (first, last) => {
                    let single = [first, last, Some(u32::from('-'))].into_iter().flatten();
                    class.ranges.extend(single.map(|code| (code, code)));
                }
            }
        }
    }

    /// A character of a class; a set of characters is added to it at once.
    fn class_member(&mut self, first: char, class: &mut Class) -> Result<Option<u32>, Reason> {
        if first != '\\' {
            return Ok(Some(u32::from(first)));
        }
        let letter = *self.rest.peek().ok_or("\\ at end of pattern")?;
        if let Some(set) = Class::of_escape(letter) {
            self.rest.next();
            class.add(&set);
            return Ok(None);
        }
        if letter == 'b' {
            self.rest.next();
            return Ok(Some(0x08));
        }
        self.character_code().map(Some)
    }
}
