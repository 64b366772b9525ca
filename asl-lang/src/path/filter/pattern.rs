//! Regular expressions, `/…/flags`: from Java's syntax to that of the crate `regex`.
//!
//! AWS matches with `java.util.regex`, which may take exponential time. We match in linear time,
//! so what needs backtracking (look-around, back references, possessive quantifiers) is refused
//! when the definition is read. The rest means the same in both, but for some classes, which are
//! spelled out here.

use super::Pattern;
use crate::path::{Cursor, SyntaxError};

/// What a compiled pattern may take, in bytes; the run-time library has the same limits.
const MAX_SIZE: usize = 1 << 20;
const MAX_NESTING: u32 = 100;

/// Java's classes of ASCII characters, and what is called so elsewhere.
const POSIX: [(&str, &str); 13] = [
    ("Lower", "lower"),
    ("Upper", "upper"),
    ("ASCII", "ascii"),
    ("Alpha", "alpha"),
    ("Digit", "digit"),
    ("Alnum", "alnum"),
    ("Punct", "punct"),
    ("Graph", "graph"),
    ("Print", "print"),
    ("Blank", "blank"),
    ("Cntrl", "cntrl"),
    ("XDigit", "xdigit"),
    ("Space", "space"),
];

/// Parses the pattern at the cursor.
pub(super) fn parse(cursor: &mut Cursor<'_>) -> Result<Pattern, SyntaxError> {
    if cursor.peek() != Some('/') {
        return Err(cursor
            .expected("a regular expression")
            .help("write it between slashes: `@.name =~ /a.*/`"));
    }
    let start = cursor.offset() + 1;
    let Ok(text) = cursor.take_quoted() else {
        return Err(SyntaxError::new(start - 1, "the regular expression has no closing `/`"));
    };
    let flags_at = cursor.offset();
    let flags = cursor.take_while(|c| c.is_ascii_alphabetic());
    if let Some((at, flag)) = flags.char_indices().find(|(_, flag)| !"dixmsuU".contains(*flag)) {
        return Err(SyntaxError::new(flags_at + at, format!("there is no flag `{flag}`"))
            .help("the flags are `i`, `m`, `s`, `x`, `d`, `u` and `U`"));
    }
    let regex = Translation::new(text, flags)
        .run()
        .map_err(|error| SyntaxError { offset: start + error.offset, ..error })?;
    let built =
        regex::RegexBuilder::new(&regex).size_limit(MAX_SIZE).nest_limit(MAX_NESTING).build();
    match built {
        Ok(_) => Ok(Pattern { text: text.to_owned(), flags: flags.to_owned(), regex }),
        Err(regex::Error::CompiledTooBig(_)) => {
            Err(SyntaxError::unsupported(start, "the regular expression is too large")
                .help("repeat fewer things fewer times"))
        }
        Err(error) => {
            let text = error.to_string();
            let reason = text.lines().last().unwrap_or_default().trim_start_matches("error: ");
            Err(SyntaxError::new(start, format!("the regular expression does not parse: {reason}")))
        }
    }
}

struct Translation<'a> {
    text: &'a str,
    offset: usize,
    out: String,
    flags: &'a str,
    /// How many `[` are open.
    classes: usize,
    /// Whether `.` is every character.
    dot_all: bool,
}

impl<'a> Translation<'a> {
    fn new(text: &'a str, flags: &'a str) -> Self {
        let dot_all = flags.contains('s');
        Translation { text, offset: 0, out: String::new(), flags, classes: 0, dot_all }
    }

