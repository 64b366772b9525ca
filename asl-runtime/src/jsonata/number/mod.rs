//! Numbers: their text, their grammar, and the arithmetic that can fail.

mod arithmetic;
mod base;
mod parse;
mod print;
mod round;

pub use arithmetic::{power, square_root};
pub use base::format_base;
pub use parse::{leading_integer, parse_number};
pub use print::{number_text, to_fifteen_digits};
pub use round::round;
