//! From JSON to the syntax tree: the shape of each object, the type of each field.
//!
//! Which fields an object may have is data (`schema`); `fields` holds an object against it, and
//! `values` reads the single fields. Whatever is wrong is reported and replaced by a value
//! that causes no further findings, so that one pass finds all there is. What the pieces have to
//! do with each other is left to [`validate`](crate::validate).

mod choice;
mod context;
mod error_handling;
mod fields;
mod jsonata;
pub(crate) mod location;
mod machine;
mod map;
mod path;
mod resource;
pub mod schema;
mod state;
mod static_result;
mod template;
#[cfg(test)]
mod tests;
mod values;

pub(crate) use choice::comparison_name;
pub use choice::{operators, rule_fields};
pub(crate) use path::{looks_computed, looks_like_path};
pub use state::state_types;

use crate::ast::StateMachine;
use crate::diagnostic::Diagnostics;
use crate::json::Node;
use crate::source::Source;

/// Makes the syntax tree of a definition; none if it is not even an object.
///
/// With `open_placeholders`, what a field has to be is not asked of a text with a `${Placeholder}`.
pub fn parse(
    root: &Node,
    source: &Source,
    open_placeholders: bool,
    diagnostics: &mut Diagnostics,
) -> Option<StateMachine> {
    let mut cx = context::Context::new(source, open_placeholders, diagnostics);
    machine::state_machine(&mut cx, root)
}
