//! Numbers in letters, as spreadsheets number columns.

use super::picture::Case;

fn first_letter(case: Case) -> u8 {
    if case == Case::Upper { b'A' } else { b'a' }
}

pub(super) fn format(mut number: f64, case: Case) -> String {
    let mut letters = Vec::new();
    while number > 0.0 {
        let digit = (number - 1.0) % 26.0;
        letters.push(char::from(first_letter(case) + digit as u8));
        number = ((number - 1.0) / 26.0).floor();
    }
    letters.iter().rev().collect()
}

/// The number that letters stand for. Other characters count by their distance to the first
/// letter.
pub(super) fn parse(letters: &str, case: Case) -> f64 {
    let first = f64::from(first_letter(case));
    let (mut number, mut weight) = (0.0, 1.0);
    let units: Vec<u16> = letters.encode_utf16().collect();
    for unit in units.into_iter().rev() {
        number += (f64::from(unit) - first + 1.0) * weight;
        weight *= 26.0;
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_follow_one_another() {
        for (number, letters) in
            [(0.0, ""), (1.0, "A"), (26.0, "Z"), (27.0, "AA"), (702.0, "ZZ"), (703.0, "AAA")]
        {
            assert_eq!(format(number, Case::Upper), letters);
            assert_eq!(parse(letters, Case::Upper), number);
        }
        assert!(format(f64::MAX, Case::Lower).len() > 200);
    }
}
