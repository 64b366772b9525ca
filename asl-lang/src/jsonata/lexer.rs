//! From text to tokens.

mod string;

use crate::source::{Span, offset};

use super::ast::Regex;
use super::error::{Code, Error};
use super::token::{Token, TokenKind};

/// Symbols of two characters, to be tried first.
const PAIRS: [&str; 7] = ["..", ":=", "!=", ">=", "<=", "**", "~>"];

/// Symbols of one character. They end names.
const SYMBOLS: [&str; 24] = [
    ".", "[", "]", "{", "}", "(", ")", ",", "@", "#", ";", ":", "?", "+", "-", "*", "/", "%", "|",
    "=", "<", ">", "^", "&",
];

/// Symbols that are tokens and no operators. They end names too.
const UNKNOWN: [&str; 2] = ["!", "~"];

/// What a `/` is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slash {
    /// The begin of a regular expression.
    Regex,
    /// Division.
    Operator,
}

/// Reads tokens from a text.
#[derive(Debug)]
pub(super) struct Lexer<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Lexer<'t> {
    pub(super) fn new(text: &'t str) -> Lexer<'t> {
        Lexer { text, at: 0 }
    }

    /// The next token. What a `/` is depends on where the parser is.
    pub(super) fn next(&mut self, slash: Slash) -> Result<Token, Error> {
        self.skip_blanks_and_comments()?;
        let start = self.at;
        let kind = match self.peek() {
            None => TokenKind::End,
            Some('/') if slash == Slash::Regex => self.regex()?,
            Some(first) => match self.symbol() {
                Some(symbol) => TokenKind::Operator(symbol),
                None => match first {
                    '"' | '\'' => self.string(first)?,
                    '0'..='9' => self.number()?,
                    '`' => self.quoted_name()?,
                    _ => self.name(),
                },
            },
        };
        Ok(Token { kind, span: self.since(start) })
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn bump(&mut self) -> Option<char> {
        let character = self.peek()?;
        self.at += character.len_utf8();
        Some(character)
    }

    fn since(&self, start: usize) -> Span {
        Span::new(offset(start), offset(self.at))
    }

    fn skip_blanks_and_comments(&mut self) -> Result<(), Error> {
        loop {
            let blanks = self.rest().len() - self.rest().trim_start_matches(is_blank).len();
            self.at += blanks;
            let Some(comment) = self.rest().strip_prefix("/*") else { return Ok(()) };
            let Some(length) = comment.find("*/") else {
                let span = Span::new(offset(self.at), offset(self.at + 2));
                return Err(Error::new(Code::S0106, span));
            };
            self.at += length + 4;
        }
    }

    fn symbol(&mut self) -> Option<&'static str> {
        let rest = self.rest();
        let mut symbols = PAIRS.iter().chain(&SYMBOLS).chain(&UNKNOWN);
        let symbol = symbols.find(|symbol| rest.starts_with(**symbol))?;
        self.at += symbol.len();
        Some(symbol)
    }

    fn number(&mut self) -> Result<TokenKind, Error> {
        let text = &self.rest()[..number_length(self.rest().as_bytes())];
        let start = self.at;
        self.at += text.len();
        match text.parse::<f64>() {
            Ok(value) if value.is_finite() => Ok(TokenKind::Number(value)),
            _ => Err(Error::naming(Code::S0102, self.since(start), text)),
        }
    }

    fn quoted_name(&mut self) -> Result<TokenKind, Error> {
        let start = self.at;
        self.bump();
        let Some(length) = self.rest().find('`') else {
            self.at = self.text.len();
            return Err(Error::new(Code::S0105, self.since(start)));
        };
        let name = self.rest()[..length].to_owned();
        self.at += length + 1;
        Ok(TokenKind::Name(name))
    }

    fn name(&mut self) -> TokenKind {
        let rest = self.rest();
        let text = &rest[..rest.find(ends_name).unwrap_or(rest.len())];
        self.at += text.len();
        if let Some(variable) = text.strip_prefix('$') {
            return TokenKind::Variable(variable.to_owned());
        }
        match text {
            "and" => TokenKind::Operator("and"),
            "or" => TokenKind::Operator("or"),
            "in" => TokenKind::Operator("in"),
            "true" => TokenKind::Bool(true),
            "false" => TokenKind::Bool(false),
            "null" => TokenKind::Null,
            name => TokenKind::Name(name.to_owned()),
        }
    }

    /// Ends at the first `/` that is neither escaped nor within brackets.
    fn regex(&mut self) -> Result<TokenKind, Error> {
        let start = self.at;
        self.bump();
        let begin = self.at;
        let mut depth = 0i32;
        let mut backslashes = 0usize;
        while let Some(character) = self.peek() {
            if character == '/' && depth == 0 && backslashes.is_multiple_of(2) {
                let pattern = self.text[begin..self.at].to_owned();
                self.bump();
                if pattern.is_empty() {
                    return Err(Error::new(Code::S0301, self.since(start)));
                }
                let (ignore_case, multi_line) = self.flags();
                return Ok(TokenKind::Regex(Regex { pattern, ignore_case, multi_line }));
            }
            match character {
                '(' | '[' | '{' if backslashes == 0 => depth += 1,
                ')' | ']' | '}' if backslashes == 0 => depth -= 1,
                _ => {}
            }
            backslashes = if character == '\\' { backslashes + 1 } else { 0 };
            self.bump();
        }
        Err(Error::new(Code::S0302, self.since(start)))
    }

    /// Flags after a regular expression. One that is repeated counts once.
    fn flags(&mut self) -> (bool, bool) {
        let (mut ignore_case, mut multi_line) = (false, false);
        loop {
            match self.peek() {
                Some('i') => ignore_case = true,
                Some('m') => multi_line = true,
                _ => return (ignore_case, multi_line),
            }
            self.bump();
        }
    }
}

fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{b}')
}

fn ends_name(character: char) -> bool {
    let mut utf8 = [0; 4];
    let text: &str = character.encode_utf8(&mut utf8);
    is_blank(character) || SYMBOLS.contains(&text) || UNKNOWN.contains(&text)
}

/// The length of the number that these bytes begin with: what JSON takes for one, without a sign.
fn number_length(bytes: &[u8]) -> usize {
    let digits = |from: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    let mut length = if bytes.first() == Some(&b'0') { 1 } else { digits(0) };
    if bytes.get(length) == Some(&b'.') && digits(length + 1) > 0 {
        length += 1 + digits(length + 1);
    }
    if matches!(bytes.get(length), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(length + 1), Some(b'+' | b'-')));
        let exponent = digits(length + 1 + sign);
        if exponent > 0 {
            length += 1 + sign + exponent;
        }
    }
    length
}
