//! Searching lists of characters, as JavaScript searches strings.

/// The first place at or after `from` where the characters stand.
pub(super) fn find(text: &[char], searched: &[char], from: usize) -> Option<usize> {
    let from = from.min(text.len());
    if searched.is_empty() {
        return Some(from);
    }
    let place = text[from..].windows(searched.len()).position(|window| window == searched)?;
    Some(from + place)
}

/// Whether the characters stand at two places.
pub(super) fn is_repeated(text: &[char], searched: &[char]) -> bool {
    find(text, searched, 0)
        .is_some_and(|first| first < text.len() && find(text, searched, first + 1).is_some())
}

/// Whether the symbol is this one character.
pub(super) fn is(symbol: &[char], c: char) -> bool {
    symbol == [c]
}
