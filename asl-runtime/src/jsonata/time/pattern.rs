//! The regular expression of what a picture describes.

use std::fmt::Write;

use regex::{Regex, RegexBuilder};

use super::component::Component;
use super::format::no_names;
use super::picture::{Marker, Part, Picture, Presentation};
use crate::jsonata::Error;
use crate::jsonata::integer::{Case, Grouping, IntegerPicture, Primary, WORD_PATTERN};

/// Bytes that a compiled expression may have.
const MOST_SIZE: usize = 1 << 20;

impl Picture {
    /// An expression with a group for each marker.
    ///
    /// # Errors
    /// `D3130`, `D3133`: there is no text for a marker. The expression is too large.
    pub(super) fn pattern(&self) -> Result<Regex, Error> {
        let mut pattern = "^".to_owned();
        for part in &self.0 {
            match part {
                Part::Literal(literal) => pattern.push_str(&regex::escape(literal)),
                Part::Marker(marker) => {
                    // Writing to a string does not fail.
                    let _ = write!(pattern, "({})", marker.pattern()?);
                }
            }
        }
        pattern.push('$');
        RegexBuilder::new(&pattern)
            .case_insensitive(true)
            .size_limit(MOST_SIZE)
            .build()
            .map_err(|_| Error::without_code("The date/time picture string is too complex"))
    }
}

impl Marker {
    fn pattern(&self) -> Result<String, Error> {
        match (&self.presentation, self.component) {
            (_, Component::OffsetWithGmt) => Ok(format!("GMT{}", self.offset_pattern())),
            (_, Component::Offset) => Ok(self.offset_pattern()),
            (Presentation::Integer(picture), _) => integer_pattern(picture, self.digits),
            (_, component) if component.names().is_some() || component == Component::Half => {
                Ok("(?-u:[a-z])+".to_owned())
            }
            _ => Err(no_names(self.letter)),
        }
    }

    fn offset_pattern(&self) -> String {
        let separator = self
            .offset_separator()
            .map(|separator| format!("{}[0-9]+", regex::escape(&separator.to_string())));
        format!("[-+][0-9]+{}", separator.unwrap_or_default())
    }

    /// What stands between hours and minutes.
    pub(super) fn offset_separator(&self) -> Option<char> {
        let Presentation::Integer(picture) = &self.presentation else { return None };
        match picture.digits()?.grouping {
            Grouping::Regular { separator, .. } => Some(separator),
            Grouping::Irregular(_) => None,
        }
    }
}

fn integer_pattern(picture: &IntegerPicture, digits: Option<usize>) -> Result<String, Error> {
    let roman = |case: &Case| if *case == Case::Upper { "[MDCLXVI]+" } else { "[mdclxvi]+" };
    Ok(match &picture.primary {
        Primary::Letters(_) => "(?-u:[a-z])+".to_owned(),
        Primary::Roman(case) => roman(case).to_owned(),
        Primary::Words(_) => WORD_PATTERN.to_owned(),
        Primary::Decimal(pattern) => {
            let count = match digits {
                Some(most) if most > 0 => {
                    format!("{{{},{most}}}", most.saturating_sub(pattern.optional))
                }
                _ => "+".to_owned(),
            };
            let suffix = if picture.ordinal { "(?:th|st|nd|rd)" } else { "" };
            format!("[0-9]{count}{suffix}")
        }
        // There is no such sequence: this is the error.
        Primary::Sequence(_) => return picture.parse("").map(|_| String::new()),
    })
}
