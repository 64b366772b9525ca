//! What others say is wrong, and what is found here.

use anyhow::{Context, Result};
use asl_lang::diagnostic::{Code, Diagnostic};
use asl_lang::source::Source;
use regex::Regex;
use serde::Deserialize;

use super::corpus::Stated;

/// What each reason that others give is called here.
#[derive(Debug)]
pub(super) struct Reasons(Vec<Reason>);

#[derive(Debug)]
struct Reason {
    says: Regex,
    codes: Vec<Code>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    reason: Vec<Written>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    /// The whole of what is said.
    says: String,
    codes: Vec<String>,
}

/// How a stated reason and the findings go together.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Agreement {
    Agrees,
    /// Nobody has said what the reason is called here.
    Unmapped,
    /// What is missing.
    Differs(String),
}

impl Reasons {
    pub(super) fn read() -> Result<Self> {
        Self::parse(include_str!("../../reasons.toml")).context("reasons.toml")
    }

    fn parse(text: &str) -> Result<Self> {
        let file: File = toml::from_str(text)?;
        let reasons = file.reason.into_iter().map(|reason| {
            let code = |id: &String| {
                let code = Code::ALL.iter().find(|code| code.id() == id).copied();
                code.with_context(|| format!("there is no code {id}"))
            };
            let codes = reason.codes.iter().map(code).collect::<Result<Vec<Code>>>()?;
            Ok(Reason { says: Regex::new(&format!("^(?s:{})$", reason.says))?, codes })
        });
        Ok(Self(reasons.collect::<Result<_>>()?))
    }

    /// Whether what is stated is among the errors, within a line of where it is stated.
    pub(super) fn compare(
        &self,
        stated: &Stated,
        errors: &[Diagnostic],
        source: &Source,
    ) -> Agreement {
        let mut reasons = self.0.iter();
        let Some(reason) = reasons.find(|reason| reason.says.is_match(&stated.message)) else {
            return Agreement::Unmapped;
        };
        let fitting = errors.iter().filter(|error| reason.codes.contains(&error.code));
        let lines: Vec<u32> = fitting.map(|error| source.position(error.span.start).line).collect();
        let near = |line: &u32| stated.line.is_none_or(|stated| line.abs_diff(stated + 1) <= 1);
        if lines.iter().any(near) {
            return Agreement::Agrees;
        }
        let codes: Vec<&str> = reason.codes.iter().map(|code| code.id()).collect();
        let mut missing = format!("no {}", codes.join(" or "));
        if let Some(line) = stated.line.filter(|_| !lines.is_empty()) {
            missing.push_str(&format!(" near line {}, but at {lines:?}", line + 1));
        }
        Agreement::Differs(format!("{missing}, though others say: {}", stated.message))
    }
}

#[cfg(test)]
mod tests {
    use asl_lang::source::Span;

    use super::*;

    fn compare(message: &str, line: Option<u32>) -> Agreement {
        let reasons = "[[reason]]\nsays = 'no state .*'\ncodes = ['ASL0301']";
        let source = Source::new("a", "1\n2\n3\n4\n5\n6");
        let errors = [Diagnostic::new(Code::MissingTarget, "m", Span::new(6, 7))];
        let stated = Stated { message: message.to_owned(), line };
        Reasons::parse(reasons).unwrap().compare(&stated, &errors, &source)
    }

    #[test]
    fn code_and_line_agree() {
        assert_eq!(compare("no state 'a'", None), Agreement::Agrees);
        assert_eq!(compare("there is no state", None), Agreement::Unmapped);
        for line in [2, 3, 4] {
            assert_eq!(compare("no state a", Some(line)), Agreement::Agrees);
        }
        for line in [0, 1, 5] {
            assert!(matches!(compare("no state a", Some(line)), Agreement::Differs(_)));
        }
    }

    #[test]
    fn the_list_is_sound() {
        Reasons::read().unwrap();
    }
}
