//! Timestamps from text.

use super::calendar::{DAY, Date, Moment, first_day};
use super::component::Component;
use super::picture::{Marker, Part, Picture, Presentation};
use crate::jsonata::Error;
use crate::jsonata::number::leading_integer;

/// The moment that a text names in the form of a picture.
///
/// # Errors
/// `D3130`, `D3133`: there is no text for a marker. `D3136`: the picture leaves out what is needed.
pub(super) fn parse(text: &str, picture: Picture, now: Moment) -> Result<Option<f64>, Error> {
    let pattern = picture.pattern()?;
    let Some(captures) = pattern.captures(text) else { return Ok(None) };
    let markers = picture.0.iter().filter_map(|part| match part {
        Part::Marker(marker) => Some(marker),
        Part::Literal(_) => None,
    });
    let mut found = Found::default();
    for (marker, text) in markers.zip(captures.iter().skip(1)) {
        let text = text.map_or("", |text| text.as_str());
        found.set(marker.component, marker.parse(text)?);
    }
    if found.0.is_empty() {
        return Ok(None);
    }
    Form::new(&found)?.complete(&mut found, now)?;
    Ok(found.millis())
}

impl Marker {
    /// The number of a text; that of an offset is in minutes.
    fn parse(&self, text: &str) -> Result<Option<f64>, Error> {
        Ok(match (&self.presentation, self.component) {
            (_, Component::OffsetWithGmt) => {
                Some(self.parse_offset(text.get(3..).unwrap_or_default()))
            }
            (_, Component::Offset) => Some(self.parse_offset(text)),
            (_, Component::Half) => match text {
                "am" | "AM" => Some(0.0),
                "pm" | "PM" => Some(1.0),
                _ => None,
            },
            (Presentation::Integer(picture), _) => Some(picture.parse(text)?),
            _ => self.named(text),
        })
    }

    /// The number of a name, of names that are cut to the same text the last.
    fn named(&self, text: &str) -> Option<f64> {
        let names = self.component.names()?;
        let width = self.most_width.filter(|width| *width > 0);
        let cut = |name: &'static str| &name[..width.unwrap_or(name.len()).min(name.len())];
        names.iter().rposition(|name| cut(name) == text).map(|index| (index + 1) as f64)
    }

    /// Minutes: of a negative offset the hours only count back, as in JSONata.
    fn parse_offset(&self, text: &str) -> f64 {
        let (hours, minutes) = match self.offset_separator() {
            Some(separator) => text.split_once(separator).unwrap_or((text, "")),
            None if text.len() <= 3 => (text, "0"),
            None => text.split_at_checked(3).unwrap_or((text, "")),
        };
        leading_integer(hours) * 60.0 + leading_integer(minutes)
    }
}

/// The components that a text has, of which some are not understood.
#[derive(Default)]
struct Found(Vec<(Component, Option<f64>)>);

impl Found {
    fn get(&self, component: Component) -> Option<f64> {
        self.0.iter().find(|(other, _)| *other == component)?.1
    }

    fn set(&mut self, component: Component, number: Option<f64>) {
        self.0.retain(|(other, _)| *other != component);
        self.0.push((component, number));
    }

    /// Whether the text has the component, and it is not zero.
    fn has(&self, component: Component) -> bool {
        self.get(component).is_some_and(|number| number != 0.0 && !number.is_nan())
    }

    /// Whether the text has some of these components of a date or a time, and none of the others.
    fn is_of(&self, all: &[Component], form: &[Component]) -> bool {
        let mut found = all.iter().filter(|component| self.has(**component)).peekable();
        found.peek().is_some() && found.all(|component| form.contains(component))
    }

