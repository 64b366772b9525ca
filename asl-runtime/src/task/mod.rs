//! Tasks: what handlers are given and what they may answer.

mod answer;
mod callback;
mod context;
mod error;
mod error_names;
mod handler;
mod transfer;

pub use answer::{Answer, Called};
pub(crate) use callback::Registration;
pub use callback::{CallbackError, Callbacks, TaskToken};
pub use context::{Cancellation, TaskContext};
pub use error::{TaskError, cause};
pub use error_names::{ErrorNames, raises};
pub use handler::{Either, HandlerFuture, TaskHandler, TaskRequest};
pub(crate) use transfer::too_large;
pub use transfer::{
    accept_answer, accept_result, accept_typed, call_handler, decode_input, decode_result,
    encode_result, handles, project_answer, project_result, task_failure,
};
