//! Paths as text again: as written, and in the bracket notation of AWS's messages.

use super::{Path, ReferencePath, ReferenceSegment, Segment};
use std::fmt::{self, Write};

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Path {
    /// The path in bracket notation, as messages show it: `$['a']['b'][0]`.
    ///
    /// Whatever the root, it starts with `$`: a path into the context object or a variable is
    /// shown as AWS evaluates it, on that value alone.
    pub fn normalized(&self) -> String {
        normalize(&self.segments)
    }

    /// [`Path::normalized`] of the first `length` segments.
    pub fn normalized_prefix(&self, length: usize) -> String {
        normalize(self.segments.get(..length).unwrap_or(&self.segments))
    }
}

impl fmt::Display for ReferencePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl ReferencePath {
    /// The path in bracket notation, as messages show it: `$['a']['b'][0]`.
    pub fn normalized(&self) -> String {
        let mut text = String::from("$");
        for segment in &self.segments {
            // Writing to a `String` does not fail.
            let _ = match segment {
                ReferenceSegment::Member(name) => write!(text, "[{}]", Quoted(name)),
                ReferenceSegment::Index(index) => write!(text, "[{index}]"),
            };
        }
        text
    }
}

fn normalize(segments: &[Segment]) -> String {
    let mut text = String::from("$");
    for segment in segments {
        // Writing to a `String` does not fail.
        let _ = write_segment(&mut text, segment);
    }
    text
}

fn write_segment(text: &mut String, segment: &Segment) -> fmt::Result {
    match segment {
        Segment::Member(name) => write!(text, "[{}]", Quoted(name)),
        Segment::Index(index) => write!(text, "[{index}]"),
        Segment::Wildcard => write!(text, "[*]"),
        Segment::Members(names) => write_list(text, names.iter().map(|name| Quoted(name))),
        Segment::Indexes(indexes) => write_list(text, indexes.iter()),
        Segment::Slice { start, end } => {
            let bound = |bound: &Option<i32>| bound.map(|n| n.to_string()).unwrap_or_default();
            write!(text, "[{}:{}]", bound(start), bound(end))
        }
        Segment::Filter(filter) => write!(text, "[?({})]", filter.text),
        Segment::Descendants => write!(text, ".."),
        Segment::Function { name, arguments } => write!(text, ".{name}({arguments})"),
    }
}

fn write_list(text: &mut String, items: impl Iterator<Item = impl fmt::Display>) -> fmt::Result {
    for (index, item) in items.enumerate() {
        write!(text, "{}{item}", if index == 0 { '[' } else { ',' })?;
    }
    text.write_char(']')
}

/// A name in single quotes. Such quotes in it are escaped.
struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('\'')?;
        for character in self.0.chars() {
            if character == '\'' {
                f.write_char('\\')?;
            }
            f.write_char(character)?;
        }
        f.write_char('\'')
    }
}
