//! Roman numerals.

use super::format::in_case;
use super::picture::Case;
use crate::jsonata::Error;

const NUMERALS: [(u32, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

/// There is no numeral above 1000, so that large numbers are as many times longer.
const MOST: f64 = 5_000_000.0;

/// # Errors
/// The number is too large to be written so.
pub(super) fn format(number: f64, case: Case) -> Result<String, Error> {
    if number > MOST {
        return Err(Error::without_code("The number is too large for Roman numerals"));
    }
    let (mut rest, mut text) = (number as u32, String::new());
    for (value, numeral) in NUMERALS {
        while rest >= value {
            rest -= value;
            text.push_str(numeral);
        }
    }
    Ok(in_case(text, case))
}

/// The number that numerals stand for: those before a larger one are taken away. It is not a
/// number if there are other characters.
pub(super) fn parse(text: &str, case: Case) -> f64 {
    let (mut number, mut largest) = (0.0, 1.0);
    for numeral in text.chars().rev() {
        let numeral = if case == Case::Upper { numeral } else { numeral.to_ascii_uppercase() };
        let value = match numeral {
            'M' => 1000.0,
            'D' => 500.0,
            'C' => 100.0,
            'L' => 50.0,
            'X' => 10.0,
            'V' => 5.0,
            'I' => 1.0,
            _ => return f64::NAN,
        };
        if value < largest {
            number -= value;
        } else {
            largest = value;
            number += value;
        }
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_before_larger_ones_are_taken_away() {
        assert_eq!(format(1964.0, Case::Upper).unwrap(), "MCMLXIV");
        assert_eq!(parse("mcmlxxxiv", Case::Lower), 1984.0);
        assert_eq!(format(0.0, Case::Lower).unwrap(), "");
        assert!(parse("mcm", Case::Upper).is_nan());
        assert!(format(1e9, Case::Lower).is_err());
    }
}
