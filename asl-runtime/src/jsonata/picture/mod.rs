//! `$formatNumber`: numbers as a picture says, after [`format-number`] of XPath.
//!
//! A picture is split into its parts, checked, and measured; then a number is written by its
//! measures.
//!
//! [`format-number`]: https://www.w3.org/TR/xpath-functions-31/#func-format-number

mod characters;
mod check;
mod measure;
mod parts;
mod symbols;
mod write;

use super::Error;
use super::limit::check_picture;
use characters::find;
use measure::Measures;
use parts::Parts;
pub use symbols::Symbols;

/// `$formatNumber(number, picture, options)`.
///
/// # Errors
/// `D3080` to `D3093`: no such picture. There are more than 100 decimals.
///
/// # Examples
/// ```
/// use asl_runtime::jsonata::picture::{Symbols, format_number};
///
/// assert_eq!(format_number(12345.6, "#,###.00", &Symbols::default())?, "12,345.60");
/// assert_eq!(format_number(-0.14, "01%;(01%)", &Symbols::default())?, "(14%)");
///
/// let mut symbols = Symbols::default();
/// symbols.set("decimal-separator", ",");
/// assert_eq!(format_number(1.5, "0,00", &symbols)?, "1,50");
/// # Ok::<(), asl_runtime::jsonata::Error>(())
/// ```
pub fn format_number(number: f64, picture: &str, symbols: &Symbols) -> Result<String, Error> {
    check_picture(picture)?;
    let parts = sub_pictures(picture, symbols)?;
    for part in &parts {
        part.check(symbols)?;
    }
    match &*parts {
        [_, negative] if number < 0.0 => Measures::new(negative, symbols).write(number, symbols),
        [positive, ..] => {
            let mut measures = Measures::new(positive, symbols);
            if parts.len() == 1 && number < 0.0 {
                measures.prefix.splice(..0, symbols.minus_sign.iter().copied());
            }
            measures.write(number, symbols)
        }
        [] => Ok(String::new()),
    }
}

/// The picture of all numbers, or that of positive and that of negative ones.
fn sub_pictures(picture: &str, symbols: &Symbols) -> Result<Vec<Parts>, Error> {
    let picture: Vec<char> = picture.chars().collect();
    let separator = &*symbols.pattern_separator;
    let (first, second) = match find(&picture, separator, 0) {
        Some(end) => (&picture[..end], Some(&picture[end + separator.len()..])),
        None => (&*picture, None),
    };
    if second.is_some_and(|second| separator.is_empty() || find(second, separator, 0).is_some()) {
        return Err(Error::new(
            "D3080",
            "The picture string must only contain a maximum of two sub-pictures",
        ));
    }
    let pictures = [Some(first), second].into_iter().flatten();
    Ok(pictures.map(|picture| Parts::new(picture, symbols)).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn format(number: f64, picture: &str) -> String {
        format_number(number, picture, &Symbols::default()).unwrap()
    }

    #[test]
    fn what_has_no_end_in_javascript_ends() {
        assert_eq!(format(0.0, "0.0e0"), "0.0e0");
        assert_eq!(format(-1234.5, "0.0e0"), "-1.2e3");
    }

    #[test]
    fn decimals_have_a_limit() {
        let picture = format!("0.{}", "0".repeat(101));
        let error = format_number(1.0, &picture, &Symbols::default()).unwrap_err();
        assert_eq!(error.to_string(), "toFixed() digits argument must be between 0 and 100",);
    }

    proptest! {
        #[test]
        fn any_picture_ends_well(
            number in prop_oneof![any::<f64>(), -1e6..1e6_f64],
            picture in "([#0,.;e%\u{2030}1a ]|\\PC){0,14}",
            options in proptest::collection::vec(
                (prop::sample::select(Symbols::NAMES.to_vec()), "\\PC{0,2}"), 0..3,
            ),
        ) {
            let mut symbols = Symbols::default();
            for (name, text) in options {
                symbols.set(name, &text);
            }
            let _ = format_number(number, &picture, &symbols);
        }

        #[test]
        fn decimals_are_those_of_rust(number in -1_000_000_i32..1_000_000) {
            let number = f64::from(number) / 8.0;
            let text = format(number, "#0.000");
            prop_assert_eq!(text.parse(), Ok(number));
        }
    }
}
