//! The functions of JSONata, each with its signature.
//!
//! Follows the function reference of [JSONata](https://docs.jsonata.org) 2.0.6.

mod aggregate;

use super::function::Builtin;

/// The function of a name, without the `$`.
#[must_use]
pub fn find(name: &str) -> Option<&'static Builtin> {
    ALL.iter().copied().find(|builtin| builtin.name == name)
}

/// The functions by name.
pub static ALL: &[&Builtin] = &[&aggregate::SUM, &aggregate::COUNT];

pub use aggregate::{COUNT, SUM};
