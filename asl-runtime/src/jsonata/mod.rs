//! JSONata: what expressions compute with, and the library they call.
//!
//! Compiled expressions are made of these functions, and the interpreter walks an expression over
//! the same ones. An expression is evaluated within one step of a machine, on one thread.
//!
//! Functions that take strings and numbers only know nothing of items. Strings are of Unicode
//! characters: where JavaScript would cut a pair of surrogates in two, they stay together.
//!
//! Follows [JSONata](https://docs.jsonata.org) 2.0.6, as Step Functions runs it.

pub mod boolean;
mod bound;
mod build;
pub mod compare;
mod error;
mod evaluation;
pub mod field;
mod found;
mod function;
pub mod group;
pub mod integer;
mod item;
pub mod library;
pub mod limit;
mod merge;
pub mod number;
mod operand;
pub mod path;
pub mod picture;
mod query;
pub mod regex;
mod sequence;
mod signature;
pub mod sort;
pub mod step_functions;
pub mod text;
pub mod time;
mod transform;
mod tuple;
mod written;

pub use build::{Members as MembersBuilder, Text};
pub use error::Error;
pub use evaluation::{Evaluation, Limits, Slot};
pub use found::{Field, Fields, Found, context, each, find, find_one, walk};
pub use function::{
    Arguments, Body, Builtin, Closure, Function, Tail, apply, call, callee, meant, partial,
    partially_meant,
};
pub use item::{Item, Items, List, ListKind, Members, Record, View};
pub use operand::Operand;
pub use query::{Expected, Query, source};
pub use regex::Regex;
pub use sequence::Sequence;
pub use signature::{Parameter, Signature, Types};
pub use transform::{Transform, transform, transform_and_delete};
pub use tuple::{Binds, Tuple, Tuples};
pub use written::{
    StaticRegex, argument, arguments, binding, builtin, defined, function, join, parameters, regex,
    static_regex,
};
