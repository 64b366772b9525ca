//! Timestamps of ISO 8601, as JSONata and JavaScript take them.

use super::calendar::{DAY, Date};
use crate::jsonata::Error;
use crate::jsonata::error::json_string;

/// Milliseconds since 1970 of `YYYY-MM-DDTHH:MM:SS.fff+HH:MM`. Month, day, time, fraction and
/// offset may be left out, and so may the colon of the offset; `Z` may also follow a date. Without
/// an offset the time is UTC.
///
/// # Errors
/// `D3110`: the text is no timestamp.
pub(super) fn parse(text: &str) -> Result<f64, Error> {
    timestamp(text).map(|millis| millis as f64).ok_or_else(|| {
        Error::new(
            "D3110",
            format!(
                "The argument of the toMillis function must be an ISO 8601 formatted timestamp. \
                 Given {}",
                json_string(text),
            ),
        )
    })
}

fn timestamp(text: &str) -> Option<i64> {
    let mut text = text.as_bytes();
    let year = number(&mut text, 4)?;
    let (mut month, mut day) = (1, 1);
    if take(&mut text, b'-') {
        month = number(&mut text, 2)?;
        if take(&mut text, b'-') {
            day = number(&mut text, 2)?;
        }
    }
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // The 31st of a month that has no such day is one of the next.
    let mut millis = (Date { year, month, day: 1 }.days() + day - 1) * DAY;
    if take(&mut text, b'T') {
        millis += time(&mut text)? - offset(&mut text)?;
    }
    // After an offset there is none.
    take(&mut text, b'Z');
    text.is_empty().then_some(millis)
}

fn time(text: &mut &[u8]) -> Option<i64> {
    let hours = number(text, 2)?;
    let minutes = take(text, b':').then(|| number(text, 2))??;
    let seconds = take(text, b':').then(|| number(text, 2))??;
    let mut fraction = 0;
    if take(text, b'.') {
        let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let counted = digits.min(3);
        fraction = number(text, counted)? * [1000, 100, 10, 1][counted];
        *text = &text[digits - counted..];
        if digits == 0 {
            return None;
        }
    }
    let millis = ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction;
    // Midnight may be the end of a day.
    (minutes < 60 && seconds < 60 && millis <= DAY).then_some(millis)
}

/// The milliseconds that an offset adds, if there is one.
fn offset(text: &mut &[u8]) -> Option<i64> {
    let sign = match text.first() {
        Some(b'+') => 1,
        Some(b'-') => -1,
        _ => return Some(0),
    };
    *text = &text[1..];
    let hours = number(text, 2)?;
    take(text, b':');
    let minutes = number(text, 2)?;
    // Nothing may follow.
    (hours < 24 && minutes < 60 && text.is_empty())
        .then_some(sign * (hours * 60 + minutes) * 60_000)
}

fn take(text: &mut &[u8], byte: u8) -> bool {
    match text.split_first() {
        Some((first, rest)) if *first == byte => {
            *text = rest;
            true
        }
        _ => false,
    }
}

/// So many digits.
fn number(text: &mut &[u8], digits: usize) -> Option<i64> {
    let (number, rest) = text.split_at_checked(digits)?;
    *text = rest;
    number.iter().try_fold(0, |number, digit| {
        digit.is_ascii_digit().then(|| 10 * number + i64::from(digit - b'0'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jsonata::time::from_millis;

    #[test]
    fn takes_what_javascript_takes() {
        // As recorded from node.
        for (text, time) in [
            ("2018", "2018-01-01T00:00:00.000Z"),
            ("2018-02", "2018-02-01T00:00:00.000Z"),
            ("2018-02-30", "2018-03-02T00:00:00.000Z"),
            ("2018-02-03Z", "2018-02-03T00:00:00.000Z"),
            ("2018Z", "2018-01-01T00:00:00.000Z"),
            ("2018T10:00:00Z", "2018-01-01T10:00:00.000Z"),
            ("2018-02-03T24:00:00Z", "2018-02-04T00:00:00.000Z"),
            ("2018-02-03T10:00:00", "2018-02-03T10:00:00.000Z"),
            ("2018-02-03T10:00:00.5", "2018-02-03T10:00:00.500Z"),
            ("2018-02-03T10:00:00.123987Z", "2018-02-03T10:00:00.123Z"),
            ("2018-02-03T10:00:00+2359", "2018-02-02T10:01:00.000Z"),
            ("2018-02-03T10:00:00-05:30", "2018-02-03T15:30:00.000Z"),
            ("0050-01-01T00:00:00+0100", "0049-12-31T23:00:00.000Z"),
        ] {
            let millis = parse(text).unwrap();
            assert_eq!(from_millis(millis, None, None).unwrap(), time, "{text}");
        }
    }

    #[test]
    fn refuses_what_javascript_has_no_time_for() {
        for text in [
            "",
            "foo",
            "201",
            "20180",
            "2018-2",
            "2018-13",
            "2018-00",
            "2018-02-32",
            "2018-02-00",
            "2018-02-03+01:00",
            "2018-02-03T24:00:01Z",
            "2018-02-03T25:00:00Z",
            "2018-02-03T10:00Z",
            "2018-02-03T10:60:00Z",
            "2018-02-03T10:00:60Z",
            "2018-02-03T10:00:00.Z",
            "2018-02-03T10:00:00+24:00",
            "2018-02-03T10:00:00+0000Z",
            "2018-02-03T10:00:00Z ",
            "2018-02-03t10:00:00Z",
            "\u{661}018",
            "2018-02-03T10:00:00Z1",
        ] {
            assert_eq!(parse(text).unwrap_err().code(), "D3110", "{text}");
        }
        assert_eq!(
            parse("foo").unwrap_err().to_string(),
            "D3110: The argument of the toMillis function must be an ISO 8601 formatted \
             timestamp. Given \"foo\"",
        );
    }
}
