//! From tokens to a tree by precedence, in the way of Pratt: a token knows what it is as the begin
//! of an expression (`prefix`) and after one (`infix`), and how tightly it binds to what stands
//! left of it.

mod infix;
mod lambda;
mod prefix;

use crate::source::{MAX_CHARACTERS, Span, offset};

use super::error::{Code, Error};
use super::lexer::{Lexer, Slash};
use super::syntax::{Syntax, SyntaxKind};
use super::token::{Token, TokenKind};

/// The most levels of an expression. With as many, parsing takes 1.5 MB of stack in a debug build.
pub const MAX_DEPTH: usize = 128;

/// Reads an expression by precedence.
pub(super) fn parse(text: &str) -> Result<Syntax, Error> {
    if text.len() > MAX_CHARACTERS && text.chars().nth(MAX_CHARACTERS).is_some() {
        let span = Span::new(0, offset(text.len()));
        return Err(Error::with(Code::U1001, span, &["long".to_owned()]));
    }
    let mut parser = Parser::new(text)?;
    let syntax = parser.expression(0)?;
    match &parser.token {
        Token { kind: TokenKind::End, .. } => Ok(syntax),
        token => Err(Error::with(Code::S0201, token.span, &[token.as_json()])),
    }
}

struct Parser<'t> {
    lexer: Lexer<'t>,
    /// The next token.
    token: Token,
    /// The end of the token before it.
    end: u32,
    /// How many expressions are being read within each other.
    depth: usize,
}

impl<'t> Parser<'t> {
    fn new(text: &'t str) -> Result<Parser<'t>, Error> {
        let token = Token { kind: TokenKind::End, span: Span::default() };
        let mut parser = Parser { lexer: Lexer::new(text), token, end: 0, depth: 0 };
        parser.advance(Slash::Regex)?;
        Ok(parser)
    }

    /// Takes the next token.
    fn advance(&mut self, slash: Slash) -> Result<Token, Error> {
        let next = self.lexer.next(slash)?;
        if next.is("!") || next.is("~") {
            return Err(Error::with(Code::S0204, next.span, &[next.as_json()]));
        }
        self.end = self.token.span.end;
        Ok(std::mem::replace(&mut self.token, next))
    }

    /// Takes the next token, which has to be this symbol.
    fn expect(&mut self, symbol: &str, slash: Slash) -> Result<Token, Error> {
        if self.token.is(symbol) {
            return self.advance(slash);
        }
        let expected = super::text::quoted(symbol);
        let span = self.token.span;
        Err(match self.token.kind {
            TokenKind::End => Error::with(Code::S0203, span, &[expected]),
            _ => Error::with(Code::S0202, span, &[expected, self.token.as_json()]),
        })
    }

    /// Takes the next token if it is this symbol. A `/` after it begins a regular expression.
    fn accept(&mut self, symbol: &str) -> Result<bool, Error> {
        let found = self.token.is(symbol);
        if found {
            self.advance(Slash::Regex)?;
        }
        Ok(found)
    }

    /// Reads an expression up to what binds less tightly than `power`.
    fn expression(&mut self, power: u8) -> Result<Syntax, Error> {
        if self.depth == MAX_DEPTH {
            return Err(too_deep(self.token.span));
        }
        self.depth += 1;
        // What follows the first token may divide it, even where that is a bracket.
        let token = self.advance(Slash::Operator)?;
        let mut left = self.prefix(token)?;
        while power < binding_power(&self.token) {
            let token = self.advance(Slash::Regex)?;
            left = self.infix(token, left)?;
        }
        self.depth -= 1;
        Ok(left)
    }

    /// An expression from `start` to the last token, of levels below its own.
    fn make(&self, kind: SyntaxKind, start: u32, below: usize) -> Result<Syntax, Error> {
        let span = Span::new(start, self.end);
        if below >= MAX_DEPTH {
            return Err(too_deep(span));
        }
        Ok(Syntax { kind, span, keep_array: false, depth: below + 1 })
    }
}

fn too_deep(span: Span) -> Error {
    Error::with(Code::U1001, span, &[format!("deep: it has more than {MAX_DEPTH} levels")])
}

/// How tightly a token binds to what stands left of it; 0 if it ends an expression.
fn binding_power(token: &Token) -> u8 {
    let TokenKind::Operator(symbol) = token.kind else { return 0 };
    match symbol {
        "[" | "(" | "@" | "#" => 80,
        "." => power::PATH,
        "{" => power::GROUP,
        "*" | "/" | "%" => 60,
        "+" | "-" | "&" => 50,
        "=" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "^" | "~>" => 40,
        "and" => 30,
        "or" => 25,
        "?" => 20,
        ":=" => power::BIND,
        _ => 0,
    }
}

mod power {
    pub(super) const VARIABLE: u8 = 80;
    pub(super) const PATH: u8 = 75;
    pub(super) const GROUP: u8 = 70;
    pub(super) const BIND: u8 = 10;
}
