//! Tokens as the begin of an expression.

use super::{Code, Error, Parser, Slash, Syntax, SyntaxKind, Token, TokenKind, power};
use crate::jsonata::syntax::TransformSyntax;
use crate::source::Span;

impl Parser<'_> {
    pub(super) fn prefix(&mut self, token: Token) -> Result<Syntax, Error> {
        let Token { kind, span } = token;
        let kind = match kind {
            TokenKind::End => SyntaxKind::End,
            TokenKind::Null => SyntaxKind::Null,
            TokenKind::Bool(value) => SyntaxKind::Bool(value),
            TokenKind::Number(value) => SyntaxKind::Number(value),
            TokenKind::String(value) => SyntaxKind::String(value),
            TokenKind::Regex(regex) => SyntaxKind::Regex(regex),
            TokenKind::Name(name) => SyntaxKind::Name(name),
            TokenKind::Variable(name) => SyntaxKind::Variable(name),
            TokenKind::Operator(symbol) => return self.prefix_symbol(symbol, span),
        };
        Ok(Syntax::leaf(kind, span))
    }

    fn prefix_symbol(&mut self, symbol: &'static str, span: Span) -> Result<Syntax, Error> {
        let kind = match symbol {
            // Words among the operators are names where there is nothing to operate on.
            "and" | "or" | "in" => SyntaxKind::Name(symbol.to_owned()),
            "*" => SyntaxKind::Wildcard,
            "**" => SyntaxKind::Descendants,
            "%" => SyntaxKind::Parent,
            "-" => return self.negate(span),
            "(" => return self.block(span),
            "[" => return self.array(span),
            "{" => return self.object(span),
            "|" => return self.transform(span),
            _ => return Err(Error::naming(Code::S0211, span, symbol)),
        };
        Ok(Syntax::leaf(kind, span))
    }

    fn negate(&mut self, minus: Span) -> Result<Syntax, Error> {
        let operand = self.expression(power::GROUP)?;
        let depth = operand.depth;
        self.make(SyntaxKind::Negate(Box::new(operand)), minus.start, depth)
    }

    fn block(&mut self, open: Span) -> Result<Syntax, Error> {
        let mut expressions = Vec::new();
        while !self.token.is(")") {
            expressions.push(self.expression(0)?);
            if !self.accept(";")? {
                break;
            }
        }
        self.expect(")", Slash::Operator)?;
        let depth = deepest(&expressions);
        self.make(SyntaxKind::Block(expressions), open.start, depth)
    }

    fn array(&mut self, open: Span) -> Result<Syntax, Error> {
        let mut items = Vec::new();
        if !self.token.is("]") {
            loop {
                items.push(self.item()?);
                if !self.accept(",")? {
                    break;
                }
            }
        }
        self.expect("]", Slash::Operator)?;
        let depth = deepest(&items);
        self.make(SyntaxKind::Array(items), open.start, depth)
    }

    /// An item of an array, which may be a range.
    fn item(&mut self) -> Result<Syntax, Error> {
        let first = self.expression(0)?;
        let operator = self.token.span;
        if !self.accept("..")? {
            return Ok(first);
        }
        let last = self.expression(0)?;
        let (start, depth) = (first.span.start, first.depth.max(last.depth));
        self.make(SyntaxKind::Range(Box::new([first, last]), operator), start, depth)
    }

    fn object(&mut self, open: Span) -> Result<Syntax, Error> {
        let pairs = self.pairs()?;
        let depth = deepest(pairs.as_flattened());
        self.make(SyntaxKind::Object(pairs), open.start, depth)
    }

    /// Keys and values up to `}`.
    pub(super) fn pairs(&mut self) -> Result<Vec<[Syntax; 2]>, Error> {
        let mut pairs = Vec::new();
        if !self.token.is("}") {
            loop {
                let key = self.expression(0)?;
                self.expect(":", Slash::Regex)?;
                let value = self.expression(0)?;
                pairs.push([key, value]);
                if !self.accept(",")? {
                    break;
                }
            }
        }
        self.expect("}", Slash::Operator)?;
        Ok(pairs)
    }

    fn transform(&mut self, open: Span) -> Result<Syntax, Error> {
        let pattern = self.expression(0)?;
        self.expect("|", Slash::Regex)?;
        let update = self.expression(0)?;
        let delete = if self.accept(",")? { Some(self.expression(0)?) } else { None };
        self.expect("|", Slash::Regex)?;
        let depth = pattern.depth.max(update.depth).max(delete.as_ref().map_or(0, |d| d.depth));
        let transform = TransformSyntax { pattern, update, delete };
        self.make(SyntaxKind::Transform(Box::new(transform)), open.start, depth)
    }
}

/// How many levels the deepest has.
pub(super) fn deepest(all: &[Syntax]) -> usize {
    all.iter().map(|syntax| syntax.depth).max().unwrap_or(0)
}
