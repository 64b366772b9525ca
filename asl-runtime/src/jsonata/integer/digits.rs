//! Decimal digits, of any script, with separators between groups of them.

use crate::jsonata::Error;

/// A picture such as `#,##0`.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::jsonata) struct DigitPattern {
    /// The digit zero of the script.
    pub(in crate::jsonata) zero: char,
    /// How many digits there are at least.
    pub(in crate::jsonata) mandatory: usize,
    /// How many more the picture shows.
    pub(in crate::jsonata) optional: usize,
    pub(in crate::jsonata) grouping: Grouping,
}

/// Where separators stand: counted in digits from the end.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::jsonata) enum Grouping {
    /// After each so many digits.
    Regular { size: usize, separator: char },
    /// At these places, the last first.
    Irregular(Vec<(usize, char)>),
}

/// The zeros of the scripts whose digits are known.
const ZEROS: [u32; 37] = [
    0x30, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6,
    0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80,
    0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0,
    0xFF10,
];

/// The zero of the script of a digit.
fn zero_of(digit: char) -> Option<char> {
    let code = u32::from(digit);
    let zero = ZEROS.into_iter().find(|zero| (*zero..=zero + 9).contains(&code))?;
    char::from_u32(zero)
}

impl DigitPattern {
    /// `None` if there is no digit in it.
    ///
    /// # Errors
    /// `D3131`: the digits are of different scripts.
    pub(super) fn new(picture: &str) -> Result<Option<Self>, Error> {
        let (mut script, mut mandatory, mut optional) = (None, 0, 0);
        let mut separators = Vec::new();
        for c in picture.chars().rev() {
            if let Some(zero) = zero_of(c) {
                if *script.get_or_insert(zero) != zero {
                    return Err(mixed_scripts());
                }
                mandatory += 1;
            } else if c == '#' {
                optional += 1;
            } else {
                separators.push((mandatory + optional, c));
            }
        }
        Ok(script.map(|zero| Self { zero, mandatory, optional, grouping: grouping(separators) }))
    }

    /// The character that is as far from the script's zero as another is from `0`: for a digit,
    /// the digit of the script.
    pub(super) fn digit(&self, ascii: char) -> char {
        let code = (u32::from(self.zero) + u32::from(ascii)).checked_sub(u32::from('0'));
        code.and_then(char::from_u32).unwrap_or(ascii)
    }
}

#[cold]
fn mixed_scripts() -> Error {
    Error::new(
        "D3131",
        "In a decimal digit pattern, all digits must be from the same decimal group",
    )
}

/// Separators are regular if they are all the same, and stand at the multiples of a number with
/// none left out.
fn grouping(separators: Vec<(usize, char)>) -> Grouping {
    let size = separators.iter().fold(0, |size, (position, _)| greatest_divisor(size, *position));
    match separators.first() {
        Some((_, separator))
            if size > 0
                && separators.iter().all(|(_, other)| other == separator)
                && (1..=separators.len()).all(|index| {
                    separators.binary_search_by_key(&(index * size), |(place, _)| *place).is_ok()
                }) =>
        {
            Grouping::Regular { size, separator: *separator }
        }
        _ => Grouping::Irregular(separators),
    }
}

/// The greatest number that both are multiples of.
pub(in crate::jsonata) fn greatest_divisor(a: usize, b: usize) -> usize {
    if b == 0 { a } else { greatest_divisor(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grouping_of(picture: &str) -> Grouping {
        DigitPattern::new(picture).unwrap().unwrap().grouping
    }

    #[test]
    fn regular_separators_are_at_all_multiples() {
        let regular = |size, separator| Grouping::Regular { size, separator };
        assert_eq!(grouping_of("#,##0"), regular(3, ','));
        assert_eq!(grouping_of("0 0 0"), regular(1, ' '));
        assert_eq!(grouping_of("#,###,##0"), regular(3, ','));
        assert_eq!(grouping_of("#:###,##0"), Grouping::Irregular(vec![(3, ','), (6, ':')]));
        assert_eq!(grouping_of("##,##,##0"), Grouping::Irregular(vec![(3, ','), (5, ',')]));
        assert_eq!(grouping_of("0"), Grouping::Irregular(vec![]));
        assert_eq!(grouping_of("0,"), Grouping::Irregular(vec![(0, ',')]));
        assert_eq!(grouping_of("1,,0"), Grouping::Irregular(vec![(1, ','), (1, ',')]));
    }

    #[test]
    fn the_script_is_that_of_the_digits() {
        let pattern = DigitPattern::new("##\u{966}").unwrap().unwrap();
        assert_eq!((pattern.zero, pattern.mandatory, pattern.optional), ('\u{966}', 1, 2));
        assert_eq!(pattern.digit('7'), '\u{96d}');
        assert_eq!(DigitPattern::new("##"), Ok(None));
    }
}
