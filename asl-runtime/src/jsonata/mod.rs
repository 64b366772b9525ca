//! The library of JSONata functions, as JSONata 2.0.6 has them.
//!
//! The functions here take strings and numbers only, and know nothing of JSONata's values. Strings
//! are of Unicode characters: where JavaScript would cut a pair of surrogates in two, they stay
//! together.

pub mod error;
pub mod integer;
pub mod limit;
pub mod number;
pub mod picture;
pub mod regex;
pub mod step_functions;
pub mod text;
pub mod time;

pub use error::Error;
