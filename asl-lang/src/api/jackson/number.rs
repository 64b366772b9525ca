//! Numbers.

use super::{Kind, Read, Reader, description, is, unexpected};

impl Reader<'_> {
    /// A number whose first character has been read.
    pub(super) fn number(&mut self, first: u16) -> Read<()> {
        let mut first = first;
        if is(first, '-') {
            first = match self.peek() {
                Some(digit) if is_digit(digit) => {
                    self.at += 1;
                    digit
                }
                _ => return self.number_start(true),
            };
        }
        if is(first, '0') && self.peek().is_some_and(is_digit) {
            self.at += 1;
            return Err("Invalid numeric value: Leading zeroes not allowed".to_owned());
        }
        self.digits();
        if self.peek().is_some_and(|unit| is(unit, '.')) {
            self.at += 1;
            self.some_digits("Decimal point not followed by a digit")?;
        }
        if self.peek().is_some_and(|unit| is(unit, 'e') || is(unit, 'E')) {
            self.at += 1;
            if self.peek().is_some_and(|unit| is(unit, '+') || is(unit, '-')) {
                self.at += 1;
            }
            self.some_digits("Exponent indicator not followed by a digit")?;
        }
        self.after_number()
    }

    /// What follows a sign, and is no digit where it has to be one.
    pub(super) fn number_start(&mut self, negative: bool) -> Read<()> {
        let Some(unit) = self.next() else {
            return Err("Unexpected end-of-input in a Number value".to_owned());
        };
        let sign = if negative { "minus" } else { "plus" };
        let expected =
            format!("expected digit (0-9) to follow {sign} sign, for valid numeric value");
        Err(in_number(unit, &expected))
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while self.peek().is_some_and(is_digit) {
            self.at += 1;
        }
        self.at - start
    }

    fn some_digits(&mut self, expected: &str) -> Read<()> {
        if self.digits() > 0 {
            return Ok(());
        }
        Err(match self.next() {
            Some(unit) => in_number(unit, expected),
            None => "Unexpected end-of-input in a Number value".to_owned(),
        })
    }

    fn after_number(&mut self) -> Read<()> {
        match self.peek() {
            Some(unit) if self.kind() == Kind::Root && unit > 0x20 => {
                self.at += 1;
                Err(unexpected(unit, "Expected space separating root-level values"))
            }
            _ => Ok(()),
        }
    }
}

fn is_digit(unit: u16) -> bool {
    (0x30..=0x39).contains(&unit)
}

fn in_number(unit: u16, expected: &str) -> String {
    format!("Unexpected character ({}) in numeric value: {expected}", description(unit))
}
