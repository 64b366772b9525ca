//! Text and numbers in XML.

use std::fmt::{self, Write};

/// A text, escaped for content and for attributes in double quotes. What XML has no way to write
/// becomes `�`.
pub(super) struct Text<'a>(pub(super) &'a str);

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '&' => f.write_str("&amp;")?,
                '"' => f.write_str("&quot;")?,
                '\n' | '\t' => f.write_char(character)?,
                '\u{fffe}' | '\u{ffff}' => f.write_char(char::REPLACEMENT_CHARACTER)?,
                _ if character.is_control() => f.write_char(char::REPLACEMENT_CHARACTER)?,
                _ => f.write_char(character)?,
            }
        }
        Ok(())
    }
}

/// A number of pixels, to the tenth.
pub(super) struct Number(pub(super) f64);

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Adding zero makes -0 a 0.
        write!(f, "{}", (self.0 * 10.0).round() / 10.0 + 0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped() {
        assert_eq!(Text("<a b=\"c\">&\0\n").to_string(), "&lt;a b=&quot;c&quot;&gt;&amp;�\n");
    }

    #[test]
    fn numbers_are_short() {
        let numbers = [1.0, -0.01, 0.25, 12.34].map(|number| Number(number).to_string());
        assert_eq!(numbers, ["1", "0", "0.3", "12.3"]);
    }
}
