//! Sets of characters.

/// Characters, as ranges of code points, or all but them.
#[derive(Debug, Clone, Default)]
pub(super) struct Class {
    pub(super) ranges: Vec<(u32, u32)>,
    pub(super) negated: bool,
}

const DIGITS: [(u32, u32); 1] = [(0x30, 0x39)];
pub(super) const WORD: [(u32, u32); 4] = [(0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)];
const SPACES: [(u32, u32); 10] = [
    (0x09, 0x0D),
    (0x20, 0x20),
    (0xA0, 0xA0),
    (0x1680, 0x1680),
    (0x2000, 0x200A),
    (0x2028, 0x2029),
    (0x202F, 0x202F),
    (0x205F, 0x205F),
    (0x3000, 0x3000),
    (0xFEFF, 0xFEFF),
];
const LINE_ENDS: [(u32, u32); 3] = [(0x0A, 0x0A), (0x0D, 0x0D), (0x2028, 0x2029)];

impl Class {
    /// `.`: all but the ends of lines.
    pub(super) fn any() -> Self {
        Self { ranges: LINE_ENDS.to_vec(), negated: true }
    }

    /// `\d`, `\w`, `\s` and their opposites.
    pub(super) fn of_escape(letter: char) -> Option<Self> {
        let ranges: &[(u32, u32)] = match letter {
            'd' | 'D' => &DIGITS,
            'w' | 'W' => &WORD,
            's' | 'S' => &SPACES,
            _ => return None,
        };
        Some(Self { ranges: ranges.to_vec(), negated: letter.is_ascii_uppercase() })
    }

    /// Adds the characters of another class.
    pub(super) fn add(&mut self, other: &Self) {
        if !other.negated {
            self.ranges.extend(&other.ranges);
            return;
        }
        // The ranges of escapes are sorted.
        let mut start = 0;
        for (first, last) in &other.ranges {
            self.ranges.push((start, first - 1));
            start = last + 1;
        }
        self.ranges.push((start, u32::from(char::MAX)));
    }

    /// With the small letters of ASCII also the capital ones, and the other way round.
    pub(super) fn with_both_cases(&self) -> Self {
        let mut both = self.clone();
        for (start, other) in [(0x41_u32, 0x61_u32), (0x61, 0x41)] {
            for (first, last) in &self.ranges {
                let (first, last) = ((*first).max(start), (*last).min(start + 25));
                if first <= last {
                    both.ranges.push((first - start + other, last - start + other));
                }
            }
        }
        both
    }
}
