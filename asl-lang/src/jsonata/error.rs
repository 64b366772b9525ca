//! What is wrong with an expression.

use crate::source::Span;

use super::text;

/// The first thing that is wrong with an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// What kind of error it is.
    pub code: Code,
    /// What is wrong, in the words of the reference implementation.
    pub message: String,
    /// Where: the token at fault.
    pub span: Span,
}

/// The codes of errors that parsing can find.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Code {
    /// A string without an end.
    S0101,
    /// A number that is no finite double.
    S0102,
    /// A `\` in a string before a character that cannot be escaped.
    S0103,
    /// `\u` without four hexadecimal digits.
    S0104,
    /// A name in backquotes without an end.
    S0105,
    /// A comment without an end.
    S0106,
    /// Something stands where the expression could have ended.
    S0201,
    /// Something stands where another token has to be.
    S0202,
    /// The text ends where another token has to be.
    S0203,
    /// `!` or `~` alone.
    S0204,
    /// The text ends where an expression has to be.
    S0207,
    /// A parameter of a function that is no variable.
    S0208,
    /// `[…]` after `{…}`.
    S0209,
    /// `{…}` after `{…}`.
    S0210,
    /// An operator stands where an expression has to be.
    S0211,
    /// `:=` after something that is no variable.
    S0212,
    /// A number, Boolean or null as a step.
    S0213,
    /// `@` or `#` before something that is no variable.
    S0214,
    /// `@` after `[…]`.
    S0215,
    /// `@` after `^(…)`.
    S0216,
    /// `%` where no step has a context.
    S0217,
    /// `//`.
    S0301,
    /// A regular expression without an end.
    S0302,
    /// A signature that says how often something occurs more often than can be. The reference
    /// implementation has no code for it.
    S0400,
    /// `<…>` in a signature after something that has no items.
    S0401,
    /// `<…>` in a choice of a signature.
    S0402,
    /// The expression is too long or too deep for us. The reference implementation has this code
    /// for an evaluation that is.
    U1001,
}

impl Code {
    /// The code as text.
    pub const fn as_str(self) -> &'static str {
        match self {
            Code::S0101 => "S0101",
            Code::S0102 => "S0102",
            Code::S0103 => "S0103",
            Code::S0104 => "S0104",
            Code::S0105 => "S0105",
            Code::S0106 => "S0106",
            Code::S0201 => "S0201",
            Code::S0202 => "S0202",
            Code::S0203 => "S0203",
            Code::S0204 => "S0204",
            Code::S0207 => "S0207",
            Code::S0208 => "S0208",
            Code::S0209 => "S0209",
            Code::S0210 => "S0210",
            Code::S0211 => "S0211",
            Code::S0212 => "S0212",
            Code::S0213 => "S0213",
            Code::S0214 => "S0214",
            Code::S0215 => "S0215",
            Code::S0216 => "S0216",
            Code::S0217 => "S0217",
            Code::S0301 => "S0301",
            Code::S0302 => "S0302",
            Code::S0400 => "S0400",
            Code::S0401 => "S0401",
            Code::S0402 => "S0402",
            Code::U1001 => "U1001",
        }
    }

    /// The message, with `{}` for the first value that it names and `{}` for the second.
    const fn template(self) -> &'static str {
        match self {
            Code::S0101 => "String literal must be terminated by a matching quote",
            Code::S0102 => "Number out of range: {}",
            Code::S0103 => "Unsupported escape sequence: \\{}",
            Code::S0104 => "The escape sequence \\u must be followed by 4 hex digits",
            Code::S0105 => "Quoted property name must be terminated with a backquote (`)",
            Code::S0106 => "Comment has no closing tag",
            Code::S0201 => "Syntax error: {}",
            Code::S0202 => "Expected {}, got {}",
            Code::S0203 => "Expected {} before end of expression",
            Code::S0204 => "Unknown operator: {}",
            Code::S0207 => "Unexpected end of expression",
            Code::S0208 => {
                "Parameter {} of function definition must be a variable name (start with $)"
            }
            Code::S0209 => "A predicate cannot follow a grouping expression in a step",
            Code::S0210 => "Each step can only have one grouping expression",
            Code::S0211 => "The symbol {} cannot be used as a unary operator",
            Code::S0212 => "The left side of := must be a variable name (start with $)",
            Code::S0213 => "The literal value {} cannot be used as a step within a path expression",
            Code::S0214 => "The right side of {} must be a variable name (start with $)",
            Code::S0215 => "A context variable binding must precede any predicates on a step",
            Code::S0216 => {
                "A context variable binding must precede the 'order-by' clause on a step"
            }
            Code::S0217 => {
                "The object representing the 'parent' cannot be derived from this expression"
            }
            Code::S0301 => "Empty regular expressions are not allowed",
            Code::S0302 => "No terminating / in regular expression",
            Code::S0400 => "A type cannot be followed by that many of + and ?",
            Code::S0401 => "Type parameters can only be applied to functions and arrays",
            Code::S0402 => "Choice groups containing parameterized types are not supported",
            Code::U1001 => "The expression is too {}",
        }
    }
}

impl Error {
    /// An error whose message names no value.
    pub(super) fn new(code: Code, span: Span) -> Error {
        Error::with(code, span, &[])
    }

    /// An error whose message names a text.
    pub(super) fn naming(code: Code, span: Span, name: &str) -> Error {
        Error::with(code, span, &[text::quoted(name)])
    }

    /// An error whose message names values, which are written as JSON.
    pub(super) fn with(code: Code, span: Span, values: &[String]) -> Error {
        let mut parts = code.template().split("{}");
        let mut message = parts.next().unwrap_or_default().to_owned();
        let mut values = values.iter();
        for part in parts {
            message.push_str(values.next().map_or("", String::as_str));
            message.push_str(part);
        }
        Error { code, message, span }
    }
}
