//! Pictures of timestamps: section 9.8.4 of the functions of XPath.

use super::component::Component;
use crate::jsonata::Error;
use crate::jsonata::error::json_string;
use crate::jsonata::integer::{Case, IntegerPicture};
use crate::jsonata::limit::check_text;
use crate::jsonata::number::leading_integer;

/// A picture that has been read.
#[derive(Debug)]
pub(super) struct Picture(pub(super) Vec<Part>);

#[derive(Debug)]
pub(super) enum Part {
    Literal(String),
    Marker(Marker),
}

/// A component in brackets, such as `[M01]`.
#[derive(Debug)]
pub(super) struct Marker {
    pub(super) component: Component,
    /// The letter of the component.
    pub(super) letter: char,
    pub(super) presentation: Presentation,
    /// `t` as the second modifier: the offset of UTC is `Z`.
    pub(super) utc_as_z: bool,
    /// The characters of a name, the others are cut off.
    pub(super) most_width: Option<usize>,
    /// The digits of a year, the ones before are cut off; when parsing, of a month or day too.
    pub(super) digits: Option<usize>,
}

#[derive(Debug)]
pub(super) enum Presentation {
    Name(Case),
    Integer(IntegerPicture),
    /// Of a component that is neither a name nor a number.
    Other,
}

impl Picture {
    /// # Errors
    /// `D3131`, `D3132`, `D3135`: no such picture. A width is too large.
    pub(super) fn new(picture: &str) -> Result<Self, Error> {
        let mut parts = Vec::new();
        let mut rest = picture;
        while let Some((literal, after)) = rest.split_once('[') {
            push_literal(literal, &mut parts);
            if let Some(after) = after.strip_prefix('[') {
                parts.push(Part::Literal("[".to_owned()));
                rest = after;
                continue;
            }
            let Some((marker, after)) = after.split_once(']') else {
                return Err(Error::new(
                    "D3135",
                    "No matching closing bracket ']' in date/time picture string",
                ));
            };
            let marker: String = marker.chars().filter(|c| !is_space(*c)).collect();
            parts.push(Part::Marker(Marker::new(&marker)?));
            rest = after;
        }
        push_literal(rest, &mut parts);
        Ok(Self(parts))
    }
}

fn push_literal(text: &str, parts: &mut Vec<Part>) {
    if !text.is_empty() {
        parts.push(Part::Literal(text.replace("]]", "]")));
    }
}

/// White space of JavaScript.
fn is_space(c: char) -> bool {
    (c.is_whitespace() && c != '\u{85}') || c == '\u{feff}'
}

impl Marker {
    fn new(marker: &str) -> Result<Self, Error> {
        let mut characters = marker.chars();
        let Some(letter) = characters.next() else { return Err(unknown_component(None)) };
        let component = Component::of_letter(letter);
        let (modifiers, widths) = match characters.as_str().rsplit_once(',') {
            Some((modifiers, widths)) => (modifiers, Some(Widths::new(widths)?)),
            None => (characters.as_str(), None),
        };
        let (first, second) = split_modifiers(modifiers);
        let given = Some(first).filter(|first| !first.is_empty());
        let Some(first) = given.or_else(|| component.default_presentation()) else {
            return Err(unknown_component(Some(letter)));
        };
        let presentation = presentation(component, first, second, widths.as_ref())?;
        let mut marker = Self {
            component,
            letter,
            presentation,
            utc_as_z: second == Some('t'),
            most_width: widths.as_ref().and_then(|widths| widths.most),
            digits: None,
        };
        marker.limit_digits();
        Ok(marker)
    }

    /// Section 9.8.4.4: years, months and days may have a fixed number of digits.
    fn limit_digits(&mut self) {
        if !matches!(self.component, Component::Year | Component::Month | Component::Day) {
            return;
        }
        let Presentation::Integer(picture) = &mut self.presentation else { return };
        let Some(pattern) = picture.digits_mut() else {
            self.digits = self.most_width;
            return;
        };
        if let Some(most) = self.most_width {
            self.digits = Some(most);
            pattern.mandatory = most;
        } else {
            let digits = pattern.mandatory + pattern.optional;
            self.digits = (digits >= 2).then_some(digits);
        }
    }
}

#[cold]
fn unknown_component(letter: Option<char>) -> Error {
    let letter = json_string(&letter.map(String::from).unwrap_or_default());
    Error::new("D3132", format!("Unknown component specifier {letter} in date/time picture string"))
}

/// The first modifier, and the letter that is the second if there is one.
fn split_modifiers(modifiers: &str) -> (&str, Option<char>) {
    match modifiers.char_indices().last() {
        Some((last, letter)) if last > 0 && "atco".contains(letter) => {
            (&modifiers[..last], Some(letter))
        }
        _ => (modifiers, None),
    }
}

fn presentation(
    component: Component,
    first: &str,
    second: Option<char>,
    widths: Option<&Widths>,
) -> Result<Presentation, Error> {
    let name = match first.as_bytes() {
        [b'n', ..] => Some(Case::Lower),
        [b'N', b'n', ..] => Some(Case::Title),
        [b'N', ..] => Some(Case::Upper),
        _ => None,
    };
    Ok(match name {
        // An offset has no name: what it is given is refused when it is written.
        _ if component.is_offset() => Presentation::Integer(IntegerPicture::new(first)?),
        Some(case) => Presentation::Name(case),
        None if component.is_integer() => {
            let modifier = second.map(|second| format!(";{second}")).unwrap_or_default();
            let mut picture = IntegerPicture::new(&format!("{first}{modifier}"))?;
            let least = widths.and_then(|widths| widths.least);
            if let (Some(pattern), Some(least)) = (picture.digits_mut(), least) {
                pattern.mandatory = pattern.mandatory.max(least);
            }
            Presentation::Integer(picture)
        }
        None => Presentation::Other,
    })
}

/// The width modifier, such as `,2-4`.
struct Widths {
    least: Option<usize>,
    most: Option<usize>,
}

impl Widths {
    fn new(text: &str) -> Result<Self, Error> {
        let (least, most) = match text.split_once('-') {
            Some((least, most)) => (least, Some(most)),
            None => (text, None),
        };
        Ok(Self { least: width(least)?, most: most.map(width).transpose()?.flatten() })
    }
}

/// A width, if it is a number.
fn width(text: &str) -> Result<Option<usize>, Error> {
    let width = leading_integer(text);
    if width.is_nan() || width < 0.0 {
        return Ok(None);
    }
    let width = width as usize;
    check_text(width)?;
    Ok(Some(width))
}
