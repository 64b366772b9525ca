//! Integers as text.

use super::digits::{DigitPattern, Grouping};
use super::picture::{Case, IntegerPicture, Primary};
use super::{letters, roman, words};
use crate::jsonata::Error;
use crate::jsonata::error::json_string;
use crate::jsonata::limit::check_text;
use crate::jsonata::number::number_text;

impl IntegerPicture {
    /// The text of an integer.
    ///
    /// # Errors
    /// `D1001`: the number is not finite. `D3130`: there is no such sequence. The text is too long.
    pub(in crate::jsonata) fn format(&self, number: f64) -> Result<String, Error> {
        if !number.is_finite() {
            return Err(Error::number_out_of_range(number));
        }
        let size = number.abs();
        let mut text = match &self.primary {
            Primary::Letters(case) => letters::format(size, *case),
            Primary::Roman(case) => roman::format(size, *case)?,
            Primary::Words(case) => words::format(size, self.ordinal, *case),
            Primary::Decimal(pattern) => {
                let mut digits = pattern.format(size)?;
                if self.ordinal {
                    digits.push_str(ordinal_suffix(&digits));
                }
                digits
            }
            Primary::Sequence(start) => return Err(unknown_sequence(start)),
        };
        if number < 0.0 {
            text.insert(0, '-');
        }
        Ok(text)
    }
}

#[cold]
pub(super) fn unknown_sequence(start: &str) -> Error {
    Error::new(
        "D3130",
        format!(
            "Formatting or parsing an integer as a sequence starting with {} is not supported by \
             this implementation",
            json_string(start),
        ),
    )
}

impl DigitPattern {
    fn format(&self, number: f64) -> Result<String, Error> {
        let digits = number_text(number);
        let padding = self.mandatory.saturating_sub(digits.len());
        check_text(padding)?;
        let mut text: Vec<char> = Vec::with_capacity(padding + digits.len());
        text.resize(padding, self.zero);
        text.extend(digits.chars().map(|digit| self.digit(digit)));
        self.group(&mut text);
        Ok(text.into_iter().collect())
    }

    fn group(&self, text: &mut Vec<char>) {
        match &self.grouping {
            Grouping::Regular { size, separator } => {
                let length = text.len();
                for (index, digit) in std::mem::take(text).into_iter().enumerate() {
                    if index > 0 && (length - index).is_multiple_of(*size) {
                        text.push(*separator);
                    }
                    text.push(digit);
                }
            }
            Grouping::Irregular(separators) => {
                for (position, separator) in separators.iter().rev() {
                    insert(text, *position, *separator);
                }
            }
        }
    }
}

/// Puts a separator so many characters before the end. Before the start JSONata takes the place
/// for one that is counted from the end, and loses what stands before it.
fn insert(text: &mut Vec<char>, from_end: usize, separator: char) {
    let place = text.len().checked_sub(from_end).unwrap_or_else(|| {
        let lost = (2 * text.len()).saturating_sub(from_end);
        text.drain(..lost);
        0
    });
    text.insert(place, separator);
}

fn ordinal_suffix(digits: &str) -> &'static str {
    let mut from_end = digits.chars().rev();
    match (from_end.next(), from_end.next()) {
        (_, Some('1')) => "th",
        (Some('1'), _) => "st",
        (Some('2'), _) => "nd",
        (Some('3'), _) => "rd",
        _ => "th",
    }
}

/// A text in lower-case letters, in others.
pub(super) fn in_case(text: String, case: Case) -> String {
    match case {
        Case::Upper => text.to_ascii_uppercase(),
        Case::Lower => text.to_ascii_lowercase(),
        Case::Title => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn format(number: f64, picture: &str) -> String {
        IntegerPicture::new(picture).unwrap().format(number).unwrap()
    }

    #[test]
    fn separators_before_the_start_go_where_javascript_puts_them() {
        // As recorded from JSONata 2.0.6.
        assert_eq!(format(12.0, "#:###,##0"), ",:12");
        assert_eq!(format(1_234_567.0, "##,##,##0"), "12,34,567");
        assert_eq!(format(5.0, "0,"), "5,");
        assert_eq!(format(0.0, "A#00i"), "A0i");
    }

    #[test]
    fn ordinals_end_as_in_english() {
        for (number, text) in
            [(1.0, "1st"), (11.0, "11th"), (22.0, "22nd"), (103.0, "103rd"), (112.0, "112th")]
        {
            assert_eq!(format(number, "0;o"), text);
        }
        assert_eq!(format(1.0, "\u{661};o"), "\u{661}th");
        assert_eq!(format(1e21, "#,##0"), "1e,+21");
    }
}
