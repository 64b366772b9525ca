//! The symbols of pictures and of formatted numbers.

/// The symbols, of which an option may replace each: the decimal format of XPath.
#[derive(Debug, Clone)]
pub struct Symbols {
    pub(super) decimal_separator: Vec<char>,
    pub(super) grouping_separator: Vec<char>,
    pub(super) exponent_separator: Vec<char>,
    pub(super) minus_sign: Vec<char>,
    pub(super) percent: Vec<char>,
    pub(super) per_mille: Vec<char>,
    pub(super) zero_digit: char,
    pub(super) digit: Vec<char>,
    pub(super) pattern_separator: Vec<char>,
}

impl Default for Symbols {
    fn default() -> Self {
        Self {
            decimal_separator: vec!['.'],
            grouping_separator: vec![','],
            exponent_separator: vec!['e'],
            minus_sign: vec!['-'],
            percent: vec!['%'],
            per_mille: vec!['\u{2030}'],
            zero_digit: '0',
            digit: vec!['#'],
            pattern_separator: vec![';'],
        }
    }
}

impl Symbols {
    /// The names of the options that change something.
    pub const NAMES: [&'static str; 9] = [
        "decimal-separator",
        "grouping-separator",
        "exponent-separator",
        "minus-sign",
        "percent",
        "per-mille",
        "zero-digit",
        "digit",
        "pattern-separator",
    ];

    /// Sets an option. `infinity` and `NaN` are for numbers that JSON has not; they and unknown
    /// names change nothing.
    pub fn set(&mut self, name: &str, text: &str) {
        let symbol = match name {
            "decimal-separator" => &mut self.decimal_separator,
            "grouping-separator" => &mut self.grouping_separator,
            "exponent-separator" => &mut self.exponent_separator,
            "minus-sign" => &mut self.minus_sign,
            "percent" => &mut self.percent,
            "per-mille" => &mut self.per_mille,
            "digit" => &mut self.digit,
            "pattern-separator" => &mut self.pattern_separator,
            "zero-digit" => {
                self.zero_digit = text.chars().next().unwrap_or('0');
                return;
            }
            _ => return,
        };
        *symbol = text.chars().collect();
    }

    /// Whether the character is one of the ten digits.
    pub(super) fn is_digit(&self, c: char) -> bool {
        let zero = u32::from(self.zero_digit);
        (zero..zero + 10).contains(&u32::from(c))
    }

    /// Whether the character is a digit or stands for one that may be missing.
    pub(super) fn is_any_digit(&self, c: char) -> bool {
        self.is_digit(c) || self.digit == [c]
    }

    /// Whether the character has a meaning in a picture.
    pub(super) fn is_active(&self, c: char) -> bool {
        self.is_any_digit(c)
            || [
                &self.decimal_separator,
                &self.exponent_separator,
                &self.grouping_separator,
                &self.pattern_separator,
            ]
            .iter()
            .any(|symbol| ***symbol == [c])
    }

    /// How many digits there are.
    pub(super) fn count_digits(&self, part: &[char]) -> usize {
        part.iter().filter(|c| self.is_digit(**c)).count()
    }

    /// How many digits there are, with those that may be missing.
    pub(super) fn count_any_digits(&self, part: &[char]) -> usize {
        part.iter().filter(|c| self.is_any_digit(**c)).count()
    }

    /// The digit of the script.
    pub(super) fn digit_of(&self, ascii: char) -> char {
        let digit = ascii.to_digit(10);
        let digit = digit.and_then(|digit| char::from_u32(u32::from(self.zero_digit) + digit));
        digit.unwrap_or(ascii)
    }
}
