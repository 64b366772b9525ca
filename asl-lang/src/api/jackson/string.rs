//! Strings.

use super::{Read, Reader, description, is, unexpected};

/// Where a string stands, which messages tell apart.
#[derive(Clone, Copy)]
pub(super) enum Place {
    Name,
    Value,
}

impl Reader<'_> {
    /// The rest of a string, after its first quote.
    pub(super) fn string(&mut self, place: Place) -> Read<()> {
        loop {
            let unit = self.next().ok_or_else(|| match place {
                Place::Name => "Unexpected end-of-input in field name".to_owned(),
                Place::Value => {
                    "Unexpected end-of-input: was expecting closing quote for a string value"
                        .to_owned()
                }
            })?;
            if is(unit, '"') {
                return Ok(());
            } else if is(unit, '\\') {
                self.escape()?;
            } else if unit < 0x20 {
                let place = match place {
                    Place::Name => "name",
                    Place::Value => "string value",
                };
                return Err(format!(
                    "Illegal unquoted character ({}): has to be escaped using backslash to be \
                     included in {place}",
                    description(unit)
                ));
            }
        }
    }

    fn escape(&mut self) -> Read<()> {
        let end = || "Unexpected end-of-input in character escape sequence".to_owned();
        let unit = self.next().ok_or_else(end)?;
        match char::from_u32(unit.into()) {
            Some('b' | 't' | 'n' | 'f' | 'r' | '"' | '/' | '\\') => Ok(()),
            Some('u') => {
                for _ in 0..4 {
                    let unit = self.next().ok_or_else(end)?;
                    if !char::from_u32(unit.into()).is_some_and(|digit| digit.is_ascii_hexdigit()) {
                        let expected = "expected a hex-digit for character escape sequence";
                        return Err(unexpected(unit, expected));
                    }
                }
                Ok(())
            }
            _ => Err(format!("Unrecognized character escape {}", description(unit))),
        }
    }
}
