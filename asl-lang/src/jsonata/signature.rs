//! Signatures of functions: `<s-nn?:s>`.
//!
//! See [Function signatures](https://docs.jsonata.org/programming#function-signatures).

use std::fmt;

use super::error::Code;
use super::text;

/// What a function takes, by types.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Signature {
    /// What it takes, in order.
    pub parameters: Vec<SignatureParameter>,
}

/// A parameter of a [`Signature`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SignatureParameter {
    /// What it may be.
    pub types: Types,
    /// How many arguments it takes.
    pub count: Count,
    /// `-`: the context is taken if there is no argument for it.
    pub context: bool,
    /// `<…>` after an array: what its items have to be; after a function it has no effect. As it is
    /// written, such as `s`.
    pub subtype: Option<String>,
}

/// What an argument may be. One that is undefined fits anything but `Function`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Types {
    /// `s`, `n`, `b`, `l` or `o`.
    One(Type),
    /// `a`: an array; anything else becomes an array of one item.
    Array,
    /// `f`; an argument has to be there.
    Function,
    /// `j`: anything but a function.
    Json,
    /// `x`: anything.
    Any,
    /// `(…)`: one of these.
    Choice(Vec<Type>),
}

/// A type as signatures name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Type {
    /// `s`.
    String,
    /// `n`.
    Number,
    /// `b`.
    Boolean,
    /// `l`.
    Null,
    /// `a`.
    Array,
    /// `o`.
    Object,
    /// `f`.
    Function,
}

/// How many arguments a parameter takes. Arguments are matched as a regular expression matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Count {
    /// One.
    One,
    /// `?`, or `-`: one if it fits, or none.
    Optional,
    /// `+`: as many as fit, at least one.
    Many,
    /// `-?`, `?-` or `??`: none, unless what follows does not fit without one.
    LazyOptional,
    /// `+?` or `+-`: one, or as many as what follows leaves.
    LazyMany,
}

impl Signature {
    /// Reads a signature with its angle brackets, of which blanks have been left out. Characters
    /// that mean nothing are skipped, as in the reference implementation.
    ///
    /// # Errors
    /// What cannot be: see [`Code`].
    pub(super) fn parse(definition: &str) -> Result<Signature, Code> {
        let mut rest = definition.strip_prefix('<').unwrap_or(definition);
        let mut parameters: Vec<SignatureParameter> = Vec::new();
        while let Some(symbol) = rest.chars().next() {
            rest = &rest[symbol.len_utf8()..];
            match symbol {
                ':' => break,
                '(' => {
                    let (choice, after) = enclosed(rest, '(', ')');
                    rest = after;
                    if choice.contains('<') {
                        return Err(Code::S0402);
                    }
                    let types = choice.chars().filter_map(Type::from_symbol).collect();
                    parameters.push(SignatureParameter::one(Types::Choice(types)));
                }
                '<' => {
                    let (subtype, after) = enclosed(rest, '<', '>');
                    rest = after;
                    let last = parameters.last_mut();
                    let last =
                        last.filter(|last| matches!(last.types, Types::Array | Types::Function));
                    last.ok_or(Code::S0401)?.subtype = Some(subtype.to_owned());
                }
                '-' | '?' | '+' => {
                    if let Some(last) = parameters.last_mut() {
                        last.modify(symbol)?;
                    }
                }
                symbol => {
                    parameters.extend(Types::from_symbol(symbol).map(SignatureParameter::one));
                }
            }
        }
        Ok(Signature { parameters })
    }

    /// The least and the most arguments that fit; as many as one likes if there is no most.
    pub fn arity(&self) -> (usize, Option<usize>) {
        let counts = || self.parameters.iter().map(|parameter| parameter.count);
        let least =
            counts().filter(|count| matches!(count, Count::One | Count::Many | Count::LazyMany));
        let endless = counts().any(|count| matches!(count, Count::Many | Count::LazyMany));
        (least.count(), (!endless).then_some(self.parameters.len()))
    }
}

impl SignatureParameter {
    fn one(types: Types) -> SignatureParameter {
        SignatureParameter { types, count: Count::One, context: false, subtype: None }
    }

    /// `-` is also `?`, and a `?` after one of them, or after `+`, makes it lazy.
    fn modify(&mut self, symbol: char) -> Result<(), Code> {
        self.context |= symbol == '-';
        self.count = match (self.count, symbol) {
            (Count::One, '+') => Count::Many,
            (Count::One, _) => Count::Optional,
            (Count::Optional, '-' | '?') => Count::LazyOptional,
            (Count::Many, '-' | '?') => Count::LazyMany,
            _ => return Err(Code::S0400),
        };
        Ok(())
    }
}

