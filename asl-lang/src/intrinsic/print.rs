//! Calls as text again, to see that what is printed is read back as it was.

use super::{ArgumentKind, Call};
use crate::ir::Literal;
use std::fmt::{self, Display};

impl Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}(", self.function.name())?;
        for (index, argument) in self.arguments.iter().enumerate() {
            if index > 0 {
                f.write_str(", ")?;
            }
            argument.kind.fmt(f)?;
        }
        f.write_str(")")
    }
}

impl Display for ArgumentKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ArgumentKind::String(string) => write!(f, "'{}'", string.written),
            ArgumentKind::Number(Literal::Integer(number)) => number.fmt(f),
            ArgumentKind::Number(Literal::Unsigned(number)) => number.fmt(f),
            ArgumentKind::Number(Literal::Number(number)) => write!(f, "{number:?}"),
            // The parser makes no other literals.
            ArgumentKind::Number(_) | ArgumentKind::Null => f.write_str("null"),
            ArgumentKind::Bool(value) => value.fmt(f),
            ArgumentKind::Path(path) => path.fmt(f),
            ArgumentKind::Call(call) => call.fmt(f),
        }
    }
}
