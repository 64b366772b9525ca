//! The embedded store: one SQLite file, and its write-ahead log beside it.
//!
//! One thread writes. It takes all commits that wait into one transaction, so that they share what
//! is slow, which is waiting for the disk. Another one reads.

mod file;
mod heads;
mod read;
mod reader;
mod schema;
mod write;
mod writer;

use std::ops::Range;
use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use rusqlite::Connection;

use self::file::File;
use self::heads::Heads;
use self::reader::Reader;
use self::writer::Writer;
use crate::commit::{Commit, Document, Entry};
use crate::error::StoreError;
use crate::execution::{Execution, ExecutionId, List, OpenExecution, Page};
use crate::store::{Pending, Store};

/// A store in one file.
///
/// Every commit is on disk when it is answered (`synchronous=FULL`, a write-ahead log). The file is
/// locked while it is open: a second process gets [`StoreError::Locked`]. Dropping the store waits
/// for what has been asked for.
///
/// ```no_run
/// use asl_store::SqliteStore;
///
/// # fn main() -> Result<(), asl_store::StoreError> {
/// let store = SqliteStore::open_or_create("executions.db")?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct SqliteStore {
    last_id: AtomicI64,
    heads: Arc<Mutex<Heads>>,
    // Dropped in this order: the reader's connection, the writer's, the lock of the file.
    reader: Reader,
    writer: Writer,
    _file: Arc<File>,
}

impl SqliteStore {
    /// Opens a store.
    ///
    /// # Errors
    /// There is no file, it is something else, damaged, newer, or cannot be written, or another
    /// process has it open. Nothing is ever started anew where something was.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        Self::start(File::open(path.as_ref())?)
    }

    /// Makes a store.
    ///
    /// # Errors
    /// There is a file already, or none can be made.
    pub fn create(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        Self::start(File::create(path.as_ref())?)
    }

    /// Opens a store, or makes one if there is no file.
    ///
    /// # Errors
    /// As for [`SqliteStore::open`] and [`SqliteStore::create`].
    pub fn open_or_create(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        match Self::open(path.as_ref()) {
            Err(StoreError::Missing(_)) => Self::create(path),
            opened => opened,
        }
    }

    fn start(file: File) -> Result<Self, StoreError> {
        let (connection, numbers) = file.connect_first()?;
        let heads = Heads::read(&connection).map_err(|error| file.error(&error))?;
        let heads = Arc::new(Mutex::new(heads));
        let file = Arc::new(file);
        let reader = Reader::start(file.connect()?, &file)?;
        let writer = Writer::start(connection, &file, &heads, numbers.last_entry)?;
        let last_id = AtomicI64::new(numbers.last_execution);
        Ok(Self { last_id, heads, reader, writer, _file: file })
    }

    /// Writes a copy of the store, as of one moment, while it is in use. The copy is complete when
    /// this answers, and has no free pages.
    ///
    /// # Errors
    /// There is a file at the path already, or it cannot be written.
    pub fn backup(&self, to: impl AsRef<Path>) -> Pending<()> {
        let to = to.as_ref().to_owned();
        self.reader.ask(move |connection, file| file.backup(connection, &to))
    }

    fn read<T: Send + 'static>(
        &self,
        read: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Pending<T> {
        self.reader
            .ask(move |connection, file| read(connection).map_err(|error| file.error(&error)))
    }
}

impl Store for SqliteStore {
    fn next_id(&self) -> ExecutionId {
        ExecutionId(self.last_id.fetch_add(1, Ordering::Relaxed) + 1)
    }

    fn commit(&self, commit: Commit) -> Pending<()> {
        self.writer.commit(commit)
    }

    fn open(&self, after: Option<ExecutionId>, most: u32) -> Pending<Vec<OpenExecution>> {
        let open = heads::lock(&self.heads).after(after.map_or(0, |after| after.0), most);
        self.read(move |connection| {
            let open = open.into_iter();
            let open = open.map(|(id, last)| read::open_execution(connection, id, last));
            open.filter_map(Result::transpose).collect()
        })
    }

    fn execution(&self, id: ExecutionId) -> Pending<Option<Execution>> {
        self.read(move |connection| read::execution(connection, id))
    }

    fn find(&self, machine: &str, name: &str) -> Pending<Option<Execution>> {
        let (machine, name) = (machine.to_owned(), name.to_owned());
        self.read(move |connection| read::find(connection, &machine, &name))
    }

    fn list(&self, list: List) -> Pending<Page> {
        self.read(move |connection| read::list(connection, &list))
    }

    fn journal(&self, id: ExecutionId, events: Range<u64>) -> Pending<Vec<Entry>> {
        let heads = Arc::clone(&self.heads);
        self.read(move |connection| {
            let open = heads::lock(&heads).get(id.0);
            let last = match open {
                Some(last) => Some(last),
                None => read::last_entry(connection, id)?,
            };
            read::journal(connection, last.unwrap_or_default(), &events)
        })
    }

    fn document(&self, kind: &str, key: &str) -> Pending<Option<Document>> {
        let (kind, key) = (kind.to_owned(), key.to_owned());
        self.read(move |connection| read::document(connection, &kind, &key))
    }

    fn documents(&self, kind: &str) -> Pending<Vec<Document>> {
        let kind = kind.to_owned();
        self.read(move |connection| read::documents(connection, &kind))
    }

    fn expire(&self, ended_before: i64, most: u32) -> Pending<u32> {
        self.writer.expire(ended_before, most)
    }
}
