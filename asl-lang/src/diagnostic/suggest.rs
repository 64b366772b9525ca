//! "did you mean": the known name nearest to an unknown one.

/// The help line for an unknown name, if a known one is near.
pub(crate) fn did_you_mean<'a>(
    written: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    suggestion(written, known).map(|name| format!("did you mean `{name}`?"))
}

/// The known name nearest to the written one: a third of its characters may differ.
pub fn suggestion<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = written.chars().take(LONGEST + 1).count();
    if length == 0 || length > LONGEST {
        return None;
    }
    let mut best = None;
    let mut allowed = (length / 3).max(1);
    for name in known {
        if let Some(distance) = distance(written, name, allowed) {
            best = Some(name);
            allowed = match distance.checked_sub(1) {
                Some(allowed) => allowed,
                None => break,
            };
        }
    }
    best
}

/// Longer names are not compared.
const LONGEST: usize = 100;

/// Characters that are looked at in detail, once what is equal at both ends is left out.
const LONGEST_MIDDLE: usize = 40;

/// Edit distance with transpositions, case counting as nothing; `None` above `allowed`.
fn distance(a: &str, b: &str, allowed: usize) -> Option<usize> {
    // A character is up to four bytes.
    if a.len().abs_diff(b.len()) > 4 * allowed {
        return None;
    }
    let (a, b) = without_common_ends(a, b);
    let a: Vec<char> = a.chars().take(LONGEST_MIDDLE + 1).collect();
    let b: Vec<char> = b.chars().take(LONGEST_MIDDLE + 1).collect();
    let length = a.len().max(b.len());
    if length > LONGEST_MIDDLE || a.len().abs_diff(b.len()) > allowed {
        return None;
    }
    let same = |x: char, y: char| x == y || x.to_lowercase().eq(y.to_lowercase());
    let at = |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX);
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, &x) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        for (j, &y) in b.iter().enumerate() {
            let replaced = at(&last, j).saturating_add(usize::from(!same(x, y)));
            let mut least = replaced.min(at(&last, j + 1) + 1).min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(&y) && b.get(j - 1) == Some(&x);
            if swapped {
                least = least.min(at(&before, j - 1).saturating_add(1));
            }
            row.push(least);
        }
        if row.iter().all(|&cost| cost > allowed) {
            return None;
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().filter(|&distance| distance <= allowed)
}

/// Leaves out what is equal at the start and at the end of two texts.
fn without_common_ends<'a, 'b>(a: &'a str, b: &'b str) -> (&'a str, &'b str) {
    let boundary = |at: usize| a.is_char_boundary(at) && b.is_char_boundary(at);
    let start = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    let start = (0..=start).rev().find(|&at| boundary(at)).unwrap_or(0);
    let (a, b) = (a.get(start..).unwrap_or_default(), b.get(start..).unwrap_or_default());
    let end = a.bytes().rev().zip(b.bytes().rev()).take_while(|(x, y)| x == y).count();
    let cut = |text: &'_ str, end: usize| text.is_char_boundary(text.len() - end);
    let end = (0..=end).rev().find(|&end| cut(a, end) && cut(b, end)).unwrap_or(0);
    let (a_end, b_end) = (a.len() - end, b.len() - end);
    (a.get(..a_end).unwrap_or_default(), b.get(..b_end).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found() {
        let known = ["Charge", "ChargeCard", "Ship", "SHIP IT"];
        assert_eq!(suggestion("ChargeCrad", known), Some("ChargeCard"));
        assert_eq!(suggestion("charge", known), Some("Charge"));
        assert_eq!(suggestion("Shop", known), Some("Ship"));
        assert_eq!(suggestion("ship it", known), Some("SHIP IT"));
        assert_eq!(suggestion("Refund", known), None);
        assert_eq!(suggestion("", known), None);
    }

    #[test]
    fn long_names_are_not_compared() {
        let long = "x".repeat(1_000_000);
        assert_eq!(suggestion(&long, [long.as_str()]), None);
        assert_eq!(suggestion("xx", [long.as_str()]), None);
    }

    #[test]
    fn characters_of_several_bytes() {
        assert_eq!(suggestion("größe", ["Größe", "grüße"]), Some("Größe"));
        assert_eq!(suggestion("é", ["è"]), Some("è"));
        assert_eq!(suggestion("aéb", ["aèb"]), Some("aèb"));
    }

    #[test]
    fn the_help_line() {
        assert_eq!(did_you_mean("Nxt", ["Next"]).as_deref(), Some("did you mean `Next`?"));
    }
}
