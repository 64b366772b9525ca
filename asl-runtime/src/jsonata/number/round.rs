//! `$round`.

use super::number_text;

/// `$round(number, precision)`: the nearest number of so many decimals, of two the one whose last
/// digit is even. A negative precision rounds before the decimal point.
///
/// The decimal point is moved in the text of the number, so that `4.525` lies in the middle as it
/// reads, although the number itself does not. The result is not a number if the precision is no
/// integer.
///
/// # Examples
/// ```
/// use asl_runtime::jsonata::number::round;
///
/// assert_eq!(round(4.525, 2.0), 4.52);
/// assert_eq!(round(-8.5, 0.0), -8.0);
/// assert_eq!(round(12450.0, -2.0), 12400.0);
/// ```
#[must_use]
pub fn round(number: f64, precision: f64) -> f64 {
    let rounded = if precision == 0.0 {
        to_even(number)
    } else {
        shift(to_even(shift(number, precision)), -precision)
    };
    // JSON has no negative zero.
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// The nearest integer, of two the even one.
fn to_even(number: f64) -> f64 {
    number.round_ties_even()
}

/// The number with its decimal point moved to the right by so many digits.
fn shift(number: f64, by: f64) -> f64 {
    if by.fract() != 0.0 || by.abs() >= 1e21 {
        return f64::NAN;
    }
    let text = number_text(number);
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: f64 = exponent.parse().unwrap_or_default();
    format!("{digits}e{}", exponent + by).parse().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn rounds_to_even() {
        for (number, precision, rounded) in [
            (11.5, 0.0, 12.0),
            (12.5, 0.0, 12.0),
            (-0.5, 0.0, 0.0),
            (0.499_999_999_999_999_94, 0.0, 0.0),
            (4.515, 2.0, 4.52),
            (1e-7, 3.0, 0.0),
            (1.5e300, -300.0, 2e300),
            (99.9, -3.0, 0.0),
            (1234.0, -400.0, 0.0),
        ] {
            assert_eq!(round(number, precision), rounded, "{number} {precision}");
        }
        assert!(round(1.0, 0.5).is_nan());
        assert!(round(1.0, 1e300).is_nan());
    }

    proptest! {
        #[test]
        fn rounded_numbers_stay(number in -1e9..1e9_f64, precision in -8_i32..8) {
            let rounded = round(number, f64::from(precision));
            prop_assert_eq!(round(rounded, f64::from(precision)), rounded);
            prop_assert!((rounded - number).abs() <= 0.500_001 * 10_f64.powi(-precision) + 1e-6);
        }
    }
}
