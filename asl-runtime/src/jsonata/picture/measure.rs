//! What the parts of a picture mean: section 4.7.4 of the functions of XPath.

use super::characters::find;
use super::parts::Parts;
use super::symbols::Symbols;
use crate::jsonata::integer::greatest_divisor;

/// How a number is to be written.
#[derive(Debug)]
pub(super) struct Measures {
    pub(super) prefix: Vec<char>,
    pub(super) suffix: Vec<char>,
    /// The number is counted in hundredths or thousandths.
    pub(super) multiplier: f64,
    /// Whether the picture has a decimal separator.
    pub(super) has_decimal_separator: bool,
    /// The digits between separators, if they are as many each time.
    pub(super) regular_grouping: Option<usize>,
    /// Where separators stand, in digits before the decimal separator.
    pub(super) integer_groups: Vec<usize>,
    /// Where separators stand, in digits after the decimal separator.
    pub(super) fraction_groups: Vec<usize>,
    pub(super) least_integer: usize,
    pub(super) least_fraction: usize,
    pub(super) most_fraction: usize,
    /// The digits that the mantissa has before its decimal separator.
    pub(super) scaling: usize,
    /// The digits of the exponent, if there is one.
    pub(super) least_exponent: usize,
}

impl Measures {
    pub(super) fn new(parts: &Parts, symbols: &Symbols) -> Self {
        let integer_groups = groups(&parts.integer, parts, symbols, Side::Right);
        let scaling = symbols.count_digits(&parts.integer);
        let mut measures = Self {
            prefix: parts.prefix.clone(),
            suffix: parts.suffix.clone(),
            multiplier: multiplier(parts, symbols),
            has_decimal_separator: parts.contains(&symbols.decimal_separator),
            regular_grouping: regular(&integer_groups),
            integer_groups,
            fraction_groups: groups(&parts.fraction, parts, symbols, Side::Left),
            least_integer: scaling,
            least_fraction: symbols.count_digits(&parts.fraction),
            most_fraction: symbols.count_any_digits(&parts.fraction),
            scaling,
            least_exponent: parts.exponent.as_deref().map_or(0, |part| symbols.count_digits(part)),
        };
        let has_exponent = parts.exponent.is_some();
        if measures.least_integer == 0 && measures.most_fraction == 0 {
            if has_exponent {
                measures.least_fraction = 1;
                measures.most_fraction = 1;
            } else {
                measures.least_integer = 1;
            }
        }
        let may_have_integer = find(&parts.integer, &symbols.digit, 0).is_some();
        if has_exponent && measures.least_integer == 0 && may_have_integer {
            measures.least_integer = 1;
        }
        if measures.least_integer == 0 && measures.least_fraction == 0 {
            measures.least_fraction = 1;
        }
        measures
    }
}

fn multiplier(parts: &Parts, symbols: &Symbols) -> f64 {
    if parts.contains(&symbols.percent) {
        100.0
    } else if parts.contains(&symbols.per_mille) {
        1000.0
    } else {
        1.0
    }
}

/// The side of a separator on which digits are counted.
#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
}

/// The digits beside each separator. After the first separator the places are those of the
/// integer part, even if the part is the other: so JSONata does.
fn groups(part: &[char], parts: &Parts, symbols: &Symbols, side: Side) -> Vec<usize> {
    let separator = &*symbols.grouping_separator;
    let mut groups = Vec::new();
    if separator.is_empty() {
        return groups;
    }
    let mut place = find(part, separator, 0);
    while let Some(separator_at) = place {
        let middle = separator_at.min(part.len());
        groups.push(symbols.count_any_digits(match side {
            Side::Left => &part[..middle],
            Side::Right => &part[middle..],
        }));
        place = find(&parts.integer, separator, separator_at + 1);
    }
    groups
}

/// The number that the places are the multiples of, with none left out.
fn regular(places: &[usize]) -> Option<usize> {
    let size = places.iter().fold(0, |size, place| greatest_divisor(size, *place));
    let mut sorted = places.to_vec();
    sorted.sort_unstable();
    let complete = (1..=places.len()).all(|index| sorted.binary_search(&(index * size)).is_ok());
    (size > 0 && complete).then_some(size)
}
