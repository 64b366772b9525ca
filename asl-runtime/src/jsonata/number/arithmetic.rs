//! `$power` and `$sqrt`.

use crate::jsonata::Error;
use crate::jsonata::error::json_number;

/// `$power(base, exponent)`.
///
/// # Errors
/// `D3061`: the result is no number that JSON has.
pub fn power(base: f64, exponent: f64) -> Result<f64, Error> {
    let power = base.powf(exponent);
    if power.is_finite() && !exponent.is_nan() {
        return Ok(power);
    }
    let shown = if exponent.is_nan() { "undefined".to_owned() } else { json_number(exponent) };
    Err(Error::new(
        "D3061",
        format!(
            "The power function has resulted in a value that cannot be represented as a JSON \
             number: base={}, exponent={shown}",
            json_number(base),
        ),
    ))
}

/// `$sqrt(number)`.
///
/// # Errors
/// `D3060`: the number is negative.
pub fn square_root(number: f64) -> Result<f64, Error> {
    if number < 0.0 {
        let number = json_number(number);
        return Err(Error::new(
            "D3060",
            format!("The sqrt function cannot be applied to a negative number: {number}"),
        ));
    }
    Ok(number.sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_numbers_of_json() {
        assert_eq!(power(2.0, 3.0), Ok(8.0));
        assert_eq!(square_root(4.0), Ok(2.0));
        assert_eq!(
            power(-2.0, 1.0 / 3.0).unwrap_err().to_string(),
            "D3061: The power function has resulted in a value that cannot be represented as a \
             JSON number: base=-2, exponent=0.3333333333333333",
        );
        assert_eq!(power(100.0, 1000.0).unwrap_err().code(), "D3061");
    }
}
