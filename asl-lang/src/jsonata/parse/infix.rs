//! Tokens after an expression.

use super::prefix::deepest;
use super::{Code, Error, Parser, Slash, Syntax, SyntaxKind, Token, TokenKind, power};
use crate::jsonata::ast::{Operator, Parameter};
use crate::jsonata::syntax::{ConditionSyntax, OperationSyntax, SortTermSyntax};
use crate::source::Span;

impl Parser<'_> {
    pub(super) fn infix(&mut self, token: Token, left: Syntax) -> Result<Syntax, Error> {
        let Token { kind: TokenKind::Operator(symbol), span } = token else { return Ok(left) };
        match symbol {
            "." => self.step(left),
            "[" => self.filter(left, span),
            "{" => self.group(left, span),
            "(" => self.call(left),
            "^" => self.sort(left, span),
            "@" | "#" => self.position(left, symbol, span),
            "?" => self.condition(left),
            ":=" => self.bind(left),
            "~>" => self.apply(left),
            _ => self.operation(left, symbol, span),
        }
    }

    /// An operator. What follows each other is kept side by side, so that a long sum has no depth.
    fn operation(&mut self, left: Syntax, symbol: &str, span: Span) -> Result<Syntax, Error> {
        let Some((operator, power)) = operator(symbol) else { return Ok(left) };
        let operand = self.expression(power)?;
        let start = left.span.start;
        let right = operand.depth;
        let operation = OperationSyntax { operator, span, operand };
        let (first, mut rest, below) = match left.kind {
            SyntaxKind::Operators(first, rest) => (first, rest, left.depth - 1),
            _ => {
                let below = left.depth;
                (Box::new(left), Vec::new(), below)
            }
        };
        rest.push(operation);
        self.make(SyntaxKind::Operators(first, rest), start, below.max(right))
    }

    fn apply(&mut self, left: Syntax) -> Result<Syntax, Error> {
        let (start, (value, mut functions, below)) = (
            left.span.start,
            match left.kind {
                SyntaxKind::Apply(value, functions) => (value, functions, left.depth - 1),
                _ => {
                    let below = left.depth;
                    (Box::new(left), Vec::new(), below)
                }
            },
        );
        let function = self.expression(40)?;
        let below = below.max(function.depth);
        functions.push(function);
        self.make(SyntaxKind::Apply(value, functions), start, below)
    }

    fn step(&mut self, left: Syntax) -> Result<Syntax, Error> {
        let (start, (first, mut rest, below)) = (
            left.span.start,
            match left.kind {
                SyntaxKind::Path(first, rest) => (first, rest, left.depth - 1),
                _ => {
                    let below = left.depth;
                    (Box::new(left), Vec::new(), below)
                }
            },
        );
        let step = self.expression(power::PATH)?;
        let below = below.max(step.depth);
        rest.push(step);
        self.make(SyntaxKind::Path(first, rest), start, below)
    }

    fn filter(&mut self, mut left: Syntax, open: Span) -> Result<Syntax, Error> {
        if self.token.is("]") {
            left.keep();
            self.advance(Slash::Regex)?;
            left.span.end = self.end;
            return Ok(left);
        }
        let predicate = self.expression(0)?;
        self.expect("]", Slash::Operator)?;
        let (start, depth) = (left.span.start, left.depth.max(predicate.depth));
        let brackets = Span::new(open.start, self.end);
        let kind = SyntaxKind::Filter(Box::new(left), Box::new(predicate), brackets);
        self.make(kind, start, depth)
    }

    fn group(&mut self, left: Syntax, open: Span) -> Result<Syntax, Error> {
        let pairs = self.pairs()?;
        let depth = left.depth.max(deepest(pairs.as_flattened()));
        let (start, braces) = (left.span.start, Span::new(open.start, self.end));
        self.make(SyntaxKind::Group(Box::new(left), pairs, braces), start, depth)
    }

    fn sort(&mut self, left: Syntax, operator: Span) -> Result<Syntax, Error> {
        self.expect("(", Slash::Regex)?;
        let mut terms = Vec::new();
        let mut depth = left.depth;
        loop {
            let descending = self.token.is(">");
            if descending || self.token.is("<") {
                self.advance(Slash::Regex)?;
            }
            let expression = self.expression(0)?;
            depth = depth.max(expression.depth);
            terms.push(SortTermSyntax { descending, expression });
            if !self.accept(",")? {
                break;
            }
        }
        self.expect(")", Slash::Regex)?;
        let (start, span) = (left.span.start, Span::new(operator.start, self.end));
        self.make(SyntaxKind::Sort(Box::new(left), terms, span), start, depth)
    }

    /// `@$name` or `#$name`.
    fn position(&mut self, left: Syntax, symbol: &str, span: Span) -> Result<Syntax, Error> {
        let right = self.expression(power::VARIABLE)?;
        let SyntaxKind::Variable(name) = right.kind else {
            let at = if matches!(right.kind, SyntaxKind::End) { span } else { right.span };
            return Err(Error::naming(Code::S0214, at, symbol));
        };
        let (start, depth) = (left.span.start, left.depth);
        let span = Span::new(span.start, right.span.end);
        let kind = match symbol {
            "@" => SyntaxKind::Focus(Box::new(left), name, span),
            _ => SyntaxKind::Index(Box::new(left), name, span),
        };
        self.make(kind, start, depth)
    }

    fn condition(&mut self, condition: Syntax) -> Result<Syntax, Error> {
        let then = self.expression(0)?;
        let otherwise = if self.accept(":")? { Some(self.expression(0)?) } else { None };
        let below = otherwise.as_ref().map_or(0, |otherwise| otherwise.depth);
        let (start, depth) = (condition.span.start, condition.depth.max(then.depth).max(below));
        let condition = ConditionSyntax { condition, then, otherwise };
        self.make(SyntaxKind::Condition(Box::new(condition)), start, depth)
    }

    fn bind(&mut self, left: Syntax) -> Result<Syntax, Error> {
        let SyntaxKind::Variable(name) = left.kind else {
            return Err(Error::new(Code::S0212, left.span));
        };
        // One less, so that what is bound may be another binding.
        let value = self.expression(power::BIND - 1)?;
        let depth = value.depth;
        let variable = Parameter { name, span: left.span };
        self.make(SyntaxKind::Bind(variable, Box::new(value)), left.span.start, depth)
    }
}

/// The operator of a symbol, with how tightly it binds to its right side.
fn operator(symbol: &str) -> Option<(Operator, u8)> {
    Some(match symbol {
        "+" => (Operator::Add, 50),
        "-" => (Operator::Subtract, 50),
        "&" => (Operator::Concatenate, 50),
        "*" => (Operator::Multiply, 60),
        "/" => (Operator::Divide, 60),
        "%" => (Operator::Modulo, 60),
        "=" => (Operator::Equal, 40),
        "!=" => (Operator::NotEqual, 40),
        "<" => (Operator::Less, 40),
        "<=" => (Operator::LessOrEqual, 40),
        ">" => (Operator::Greater, 40),
        ">=" => (Operator::GreaterOrEqual, 40),
        "in" => (Operator::In, 40),
        "and" => (Operator::And, 30),
        "or" => (Operator::Or, 25),
        _ => return None,
    })
}
