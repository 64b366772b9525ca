//! The intrinsic functions.
//!
//! Follows [Intrinsic Functions](https://states-language.net/spec.html#intrinsic-functions) of the
//! ASL specification, and AWS where it says more or does otherwise. One function per module.
//! Arguments are references, a call that fails gives an [`IntrinsicError`].

mod arguments;
mod array;
mod array_contains;
mod array_get_item;
mod array_length;
mod array_partition;
mod array_range;
mod array_unique;
mod base64;
mod error;
mod format;
mod hash;
mod java;
mod json_merge;
mod json_text;
mod math_add;
mod math_random;
mod string_split;
mod uuid;

pub use array::array;
pub use array_contains::array_contains;
pub use array_get_item::array_get_item;
pub use array_length::array_length;
pub use array_partition::array_partition;
pub use array_range::array_range;
pub use array_unique::array_unique;
pub use base64::{base64_decode, base64_encode};
pub use error::IntrinsicError;
pub use format::{format, format_template};
pub use hash::hash;
pub(crate) use java::java_text;
pub use json_merge::json_merge;
pub use json_text::{json_to_string, string_to_json};
pub use math_add::math_add;
pub use math_random::{math_random, math_random_seeded};
pub use string_split::string_split;
pub use uuid::uuid;
pub(crate) use uuid::uuid_text;
