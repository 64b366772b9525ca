//! Escapes of patterns.

use super::{Parser, Reason};
use crate::jsonata::regex::class::Class;
use crate::jsonata::regex::syntax::Node;

impl Parser<'_> {
    /// What a backslash, which has been taken, makes of what follows it.
    pub(super) fn escape(&mut self) -> Result<Node, Reason> {
        let letter = *self.rest.peek().ok_or("\\ at end of pattern")?;
        if let Some(class) = Class::of_escape(letter) {
            self.rest.next();
            return Ok(Node::Class(class));
        }
        match letter {
            'b' => {
                self.rest.next();
                Ok(Node::WordBoundary)
            }
            'B' => {
                self.rest.next();
                self.backtracks = true;
                Ok(Node::NotWordBoundary)
            }
            '1'..='9' => {
                let start = self.rest.clone();
                let number = self.decimal().unwrap_or_default() as usize;
                if number <= self.names.len() {
                    self.backtracks = true;
                    return Ok(Node::BackReference(number));
                }
                self.rest = start;
                self.character()
            }
            'k' if self.names.iter().any(Option::is_some) => {
                self.rest.next();
                self.named_reference()
            }
            _ => self.character(),
        }
    }

    fn named_reference(&mut self) -> Result<Node, Reason> {
        if !self.take('<') {
            return Err("Invalid named reference");
        }
        let mut name = String::new();
        while let Some(c) = self.rest.next_if(|c| *c != '>') {
            name.push(c);
        }
        let group = self.names.iter().position(|other| other.as_deref() == Some(&*name));
        match group {
            Some(group) if self.take('>') => {
                self.backtracks = true;
                Ok(Node::BackReference(group + 1))
            }
            Some(_) => Err("Invalid named reference"),
            None => Err("Invalid named capture referenced"),
        }
    }

    /// An escaped character. Half a surrogate pair is in no text.
    fn character(&mut self) -> Result<Node, Reason> {
        let code = self.character_code()?;
        Ok(char::from_u32(code).map_or_else(|| Node::Class(Class::default()), Node::Character))
    }

    /// The code point of an escaped character, of which the backslash has been taken.
    pub(super) fn character_code(&mut self) -> Result<u32, Reason> {
        let start = self.rest.clone();
        let letter = self.rest.next().ok_or("\\ at end of pattern")?;
        let code = match letter {
            't' => 0x09,
            'n' => 0x0A,
            'v' => 0x0B,
            'f' => 0x0C,
            'r' => 0x0D,
            'c' => match self.rest.next_if(char::is_ascii_alphabetic) {
                Some(control) => u32::from(control) % 32,
                // A backslash that escapes nothing.
                None => {
                    self.rest = start;
                    u32::from('\\')
                }
            },
            'x' => self.hexadecimal(2).unwrap_or(u32::from('x')),
            'u' => self.utf16_unit(),
            '0'..='7' => self.octal(letter),
            other => u32::from(other),
        };
        Ok(code)
    }

    fn octal(&mut self, first: char) -> u32 {
        let mut code = first.to_digit(8).unwrap_or_default();
        while let Some(digit) = self.rest.peek().and_then(|c| c.to_digit(8)) {
            if code * 8 + digit > 0o377 {
                break;
            }
            self.rest.next();
            code = code * 8 + digit;
        }
        code
    }

    /// So many digits, all or none of which are taken.
    fn hexadecimal(&mut self, digits: u32) -> Option<u32> {
        let mut ahead = self.rest.clone();
        let mut code = 0;
        for _ in 0..digits {
            code = code * 16 + ahead.next()?.to_digit(16)?;
        }
        self.rest = ahead;
        Some(code)
    }

    /// `\u` and four hexadecimal digits, or two of them that make one character.
    fn utf16_unit(&mut self) -> u32 {
        let Some(code) = self.hexadecimal(4) else { return u32::from('u') };
        if !(0xD800..0xDC00).contains(&code) {
            return code;
        }
        let start = self.rest.clone();
        let low = if self.take_all("\\u") { self.hexadecimal(4) } else { None };
        match low.filter(|low| (0xDC00..0xE000).contains(low)) {
            Some(low) => 0x1_0000 + ((code - 0xD800) << 10) + (low - 0xDC00),
            None => {
                self.rest = start;
                code
            }
        }
    }
}
