//! The parts of a picture.

use super::characters::{find, is};
use super::symbols::Symbols;

/// A picture that has been split, as section 4.7.3 of the functions of XPath names its parts.
#[derive(Debug)]
pub(super) struct Parts {
    /// The whole picture.
    pub(super) picture: Vec<char>,
    /// What stands before the first character that has a meaning.
    pub(super) prefix: Vec<char>,
    /// What stands after the last one.
    pub(super) suffix: Vec<char>,
    /// What stands between.
    pub(super) active: Vec<char>,
    pub(super) mantissa: Vec<char>,
    pub(super) exponent: Option<Vec<char>>,
    pub(super) integer: Vec<char>,
    pub(super) fraction: Vec<char>,
}

impl Parts {
    pub(super) fn new(picture: &[char], symbols: &Symbols) -> Self {
        let is_active = |c: &char| symbols.is_active(*c) && !is(&symbols.exponent_separator, *c);
        let start = picture.iter().position(is_active).unwrap_or(0);
        let end = picture.iter().rposition(is_active).map_or(picture.len(), |last| last + 1);
        let (prefix, active, suffix) = (&picture[..start], &picture[start..end], &picture[end..]);
        let (mantissa, exponent) =
            match find(picture, &symbols.exponent_separator, start).filter(|place| *place <= end) {
                // The place is counted from the start of the picture, but used from that of the
                // active part: so JSONata does.
                Some(place) => {
                    let after = active.get(place + 1..).unwrap_or_default();
                    (&active[..place.min(active.len())], Some(after))
                }
                None => (active, None),
            };
        let (integer, fraction) = match find(mantissa, &symbols.decimal_separator, 0) {
            Some(place) => (&mantissa[..place], mantissa.get(place + 1..).unwrap_or_default()),
            None => (mantissa, suffix),
        };
        Self {
            prefix: prefix.to_vec(),
            suffix: suffix.to_vec(),
            active: active.to_vec(),
            exponent: exponent.map(<[char]>::to_vec),
            integer: integer.to_vec(),
            fraction: fraction.to_vec(),
            mantissa: mantissa.to_vec(),
            picture: picture.to_vec(),
        }
    }

    pub(super) fn contains(&self, symbol: &[char]) -> bool {
        find(&self.picture, symbol, 0).is_some()
    }
}
