//! `$formatInteger` and `$parseInteger`: integers as a picture says, in digits, letters, Roman
//! numerals or English words, after [`format-integer`] of XPath.
//!
//! [`format-integer`]: https://www.w3.org/TR/xpath-functions-31/#func-format-integer

mod digits;
mod format;
mod letters;
mod parse;
mod picture;
mod roman;
mod words;

use super::Error;
use super::limit::check_picture;
pub(super) use digits::{Grouping, greatest_divisor};
pub(super) use picture::{Case, IntegerPicture, Primary};
pub(super) use words::WORD_PATTERN;

/// `$formatInteger(number, picture)`. Fractions do not count.
///
/// # Errors
/// `D3130`, `D3131`: no such picture. `D1001`: the number is not finite. There are numbers too
/// large for Roman numerals.
///
/// # Examples
/// ```
/// use asl_runtime::jsonata::integer::format_integer;
///
/// assert_eq!(format_integer(1999.0, "I")?, "MCMXCIX");
/// assert_eq!(format_integer(2789.0, "w;o")?, "two thousand, seven hundred and eighty-ninth");
/// assert_eq!(format_integer(12345.0, "#,##0")?, "12,345");
/// # Ok::<(), asl_runtime::jsonata::Error>(())
/// ```
pub fn format_integer(number: f64, picture: &str) -> Result<String, Error> {
    check_picture(picture)?;
    IntegerPicture::new(picture)?.format(number.floor())
}

/// `$parseInteger(text, picture)`: the number that the text stands for. The picture tells the
/// kind of numerals only; the text need not look like it. The result is not a number if the text
/// does not have such numerals.
///
/// # Errors
/// `D3130`, `D3131`: no such picture.
///
/// # Examples
/// ```
/// use asl_runtime::jsonata::integer::parse_integer;
///
/// assert_eq!(parse_integer("MCMXCIX", "I")?, 1999.0);
/// assert_eq!(parse_integer("twelve thousand, four hundred and seventy-six", "w")?, 12476.0);
/// assert!(parse_integer("unknown", "w")?.is_nan());
/// # Ok::<(), asl_runtime::jsonata::Error>(())
/// ```
pub fn parse_integer(text: &str, picture: &str) -> Result<f64, Error> {
    check_picture(picture)?;
    IntegerPicture::new(picture)?.parse(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn messages_name_the_picture() {
        assert_eq!(
            format_integer(1.0, "\u{3b1}").unwrap_err().to_string(),
            "D3130: Formatting or parsing an integer as a sequence starting with \"\u{3b1}\" is \
             not supported by this implementation",
        );
        assert_eq!(
            parse_integer("1", "0\u{661}").unwrap_err().to_string(),
            "D3131: In a decimal digit pattern, all digits must be from the same decimal group",
        );
        assert_eq!(format_integer(f64::INFINITY, "w").unwrap_err().code(), "D1001");
        assert_eq!(format_integer(1.0, &"#".repeat(20_000)).unwrap_err().code(), "");
    }

    proptest! {
        #[test]
        fn what_is_formatted_is_parsed(
            number in 1..9_999_999_u32,
            picture in prop::sample::select(vec![
                "0", "#,##0", "0000000", "A", "a", "W", "w", "Ww", "w;o", "W;o", "0;o", "#,##0;o",
                "\u{661}", "#'000",
            ]),
        ) {
            let number = f64::from(number);
            let text = format_integer(number, picture).unwrap();
            // Separators that are regular are taken for commas.
            let text = text.replace('\'', ",");
            prop_assert_eq!(parse_integer(&text, picture).unwrap(), number, "{}", text);
        }

        #[test]
        fn roman_numerals_are_parsed(number in 1..20_000_u32, upper in any::<bool>()) {
            let picture = if upper { "I" } else { "i" };
            let text = format_integer(f64::from(number), picture).unwrap();
            prop_assert_eq!(parse_integer(&text, picture), Ok(f64::from(number)));
        }

        #[test]
        fn any_picture_ends_well(
            number in any::<f64>(),
            picture in "([#0,.:;oaAiIwW\u{661}α]|\\PC){0,12}",
            text in "([ixvmabc0-9,.-]|hundred|thousand|one| and |\\PC){0,12}",
        ) {
            let _ = format_integer(number, &picture);
            let _ = parse_integer(&text, &picture);
        }
    }
}
