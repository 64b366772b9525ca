//! What a plain scalar is, by its text.

use crate::json::Number;

/// What a plain scalar is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Plain {
    Null,
    Bool(bool),
    /// `yes`, `no`, `on` or `off`: a string, in YAML 1.1 a Boolean.
    Word(bool),
    Number(Number),
    /// A number that is not the same to all readers, or that JSON does not have.
    Ambiguous,
    /// An infinity, or no number.
    NotFinite,
    Text,
}

/// Reads a plain scalar.
///
/// See [the core schema](https://yaml.org/spec/1.2.2/#103-core-schema).
pub(super) fn read(text: &str) -> Plain {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Plain::Null,
        "true" | "True" | "TRUE" => Plain::Bool(true),
        "false" | "False" | "FALSE" => Plain::Bool(false),
        "yes" | "Yes" | "YES" | "on" | "On" | "ON" => Plain::Word(true),
        "no" | "No" | "NO" | "off" | "Off" | "OFF" => Plain::Word(false),
        _ => number(text),
    }
}

fn number(text: &str) -> Plain {
    let (sign, unsigned) = match text.strip_prefix('-') {
        Some(unsigned) => ("-", unsigned),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    match unsigned {
        ".inf" | ".Inf" | ".INF" => return Plain::NotFinite,
        ".nan" | ".NaN" | ".NAN" if unsigned == text => return Plain::NotFinite,
        _ => {}
    }
    if !unsigned.starts_with(|c: char| c == '.' || c.is_ascii_digit()) {
        return Plain::Text;
    }
    if let Some(digits) = unsigned.strip_prefix("0x") {
        return hexadecimal(sign, digits);
    }
    if has_radix(unsigned) || has_underscores(unsigned) {
        return Plain::Ambiguous;
    }
    decimal(sign, unsigned)
}

fn hexadecimal(sign: &str, digits: &str) -> Plain {
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'_') {
        return Plain::Text;
    }
    let value = u64::from_str_radix(digits, 16).ok();
    let number = value.and_then(|value| Number::new(format!("{sign}{value}")));
    number.map_or(Plain::Ambiguous, Plain::Number)
}

/// Whether it is octal or binary: each version of YAML has only one of the two.
fn has_radix(text: &str) -> bool {
    let digits = |prefix, last| {
        let digits = text.strip_prefix(prefix).unwrap_or_default();
        !digits.is_empty() && digits.chars().all(|c| c == '_' || ('0'..=last).contains(&c))
    };
    digits("0o", '7') || digits("0b", '1')
}

/// Whether it is a number with underscores in YAML 1.1.
fn has_underscores(text: &str) -> bool {
    text.contains('_') && text.chars().all(|c| c == '_' || c.is_ascii_digit())
}

/// Digits, a fraction and an exponent, of which JSON writes some otherwise.
fn decimal(sign: &str, text: &str) -> Plain {
    let (mantissa, exponent) = match text.find(['e', 'E']) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, "")) => (whole, None),
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(whole) || (whole.is_empty() && fraction.is_none()) {
        return Plain::Text;
    }
    let has_zeros = whole.len() > 1 && whole.starts_with('0');
    let whole = if whole.is_empty() || has_zeros { "0" } else { whole };
    let point = if mantissa.contains('.') { "." } else { "" };
    let fraction = fraction.unwrap_or(if point.is_empty() { "" } else { "0" });
    match Number::new(format!("{sign}{whole}{point}{fraction}{exponent}")) {
        Some(_) if has_zeros => Plain::Ambiguous,
        Some(number) => Plain::Number(number),
        None => Plain::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words() {
        for (text, expected) in [
            ("", Plain::Null),
            ("~", Plain::Null),
            ("Null", Plain::Null),
            ("nULL", Plain::Text),
            ("true", Plain::Bool(true)),
            ("FALSE", Plain::Bool(false)),
            ("tRue", Plain::Text),
            ("yes", Plain::Word(true)),
            ("Off", Plain::Word(false)),
            ("y", Plain::Text),
            ("N", Plain::Text),
            (".inf", Plain::NotFinite),
            ("-.Inf", Plain::NotFinite),
            (".nan", Plain::NotFinite),
            ("-.nan", Plain::Text),
            ("2024-01-31", Plain::Text),
            ("2024-01-31T00:00:00Z", Plain::Text),
            ("12:30:45", Plain::Text),
            ("1.2.3", Plain::Text),
            ("10.0.0.0/16", Plain::Text),
            ("1e", Plain::Text),
            ("e5", Plain::Text),
            ("-", Plain::Text),
            (".", Plain::Text),
            ("+", Plain::Text),
            ("0x", Plain::Text),
            ("0xyz", Plain::Text),
            ("5s", Plain::Text),
            ("$.a", Plain::Text),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn numbers() {
        for (text, json) in [
            ("0", "0"),
            ("-0", "-0"),
            ("12", "12"),
            ("+12", "12"),
            ("1.50", "1.50"),
            (".5", "0.5"),
            ("-.5", "-0.5"),
            ("1.", "1.0"),
            ("1.e3", "1.0e3"),
            ("1e5", "1e5"),
            ("6.02E+23", "6.02E+23"),
            ("0x1F", "31"),
            ("-0xff", "-255"),
            ("18446744073709551616", "18446744073709551616"),
        ] {
            let Plain::Number(number) = read(text) else { panic!("{text} is not a number") };
            assert_eq!(number.as_str(), json, "{text}");
        }
    }

    #[test]
    fn numbers_that_are_not_the_same_to_all() {
        for text in ["010", "089", "-007", "00", "01.5", "1_000", "2024_01", "0o17", "0b11"] {
            assert_eq!(read(text), Plain::Ambiguous, "{text}");
        }
        assert_eq!(read("0xFFFFFFFFFFFFFFFFFF"), Plain::Ambiguous);
        assert_eq!(read("0x_F"), Plain::Ambiguous);
    }
}
