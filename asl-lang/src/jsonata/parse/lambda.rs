//! Calls, and functions that are written like calls of `function`.

use super::{Code, Error, Parser, Slash, Syntax, SyntaxKind, TokenKind};
use crate::jsonata::ast::{Parameter, Signature};
use crate::jsonata::text;
use crate::source::Span;

impl Parser<'_> {
    pub(super) fn call(&mut self, left: Syntax) -> Result<Syntax, Error> {
        let mut arguments = Vec::new();
        // Where they are not said by themselves: a `?`.
        let mut spans = Vec::new();
        if !self.token.is(")") {
            loop {
                spans.push(self.token.span);
                let missing = self.accept("?")?;
                arguments.push(if missing { None } else { Some(self.expression(0)?) });
                if !self.accept(",")? {
                    break;
                }
            }
        }
        self.expect(")", Slash::Operator)?;
        if matches!(&left.kind, SyntaxKind::Name(name) if name == "function" || name == "λ") {
            let parameters = parameters(arguments, &spans)?;
            return self.lambda(left.span.start, parameters);
        }
        let below = arguments.iter().flatten().map(|argument| argument.depth).max().unwrap_or(0);
        let (start, depth) = (left.span.start, left.depth.max(below));
        self.make(SyntaxKind::Call(Box::new(left), arguments), start, depth)
    }

    fn lambda(&mut self, start: u32, parameters: Vec<Parameter>) -> Result<Syntax, Error> {
        let signature = if self.token.is("<") { Some(self.signature()?) } else { None };
        self.expect("{", Slash::Regex)?;
        let body = self.expression(0)?;
        self.expect("}", Slash::Regex)?;
        let depth = body.depth;
        self.make(SyntaxKind::Lambda(parameters, signature, Box::new(body)), start, depth)
    }

    /// A signature is put together from the text of tokens.
    fn signature(&mut self) -> Result<Signature, Error> {
        let start = self.token.span.start;
        let mut definition = "<".to_owned();
        let mut depth = 1;
        while depth > 0 && !self.token.is("{") && self.token.kind != TokenKind::End {
            self.advance(Slash::Regex)?;
            match self.token.kind {
                TokenKind::Operator(">") => depth -= 1,
                TokenKind::Operator("<") => depth += 1,
                _ => {}
            }
            definition.push_str(&self.token.as_text());
        }
        self.expect(">", Slash::Regex)?;
        let span = Span::new(start, self.end);
        Signature::parse(&definition).map_err(|code| Error::new(code, span))
    }
}

/// The arguments of `function`, which have to be variables.
fn parameters(arguments: Vec<Option<Syntax>>, spans: &[Span]) -> Result<Vec<Parameter>, Error> {
    let parameter = |(index, argument): (usize, Option<Syntax>)| match argument {
        Some(Syntax { kind: SyntaxKind::Variable(name), span, .. }) => Ok(Parameter { name, span }),
        other => {
            let missing = spans.get(index).copied().unwrap_or_default();
            let span = other.map_or(missing, |other| other.span);
            let place = u32::try_from(index + 1).unwrap_or(u32::MAX);
            Err(Error::with(Code::S0208, span, &[text::number(f64::from(place))]))
        }
    };
    arguments.into_iter().enumerate().map(parameter).collect()
}
