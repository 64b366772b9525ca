//! Timestamps as text.

use super::calendar::Moment;
use super::component::Component;
use super::picture::{Marker, Part, Picture, Presentation};
use crate::jsonata::Error;
use crate::jsonata::error::json_string;
use crate::jsonata::integer::{Case, Grouping, IntegerPicture, format_integer};
use crate::jsonata::limit::check_text;
use crate::jsonata::number::leading_integer;

pub(super) fn format(
    millis: f64,
    picture: &Picture,
    timezone: Option<&str>,
) -> Result<String, Error> {
    let offset = timezone.map_or(Ok(Offset { hours: 0.0, minutes: 0.0 }), Offset::new)?;
    let local = millis + (60.0 * offset.hours + offset.minutes) * 60_000.0;
    let moment = Moment::new(local).ok_or_else(|| Error::number_out_of_range(millis))?;
    let mut text = String::new();
    for part in &picture.0 {
        match part {
            Part::Literal(literal) => text.push_str(literal),
            Part::Marker(marker) => text.push_str(&marker.format(moment, offset)?),
        }
        check_text(text.len())?;
    }
    Ok(text)
}

/// How far local time is before UTC. Of a negative offset both count back.
#[derive(Clone, Copy)]
struct Offset {
    hours: f64,
    minutes: f64,
}

impl Offset {
    /// Reads `+hhmm`.
    fn new(timezone: &str) -> Result<Self, Error> {
        let number = leading_integer(timezone);
        if !number.is_finite() {
            let timezone = json_string(timezone);
            return Err(Error::without_code(format!("Invalid timezone {timezone}")));
        }
        Ok(Self { hours: (number / 100.0).floor(), minutes: number % 100.0 })
    }

    fn number(self) -> f64 {
        self.hours * 100.0 + self.minutes
    }
}

impl Marker {
    fn format(&self, moment: Moment, offset: Offset) -> Result<String, Error> {
        let number = moment.component(self.component);
        match (&self.presentation, self.component) {
            (_, Component::Calendar | Component::Era) => Ok("ISO".to_owned()),
            // The text that JSONata has for what is not there.
            (_, Component::Unknown) => Ok("undefined".to_owned()),
            (presentation, Component::Half) => {
                let upper = matches!(presentation, Presentation::Name(Case::Upper));
                let half = match (number, upper) {
                    (0, false) => "am",
                    (0, true) => "AM",
                    (_, false) => "pm",
                    (_, true) => "PM",
                };
                Ok(half.to_owned())
            }
            (Presentation::Integer(picture), Component::Offset | Component::OffsetWithGmt) => {
                self.offset(picture, offset)
            }
            (Presentation::Integer(picture), Component::Year) => {
                picture.format(last_digits(number, self.digits) as f64)
            }
            (Presentation::Integer(picture), _) => picture.format(number as f64),
            (Presentation::Name(case), _) => self.name(number, *case),
            (Presentation::Other, _) => Ok(String::new()),
        }
    }

    fn name(&self, number: i64, case: Case) -> Result<String, Error> {
        let names = self.component.names().ok_or_else(|| no_names(self.letter))?;
        let index = usize::try_from(number - 1).unwrap_or_default();
        let name = names.get(index).copied().unwrap_or_default();
        let name = &name[..self.most_width.unwrap_or(name.len()).min(name.len())];
        Ok(match case {
            Case::Upper => name.to_uppercase(),
            Case::Lower => name.to_lowercase(),
            Case::Title => name.to_owned(),
        })
    }

    /// Section 9.8.4.6.
    fn offset(&self, picture: &IntegerPicture, offset: Offset) -> Result<String, Error> {
        let number = offset.number();
        if number == 0.0 && self.utc_as_z {
            return Ok("Z".to_owned());
        }
        let (regular, digits) = match picture.digits() {
            Some(pattern) => {
                (matches!(pattern.grouping, Grouping::Regular { .. }), pattern.mandatory)
            }
            None => (false, 0),
        };
        let text = match digits {
            _ if regular => picture.format(number)?,
            1 | 2 => {
                let mut text = picture.format(offset.hours)?;
                if offset.minutes != 0.0 {
                    text.push(':');
                    text.push_str(&format_integer(offset.minutes, "00")?);
                }
                text
            }
            3 | 4 => picture.format(number)?,
            _ => return Err(too_many_digits()),
        };
        let gmt = if self.component == Component::OffsetWithGmt { "GMT" } else { "" };
        let sign = if number >= 0.0 { "+" } else { "" };
        Ok(format!("{gmt}{sign}{text}"))
    }
}

/// The last digits of a year, with its sign.
fn last_digits(year: i64, digits: Option<usize>) -> i64 {
    let digits = digits.and_then(|digits| u32::try_from(digits).ok());
    let modulus = digits.and_then(|digits| 10_i64.checked_pow(digits));
    modulus.map_or(year, |modulus| year % modulus)
}

#[cold]
pub(super) fn no_names(letter: char) -> Error {
    let letter = json_string(&letter.to_string());
    Error::new(
        "D3133",
        format!(
            "The 'name' modifier can only be applied to months and days in the date/time picture \
             string, not {letter}"
        ),
    )
}

#[cold]
fn too_many_digits() -> Error {
    Error::new("D3134", "The timezone integer format specifier cannot have more than four digits")
}
