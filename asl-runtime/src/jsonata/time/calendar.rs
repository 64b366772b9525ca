//! Days, months and years as JavaScript's dates have them.

/// Milliseconds of a day.
pub(super) const DAY: i64 = 86_400_000;

/// The milliseconds that a date may be away from 1970.
const MOST: f64 = 8.64e15;

/// A moment that JavaScript has a date for, in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment(i64);

/// A day of the proleptic Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Date {
    pub(super) year: i64,
    /// From 1 to 12.
    pub(super) month: i64,
    /// From 1 to 31.
    pub(super) day: i64,
}

impl Moment {
    /// `None` if it is out of range. Fractions do not count.
    pub(super) fn new(millis: f64) -> Option<Self> {
        (millis.abs() <= MOST).then_some(Self(millis as i64))
    }

    /// Milliseconds since 1970.
    pub(super) fn millis(self) -> i64 {
        self.0
    }

    /// Days since 1970.
    pub(super) fn days(self) -> i64 {
        self.0.div_euclid(DAY)
    }

    /// Milliseconds since the start of the day.
    pub(super) fn of_day(self) -> i64 {
        self.0.rem_euclid(DAY)
    }

    pub(super) fn date(self) -> Date {
        Date::of_days(self.days())
    }
}

impl Date {
    /// The date of so many days since 1970. Years begin in March here, so that the day that some
    /// have more is the last.
    pub(super) fn of_days(days: i64) -> Self {
        let shifted = days + 719_468;
        let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        Self { year: year + era * 400 + i64::from(month <= 2), month, day }
    }

    /// Days since 1970.
    pub(super) fn days(self) -> i64 {
        let year = self.year - i64::from(self.month <= 2);
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let month = (self.month + 9) % 12;
        let of_year = (153 * month + 2) / 5 + self.day - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }
}

/// The first day of a month as JavaScript's `Date.UTC` has it: years before 100 are those of the
/// 20th century. Months count from 0 and may be of other years.
pub(super) fn first_day(year: i64, month: i64) -> i64 {
    let year = if (0..=99).contains(&year) { 1900 + year } else { year };
    let year = year + month.div_euclid(12);
    Date { year, month: month.rem_euclid(12) + 1, day: 1 }.days()
}

/// The first day of the first week of a month or of a year: weeks begin on Monday, and the first
/// is that of the first Thursday. Months count from 0.
pub(super) fn first_week(year: i64, month: i64) -> i64 {
    let first = first_day(year, month);
    let weekday = weekday(first);
    if weekday > 4 { first + 8 - weekday } else { first - (weekday - 1) }
}

/// The day of the week of a day since 1970, from Monday, which is 1.
pub(super) fn weekday(days: i64) -> i64 {
    (days + 3).rem_euclid(7) + 1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn weeks_begin_on_monday() {
        assert_eq!(weekday(0), 4);
        assert_eq!(weekday(-4), 7);
        assert_eq!(Date::of_days(first_week(2005, 0)), Date { year: 2005, month: 1, day: 3 });
        assert_eq!(Date::of_days(first_week(2008, 0)), Date { year: 2007, month: 12, day: 31 });
        assert_eq!(first_day(70, 12), 365);
    }

    proptest! {
        #[test]
        fn dates_are_those_of_another_calendar(days in -700_000_i64..2_900_000) {
            let date = Date::of_days(days);
            prop_assert_eq!(date.days(), days);
            let other = jiff::civil::date(1970, 1, 1);
            let other = other.checked_add(jiff::Span::new().days(days)).unwrap();
            prop_assert_eq!(
                (date.year, date.month, date.day),
                (i64::from(other.year()), i64::from(other.month()), i64::from(other.day())),
            );
            prop_assert_eq!(weekday(days), i64::from(other.weekday().to_monday_one_offset()));
        }
    }
}
