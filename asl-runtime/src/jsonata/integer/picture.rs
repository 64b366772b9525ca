//! What the picture of an integer means.

use super::digits::DigitPattern;
use crate::jsonata::Error;

/// A picture that has been read.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::jsonata) struct IntegerPicture {
    pub(in crate::jsonata) primary: Primary,
    /// `1st` instead of `1`.
    pub(in crate::jsonata) ordinal: bool,
}

/// The kind of numerals.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::jsonata) enum Primary {
    Decimal(DigitPattern),
    /// `A`, `B`, … `Z`, `AA`, …
    Letters(Case),
    Roman(Case),
    Words(Case),
    /// A sequence that starts so: none is known.
    Sequence(String),
}

/// How letters are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::jsonata) enum Case {
    Upper,
    Lower,
    Title,
}

impl IntegerPicture {
    /// # Errors
    /// `D3131`: the digits are of different scripts.
    pub(in crate::jsonata) fn new(picture: &str) -> Result<Self, Error> {
        let (primary, modifier) = picture.rsplit_once(';').unwrap_or((picture, ""));
        let ordinal = modifier.starts_with('o');
        let primary = match primary {
            "A" => Primary::Letters(Case::Upper),
            "a" => Primary::Letters(Case::Lower),
            "I" => Primary::Roman(Case::Upper),
            "i" => Primary::Roman(Case::Lower),
            "W" => Primary::Words(Case::Upper),
            "Ww" => Primary::Words(Case::Title),
            "w" => Primary::Words(Case::Lower),
            other => match DigitPattern::new(other)? {
                Some(pattern) => Primary::Decimal(pattern),
                None => Primary::Sequence(other.to_owned()),
            },
        };
        Ok(Self { primary, ordinal })
    }

    /// The digits, if the number is written in any.
    pub(in crate::jsonata) fn digits(&self) -> Option<&DigitPattern> {
        match &self.primary {
            Primary::Decimal(pattern) => Some(pattern),
            _ => None,
        }
    }

    /// The digits, if the number is written in any.
    pub(in crate::jsonata) fn digits_mut(&mut self) -> Option<&mut DigitPattern> {
        match &mut self.primary {
            Primary::Decimal(pattern) => Some(pattern),
            _ => None,
        }
    }
}
