//! The expressions of `expressions.json`, compiled.
#![deny(warnings)]

use sfn::__private::jsonata::{Error, Evaluation, Item};

/// An expression: of the evaluation, the input, and the values of names.
pub type Compiled = fn(&Evaluation, Item, &[Item]) -> Result<Item, Error>;

include!(concat!(env!("OUT_DIR"), "/expressions.rs"));
