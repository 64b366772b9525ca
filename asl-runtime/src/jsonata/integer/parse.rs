//! Integers from text.

use super::digits::{DigitPattern, Grouping};
use super::format::unknown_sequence;
use super::picture::{IntegerPicture, Primary};
use super::{letters, roman, words};
use crate::jsonata::Error;
use crate::jsonata::number::leading_integer;

impl IntegerPicture {
    /// The number that a text stands for, which is not a number if it stands for none.
    ///
    /// # Errors
    /// `D3130`: there is no such sequence.
    pub(in crate::jsonata) fn parse(&self, text: &str) -> Result<f64, Error> {
        Ok(match &self.primary {
            Primary::Letters(case) => letters::parse(text, *case),
            Primary::Roman(case) => roman::parse(text, *case),
            Primary::Words(_) => words::parse(text),
            Primary::Decimal(pattern) if self.ordinal => pattern.parse(without_suffix(text)),
            Primary::Decimal(pattern) => pattern.parse(text),
            Primary::Sequence(start) => return Err(unknown_sequence(start)),
        })
    }
}

/// The text without the two letters of an ordinal.
fn without_suffix(text: &str) -> &str {
    let end = text.char_indices().rev().nth(1).map_or(0, |(index, _)| index);
    &text[..end]
}

impl DigitPattern {
    fn parse(&self, text: &str) -> f64 {
        let is_separator = |c: char| match &self.grouping {
            // Whatever the separator is: so JSONata does.
            Grouping::Regular { .. } => c == ',',
            Grouping::Irregular(separators) => separators.iter().any(|(_, other)| *other == c),
        };
        let zero = u32::from(self.zero);
        let ascii = |c: char| {
            let digit = u32::from(c).checked_sub(zero).filter(|digit| *digit < 10);
            match digit.and_then(|digit| char::from_digit(digit, 10)) {
                Some(digit) => digit,
                // No digit of the script, which those of other scripts are not either.
                None if self.zero != '0' => '?',
                None => c,
            }
        };
        let digits: String = text.chars().filter(|c| !is_separator(*c)).map(ascii).collect();
        leading_integer(&digits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str, picture: &str) -> f64 {
        IntegerPicture::new(picture).unwrap().parse(text).unwrap()
    }

    #[test]
    fn digits_are_of_the_script() {
        assert_eq!(parse("\u{661}\u{662}", "\u{661}"), 12.0);
        assert!(parse("12", "\u{661}").is_nan());
        assert_eq!(parse("1,234,567", "#,##0"), 1_234_567.0);
        assert_eq!(parse("-12rd", "0;o"), -12.0);
        assert_eq!(parse("1:234.5", "#:##0"), 1.0);
        assert!(parse("d", "0;o").is_nan());
    }
}