    /// The whole pattern, which matches from the start to the end of a text.
    fn run(mut self) -> Result<String, SyntaxError> {
        let known: String = self.flags.chars().filter(|flag| "imsx".contains(*flag)).collect();
        while let Some(c) = self.next() {
            self.character(c)?;
        }
        // A comment at the end would go on.
        let end = if known.contains('x') { "\n" } else { "" };
        Ok(format!(r"\A(?{known}:{}{end})\z", self.out))
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.offset..).unwrap_or_default()
    }

    fn next(&mut self) -> Option<char> {
        let next = self.rest().chars().next()?;
        self.offset += next.len_utf8();
        Some(next)
    }

    fn character(&mut self, c: char) -> Result<(), SyntaxError> {
        let start = self.offset - c.len_utf8();
        match c {
            '\\' => return self.escape(start),
            '[' => {
                self.classes += 1;
                self.out.push(c);
                if self.rest().starts_with('^') {
                    self.next();
                    self.out.push('^');
                }
                if self.rest().starts_with(']') {
                    self.next();
                    self.out.push_str(r"\]");
                }
            }
            ']' => {
                self.classes = self.classes.saturating_sub(1);
                self.out.push(c);
            }
            // Two of these would be an operation on classes.
            '-' | '~' if self.classes > 0 && self.out.ends_with(c) => {
                self.out.push('\\');
                self.out.push(c);
            }
            _ if self.classes > 0 => self.out.push(c),
            '.' if !self.dot_all => self.out.push_str(match self.flags.contains('d') {
                true => r"[^\n]",
                false => r"[^\n\r\x{85}\x{2028}\x{2029}]",
            }),
            '(' if self.rest().starts_with('?') => return self.group(start),
            '*' | '+' | '?' | '}' if self.rest().starts_with('+') => {
                return Err(refused(start, "a possessive quantifier"));
            }
            _ => self.out.push(c),
        }
        Ok(())
    }

    /// `(?…`
    fn group(&mut self, start: usize) -> Result<(), SyntaxError> {
        self.next();
        let rest = self.rest();
        if ["=", "!", "<=", "<!"].iter().any(|sign| rest.starts_with(sign)) {
            return Err(refused(start, "look-around"));
        }
        if rest.starts_with('>') {
            return Err(refused(start, "an atomic group"));
        }
        let flags = rest.split([':', ')', '-', '<']).next().unwrap_or_default();
        self.dot_all |= flags.contains('s');
        self.out.push_str("(?");
        Ok(())
    }

    /// What follows a backslash.
    fn escape(&mut self, start: usize) -> Result<(), SyntaxError> {
        let unicode = self.flags.contains('U');
        let Some(c) = self.next() else {
            return Err(SyntaxError::new(start, "a `\\` at the end of the regular expression"));
        };
        match c {
            'd' if !unicode => self.out.push_str("[0-9]"),
            'D' if !unicode => self.out.push_str("[^0-9]"),
            'w' if !unicode => self.out.push_str("[0-9A-Za-z_]"),
            'W' if !unicode => self.out.push_str("[^0-9A-Za-z_]"),
            's' if !unicode => self.out.push_str(r"[ \t\n\x0b\f\r]"),
            'S' if !unicode => self.out.push_str(r"[^ \t\n\x0b\f\r]"),
            'h' => self.out.push_str(r"[ \t\x{a0}\x{1680}\x{2000}-\x{200a}\x{202f}\x{3000}]"),
            'e' => self.out.push_str(r"\x1b"),
            'Z' => self.out.push_str(r"\z"),
            'Q' => {
                let literal = self.rest().split(r"\E").next().unwrap_or_default();
                self.out.push_str(&regex::escape(literal));
                self.offset = (self.offset + literal.len() + 2).min(self.text.len());
            }
            'p' | 'P' if self.rest().starts_with('{') => self.property(c),
            '1'..='9' | 'k' => return Err(refused(start, "a back reference")),
            _ if c.is_ascii_alphanumeric() || (c.is_ascii() && c != '<' && c != '>') => {
                self.out.extend(['\\', c]);
            }
            _ => self.out.push(c),
        }
        Ok(())
    }

    /// `\p{…}`
    fn property(&mut self, letter: char) {
        let inside = self.rest().trim_start_matches('{').split('}').next().unwrap_or_default();
        self.offset = (self.offset + inside.len() + 2).min(self.text.len());
        let posix = POSIX.iter().find(|(name, _)| *name == inside);
        match posix {
            Some((_, name)) if letter == 'p' => self.out.push_str(&format!("[[:{name}:]]")),
            Some((_, name)) => self.out.push_str(&format!("[[:^{name}:]]")),
            None => {
                let name = inside.strip_prefix("Is").unwrap_or(inside);
                self.out.push_str(&format!("\\{letter}{{{name}}}"));
            }
        }
    }
}

/// AWS takes it, we do not.
fn refused(offset: usize, what: &str) -> SyntaxError {
    SyntaxError::unsupported(offset, format!("{what} in a regular expression is not supported"))
        .help("it may take exponential time; say it with plain groups and quantifiers")
}
