//! From text to [`Filter`]: conditions, the strongest last: `||`, `&&`, `!`, comparisons.

use super::{Condition, Filter, FilterPath, FilterRoot, Operand, Relation, literal, pattern};
use crate::path::parse::parse_segments;
use crate::path::{Cursor, SyntaxError};

/// Parentheses, negations, lists and filters that may stand in each other.
const MAX_NESTING: usize = 32;

/// Comparisons and tests in one filter.
const MAX_TERMS: usize = 256;

/// Symbols, the longer ones first.
const SYMBOLS: [(&str, Relation); 6] = [
    ("==", Relation::Equals),
    ("!=", Relation::NotEquals),
    ("<=", Relation::LessThanEquals),
    (">=", Relation::GreaterThanEquals),
    ("<", Relation::LessThan),
    (">", Relation::GreaterThan),
];

const OPERATORS: &str = "compare by `==`, `!=`, `<`, `<=`, `>`, `>=`, `=~`, `in` or `nin`, and \
                         join conditions by `&&` and `||`";

/// Parses the filter whose `?` stands at the cursor, in `nesting` others.
pub(in crate::path) fn parse(
    cursor: &mut Cursor<'_>,
    nesting: usize,
) -> Result<Filter, SyntaxError> {
    cursor.eat('?');
    cursor.skip_blanks();
    let open = cursor.offset();
    if !cursor.eat('(') {
        return Err(cursor
            .expected("`(` after `?`")
            .help("write the condition in parentheses: `[?(@.price > 10)]`"));
    }
    cursor.skip_blanks();
    let start = cursor.offset();
    if cursor.peek() == Some(')') {
        return Err(SyntaxError::new(open, "the filter has no condition"));
    }
    let mut parser = Parser { cursor, nesting, terms: 0 };
    let condition = parser.nested(Parser::any)?;
    let text = cursor.since(start).trim_end().to_owned();
    close(cursor, open)?;
    Ok(Filter { text, condition })
}

/// Passes the `)` of the `(` at `open`.
fn close(cursor: &mut Cursor<'_>, open: usize) -> Result<(), SyntaxError> {
    cursor.skip_blanks();
    if cursor.eat(')') {
        Ok(())
    } else if cursor.is_at_end() {
        Err(SyntaxError::new(open, "the `(` has no closing `)`"))
    } else {
        Err(cursor.expected("an operator or `)`").help(OPERATORS))
    }
}

/// The parser of one filter.
pub(super) struct Parser<'c, 'a> {
    pub(super) cursor: &'c mut Cursor<'a>,
    nesting: usize,
    terms: usize,
}

impl Parser<'_, '_> {
    /// Parses something that stands inside of something else.
    pub(super) fn nested<T>(
        &mut self,
        parse: impl FnOnce(&mut Self) -> Result<T, SyntaxError>,
    ) -> Result<T, SyntaxError> {
        if self.nesting == MAX_NESTING {
            let message = format!("a filter nested more than {MAX_NESTING} levels deep");
            return Err(SyntaxError::unsupported(self.cursor.offset(), message));
        }
        self.nesting += 1;
        let parsed = parse(self)?;
        self.nesting -= 1;
        Ok(parsed)
    }

    fn any(&mut self) -> Result<Condition, SyntaxError> {
        self.joined("||", Self::all, Condition::Any)
    }

    fn all(&mut self) -> Result<Condition, SyntaxError> {
        self.joined("&&", Self::term, Condition::All)
    }

    fn joined(
        &mut self,
        operator: &str,
        parse: fn(&mut Self) -> Result<Condition, SyntaxError>,
        join: fn(Vec<Condition>) -> Condition,
    ) -> Result<Condition, SyntaxError> {
        let first = parse(self)?;
        let mut rest = Vec::new();
        loop {
            self.cursor.skip_blanks();
            if !self.cursor.eat_text(operator) {
                break;
            }
            rest.push(parse(self)?);
        }
        if rest.is_empty() {
            return Ok(first);
        }
        rest.insert(0, first);
        Ok(join(rest))
    }

