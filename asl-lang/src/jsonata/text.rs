//! Values as JavaScript writes them, for messages and signatures.

use std::fmt::Write as _;

/// A string as JSON.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            control if control < ' ' => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(control));
            }
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

/// A finite number as JavaScript prints it: the shortest digits that read back the same, with an
/// exponent from 1e21 on and below 1e-6.
pub(super) fn number(value: f64) -> String {
    let sign = if value < 0.0 { "-" } else { "" };
    let scientific = format!("{:e}", value.abs());
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let digits = mantissa.replace('.', "");
    let count = i32::try_from(digits.len()).unwrap_or(i32::MAX);
    let point = exponent + 1;
    if !(-6..21).contains(&exponent) {
        let plus = if exponent > 0 { "+" } else { "" };
        return format!("{sign}{mantissa}e{plus}{exponent}");
    }
    if point >= count {
        let zeros = usize::try_from(point - count).unwrap_or(0);
        return format!("{sign}{digits}{}", "0".repeat(zeros));
    }
    match usize::try_from(point) {
        Ok(at) if at > 0 => format!("{sign}{}.{}", &digits[..at], &digits[at..]),
        _ => {
            let zeros = usize::try_from(-point).unwrap_or(0);
            format!("{sign}0.{}{digits}", "0".repeat(zeros))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_javascript_prints_them() {
        for (value, expected) in [
            (0.0, "0"),
            (-0.0, "0"),
            (5.0, "5"),
            (-5.25, "-5.25"),
            (100.0, "100"),
            (0.1, "0.1"),
            (1e20, "100000000000000000000"),
            (1e21, "1e+21"),
            (1.5e300, "1.5e+300"),
            (1e-6, "0.000001"),
            (1.25e-7, "1.25e-7"),
            (123_456.789, "123456.789"),
        ] {
            assert_eq!(number(value), expected);
        }
    }
}
