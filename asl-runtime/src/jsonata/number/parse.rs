//! Numbers as they are read from text.

use crate::jsonata::Error;
use crate::jsonata::error::json_string;

/// `$number(text)`: a decimal number, or one in the digits of 16 (`0x`), 8 (`0o`) or 2 (`0b`).
///
/// # Errors
/// `D3030`: the text is no number, or one that is too large.
///
/// # Examples
/// ```
/// use asl_runtime::jsonata::number::parse_number;
///
/// assert_eq!(parse_number("-1.5e3")?, -1500.0);
/// assert_eq!(parse_number("0x1F")?, 31.0);
/// assert_eq!(
///     parse_number("1.").unwrap_err().to_string(),
///     "D3030: Unable to cast value to a number: \"1.\"",
/// );
/// # Ok::<(), asl_runtime::jsonata::Error>(())
/// ```
pub fn parse_number(text: &str) -> Result<f64, Error> {
    let number = if is_decimal(text) { text.parse().ok() } else { prefixed(text) };
    number.filter(|number: &f64| number.is_finite()).ok_or_else(|| {
        Error::new("D3030", format!("Unable to cast value to a number: {}", json_string(text)))
    })
}

/// `-?[0-9]+(\.[0-9]+)?([Ee][-+]?[0-9]+)?`
fn is_decimal(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let exponent = exponent.map(|text| text.strip_prefix(['-', '+']).unwrap_or(text));
    let (integer, fraction) = match mantissa.split_once('.') {
        Some((integer, fraction)) => (integer, Some(fraction)),
        None => (mantissa, None),
    };
    digits(integer) && fraction.is_none_or(digits) && exponent.is_none_or(digits)
}

fn prefixed(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('0')?;
    let bits = match digits.chars().next()? {
        'x' | 'X' => 4,
        'o' | 'O' => 3,
        'b' | 'B' => 1,
        _ => return None,
    };
    binary_digits(&digits[1..], bits)
}

/// The number nearest to one written in digits of so many bits each.
fn binary_digits(text: &str, bits: u32) -> Option<f64> {
    if text.is_empty() {
        return None;
    }
    let (mut number, mut dropped) = (0_u128, 0_i32);
    for digit in text.chars() {
        let digit = u128::from(digit.to_digit(1 << bits)?);
        if number >> 100 == 0 {
            number = (number << bits) | digit;
        } else {
            // What lies beyond the hundredth bit counts only if it is not zero.
            number |= u128::from(digit != 0);
            dropped = dropped.saturating_add(bits.cast_signed());
        }
    }
    Some(number as f64 * 2_f64.powi(dropped))
}

/// The integer that a text begins with, after white space: JavaScript's `parseInt`. It is not a
/// number if the text does not begin with one.
#[must_use]
pub fn leading_integer(text: &str) -> f64 {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let (sign, text) = match text.strip_prefix('-') {
        Some(text) => (-1.0, text),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    let start = |text: &str, radix| text.find(|c: char| !c.is_digit(radix)).unwrap_or(text.len());
    if let Some(digits) = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        let digits = &digits[..start(digits, 16)];
        return sign * binary_digits(digits, 4).unwrap_or(f64::NAN);
    }
    sign * text[..start(text, 10)].parse().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_the_grammar_has() {
        for (text, number) in [
            ("0", 0.0),
            ("007", 7.0),
            ("-5e-2", -0.05),
            ("1E+3", 1000.0),
            ("0b101", 5.0),
            ("0O17", 15.0),
            ("0x1fffffffffffff1", 144_115_188_075_855_860.0),
            ("0x00000000000000000000000000000000000001", 1.0),
            ("0x20000000000001000000000000000000000000001", 2.923_003_274_661_806_5e48),
        ] {
            assert_eq!(parse_number(text).unwrap(), number, "{text}");
        }
        for text in [
            "",
            "-",
            "+1",
            ".5",
            "1.",
            "1.e3",
            "1e",
            "1e+",
            "Infinity",
            "NaN",
            "inf",
            " 1",
            "1 ",
            "-0x1",
            "0x",
            "0xg",
            "0b2",
            "0o8",
            "1e400",
            "1_0",
            "０",
            "0xff\u{e9}",
            "1e5.5",
        ] {
            assert_eq!(parse_number(text).unwrap_err().code(), "D3030", "{text}");
        }
        assert!(parse_number(&format!("0x{}", "f".repeat(300))).is_err());
    }

    #[test]
    fn the_rest_of_a_text_does_not_count() {
        for (text, number) in
            [(" 12px", 12.0), ("-0530", -530.0), ("+7", 7.0), ("0x1Fg", 31.0), ("1e3", 1.0)]
        {
            assert_eq!(leading_integer(text), number);
        }
        for text in ["", "-", "x", "0x", "\u{661}"] {
            assert!(leading_integer(text).is_nan());
        }
    }
}
