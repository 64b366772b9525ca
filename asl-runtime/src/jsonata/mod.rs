//! JSONata: what expressions compute with, and the library they call.
//!
//! Compiled expressions are made of these functions, and the interpreter walks an expression over
//! the same ones. An expression is evaluated within one step of a machine, on one thread.
//!
//! Follows [JSONata](https://docs.jsonata.org) 2.0.6, as Step Functions runs it.

pub mod boolean;
pub mod compare;
mod error;
mod evaluation;
pub mod field;
mod function;
pub mod group;
mod item;
pub mod library;
pub mod number;
mod number_text;
pub mod path;
mod query;
mod regex;
mod signature;
pub mod sort;
pub mod text;
mod transform;
mod tuple;

pub use error::Error;
pub use evaluation::{Evaluation, Limits, Slot};
pub use function::{
    Arguments, Body, Builtin, Closure, Function, Tail, apply, call, callee, meant, partial,
    partially_meant,
};
pub use item::{Item, Items, List, ListKind, Members, Record, View};
pub use query::{Expected, Query, source};
pub use regex::Regex;
pub use signature::{Parameter, Signature, Types};
pub use transform::Transform;
pub use tuple::{Binds, Tuple, Tuples};
