//! Timestamps: the RFC 3339 profile of ASL, as instants.
//!
//! Choice rules compare them, Wait states wait for them, the context object shows them.

use std::time::Duration;

use jiff::fmt::temporal::DateTimePrinter;

use crate::value::Str;

/// An instant, to the nanosecond, from a timestamp of the years 0000 to 9999.
///
/// # Examples
/// ```
/// use asl_runtime::data::timestamp::Timestamp;
///
/// const NOON: Option<Timestamp> = Timestamp::parse("2016-03-14T12:00:00Z");
/// assert_eq!(NOON, Timestamp::parse("2016-03-14T01:59:00.000-10:01"));
/// assert_eq!(Timestamp::parse("2016-03-14 12:00:00"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp {
    /// Seconds since 1970, rounded down.
    seconds: i64,
    nanoseconds: u32,
}

impl Timestamp {
    /// 1970-01-01T00:00:00Z.
    pub const UNIX_EPOCH: Self = Self { seconds: 0, nanoseconds: 0 };

    /// Reads a timestamp in the profile of ASL: an upper-case `T`, seconds, at most nine digits of
    /// a fraction, and an upper-case `Z` or an offset in hours and minutes.
    ///
    /// Follows [Timestamps](https://states-language.net/spec.html#timestamps) of the ASL
    /// specification. There are no leap seconds.
    #[must_use]
    pub const fn parse(text: &str) -> Option<Self> {
        let [y3, y2, y1, y0, b'-', mo1, mo0, b'-', d1, d0, b'T', time @ ..] = text.as_bytes()
        else {
            return None;
        };
        let [h1, h0, b':', mi1, mi0, b':', s1, s0, rest @ ..] = time else {
            return None;
        };
        let (Some(century), Some(year)) = (two_digits(*y3, *y2, 99), two_digits(*y1, *y0, 99))
        else {
            return None;
        };
        let year = century * 100 + year;
        let (Some(month), Some(day)) = (two_digits(*mo1, *mo0, 12), two_digits(*d1, *d0, 31))
        else {
            return None;
        };
        if month == 0 || day == 0 || day > days_in_month(year, month) {
            return None;
        }
        let (Some(hour), Some(minute), Some(second)) =
            (two_digits(*h1, *h0, 23), two_digits(*mi1, *mi0, 59), two_digits(*s1, *s0, 59))
        else {
            return None;
        };
        let Some((nanoseconds, zone)) = fraction(rest) else {
            return None;
        };
        let Some(offset) = offset(zone) else {
            return None;
        };
        let local = days_since_1970(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second;
        Some(Self { seconds: local - offset, nanoseconds })
    }

    /// The time from `now` until this instant; zero if it is past.
    #[must_use]
    pub fn after(self, now: jiff::Timestamp) -> Duration {
        let now_nanoseconds = now.subsec_nanosecond();
        let seconds = self.seconds - now.as_second();
        let nanoseconds = i64::from(self.nanoseconds) - i64::from(now_nanoseconds);
        let total = i128::from(seconds) * 1_000_000_000 + i128::from(nanoseconds);
        match u128::try_from(total) {
            Ok(total) => {
                let seconds = u64::try_from(total / 1_000_000_000).unwrap_or(u64::MAX);
                Duration::new(seconds, (total % 1_000_000_000) as u32)
            }
            Err(_) => Duration::ZERO,
        }
    }
}

impl From<jiff::Timestamp> for Timestamp {
    fn from(time: jiff::Timestamp) -> Self {
        // Rounded down, where jiff rounds towards 1970.
        let nanoseconds = time.subsec_nanosecond();
        let borrowed = i64::from(nanoseconds < 0);
        let nanoseconds = i64::from(nanoseconds) + borrowed * 1_000_000_000;
        Self {
            seconds: time.as_second() - borrowed,
            nanoseconds: u32::try_from(nanoseconds).unwrap_or_default(),
        }
    }
}

/// A time as the context object shows it: `2024-01-01T00:00:00.000Z`.
#[must_use]
pub fn to_text(time: jiff::Timestamp) -> Str {
    const MILLISECONDS: DateTimePrinter = DateTimePrinter::new().precision(Some(3));
    Str::from(MILLISECONDS.timestamp_to_string(&time))
}

/// The number of two digits, if it is no more than `max`.
const fn two_digits(tens: u8, ones: u8, max: i64) -> Option<i64> {
    if !tens.is_ascii_digit() || !ones.is_ascii_digit() {
        return None;
    }
    let number = ((tens - b'0') * 10 + (ones - b'0')) as i64;
    if number > max { None } else { Some(number) }
}

/// Reads the nanoseconds of a fraction, if there is one, and gives what follows.
const fn fraction(text: &[u8]) -> Option<(u32, &[u8])> {
    let [b'.', digits @ ..] = text else {
        return Some((0, text));
    };
    let mut rest = digits;
    let mut nanoseconds = 0;
    let mut unit = 1_000_000_000;
    while let [digit @ b'0'..=b'9', after @ ..] = rest {
        unit /= 10;
        if unit == 0 {
            return None;
        }
        nanoseconds += (*digit - b'0') as u32 * unit;
        rest = after;
    }
    if unit == 1_000_000_000 { None } else { Some((nanoseconds, rest)) }
}

/// The seconds that local time is ahead of UTC.
const fn offset(zone: &[u8]) -> Option<i64> {
    match zone {
        [b'Z'] => Some(0),
        [sign @ (b'+' | b'-'), h1, h0, b':', m1, m0] => {
            let (Some(hours), Some(minutes)) = (two_digits(*h1, *h0, 23), two_digits(*m1, *m0, 59))
            else {
                return None;
            };
            let seconds = hours * 3600 + minutes * 60;
            Some(if *sign == b'-' { -seconds } else { seconds })
        }
        _ => None,
    }
}

const fn is_leap_year(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

const fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap_year(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1970-01-01 to a date of the proleptic Gregorian calendar.
const fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    // Counted in years that begin in March, so that the leap day is the last.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    // March to July and August to December repeat 31, 30, 31, 30, 31: 153 days in 5 months.
    let days_before_month = (153 * month + 2) / 5;
    year * 365 + leap_days + days_before_month + day - 719_469
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_the_profile_of_the_specification() {
        let instant = Timestamp::parse("2016-03-14T01:59:00Z").unwrap();
        assert_eq!(instant, Timestamp { seconds: 1_457_920_740, nanoseconds: 0 });
        for same in ["2016-03-14T01:59:00.000Z", "2016-03-14T03:59:00+02:00"] {
            assert_eq!(Timestamp::parse(same), Some(instant), "{same}");
        }
        let nanosecond = Timestamp::parse("2016-03-14T01:59:00.000000001Z").unwrap();
        assert!(nanosecond > instant);
        assert_eq!(Timestamp::parse("1970-01-01T00:00:00Z"), Some(Timestamp::UNIX_EPOCH));
        assert!(Timestamp::parse("9999-12-31T23:59:59Z") > Some(instant));
        assert!(Timestamp::parse("0000-01-01T00:00:00Z").is_some());
        assert!(Timestamp::parse("2024-02-29T00:00:00Z").is_some());
    }

    #[test]
    fn refuses_all_else() {
        for text in [
            "",
            "2023-02-24 12:15:56",
            "2016-12-05 21:29:29Z",
            "2016-12-05T21:29:29",
            "2016-13-05T21:29:29Z",
            "2016-12-05T25:29:29Z",
            "05-12-2016T21:29:29Z",
            "2016-12-05t21:29:29Z",
            "2016-12-05T21:29:29z",
            "2016-12-05T21:29Z",
            "2016-12-05T21:29:60Z",
            "2016-12-05T21:29:29.Z",
            "2016-12-05T21:29:29.1234567890Z",
            "2016-12-05T21:29:29+02",
            "2016-12-05T21:29:29+0200",
            "2016-12-05T21:29:29+24:00",
            "2016-12-05T21:29:29ZZ",
            "2023-02-29T00:00:00Z",
            "2023-04-31T00:00:00Z",
            "2023-00-01T00:00:00Z",
            "2023-01-00T00:00:00Z",
            "2016-12-05",
            "２016-12-05T21:29:29Z",
        ] {
            assert_eq!(Timestamp::parse(text), None, "{text}");
        }
    }

    #[test]
    fn context_times_have_milliseconds() {
        let text = |text: &str| to_text(text.parse().unwrap());
        assert_eq!(text("2024-01-01T00:00:00Z"), "2024-01-01T00:00:00.000Z");
        assert_eq!(text("2024-12-31T23:59:59.987654321Z"), "2024-12-31T23:59:59.987Z");
    }

    #[test]
    fn waits_from_now() {
        let now = "2024-01-01T00:00:00.5Z".parse().unwrap();
        let after = |text: &str| Timestamp::parse(text).unwrap().after(now);
        assert_eq!(after("2024-01-01T00:00:01Z"), Duration::from_millis(500));
        assert_eq!(after("2024-01-01T00:00:00Z"), Duration::ZERO);
        assert_eq!(after("1999-01-01T00:00:00Z"), Duration::ZERO);
    }

    proptest! {
        #[test]
        fn agrees_with_jiff(
            (year, month, day) in (1_i16..=9998, 1_i8..=12, 1_i8..=31),
            (hour, minute, second, nanosecond) in (0_i8..=23, 0_i8..=59, 0_i8..=59, 0_i32..1_000_000_000),
            (hours, minutes) in (-23_i64..=23, 0_i64..=59),
        ) {
            let text = format!(
                "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{nanosecond:09}\
                 {}{:02}:{minutes:02}",
                if hours < 0 { '-' } else { '+' },
                hours.abs(),
            );
            let expected = text.parse::<jiff::Timestamp>().ok();
            let actual = Timestamp::parse(&text);
            prop_assert_eq!(actual.is_some(), expected.is_some(), "{}", text);
            if let (Some(expected), Some(actual)) = (expected, actual) {
                let nanoseconds = i128::from(actual.seconds) * 1_000_000_000
                    + i128::from(actual.nanoseconds);
                prop_assert_eq!(nanoseconds, expected.as_nanosecond(), "{}", text);
            }
        }

        #[test]
        fn never_panics(text in "[0-9TZ:.+é-]{0,30}") {
            let _ = Timestamp::parse(&text);
        }
    }
}
