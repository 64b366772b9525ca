//! Where an object stands in the definition, as AWS writes it: `/States/Route/Choices[0]`.

use std::fmt;

/// A place in the definition, made only when somebody asks: each level refers to the one above.
#[derive(Clone, Copy)]
pub(super) enum Location<'a> {
    /// The definition.
    Root,
    /// A member of an object.
    Field(&'a Location<'a>, &'a str),
    /// An element of an array.
    Index(&'a Location<'a>, usize),
}

impl<'a> Location<'a> {
    pub(super) fn field(&'a self, name: &'a str) -> Location<'a> {
        Location::Field(self, name)
    }

    pub(super) fn index(&'a self, index: usize) -> Location<'a> {
        Location::Index(self, index)
    }

    /// The place as a prefix for others: empty for the root.
    pub(super) fn prefix(&self) -> String {
        let mut levels = Vec::new();
        let mut level = self;
        loop {
            level = match level {
                Location::Root => break,
                Location::Field(above, name) => {
                    levels.push(format!("/{name}"));
                    above
                }
                Location::Index(above, index) => {
                    levels.push(format!("[{index}]"));
                    above
                }
            };
        }
        levels.reverse();
        levels.concat()
    }
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
    }
}