impl Types {
    fn from_symbol(symbol: char) -> Option<Types> {
        Some(match symbol {
            's' | 'n' | 'b' | 'l' | 'o' => Types::One(Type::from_symbol(symbol)?),
            'a' => Types::Array,
            'f' => Types::Function,
            'j' => Types::Json,
            'x' => Types::Any,
            _ => return None,
        })
    }
}

impl Type {
    /// The type of a symbol, if it is one that values have.
    pub fn from_symbol(symbol: char) -> Option<Type> {
        Some(match symbol {
            's' => Type::String,
            'n' => Type::Number,
            'b' => Type::Boolean,
            'l' => Type::Null,
            'a' => Type::Array,
            'o' => Type::Object,
            'f' => Type::Function,
            _ => return None,
        })
    }

    /// The symbol of the type.
    pub const fn symbol(self) -> char {
        match self {
            Type::String => 's',
            Type::Number => 'n',
            Type::Boolean => 'b',
            Type::Null => 'l',
            Type::Array => 'a',
            Type::Object => 'o',
            Type::Function => 'f',
        }
    }
}

/// What stands before the bracket that closes, and what after it. One that is missing is taken to
/// stand at the end.
fn enclosed(text: &str, open: char, close: char) -> (&str, &str) {
    let mut depth = 1;
    for (at, symbol) in text.char_indices() {
        if symbol == close {
            depth -= 1;
        } else if symbol == open {
            depth += 1;
        }
        if depth == 0 {
            return (&text[..at], &text[at + close.len_utf8()..]);
        }
    }
    (text, "")
}

/// The signature as it is written, without what it gives. Text that is no symbol is quoted, as a
/// signature is put together from tokens.
impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<")?;
        for parameter in &self.parameters {
            match &parameter.types {
                Types::One(one) => write!(f, "{}", one.symbol())?,
                Types::Array => f.write_str("a")?,
                Types::Function => f.write_str("f")?,
                Types::Json => f.write_str("j")?,
                Types::Any => f.write_str("x")?,
                Types::Choice(types) => {
                    let symbols: String = types.iter().map(|one| one.symbol()).collect();
                    write!(f, "({symbols})")?;
                }
            }
            if let Some(subtype) = &parameter.subtype {
                write!(f, "<{}>", quoted_if_strange(subtype))?;
            }
            f.write_str(match (parameter.count, parameter.context) {
                (Count::One, _) => "",
                (Count::Optional, false) => "?",
                (Count::Optional, true) => "-",
                (Count::Many, _) => "+",
                (Count::LazyOptional, false) => "??",
                (Count::LazyOptional, true) => "-?",
                (Count::LazyMany, false) => "+?",
                (Count::LazyMany, true) => "+-",
            })?;
        }
        f.write_str(">")
    }
}

fn quoted_if_strange(text: &str) -> String {
    let plain = |symbol: char| symbol.is_ascii_lowercase() || "<>()?+-:".contains(symbol);
    let balanced = text.chars().try_fold(0u32, |depth, symbol| match symbol {
        '<' => Some(depth + 1),
        '>' => depth.checked_sub(1),
        _ => Some(depth),
    });
    if text.chars().all(plain) && balanced == Some(0) {
        text.to_owned()
    } else {
        text::quoted(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_are_read_and_written() {
        for text in ["<>", "<s-nn?>", "<a<n>>", "<(sao)-f<s:o>+?>", "<jx??l-?b+->", "<a<a<s>>>"] {
            let signature = Signature::parse(text).unwrap_or_default();
            assert_eq!(signature.to_string(), text);
        }
        let signature = Signature::parse("<(nsb)-:n>");
        assert_eq!(signature.map(|signature| signature.to_string()), Ok("<(nsb)->".to_owned()));
    }

    #[test]
    fn what_cannot_be_in_a_signature() {
        assert_eq!(Signature::parse("<s<n>>"), Err(Code::S0401));
        assert_eq!(Signature::parse("<<n>>"), Err(Code::S0401));
        assert_eq!(Signature::parse("<(sa<n>)>"), Err(Code::S0402));
        assert_eq!(Signature::parse("<s++>"), Err(Code::S0400));
        assert_eq!(Signature::parse("<s???>"), Err(Code::S0400));
    }
}
