//! What can go wrong with a store, and what to do about it.

use std::path::PathBuf;
use std::sync::Arc;

use crate::commit::ENTRY_LIMIT;
use crate::execution::{Execution, ExecutionId};

/// Why a store did not do what it was asked to. Nothing of a commit that failed has happened.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The machine has, or had, an execution of this name.
    #[error("the machine `{}` already has an execution `{}`", .0.machine, .0.name)]
    Exists(Box<Execution>),
    /// There is no such execution, or it has ended.
    #[error("there is no open execution with the id {0}")]
    NotOpen(ExecutionId),
    /// There is no such execution, or it has not ended.
    #[error("there is no execution with the id {0} that has ended")]
    NotEnded(ExecutionId),
    /// An entry or a document has too many bytes.
    #[error("an entry of {0} bytes is more than the {ENTRY_LIMIT} that a store takes")]
    TooLarge(usize),
    /// There is no such file.
    #[error(
        "there is no store at `{}`: check the path, or create one with `SqliteStore::create`",
        .0.display()
    )]
    Missing(PathBuf),
    /// There is a file already.
    #[error("there is already a file at `{}`: open it, or choose another path", .0.display())]
    AlreadyThere(PathBuf),
    /// Another process has the store open.
    #[error(
        "the store `{}` is in use by another process: stop that one first, or use another store",
        .0.display()
    )]
    Locked(PathBuf),
    /// The file is something else.
    #[error("`{}` is not a store: {reason}", path.display())]
    NotAStore {
        /// Which file.
        path: PathBuf,
        /// What it is instead.
        reason: String,
    },
    /// A newer version of this library has written the file.
    #[error(
        "the store `{}` has version {found} of the schema, this program knows up to {known}: use \
         the program that has written it, or a newer one",
        path.display()
    )]
    Newer {
        /// Which file.
        path: PathBuf,
        /// The version it has.
        found: i64,
        /// The newest that is known.
        known: i64,
    },
    /// The file is damaged.
    #[error(
        "the store `{}` is damaged ({reason}): keep the file, and restore a backup or recover what \
         can be read with SQLite's `.recover`",
        path.display()
    )]
    Corrupt {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The file cannot be written.
    #[error(
        "the store `{}` cannot be written: check the permissions of the file and of its folder, and \
         that the file system is mounted for writing",
        .0.display()
    )]
    ReadOnly(PathBuf),
    /// There is no space left.
    #[error(
        "there is no space left for the store `{}`: nothing was lost, and commits succeed again \
         when there is",
        .0.display()
    )]
    Full(PathBuf),
    /// The operating system refuses.
    #[error("the store `{}` cannot be read or written: {reason}", path.display())]
    Io {
        /// Which file.
        path: PathBuf,
        /// What it says.
        reason: Arc<str>,
    },
    /// The store was closed.
    #[error("the store has been closed")]
    Closed,
}

impl StoreError {
    /// Whether it says what is wrong with the commit, and not with the store.
    #[cfg_attr(not(feature = "sqlite"), allow(dead_code, reason = "only files group commits"))]
    pub(crate) fn is_of_commit(&self) -> bool {
        matches!(self, Self::Exists(_) | Self::NotOpen(_) | Self::NotEnded(_) | Self::TooLarge(_))
    }
}