    fn millis(&self) -> Option<f64> {
        let number = |component| self.get(component).unwrap_or(0.0);
        let integer = |component| {
            let number = number(component);
            // Larger numbers are no time.
            (number.abs() < 1e15).then_some(number as i64)
        };
        let month = (integer(Component::Month)? - 1).max(0);
        let days = first_day(integer(Component::Year)?, month) + integer(Component::Day)? - 1;
        let minutes =
            i128::from(integer(Component::Hour)?) * 60 + i128::from(integer(Component::Minute)?);
        let of_day = (minutes * 60 + i128::from(integer(Component::Second)?)) * 1000
            + i128::from(integer(Component::Fraction)?);
        let millis = Moment::new((i128::from(days) * i128::from(DAY) + of_day) as f64)?;
        let offset = [Component::Offset, Component::OffsetWithGmt].map(number);
        let offset = if offset[0] == 0.0 { offset[1] } else { offset[0] };
        let millis = millis.millis() as f64 - offset * 60_000.0;
        millis.is_finite().then_some(millis)
    }
}

/// How a text names its time.
struct Form {
    date: &'static [Component],
    of_day: &'static [Component],
    by_day_of_year: bool,
    by_half: bool,
}

impl Form {
    /// # Errors
    /// `D3136`: the date is given by its week.
    fn new(found: &Found) -> Result<Self, Error> {
        use Component::*;
        const DATE: [Component; 8] =
            [Year, WeekYear, Month, WeekMonth, WeekOfYear, WeekOfMonth, DayOfYear, Day];
        const TIME: [Component; 6] = [Half, Hour, HourOfHalf, Minute, Second, Fraction];
        let date = |form: &[Component]| found.is_of(&DATE, form);
        let by_date = date(&[Year, Month, Day]);
        let by_day_of_year = !by_date && date(&[Year, DayOfYear]);
        if date(&[WeekYear, WeekMonth, WeekOfMonth]) || date(&[WeekYear, WeekOfYear]) {
            return Err(missing_specifiers());
        }
        let time = |form: &[Component]| found.is_of(&TIME, form);
        let by_half = !time(&[Hour, Minute, Second, Fraction])
            && time(&[Half, HourOfHalf, Minute, Second, Fraction]);
        Ok(Self {
            date: if by_day_of_year { &[Year, Day] } else { &[Year, Month, Day] },
            of_day: if by_half {
                &[Half, HourOfHalf, Minute, Second, Fraction]
            } else {
                &[Hour, Minute, Second, Fraction]
            },
            by_day_of_year,
            by_half,
        })
    }

    /// Fills in what is missing: what is larger than what the text has is that of now, what is
    /// smaller is the first.
    ///
    /// # Errors
    /// `D3136`: something is missing between.
    fn complete(&self, found: &mut Found, now: Moment) -> Result<(), Error> {
        let (mut started, mut ended) = (false, false);
        for component in self.date.iter().chain(self.of_day).copied() {
            if found.get(component).is_some() {
                if ended {
                    return Err(missing_specifiers());
                }
                started = true;
            } else if started {
                let first = matches!(component, Component::Month | Component::Day);
                found.set(component, Some(f64::from(u8::from(first))));
                ended = true;
            } else if component == Component::Half {
                // JSONata takes this for the morning, whatever it is.
                found.set(component, Some(0.0));
            } else {
                found.set(component, Some(now.component(component) as f64));
            }
        }
        if self.by_day_of_year {
            self.set_day_of_year(found);
        }
        if self.by_half {
            let hour = found.get(Component::HourOfHalf).filter(|hour| *hour != 12.0).unwrap_or(0.0);
            let half = found.get(Component::Half).unwrap_or(0.0);
            found.set(Component::Hour, Some(hour + 12.0 * half));
        }
        Ok(())
    }

    fn set_day_of_year(&self, found: &mut Found) {
        let year = found.get(Component::Year).unwrap_or(0.0);
        let day = found.get(Component::DayOfYear).unwrap_or(1.0);
        if year.abs() < 1e6 && day.abs() < 1e9 {
            let date = Date::of_days(first_day(year as i64, 0) + day as i64 - 1);
            found.set(Component::Month, Some(date.month as f64));
            found.set(Component::Day, Some(date.day as f64));
        }
    }
}

#[cold]
fn missing_specifiers() -> Error {
    Error::new(
        "D3136",
        "The date/time picture string is missing specifiers required to parse the timestamp",
    )
}
