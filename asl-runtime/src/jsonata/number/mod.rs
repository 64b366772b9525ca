//! Numbers: the operators, their text, their grammar, and the arithmetic that can fail.

mod arithmetic;
mod base;
mod operator;
mod parse;
mod print;
mod round;

pub use arithmetic::{power, square_root};
pub use base::format_base;
pub use operator::{
    Operator, add, arithmetic, divide, finite, multiply, negate, operand, range, remainder,
    subtract,
};
pub use parse::{leading_integer, parse_number};
pub(super) use print::{integer, push_rounded};
pub use print::{number_text, to_fifteen_digits};
pub use round::round;
