//! Where the items of Distributed Maps come from, and where their results go.

use std::fmt;
use std::future::Future;
use std::pin::Pin;

use crate::machine::{ItemReader, ResultWriter};
use crate::task::TaskError;
use crate::value::Value;

/// What a [`MapRunStorage`] gives back.
pub type StorageFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, TaskError>> + Send + 'a>>;

/// Reads the items of Distributed Maps that have an `ItemReader`, and writes the results of those
/// that have a `ResultWriter`.
///
/// An engine without one runs Distributed Maps whose items are in the state's data, and fails the
/// others.
///
/// ```
/// use asl_runtime::machine::{ItemReader, ResultWriter};
/// use asl_runtime::{Engine, MapRunStorage, StorageFuture, Value, json};
///
/// /// Reads the numbers from 1 to 3, whatever is asked for.
/// #[derive(Debug)]
/// struct Numbers;
///
/// impl MapRunStorage for Numbers {
///     fn read<'a>(&'a self, _: &'a ItemReader<'a>) -> StorageFuture<'a, Vec<Value>> {
///         Box::pin(async { Ok((1..=3).map(Value::from).collect()) })
///     }
///
///     fn write<'a>(&'a self, _: &'a ResultWriter<'a>, results: Value) -> StorageFuture<'a, Value> {
///         Box::pin(async { Ok(json!({ "Written": results })) })
///     }
/// }
///
/// let engine = Engine::builder().map_run_storage(Numbers).build();
/// ```
pub trait MapRunStorage: Send + Sync + fmt::Debug + 'static {
    /// The items. More than the reader's `max_items` are cut off.
    ///
    /// # Errors
    /// The failure of the Map state, `States.ItemReaderFailed` by its usual name.
    fn read<'a>(&'a self, reader: &'a ItemReader<'a>) -> StorageFuture<'a, Vec<Value>>;

    /// Writes the results, the array of the executions' outputs: what the state has as its result.
    ///
    /// # Errors
    /// The failure of the Map state, `States.ResultWriterFailed` by its usual name.
    fn write<'a>(
        &'a self,
        writer: &'a ResultWriter<'a>,
        results: Value,
    ) -> StorageFuture<'a, Value>;
}

/// No storage: items that are not in the state's data cannot be read.
#[derive(Debug)]
pub(crate) struct NoStorage;

impl MapRunStorage for NoStorage {
    fn read<'a>(&'a self, reader: &'a ItemReader<'a>) -> StorageFuture<'a, Vec<Value>> {
        let cause = format!(
            "the engine has nothing to read `{}` with: give it one by \
             `Engine::builder().map_run_storage(…)`",
            reader.resource
        );
        Box::pin(async { Err(TaskError::new("States.ItemReaderFailed", cause)) })
    }

    fn write<'a>(&'a self, writer: &'a ResultWriter<'a>, _: Value) -> StorageFuture<'a, Value> {
        let cause = format!(
            "the engine has nothing to write `{}` with: give it one by \
             `Engine::builder().map_run_storage(…)`",
            writer.resource.unwrap_or("its results")
        );
        Box::pin(async { Err(TaskError::new("States.ResultWriterFailed", cause)) })
    }
}
