//! `$formatBase`.

use super::{number_text, round};
use crate::jsonata::Error;
use crate::jsonata::error::json_number;

/// From here on numbers have fewer bits than their integers.
const EXACT: f64 = (1_u64 << 53) as f64;

/// `$formatBase(number, radix)`: the nearest integer in the digits of another base.
///
/// # Errors
/// `D3100`: the radix is not between 2 and 36.
///
/// # Examples
/// ```
/// use asl_runtime::jsonata::number::format_base;
///
/// assert_eq!(format_base(-255.0, 16.0)?, "-ff");
/// # Ok::<(), asl_runtime::jsonata::Error>(())
/// ```
pub fn format_base(number: f64, radix: f64) -> Result<String, Error> {
    let (number, radix) = (round(number, 0.0), round(radix, 0.0));
    if !(2.0..=36.0).contains(&radix) {
        return Err(Error::new(
            "D3100",
            format!(
                "The radix of the formatBase function must be between 2 and 36.  It was given {}",
                json_number(radix),
            ),
        ));
    }
    Ok(if radix == 10.0 || !number.is_finite() {
        number_text(number)
    } else {
        digits(number, radix)
    })
}

fn digits(number: f64, radix: f64) -> String {
    let mut rest = number.abs();
    let mut digits = Vec::new();
    // Digits that the number is not exact in are zeros, as V8 writes them.
    while rest / radix >= EXACT {
        rest /= radix;
        digits.push('0');
    }
    loop {
        let digit = rest % radix;
        digits.extend(char::from_digit(digit as u32, radix as u32));
        rest = (rest - digit) / radix;
        if rest <= 0.0 {
            break;
        }
    }
    if number < 0.0 {
        digits.push('-');
    }
    digits.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn rounds_both_numbers() {
        assert_eq!(format_base(99.5, 2.5).unwrap(), "1100100");
        assert_eq!(format_base(0.0, 36.0).unwrap(), "0");
        assert_eq!(format_base(1e21, 10.0).unwrap(), "1e+21");
        assert_eq!(
            format_base(100.0, 37.0).unwrap_err().to_string(),
            "D3100: The radix of the formatBase function must be between 2 and 36.  It was given 37",
        );
        assert!(format_base(1.0, f64::NAN).is_err());
    }

    proptest! {
        #[test]
        fn digits_are_read_back(number in -(1_i64 << 53)..(1 << 53), radix in 2_u32..=36) {
            let text = format_base(number as f64, f64::from(radix)).unwrap();
            prop_assert_eq!(i64::from_str_radix(&text, radix), Ok(number));
        }

        #[test]
        fn any_number_has_digits(number in any::<f64>(), radix in 2_u32..=36) {
            prop_assert!(!format_base(number, f64::from(radix)).unwrap().is_empty());
        }
    }
}