    fn term(&mut self) -> Result<Condition, SyntaxError> {
        self.cursor.skip_blanks();
        let offset = self.cursor.offset();
        if self.cursor.eat('(') {
            let condition = self.nested(Self::any)?;
            close(self.cursor, offset)?;
            return Ok(condition);
        }
        if !self.cursor.eat('!') {
            return self.comparison();
        }
        self.cursor.skip_blanks();
        let in_parentheses = matches!(self.cursor.peek(), Some('(' | '!'));
        let condition = self.nested(Self::term)?;
        if !in_parentheses && !matches!(condition, Condition::Exists(_)) {
            return Err(SyntaxError::new(offset, "a `!` before a comparison")
                .help("put the comparison in parentheses: `!(@.a == 1)`"));
        }
        Ok(Condition::Not(Box::new(condition)))
    }

    fn comparison(&mut self) -> Result<Condition, SyntaxError> {
        let offset = self.cursor.offset();
        if self.terms == MAX_TERMS {
            let message = format!("a filter of more than {MAX_TERMS} conditions");
            return Err(SyntaxError::unsupported(offset, message));
        }
        self.terms += 1;
        let left = self.left()?;
        self.cursor.skip_blanks();
        if self.cursor.eat_text("=~") {
            self.cursor.skip_blanks();
            return Ok(Condition::Matches { value: left, pattern: pattern::parse(self.cursor)? });
        }
        if let Some(relation) = self.relation()? {
            self.cursor.skip_blanks();
            return Ok(Condition::Compare { relation, left, right: self.right()? });
        }
        match left {
            Operand::Path(path) => Ok(Condition::Exists(path)),
            Operand::Literal(_) => Err(SyntaxError::new(offset, "a constant is not a condition")
                .help("compare it with a path: `@.a == 1`")),
        }
    }

    /// The operator that stands here, if any.
    fn relation(&mut self) -> Result<Option<Relation>, SyntaxError> {
        for (symbol, relation) in SYMBOLS {
            if self.cursor.eat_text(symbol) {
                return Ok(Some(relation));
            }
        }
        let offset = self.cursor.offset();
        let word = self.cursor.take_while(|c| c.is_ascii_alphabetic());
        match word.to_ascii_lowercase().as_str() {
            "" if self.cursor.peek() == Some('=') => {
                Err(self.cursor.expected("an operator or `)`").help("write `==`"))
            }
            "" => Ok(None),
            "in" => Ok(Some(Relation::In)),
            "nin" => Ok(Some(Relation::NotIn)),
            _ => {
                Err(SyntaxError::new(offset, format!("`{word}` is not an operator"))
                    .help(OPERATORS))
            }
        }
    }

    fn left(&mut self) -> Result<Operand, SyntaxError> {
        if matches!(self.cursor.peek(), Some('@' | '$')) {
            return self.path().map(Operand::Path);
        }
        if let Some(literal) = literal::parse(self)? {
            return Ok(Operand::Literal(literal));
        }
        let offset = self.cursor.offset();
        match self.cursor.take_while(literal::is_word) {
            "" => Err(self.cursor.expected("a path that starts with `@`")),
            word => {
                let message = format!("`{word}` is neither a path nor a constant");
                Err(SyntaxError::new(offset, message).help(format!("write `@.{word}`")))
            }
        }
    }

    /// On the right a word without quotes is a string, as the samples of AWS have it.
    fn right(&mut self) -> Result<Operand, SyntaxError> {
        if matches!(self.cursor.peek(), Some('@' | '$')) {
            return self.path().map(Operand::Path);
        }
        match literal::parse(self)? {
            Some(literal) => Ok(Operand::Literal(literal)),
            None => literal::parse_bare_string(self.cursor).map(Operand::Literal),
        }
    }

    /// The path that stands here.
    fn path(&mut self) -> Result<FilterPath, SyntaxError> {
        let root = match self.cursor.next() {
            Some('@') => FilterRoot::Current,
            _ => FilterRoot::Document,
        };
        if self.cursor.peek().is_some_and(|c| c == '$' || c == '_' || c.is_alphabetic()) {
            return Err(self.cursor.expected("`.` or `[`").help(
                "`@` is the element and `$` what the whole path starts from; the context object \
                 and variables are out of reach in a filter",
            ));
        }
        let (segments, _) = parse_segments(self.cursor, self.nesting)?;
        Ok(FilterPath { root, segments })
    }
}
