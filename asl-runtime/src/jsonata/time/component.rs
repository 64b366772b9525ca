//! What a moment has: years, months, weeks, …

use super::calendar::{Moment, first_day, first_week, weekday};
use super::names::{DAYS, MONTHS};

/// The part of a moment that a marker of a picture stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Component {
    Year,
    Month,
    Day,
    DayOfYear,
    DayOfWeek,
    WeekOfYear,
    WeekOfMonth,
    /// The year that the week belongs to.
    WeekYear,
    /// The month that the week belongs to.
    WeekMonth,
    Hour,
    HourOfHalf,
    Half,
    Minute,
    Second,
    Fraction,
    Offset,
    OffsetWithGmt,
    Calendar,
    Era,
    /// Any other letter.
    Unknown,
}

impl Component {
    pub(super) fn of_letter(letter: char) -> Self {
        match letter {
            'Y' => Self::Year,
            'M' => Self::Month,
            'D' => Self::Day,
            'd' => Self::DayOfYear,
            'F' => Self::DayOfWeek,
            'W' => Self::WeekOfYear,
            'w' => Self::WeekOfMonth,
            'X' => Self::WeekYear,
            'x' => Self::WeekMonth,
            'H' => Self::Hour,
            'h' => Self::HourOfHalf,
            'P' => Self::Half,
            'm' => Self::Minute,
            's' => Self::Second,
            'f' => Self::Fraction,
            'Z' => Self::Offset,
            'z' => Self::OffsetWithGmt,
            'C' => Self::Calendar,
            'E' => Self::Era,
            _ => Self::Unknown,
        }
    }

    /// How it is presented unless the marker says so, which it has to for unknown ones.
    pub(super) fn default_presentation(self) -> Option<&'static str> {
        Some(match self {
            Self::Unknown => return None,
            Self::DayOfWeek | Self::Half | Self::Calendar | Self::Era => "n",
            Self::Minute | Self::Second => "01",
            Self::Offset | Self::OffsetWithGmt => "01:01",
            _ => "1",
        })
    }

    /// Whether it is a number, for which there may be names.
    pub(super) fn is_integer(self) -> bool {
        !matches!(
            self,
            Self::Half
                | Self::Offset
                | Self::OffsetWithGmt
                | Self::Calendar
                | Self::Era
                | Self::Unknown
        )
    }

    pub(super) fn is_offset(self) -> bool {
        matches!(self, Self::Offset | Self::OffsetWithGmt)
    }

    /// The names of its numbers, from 1.
    pub(super) fn names(self) -> Option<&'static [&'static str]> {
        match self {
            Self::Month | Self::WeekMonth => Some(&MONTHS),
            Self::DayOfWeek => Some(&DAYS),
            _ => None,
        }
    }
}

impl Moment {
    /// The number that a component has; 0 for one that has none. Of the halves of the day the
    /// second is 1.
    pub(super) fn component(self, component: Component) -> i64 {
        let date = self.date();
        let month = date.month - 1;
        // Days as `Date.UTC` has them.
        let today = first_day(date.year, month) + date.day - 1;
        match component {
            Component::Year => date.year,
            Component::Month => date.month,
            Component::Day => date.day,
            Component::DayOfYear => today - first_day(date.year, 0) + 1,
            Component::DayOfWeek => weekday(self.days()),
            Component::WeekOfYear => week(
                today,
                first_week(date.year - 1, 0),
                first_week(date.year, 0),
                first_week(date.year + 1, 0),
                52,
            ),
            Component::WeekOfMonth => {
                let (before, after) = neighbours(date.year, month);
                let [before, this, after] = [before, (date.year, month), after]
                    .map(|(year, month)| first_week(year, month));
                week(today, before, this, after, 4)
            }
            Component::WeekYear => {
                let (this, next) = (first_week(date.year, 0), first_week(date.year + 1, 0));
                date.year - i64::from(self.days() < this) + i64::from(self.days() >= next)
            }
            Component::WeekMonth => {
                let (before, after) = neighbours(date.year, month);
                if self.days() < first_week(date.year, month) {
                    before.1 + 1
                } else if self.days() >= first_week(after.0, after.1) {
                    after.1 + 1
                } else {
                    date.month
                }
            }
            Component::Hour => self.hour(),
            Component::HourOfHalf => (self.hour() + 11) % 12 + 1,
            Component::Half => i64::from(self.hour() >= 12),
            Component::Minute => self.of_day() / 60_000 % 60,
            Component::Second => self.of_day() / 1000 % 60,
            Component::Fraction => self.of_day() % 1000,
            Component::Offset
            | Component::OffsetWithGmt
            | Component::Calendar
            | Component::Era
            | Component::Unknown => 0,
        }
    }

    fn hour(self) -> i64 {
        self.of_day() / 3_600_000
    }
}

/// The months before and after one, which count from 0, with their years.
fn neighbours(year: i64, month: i64) -> ((i64, i64), (i64, i64)) {
    let before = if month == 0 { (year - 1, 11) } else { (year, month - 1) };
    let after = if month == 11 { (year + 1, 0) } else { (year, month + 1) };
    (before, after)
}

/// The number of the week of a day in the period that begins with the week of day `this`, unless
/// it belongs to the one before or after. Each period has `least` weeks.
fn week(today: i64, before: i64, this: i64, after: i64, least: i64) -> i64 {
    let number = |start: i64| (today - start).div_euclid(7) + 1;
    if today < this {
        number(before)
    } else if today - this > (least - 1) * 7 && today >= after {
        1
    } else {
        number(this)
    }
}
