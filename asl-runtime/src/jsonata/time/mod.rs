//! `$fromMillis` and `$toMillis`: timestamps as a picture says, after [`format-dateTime`] of XPath.
//!
//! Timestamps are milliseconds since the start of 1970, within the 100,000,000 days before and
//! after that JavaScript's dates have.
//!
//! [`format-dateTime`]: https://www.w3.org/TR/xpath-functions-31/#func-format-dateTime

mod calendar;
mod component;
mod format;
mod iso;
mod names;
mod parse;
mod pattern;
mod picture;

use super::Error;
use super::limit::check_picture;
use calendar::Moment;
use picture::Picture;

/// How timestamps are written unless a picture says otherwise.
const ISO: &str = "[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]";

/// `$fromMillis(millis, picture, timezone)`: the timezone is an offset such as `+0530`.
///
/// # Errors
/// `D3130` to `D3135`: no such picture. `D1001`: the time is out of range. The timezone is no
/// number.
///
/// # Examples
/// ```
/// use asl_runtime::jsonata::time::from_millis;
///
/// assert_eq!(from_millis(1510067557121.0, None, None)?, "2017-11-07T15:12:37.121Z");
/// let text = from_millis(1510067557121.0, Some("[M01]/[D01] [h#1]:[m01][P]"), Some("-0500"))?;
/// assert_eq!(text, "11/07 10:12am");
/// # Ok::<(), asl_runtime::jsonata::Error>(())
/// ```
pub fn from_millis(
    millis: f64,
    picture: Option<&str>,
    timezone: Option<&str>,
) -> Result<String, Error> {
    let picture = picture.unwrap_or(ISO);
    check_picture(picture)?;
    format::format(millis, &Picture::new(picture)?, timezone)
}

/// `$toMillis(text, picture)`: without a picture the text is a timestamp of ISO 8601. What the
/// picture does not have is that of `now`, if it is larger than what it has.
///
/// `None` if the text does not look like the picture, or names no time.
///
/// # Errors
/// `D3110`: the text is no timestamp. `D3130` to `D3136`: no such picture, or one that leaves out
/// what is needed.
///
/// # Examples
/// ```
/// use asl_runtime::jsonata::time::to_millis;
///
/// assert_eq!(to_millis("2017-11-07T15:12:37.121Z", None, 0.0)?, Some(1510067557121.0));
/// let millis = to_millis("Wednesday, 14th February 2018", Some("[FNn], [D1o] [MNn] [Y]"), 0.0)?;
/// assert_eq!(millis, Some(1518566400000.0));
/// # Ok::<(), asl_runtime::jsonata::Error>(())
/// ```
pub fn to_millis(text: &str, picture: Option<&str>, now: f64) -> Result<Option<f64>, Error> {
    let Some(picture) = picture else { return iso::parse(text).map(Some) };
    check_picture(picture)?;
    let now = Moment::new(now).ok_or_else(|| Error::number_out_of_range(now))?;
    parse::parse(text, Picture::new(picture)?, now)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_formatted_is_parsed(millis in -62_135_596_800_000_i64..253_402_300_800_000) {
            let millis = millis as f64;
            let text = from_millis(millis, None, None).unwrap();
            prop_assert_eq!(to_millis(&text, None, 0.0).unwrap(), Some(millis));
            // The year is what `Date.UTC` takes, in which years of two digits are of the 1900s.
            prop_assume!(millis > -59_011_459_200_000.0);
            for picture in [
                "[Y0001]-[M01]-[D01] [H01]:[m01]:[s01].[f001]",
                "[FNn], [D1o] [MNn] [Y0001] [h]:[m]:[s].[f001] [PN]",
                "[YI] [Mw] [DA] [Hw]:[mI]#[s01].[f001]",
            ] {
                // There is no Roman zero.
                let text = from_millis(millis, Some(picture), None).unwrap();
                if !text.contains(":#") {
                    prop_assert_eq!(to_millis(&text, Some(picture), 0.0).unwrap(), Some(millis), "{}", text);
                }
            }
        }

        #[test]
        fn any_picture_ends_well(
            millis in prop_oneof![any::<f64>(), -1e15..1e15_f64],
            picture in "(\\[[YMDdFWwXxHhPmsfZzCEq](|1|01|01:01t|#,##0|Nn|N|n|I|w|o|,[0-9*]{1,2}(-[0-9*]{1,3})?){0,2}\\]|[-:. ]|\\PC){0,8}",
            timezone in prop::option::of("[+-]?[0-9]{0,5}"),
            text in "([0-9a-zA-Z:. +-]|\\PC){0,20}",
        ) {
            if let Ok(text) = from_millis(millis, Some(&picture), timezone.as_deref()) {
                let _ = to_millis(&text, Some(&picture), 0.0);
            }
            let _ = to_millis(&text, Some(&picture), 1e12);
            let _ = to_millis(&text, None, 0.0);
        }
    }
}
