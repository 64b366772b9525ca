//! The trait of all stores.

use std::ops::Range;
use std::pin::Pin;

use crate::commit::{Commit, Document, Entry};
use crate::error::StoreError;
use crate::execution::{Execution, ExecutionId, List, OpenExecution, Page};

/// What a store will answer. Dropping it neither undoes nor stops what was asked for.
pub type Pending<T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send>>;

/// Where executions are kept.
///
/// Commits become durable in the order in which [`Store::commit`] was called. What is read is what
/// had been committed when the reading began, at least.
pub trait Store: Send + Sync + 'static {
    /// An id for an execution that is to start. It is given once, however often the store is closed
    /// and opened, if something is committed under it.
    fn next_id(&self) -> ExecutionId;

    /// Makes changes, together, durably.
    ///
    /// # Errors
    /// [`StoreError::Exists`], [`StoreError::NotOpen`], [`StoreError::NotEnded`] and
    /// [`StoreError::TooLarge`] say what is wrong with the commit; all others that the store cannot
    /// keep it now. In either case none of its changes has happened.
    fn commit(&self, commit: Commit) -> Pending<()>;

    /// The executions that have not ended and whose ids are greater than `after`, the oldest first,
    /// at most so many: with the entries that they need to go on.
    ///
    /// # Errors
    /// The store cannot be read.
    fn open(&self, after: Option<ExecutionId>, most: u32) -> Pending<Vec<OpenExecution>>;

    /// An execution.
    ///
    /// # Errors
    /// The store cannot be read.
    fn execution(&self, id: ExecutionId) -> Pending<Option<Execution>>;

    /// The execution of a machine that has this name.
    ///
    /// # Errors
    /// The store cannot be read.
    fn find(&self, machine: &str, name: &str) -> Pending<Option<Execution>>;

    /// A page of a machine's executions.
    ///
    /// # Errors
    /// The store cannot be read.
    fn list(&self, list: List) -> Pending<Page>;

    /// The entries of an execution's journal in which there are history events with ids of this
    /// range, in order.
    ///
    /// # Errors
    /// The store cannot be read.
    fn journal(&self, id: ExecutionId, events: Range<u64>) -> Pending<Vec<Entry>>;

    /// A document.
    ///
    /// # Errors
    /// The store cannot be read.
    fn document(&self, kind: &str, key: &str) -> Pending<Option<Document>>;

    /// All documents of a kind, by their keys.
    ///
    /// # Errors
    /// The store cannot be read.
    fn documents(&self, kind: &str) -> Pending<Vec<Document>>;

    /// Forgets executions that ended before a time in milliseconds since 1970, with their journals
    /// and names, at most so many: how many it has forgotten.
    ///
    /// # Errors
    /// The store cannot be written.
    fn expire(&self, ended_before: i64, most: u32) -> Pending<u32>;
}
