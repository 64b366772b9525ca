//! Functions of strings.

mod write;

pub use write::{concat, concat_all, write, write_pretty};
