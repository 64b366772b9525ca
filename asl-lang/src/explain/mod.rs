//! What the findings mean: for each [`Code`] what it is, why, and an example with what the compiler
//! says of it.
//!
//! `docs/diagnostics.md` is made of this, and so is what the command `asl explain` prints.

mod markdown;

pub use markdown::{document, explain};

use std::borrow::Cow;

use crate::diagnostic::{Code, Diagnostic};
use crate::json::Substitutions;
use crate::source::{Format, MAX_CHARACTERS, Source};
use crate::{MachineType, Options, check};

/// A small definition in which there is something to find.
#[derive(Debug, Clone)]
pub struct Example {
    /// What is found there.
    pub code: Code,
    /// What stands in the file; for [`Code::DefinitionTooLong`] without the blanks after it that
    /// make it too long.
    pub text: Cow<'static, str>,
    /// What it is compiled with.
    pub options: Options,
}

impl Example {
    /// An example of a finding.
    pub fn of(code: Code) -> Example {
        let mut options = Options::default();
        match code {
            Code::Express => options.machine_type = MachineType::Express,
            Code::InvalidSubstitution => options.substitutions = values(&[("Pause", "ten")]),
            Code::UnusedSubstitution => {
                options.substitutions = values(&[("Pause", "10"), ("Puase", "20")]);
            }
            _ => {}
        }
        Example { code, text: String::from_utf8_lossy(code.example()), options }
    }

    /// How it is written.
    pub fn format(&self) -> Format {
        self.code.example_format()
    }

    /// What the compiler finds there of this kind, and the source that it points into.
    pub fn findings(&self) -> (Vec<Diagnostic>, Source) {
        let (mut found, source) = self.all_findings();
        found.retain(|finding| finding.code == self.code);
        (found, source)
    }

    fn all_findings(&self) -> (Vec<Diagnostic>, Source) {
        let name = match self.format() {
            Format::Json => "example.asl.json",
            Format::Yaml => "example.asl.yaml",
        };
        let source = match self.code {
            Code::NotUtf8 => match Source::from_bytes(name, self.code.example()) {
                Ok(source) => source,
                Err(error) => return (vec![error.0], error.1),
            },
            Code::DefinitionTooLong => {
                Source::new(name, format!("{}{}", self.text, " ".repeat(MAX_CHARACTERS)))
            }
            _ => Source::new(name, self.text.as_ref()).in_format(self.format()),
        };
        if self.code == Code::FormatDisabled {
            return (vec![crate::format_disabled()], source);
        }
        (check(&source, &self.options).1, source)
    }
}

fn values(values: &[(&str, &str)]) -> Substitutions {
    values.iter().copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each example has what it is an example of, and nothing else that would take from it.
    #[test]
    fn examples_are_to_the_point() {
        let is_read = |code: &Code| cfg!(feature = "yaml") || code.example_format() == Format::Json;
        for code in Code::ALL.iter().copied().filter(is_read) {
            let (found, _) = Example::of(code).all_findings();
            let mut codes: Vec<Code> = found.iter().map(|finding| finding.code).collect();
            match code {
                Code::Unsupported => {}
                Code::TooManyFindings => codes.retain(|&found| found == code),
                // Examples in JSONata.
                _ => codes.retain(|&found| found != Code::Unsupported),
            }
            codes.dedup();
            assert_eq!(codes, [code], "{found:#?}");
            let severity = found.iter().find(|finding| finding.code == code).map(|f| f.severity);
            let expected = code.severity();
            if code != Code::TooManyFindings {
                assert_eq!(severity, Some(expected), "{code:?}");
            }
        }
    }
}
