//! The expressions of `expressions.json`, compiled.
#![deny(warnings)]
#![allow(
    clippy::complexity,
    clippy::correctness,
    clippy::style,
    reason = "what expressions say is not what is written by hand"
)]

use sfn::__private::jsonata::{Error, Evaluation, Item};

/// An expression: of the evaluation, the input, and the values of names.
pub type Compiled = fn(&Evaluation, Item, &[Item]) -> Result<Item, Error>;

include!(concat!(env!("OUT_DIR"), "/expressions.rs"));
