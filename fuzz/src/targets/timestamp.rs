//! Timestamps, read beside a reader that takes the text apart and asks `jiff` for the date.

use std::time::Duration;

use asl_runtime::data::timestamp::Timestamp;

use crate::target::{Target, parts};

pub(super) const TARGET: Target = Target {
    name: "timestamp",
    words: &["2024-02-29", "T23:59:59", "Z", "+23:59", "-00:00", ".999999999", "0000", "9999"],
    run,
    planted: false,
};

fn run(input: &[u8]) -> String {
    let [a, b] = parts(input);
    let (x, y) = (Timestamp::parse(&a), Timestamp::parse(&b));
    let (simple_x, simple_y) = (simple(&a), simple(&b));
    assert_eq!(x.is_some(), simple_x.is_some(), "{a}");
    assert_eq!(y.is_some(), simple_y.is_some(), "{b}");
    assert_eq!(x.cmp(&y), simple_x.cmp(&simple_y), "{a} {b}");
    let Some(((x, simple), now)) = x.zip(simple_x).zip(a.parse::<jiff::Timestamp>().ok()) else {
        return format!("{:?}", x.is_some());
    };
    assert_eq!(x.after(now), Duration::ZERO, "{a}");
    let wait = x.after(jiff::Timestamp::UNIX_EPOCH).as_nanos();
    assert_eq!(wait, u128::try_from(simple).unwrap_or(0), "{a}");
    format!("{:?}", x.cmp(&Timestamp::UNIX_EPOCH))
}

/// Nanoseconds since 1970.
fn simple(text: &str) -> Option<i128> {
    let (date, time) = text.split_once('T')?;
    let zone = time.find(['Z', '+', '-'])?;
    let (time, zone) = time.split_at(zone);
    let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
    if fraction.is_empty() || fraction.len() > 9 {
        return None;
    }
    let [year, month, day] = fields(date, '-', [4, 2, 2])?;
    let [hour, minute, second] = fields(time, ':', [2, 2, 2])?;
    let [fraction] = fields(&format!("{fraction:0<9}"), ' ', [9])?;
    let ahead = match zone.split_at(1) {
        ("Z", "") => 0,
        (sign, zone) => {
            let [hours, minutes] = fields(zone, ':', [2, 2]).filter(|_| sign != "Z")?;
            if hours > 23 || minutes > 59 {
                return None;
            }
            (hours * 3600 + minutes * 60) * if sign == "-" { -1 } else { 1 }
        }
    };
    let small = |number: i64| i8::try_from(number).ok();
    let year = i16::try_from(year).ok()?;
    let date = jiff::civil::Date::new(year, small(month)?, small(day)?).ok()?;
    let time = jiff::civil::Time::new(small(hour)?, small(minute)?, small(second)?, 0).ok()?;
    let days = date.since(jiff::civil::date(1970, 1, 1)).ok()?.get_days();
    let seconds = i64::from(days) * 86_400
        + i64::from(time.hour()) * 3600
        + i64::from(time.minute()) * 60
        + i64::from(time.second())
        - ahead;
    Some(i128::from(seconds) * 1_000_000_000 + i128::from(fraction))
}

/// Numbers of so many digits.
fn fields<const N: usize>(text: &str, between: char, digits: [usize; N]) -> Option<[i64; N]> {
    let fields: Vec<&str> = text.split(between).collect();
    let fields: [&str; N] = fields.try_into().ok()?;
    let mut numbers = [0; N];
    for ((number, field), digits) in numbers.iter_mut().zip(fields).zip(digits) {
        if field.len() != digits || !field.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        *number = field.parse().ok()?;
    }
    Some(numbers)
}
