//! What states do with data: the functions that generated code and the interpreter call.
//!
//! One subject per module. All of them work on [`Value`](crate::value::Value)s, know nothing of
//! states, and fail with the texts of AWS; the driver puts the name of the state before them.

pub mod compare;
pub mod count;
pub(crate) mod digest;
pub mod integration;
pub mod intrinsic;
pub mod items;
pub(crate) mod java_random;
pub mod jsonpath;
pub mod lambda;
pub mod limit;
pub mod matches;
pub mod path;
pub mod payload;
pub mod reference_path;
pub mod template;
pub mod timestamp;
pub mod variable;
pub mod wait;
