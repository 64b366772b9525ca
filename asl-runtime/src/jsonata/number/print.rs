//! Numbers as JavaScript prints them.

use std::fmt::Write;

/// The text of a number: JavaScript's `Number.prototype.toString`.
///
/// # Examples
/// ```
/// use asl_runtime::jsonata::number::number_text;
///
/// assert_eq!(number_text(0.1 + 0.2), "0.30000000000000004");
/// assert_eq!(number_text(1e20), "100000000000000000000");
/// assert_eq!(number_text(1e21), "1e+21");
/// assert_eq!(number_text(1e-7), "1e-7");
/// ```
#[must_use]
pub fn number_text(number: f64) -> String {
    if number.is_nan() {
        return "NaN".to_owned();
    }
    let mut text = String::new();
    // Of zeros JavaScript prints no sign.
    if number < 0.0 {
        text.push('-');
    }
    if number.is_infinite() {
        text.push_str("Infinity");
        return text;
    }
    let (digits, exponent) = shortest_digits(number.abs());
    push_decimal(&digits, exponent, &mut text);
    text
}

/// The shortest digits that name the number and no other, and the exponent of the first.
fn shortest_digits(number: f64) -> (String, i32) {
    let text = format!("{number:e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    (mantissa.replace('.', ""), exponent.parse().unwrap_or_default())
}

/// Writes `d.ddd × 10^exponent`, as an exponent only where there would be many zeros.
fn push_decimal(digits: &str, exponent: i32, text: &mut String) {
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or_default());
    let count = i32::try_from(digits.len()).unwrap_or(i32::MAX);
    match exponent {
        -6..=-1 => {
            text.push_str("0.");
            text.push_str(&zeros(-1 - exponent));
            text.push_str(digits);
        }
        0..=20 if count <= exponent + 1 => {
            text.push_str(digits);
            text.push_str(&zeros(exponent + 1 - count));
        }
        0..=20 => {
            let (integer, fraction) =
                digits.split_at(usize::try_from(exponent + 1).unwrap_or_default());
            text.push_str(integer);
            text.push('.');
            text.push_str(fraction);
        }
        _ => {
            let (first, rest) = digits.split_at(1);
            text.push_str(first);
            if !rest.is_empty() {
                text.push('.');
                text.push_str(rest);
            }
            // Writing to a string does not fail.
            let _ = write!(text, "e{exponent:+}");
        }
    }
}

/// The number with fifteen significant digits, which is how `$string` and `&` print numbers that
/// are no fault of arithmetic: JavaScript's `Number(number.toPrecision(15))`.
///
/// # Examples
/// ```
/// use asl_runtime::jsonata::number::to_fifteen_digits;
///
/// assert_eq!(to_fifteen_digits(0.1 + 0.2), 0.3);
/// ```
#[must_use]
pub fn to_fifteen_digits(number: f64) -> f64 {
    if !number.is_finite() {
        return number;
    }
    // What lies in the middle is rounded away from zero in JavaScript, to even in Rust.
    let upper = if number > 0.0 { number.next_up() } else { number.next_down() };
    let rounded = if is_halfway(number) && upper.is_finite() { upper } else { number };
    let rounded = format!("{rounded:.14e}").parse().ok();
    rounded.filter(|rounded: &f64| rounded.is_finite()).unwrap_or(number)
}

/// The integer that a number is, if it has no more than the fifteen digits that are printed.
#[inline]
pub(in crate::jsonata) fn integer(number: f64) -> Option<i64> {
    (number.trunc() == number && number.abs() < 1e15).then_some(number as i64)
}

/// Writes the number as `$string` and `&` print it: with fifteen digits at most.
pub(in crate::jsonata) fn push_rounded(number: f64, text: &mut String) {
    if let Some(integer) = integer(number) {
        text.push_str(itoa::Buffer::new().format(integer));
        return;
    }
    let (digits, exponent) = shortest_digits(number.abs());
    if digits.len() > 15 {
        text.push_str(&number_text(to_fifteen_digits(number)));
        return;
    }
    if number < 0.0 {
        text.push('-');
    }
    push_decimal(&digits, exponent, text);
}

/// Whether the number has exactly sixteen digits, of which the last is 5.
fn is_halfway(number: f64) -> bool {
    let ends_so = |decimals: usize| {
        let text = format!("{number:.decimals$e}");
        let digits = text.split('e').next().unwrap_or_default();
        let digits = digits.trim_end_matches('0');
        digits.ends_with('5') && digits.bytes().filter(u8::is_ascii_digit).count() == 16
    };
    // No number has more than 767 digits; most are told by the first ones.
    ends_so(30) && ends_so(770)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn prints_as_javascript() {
        for (number, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (5e-324, "5e-324"),
            (1.797_693_134_862_315_7e308, "1.7976931348623157e+308"),
            (123_456_789_012_345_680_000.0, "123456789012345680000"),
            (1.5e300, "1.5e+300"),
            (0.000_001, "0.000001"),
            (0.000_001_5, "0.0000015"),
            (1.5e-7, "1.5e-7"),
            (-1234.5, "-1234.5"),
            (100.0, "100"),
            (f64::NAN, "NaN"),
            (f64::NEG_INFINITY, "-Infinity"),
        ] {
            assert_eq!(number_text(number), text);
        }
    }

    #[test]
    fn the_middle_is_rounded_away_from_zero() {
        // As node prints `Number((…).toPrecision(15))`.
        assert_eq!(to_fifteen_digits(1_000_000_000_000_005.0), 1_000_000_000_000_010.0);
        assert_eq!(to_fifteen_digits(-1_000_000_000_000_005.0), -1_000_000_000_000_010.0);
        assert_eq!(to_fifteen_digits(1_000_000_000_000_015.0), 1_000_000_000_000_020.0);
        assert_eq!(to_fifteen_digits(1_000_000_000_000_004.0), 1_000_000_000_000_000.0);
        assert_eq!(to_fifteen_digits(12_345_678_901_234_567.0), 12_345_678_901_234_600.0);
        // Rounded up, it would be too large.
        assert_eq!(to_fifteen_digits(f64::MAX), f64::MAX);
    }

    proptest! {
        #[test]
        fn no_shorter_text_names_the_number(bits in any::<u64>()) {
            let number = f64::from_bits(bits);
            prop_assume!(number.is_finite());
            let text = number_text(number);
            prop_assert_eq!(text.parse::<f64>(), Ok(number));
            let digits = shortest_digits(number.abs()).0;
            // The shortest of all roundings that come back, tried one after the other.
            let shortest = (0..17).find(|decimals| {
                format!("{number:.decimals$e}").parse() == Ok(number)
            });
            prop_assert_eq!(shortest.map(|decimals| decimals + 1), Some(digits.len()));
            // The other dependency that prints numbers has as many digits; of two texts that are
            // equally near it may take the other.
            let mut buffer = zmij::Buffer::new();
            let other: String = buffer.format_finite(number.abs()).split('e').next().unwrap()
                .chars().filter(char::is_ascii_digit).collect();
            let other = other.trim_matches('0');
            prop_assert_eq!(other.len(), digits.trim_matches('0').len());
        }

        #[test]
        fn fifteen_digits_are_left(number in any::<f64>()) {
            prop_assume!(number.is_finite() && number.abs() < 1e300);
            let rounded = to_fifteen_digits(number);
            prop_assert!(shortest_digits(rounded.abs()).0.len() <= 15);
            prop_assert_eq!(to_fifteen_digits(rounded), rounded);
        }
    }
}
