//! What is wrong with a picture.

use super::characters::{find, is, is_repeated};
use super::parts::Parts;
use super::symbols::Symbols;
use crate::jsonata::Error;

/// The rules of section 4.7.3 of the functions of XPath. Of the rules that a picture breaks the
/// last is told.
const RULES: [(&str, Rule, &str); 13] = [
    (
        "D3093",
        exponent_has_other_characters,
        "The exponent part of the sub-picture must comprise only of one or more characters that \
         are members of the 'decimal digit family'",
    ),
    (
        "D3092",
        exponent_and_percent,
        "A sub-picture that contains a 'percent' or 'per-mille' character must not contain a \
         character treated as an 'exponent-separator'",
    ),
    (
        "D3091",
        optional_digit_before_digit_of_fraction,
        "The fractional part of the sub-picture must not contain an instance of the 'optional \
         digit character' that is followed by a member of the 'decimal digit family'",
    ),
    (
        "D3090",
        digit_before_optional_digit_of_integer,
        "The integer part of the sub-picture must not contain a member of the 'decimal digit \
         family' that is followed by an instance of the 'optional digit character'",
    ),
    (
        "D3089",
        adjacent_grouping_separators,
        "The sub-picture must not contain two adjacent instances of the 'grouping-separator' \
         character",
    ),
    (
        "D3088",
        grouping_separator_at_end,
        "The sub-picture must not contain a 'grouping-separator' at the end of the integer part",
    ),
    (
        "D3087",
        grouping_separator_at_decimal_separator,
        "The sub-picture must not contain a 'grouping-separator' character that appears adjacent \
         to a 'decimal-separator' character",
    ),
    (
        "D3086",
        passive_character_within,
        "The sub-picture must not contain a passive character that is preceded by an active \
         character and that is followed by another active character",
    ),
    (
        "D3085",
        no_digit,
        "The mantissa part of a sub-picture must contain at least one character that is either an \
         'optional digit character' or a member of the 'decimal digit family'",
    ),
    (
        "D3084",
        percent_and_per_mille,
        "The sub-picture must not contain both a 'percent' and a 'per-mille' character",
    ),
    (
        "D3083",
        |parts, symbols| is_repeated(&parts.picture, &symbols.per_mille),
        "The sub-picture must not contain more than one instance of the 'per-mille' character",
    ),
    (
        "D3082",
        |parts, symbols| is_repeated(&parts.picture, &symbols.percent),
        "The sub-picture must not contain more than one instance of the 'percent' character",
    ),
    (
        "D3081",
        |parts, symbols| is_repeated(&parts.picture, &symbols.decimal_separator),
        "The sub-picture must not contain more than one instance of the 'decimal-separator' \
         character",
    ),
];

/// Whether a picture breaks a rule.
type Rule = fn(&Parts, &Symbols) -> bool;

impl Parts {
    pub(super) fn check(&self, symbols: &Symbols) -> Result<(), Error> {
        match RULES.into_iter().find(|(_, breaks, _)| breaks(self, symbols)) {
            Some((code, _, message)) => Err(Error::new(code, message)),
            None => Ok(()),
        }
    }
}

fn exponent_has_other_characters(parts: &Parts, symbols: &Symbols) -> bool {
    parts.exponent.as_ref().is_some_and(|exponent| {
        exponent.is_empty() || symbols.count_digits(exponent) < exponent.len()
    })
}

fn exponent_and_percent(parts: &Parts, symbols: &Symbols) -> bool {
    parts.exponent.as_ref().is_some_and(|exponent| !exponent.is_empty())
        && (parts.contains(&symbols.percent) || parts.contains(&symbols.per_mille))
}

fn optional_digit_before_digit_of_fraction(parts: &Parts, symbols: &Symbols) -> bool {
    let last = parts.fraction.iter().rposition(|c| is(&symbols.digit, *c));
    last.is_some_and(|last| symbols.count_digits(&parts.fraction[last..]) > 0)
}

fn digit_before_optional_digit_of_integer(parts: &Parts, symbols: &Symbols) -> bool {
    let first = find(&parts.integer, &symbols.digit, 0);
    first.is_some_and(|first| symbols.count_digits(&parts.integer[..first]) > 0)
}

fn adjacent_grouping_separators(parts: &Parts, symbols: &Symbols) -> bool {
    parts.contains(&symbols.grouping_separator.repeat(2))
}

fn grouping_separator_at_end(parts: &Parts, symbols: &Symbols) -> bool {
    !parts.contains(&symbols.decimal_separator)
        && parts.integer.last().is_some_and(|last| is(&symbols.grouping_separator, *last))
}

fn grouping_separator_at_decimal_separator(parts: &Parts, symbols: &Symbols) -> bool {
    let Some(place) = find(&parts.picture, &symbols.decimal_separator, 0) else { return false };
    let before = place.checked_sub(1).and_then(|place| parts.picture.get(place));
    let neighbours = [before, parts.picture.get(place + 1)];
    neighbours.into_iter().flatten().any(|c| is(&symbols.grouping_separator, *c))
}

fn passive_character_within(parts: &Parts, symbols: &Symbols) -> bool {
    !parts.active.iter().all(|c| symbols.is_active(*c))
}

fn no_digit(parts: &Parts, symbols: &Symbols) -> bool {
    symbols.count_any_digits(&parts.mantissa) == 0
}

fn percent_and_per_mille(parts: &Parts, symbols: &Symbols) -> bool {
    parts.contains(&symbols.percent) && parts.contains(&symbols.per_mille)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jsonata::picture::format_number;

    #[test]
    fn each_rule_can_be_broken() {
        for (picture, code) in [
            ("0;0;0", "D3080"),
            ("0.0.0", "D3081"),
            ("0%%", "D3082"),
            ("0\u{2030}\u{2030}", "D3083"),
            ("%0\u{2030}", "D3084"),
            (".", "D3085"),
            ("abc", "D3086"),
            ("", "D3085"),
            ("0a0", "D3086"),
            ("0,.0", "D3087"),
            ("0,", "D3088"),
            ("0,,0", "D3089"),
            ("0#", "D3090"),
            ("0.#0", "D3091"),
            ("0e0%", "D3092"),
            ("0e#", "D3093"),
        ] {
            let error = format_number(1.0, picture, &Symbols::default()).unwrap_err();
            assert_eq!(error.code(), code, "{picture}");
        }
    }
}
