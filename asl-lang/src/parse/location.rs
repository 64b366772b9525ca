//! Where an object stands in the definition, as AWS writes it: `/States/Route/Choices[0]`.

use std::fmt;

/// Bytes of a place that messages of an execution say.
const LONGEST: usize = 1_000;

/// A place in the definition, made only when somebody asks: each level refers to the one above.
#[derive(Clone, Copy)]
pub(crate) enum Location<'a> {
    /// The definition.
    Root,
    /// A member of an object.
    Field(&'a Location<'a>, &'a str),
    /// An element of an array.
    Index(&'a Location<'a>, usize),
}

impl<'a> Location<'a> {
    pub(crate) fn field(&'a self, name: &'a str) -> Location<'a> {
        Location::Field(self, name)
    }

    pub(crate) fn index(&'a self, index: usize) -> Location<'a> {
        Location::Index(self, index)
    }

    /// The place as a prefix for others: empty for the root.
    pub(crate) fn prefix(&self) -> String {
        self.text(usize::MAX)
    }

    /// The place as seen from the root, `Output/a[0]`, cut after a number of bytes that no
    /// sensible one has: keys may be as long as the definition, and hold many places.
    pub(crate) fn relative(&self) -> String {
        let mut text = self.text(LONGEST);
        if !text.is_empty() {
            text.remove(0);
        }
        text
    }

    fn text(&self, longest: usize) -> String {
        let mut levels = Vec::new();
        let mut level = self;
        loop {
            levels.push(level);
            level = match level {
                Location::Root => break,
                Location::Field(above, _) | Location::Index(above, _) => above,
            };
        }
        let mut text = String::new();
        for level in levels.into_iter().rev() {
            match level {
                Location::Root => {}
                Location::Field(_, name) => {
                    text.push('/');
                    text.push_str(cut(name, longest));
                }
                Location::Index(_, index) => text.push_str(&format!("[{index}]")),
            }
            if text.len() > longest {
                return cut(&text, longest).to_owned();
            }
        }
        text
    }
}

/// As many bytes of the text as there may be, or a few less.
fn cut(text: &str, longest: usize) -> &str {
    if text.len() <= longest {
        return text;
    }
    let end = (0..=longest).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    text.get(..end).unwrap_or(text)
}

impl fmt::Display for Location<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Location::Root => f.write_str("/"),
            _ => f.write_str(&self.prefix()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_written_as_aws_does() {
        let root = Location::Root;
        let states = root.field("States");
        let state = states.field("A b");
        let choices = state.field("Choices");
        assert_eq!(choices.index(2).to_string(), "/States/A b/Choices[2]");
        assert_eq!(root.to_string(), "/");
        assert_eq!(root.prefix(), "");
        assert_eq!(choices.relative(), "States/A b/Choices");
        assert_eq!(root.relative(), "");
        let long = "é".repeat(LONGEST);
        assert!(root.field("Output").field(&long).index(1).relative().ends_with('é'));
    }
}
