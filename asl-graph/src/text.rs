//! How wide a text is, and how it is made to fit.
//!
//! The fonts of who looks at a picture are not known, so widths are estimates on the wide side,
//! those of DejaVu Sans: with a narrower font there is some air, and nothing ever overflows.

/// A size and weight of text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Font {
    /// Pixels of an em.
    pub(crate) size: f64,
    /// Whether it is semibold.
    pub(crate) bold: bool,
}

impl Font {
    /// Estimated pixels of a text on one line.
    pub(crate) fn width(self, text: &str) -> f64 {
        let ems: f64 = text.chars().map(ems).sum();
        ems * self.size * if self.bold { 1.1 } else { 1.0 }
    }

    /// The text, with an ellipsis for what is beyond a width.
    pub(crate) fn shorten(self, text: &str, width: f64) -> String {
        if self.width(text) <= width {
            return text.to_owned();
        }
        let kept = self.fitting(text, width - self.width("…"));
        format!("{}…", text[..kept].trim_end())
    }

    /// The text in at most so many lines, the last one shortened.
    pub(crate) fn wrap(self, text: &str, width: f64, lines: usize) -> Vec<String> {
        let mut wrapped = Vec::new();
        let mut rest = text.trim();
        while wrapped.len() + 1 < lines && self.width(rest) > width {
            let (line, after) = rest.split_at(self.line_break(rest, width));
            wrapped.push(line.trim_end().to_owned());
            rest = after.trim_start();
        }
        wrapped.push(self.shorten(rest, width));
        wrapped
    }

    /// Where to break a text that is too wide: at the last seam in the second half of what fits.
    fn line_break(self, text: &str, width: f64) -> usize {
        let fitting = self.fitting(text, width).max(text.chars().next().map_or(0, char::len_utf8));
        let seams = seams(text).take_while(|&at| at <= fitting);
        seams.last().filter(|&at| at * 2 > fitting).unwrap_or(fitting)
    }

    /// Bytes of the text that fit; nothing is cut off from what combines with it.
    fn fitting(self, text: &str, width: f64) -> usize {
        let mut sum = 0.0;
        let mut end = 0;
        for (at, character) in text.char_indices() {
            if !joins(character) {
                end = at;
            }
            sum += self.width(character.encode_utf8(&mut [0; 4]));
            if sum > width {
                return end;
            }
        }
        text.len()
    }
}

/// The places where a line may end: around spaces, after signs, before a capital.
fn seams(text: &str) -> impl Iterator<Item = usize> + '_ {
    let pairs = text.char_indices().zip(text.chars().skip(1));
    pairs.filter_map(|((at, before), after)| {
        let sign = matches!(before, ' ' | '-' | '_' | '.' | ':' | '/' | ',');
        let capital = before.is_lowercase() && after.is_uppercase();
        (sign && !joins(after) || after == ' ' || capital).then_some(at + before.len_utf8())
    })
}

/// Whether a character continues the one before it.
fn joins(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{20e3}')
}

/// Width of a character in ems.
fn ems(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | '\'' | '|' | 'I' => 0.34,
        ' ' | '.' | ',' | ':' | ';' | '!' | '·' => 0.36,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '/' | '\\' | '-' | '"' | '`' => 0.43,
        'm' | 'M' | 'W' | '@' | '%' | '…' => 1.0,
        'w' | '<' | '>' | '=' | '+' | '~' | '^' | '#' | '&' | 'O' | 'Q' | 'G' | 'N' | 'D' => 0.84,
        'A'..='Z' => 0.74,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | '_' | '*' | '?' => 0.59,
        ' '..='~' => 0.64,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => 0.0,
        '\u{fe00}'..='\u{fe0f}' | '\u{2066}'..='\u{2069}' => 0.0,
        '\u{a0}'..='\u{2ff}' | '\u{370}'..='\u{5ff}' => 0.8,
        '\u{1f000}'..='\u{1faff}' => 1.4,
        _ => 1.05,
    }
}

/// The text on one line: what would break it, or may not stand in XML, as a space or `�`.
pub(crate) fn one_line(text: &str) -> String {
    let legible = |character: char| match character {
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' | '\u{85}' => ' ',
        '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
        character if character.is_control() => char::REPLACEMENT_CHARACTER,
        character => character,
    };
    text.chars().map(legible).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FONT: Font = Font { size: 10.0, bold: false };

    #[test]
    fn a_text_that_fits_stays() {
        assert_eq!(FONT.shorten("Charge", 100.0), "Charge");
        assert_eq!(FONT.wrap("Charge", 100.0, 2), ["Charge"]);
    }

    #[test]
    fn a_long_text_is_broken_at_a_seam_and_cut_at_the_end() {
        assert_eq!(FONT.wrap("Charge the card", 80.0, 2), ["Charge the", "card"]);
        assert_eq!(FONT.wrap("ChargeTheWholeCard", 60.0, 3), ["ChargeThe", "WholeCard"]);
        assert_eq!(FONT.wrap("aaaaaaaaaaaaaaaaaaaaaaa", 40.0, 2), ["aaaaaa", "aaaa…"]);
    }

    #[test]
    fn every_line_fits() {
        for text in [
            "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦",
            "e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}",
            "مرحبا بالعالم الكبير",
            "字字字字字字字字",
        ] {
            for width in [15.0, 30.0, 45.0] {
                let lines = FONT.wrap(text, width, 3);
                let fits = |line: &String| FONT.width(line) <= width || line.chars().count() == 1;
                assert!(lines.iter().all(fits), "{text} in {width}: {lines:?}");
            }
        }
    }

    #[test]
    fn a_line_is_a_line() {
        assert_eq!(one_line("a\nb\0c\u{ffff}"), "a b�c�");
    }
}
