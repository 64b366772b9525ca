//! Expressions that stand alone.

use std::sync::Arc;

use super::{Lowered, Surroundings, lower};
use crate::ir::query::{Expected, Query, Source};
use crate::jsonata;

/// Compiles an expression of JSONata that stands alone, with values for these names, without the
/// `$`.
///
/// # Errors
/// It is no expression.
pub fn compile_expression(text: &str, bindings: &[&str]) -> Result<Query, jsonata::Error> {
    let tree = jsonata::parse(text)?;
    let Lowered { body, slots, sources, functions } = lower(&tree, &Bindings(bindings));
    Ok(Query {
        text: Arc::from(text),
        location: String::new(),
        expected: Expected::Any,
        body,
        slots,
        sources,
        functions,
    })
}

struct Bindings<'a>(&'a [&'a str]);

impl Surroundings for Bindings<'_> {
    fn variable(&self, name: &str) -> Option<Source> {
        let index = self.0.iter().position(|binding| *binding == name)?;
        u32::try_from(index).ok().map(Source::Binding)
    }

    fn states(&self) -> Option<Vec<(&'static str, Source)>> {
        None
    }
}
