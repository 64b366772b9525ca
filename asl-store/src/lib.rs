//! Where executions are kept, so that they survive the process that runs them.
//!
//! A [`Store`] takes a [`Commit`]: executions that start, [`Entry`]s of their journals, their ends,
//! and [`Document`]s (definitions, activities, whatever else has a name). A commit is atomic, and
//! once its future has answered it is on disk. What an entry says is its writer's business: a store
//! knows bytes, the ids of the history events in them, and whether an execution could go on from
//! this entry without those before it.
//!
//! [`SqliteStore`] keeps everything in one file, [`MemoryStore`] in memory, for tests.
//!
//! ```
//! use asl_store::{Commit, Entry, MemoryStore, NewExecution, Status, Store};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), asl_store::StoreError> {
//! let store = MemoryStore::new();
//! let id = store.next_id();
//! let start = NewExecution { id, machine: "OrderFlow".into(), name: "o-17".into(), started_at: 0 };
//! let entry = Entry { first_event: 1, events: 2, is_base: true, body: b"entered Charge".to_vec() };
//! store.commit(Commit::new().start(start).append(id, entry)).await?;
//!
//! let entry = Entry { first_event: 3, events: 2, is_base: true, body: b"charged".to_vec() };
//! store.commit(Commit::new().append(id, entry).end(id, Status::Succeeded, 1_500)).await?;
//! assert_eq!(store.journal(id, 1..5).await?.len(), 2);
//! # Ok(())
//! # }
//! ```

mod check;
mod commit;
mod error;
mod execution;
mod memory;
#[cfg(feature = "sqlite")]
pub mod sqlite;
mod store;

pub use commit::{Change, Commit, Document, Entry, NewExecution};
pub use error::StoreError;
pub use execution::{Execution, ExecutionId, List, OpenExecution, Page, Status};
pub use memory::MemoryStore;
#[cfg(feature = "sqlite")]
pub use sqlite::SqliteStore;
pub use store::{Pending, Store};
