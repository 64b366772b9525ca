//! Numbers by the measures of a picture: section 4.7.5 of the functions of XPath.

use super::characters::find;
use super::measure::Measures;
use super::symbols::Symbols;
use crate::jsonata::Error;
use crate::jsonata::limit::check_text;
use crate::jsonata::number::{number_text, round};

/// Decimals that JavaScript's `toFixed` gives at most.
const MOST_DECIMALS: usize = 100;

impl Measures {
    pub(super) fn write(&self, number: f64, symbols: &Symbols) -> Result<String, Error> {
        let number = number * self.multiplier;
        let (mantissa, exponent) = match self.least_exponent {
            0 => (number, None),
            _ => {
                let (mantissa, exponent) = scaled(number, self.scaling);
                (mantissa, Some(exponent))
            }
        };
        let mut text = self.mantissa(mantissa, symbols)?;
        self.group(&mut text, symbols);
        self.drop_decimal_separator(&mut text, symbols);
        if let Some(exponent) = exponent {
            self.push_exponent(exponent, symbols, &mut text);
        }
        let text: String = self.prefix.iter().chain(&text).chain(&self.suffix).collect();
        check_text(text.len())?;
        Ok(text)
    }

    /// The rounded digits with a decimal separator, even if none come after it.
    fn mantissa(&self, mantissa: f64, symbols: &Symbols) -> Result<Vec<char>, Error> {
        let digits = fixed(round(mantissa, self.most_fraction as f64), self.most_fraction)?;
        let (integer, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
        let integer = integer.trim_start_matches('0');
        let fraction = fraction.trim_end_matches('0');
        let zero = symbols.zero_digit;
        let mut text = Vec::new();
        text.resize(self.least_integer.saturating_sub(integer.chars().count()), zero);
        text.extend(integer.chars().map(|digit| symbols.digit_of(digit)));
        text.extend(&symbols.decimal_separator);
        text.extend(fraction.chars().map(|digit| symbols.digit_of(digit)));
        let missing = self.least_fraction.saturating_sub(fraction.chars().count());
        text.resize(text.len() + missing, zero);
        Ok(text)
    }

    fn group(&self, text: &mut Vec<char>, symbols: &Symbols) {
        let separator = &symbols.grouping_separator;
        let decimal =
            |text: &[char]| find(text, &symbols.decimal_separator, 0).unwrap_or(text.len());
        let insert = |text: &mut Vec<char>, place: usize| {
            let place = place.min(text.len());
            text.splice(place..place, separator.iter().copied());
        };
        let end = decimal(text);
        match self.regular_grouping {
            Some(size) => {
                for group in 1..=end.saturating_sub(1) / size {
                    insert(text, end - group * size);
                }
            }
            None => {
                for (moved, place) in self.integer_groups.iter().enumerate() {
                    let end = end + moved;
                    // Before the start places are counted from the end, as JavaScript does.
                    let from_end = |place: usize| (text.len() + end).saturating_sub(place);
                    let place = end.checked_sub(*place).unwrap_or_else(|| from_end(*place));
                    insert(text, place);
                }
            }
        }
        let start = decimal(text) + 1;
        for place in &self.fraction_groups {
            insert(text, start + place);
        }
    }

    /// Takes away a decimal separator that the picture does not have or after which nothing comes.
    fn drop_decimal_separator(&self, text: &mut Vec<char>, symbols: &Symbols) {
        let place = find(text, &symbols.decimal_separator, 0);
        if !self.has_decimal_separator || place.is_some_and(|place| place + 1 == text.len()) {
            text.pop();
        }
    }

    fn push_exponent(&self, exponent: i32, symbols: &Symbols, text: &mut Vec<char>) {
        text.extend(&symbols.exponent_separator);
        if exponent < 0 {
            text.extend(&symbols.minus_sign);
        }
        let digits = exponent.unsigned_abs().to_string();
        let missing = self.least_exponent.saturating_sub(digits.len());
        text.resize(text.len() + missing, symbols.zero_digit);
        text.extend(digits.chars().map(|digit| symbols.digit_of(digit)));
    }
}

/// A mantissa of so many digits before its decimal point, and the exponent that goes with it.
fn scaled(number: f64, digits: usize) -> (f64, i32) {
    let digits = i32::try_from(digits).unwrap_or(i32::MAX);
    let (most, least) = (10_f64.powi(digits), 10_f64.powi(digits - 1));
    let (mut mantissa, mut exponent) = (number, 0);
    if number == 0.0 || !number.is_finite() {
        return (number, 0);
    }
    while mantissa.abs() < least && mantissa.is_finite() {
        mantissa *= 10.0;
        exponent -= 1;
    }
    while mantissa.abs() > most && mantissa.is_finite() {
        mantissa /= 10.0;
        exponent += 1;
    }
    (mantissa, exponent)
}

/// The number's size with so many decimals: JavaScript's `toFixed`.
fn fixed(number: f64, decimals: usize) -> Result<String, Error> {
    if decimals > MOST_DECIMALS {
        return Err(Error::without_code("toFixed() digits argument must be between 0 and 100"));
    }
    let size = number.abs();
    Ok(if size < 1e21 { format!("{size:.decimals$}") } else { number_text(size) })
}
