//! Kinds of findings: what the registry says of each, and examples.

/// Writes the registry once: the enum and what each code says of itself.
macro_rules! codes {
    ($($name:ident = $id:literal, $severity:ident, $aws:expr, $title:literal, $explanation:literal;)*) => {
        /// What kind of finding it is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code {
            $(#[doc = concat!("`", $id, "`: ", $title, ".")] $name,)*
        }

        impl Code {
            /// All there are, by number.
            pub const ALL: &[Code] = &[$(Code::$name),*];

            /// Our own number for it, `ASL0301`.
            pub const fn id(self) -> &'static str {
                match self { $(Code::$name => $id,)* }
            }

            /// AWS's name for it, `MISSING_TRANSITION_TARGET`, where AWS knows such a thing.
            pub const fn aws(self) -> Option<&'static str> {
                match self { $(Code::$name => $aws,)* }
            }

            /// What it is, in a few words.
            pub const fn title(self) -> &'static str {
                match self { $(Code::$name => $title,)* }
            }

            /// What is wrong and why it matters.
            pub const fn explanation(self) -> &'static str {
                match self { $(Code::$name => $explanation,)* }
            }

            /// A definition in which it is found.
            pub(crate) const fn example(self) -> &'static [u8] {
                match self {
                    $(Code::$name => include_bytes!(concat!(
                        env!("CARGO_MANIFEST_DIR"), "/src/explain/examples/", $id, ".asl"
                    )),)*
                }
            }

            /// How bad it is, unless the finding itself says otherwise.
            pub const fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity,)* }
            }
        }
    };
}

mod registry;

pub use registry::Code;

use crate::source::Format;

impl Code {
    /// The format of its example.
    pub(crate) const fn example_format(self) -> Format {
        match self {
            Code::InvalidYaml
            | Code::YamlTag
            | Code::AmbiguousNumber
            | Code::BooleanWord
            | Code::FormatDisabled => Format::Yaml,
            _ => Format::Json,
        }
    }

    /// The code with this number, in whatever case: `asl0301`.
    pub fn from_id(id: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.id().eq_ignore_ascii_case(id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_distinct_and_in_order() {
        assert!(Code::ALL.is_sorted_by(|a, b| a.id() < b.id()));
    }

    #[test]
    fn codes_are_found_by_number() {
        assert_eq!(Code::from_id("asl0301"), Some(Code::MissingTarget));
        assert_eq!(Code::from_id("ASL9999"), None);
        assert_eq!(Code::from_id(""), None);
    }

    #[test]
    fn titles_are_written_like_messages() {
        for code in Code::ALL {
            assert!(!code.title().ends_with('.'), "{code:?}");
            assert!(!code.title().starts_with(|c: char| c.is_uppercase()), "{code:?}");
            assert!(code.explanation().ends_with('.'), "{code:?}");
        }
    }
}
