//! The thread that writes: commits that wait share a transaction.

use std::collections::HashMap;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use rusqlite::{Connection, TransactionBehavior};
use tokio::sync::oneshot;

use super::file::File;
use super::heads::{self, Heads};
use super::write::{self, Group};
use crate::commit::Commit;
use crate::error::StoreError;
use crate::store::Pending;

/// The most commits of a transaction.
const COMMITS_AT_ONCE: usize = 4096;

/// Bytes after which no more commits are taken into a transaction.
const BYTES_AT_ONCE: usize = 16 << 20;

/// How long a transaction waits for commits of those whose last ones were made together. A disk
/// takes many times as long.
const WAIT: Duration = Duration::from_micros(200);

/// Pages that are given back to the file system at a time.
const PAGES_AT_ONCE: u32 = 1024;

type Answer<T> = oneshot::Sender<Result<T, StoreError>>;

enum Request {
    Commit(Commit, Answer<()>),
    Expire { ended_before: i64, most: u32, answer: Answer<u32> },
}

/// The thread that writes. Dropping it waits for what has been asked for.
#[derive(Debug)]
pub(super) struct Writer {
    requests: Option<Sender<Request>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    pub(super) fn start(
        connection: Connection,
        file: &Arc<File>,
        heads: &Arc<Mutex<Heads>>,
        last_entry: i64,
    ) -> Result<Self, StoreError> {
        let (requests, received) = channel();
        let (file, heads) = (Arc::clone(file), Arc::clone(heads));
        let work = Work { connection, file, heads, last_entry, last_group: 0 };
        let thread = spawn("asl-store-writer", move || work.run(&received))?;
        Ok(Self { requests: Some(requests), thread: Some(thread) })
    }

    pub(super) fn commit(&self, commit: Commit) -> Pending<()> {
        self.ask(|answer| Request::Commit(commit, answer))
    }

    pub(super) fn expire(&self, ended_before: i64, most: u32) -> Pending<u32> {
        self.ask(|answer| Request::Expire { ended_before, most, answer })
    }

    fn ask<T: Send + 'static>(&self, request: impl FnOnce(Answer<T>) -> Request) -> Pending<T> {
        let (answer, answered) = oneshot::channel();
        let request = request(answer);
        let sent = self.requests.as_ref().is_some_and(|to| to.send(request).is_ok());
        Box::pin(async move {
            if sent {
                answered.await.unwrap_or(Err(StoreError::Closed))
            } else {
                Err(StoreError::Closed)
            }
        })
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.requests = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Starts a thread.
pub(super) fn spawn(
    name: &str,
    work: impl FnOnce() + Send + 'static,
) -> Result<JoinHandle<()>, StoreError> {
    let spawned = thread::Builder::new().name(name.to_owned()).spawn(work);
    spawned.map_err(|error| StoreError::Io { path: name.into(), reason: error.to_string().into() })
}

struct Work {
    connection: Connection,
    file: Arc<File>,
    heads: Arc<Mutex<Heads>>,
    last_entry: i64,
    /// Commits in the last transaction.
    last_group: usize,
}

impl Work {
    fn run(mut self, requests: &Receiver<Request>) {
        let mut next = requests.recv().ok();
        while let Some(request) = next.take() {
            match request {
                Request::Commit(commit, answer) => {
                    next = self.group(requests, (commit, answer));
                }
                Request::Expire { ended_before, most, answer } => {
                    let _ = answer.send(self.expire(ended_before, most));
                }
            }
            if next.is_none() {
                next = requests.recv().ok();
            }
        }
        self.write_heads(true);
        let _ = self.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// Makes the commits that wait, the first of which has been received: the request after them,
    /// if it is another kind.
    fn group(
        &mut self,
        requests: &Receiver<Request>,
        first: (Commit, Answer<()>),
    ) -> Option<Request> {
        let mut bytes = first.0.size();
        let (mut commits, mut answers) = (vec![first.0], vec![first.1]);
        let mut other = None;
        let until = Instant::now() + WAIT;
        while commits.len() < COMMITS_AT_ONCE && bytes < BYTES_AT_ONCE {
            let received = match requests.try_recv() {
                Err(TryRecvError::Empty) if commits.len() < self.last_group => {
                    requests.recv_timeout(until.saturating_duration_since(Instant::now())).ok()
                }
                received => received.ok(),
            };
            match received {
                Some(Request::Commit(commit, answer)) => {
                    bytes += commit.size();
                    commits.push(commit);
                    answers.push(answer);
                }
                None => break,
                request => {
                    other = request;
                    break;
                }
            }
        }
        self.last_group = commits.len();
        let made: Result<Vec<_>, StoreError> = self
            .transaction(|group| commits.into_iter().map(|commit| group.commit(commit)).collect());
        self.write_heads(false);
        match made {
            Ok(made) => made.into_iter().zip(answers).for_each(|(made, answer)| {
                // Whoever has asked may have gone.
                let _ = answer.send(made);
            }),
            Err(error) => answers.into_iter().for_each(|answer| {
                let _ = answer.send(Err(error.clone()));
            }),
        }
        other
    }

    /// Changes things in one transaction.
    fn transaction<T>(
        &mut self,
        change: impl FnOnce(&mut Group<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let file = &*self.file;
        let error = |error: rusqlite::Error| file.error(&error);
        let begun = self.connection.transaction_with_behavior(TransactionBehavior::Immediate);
        let transaction = begun.map_err(error)?;
        let mut group = Group {
            transaction: &transaction,
            file,
            heads: &self.heads,
            moved: HashMap::new(),
            last_entry: self.last_entry,
        };
        let changed = change(&mut group)?;
        let Group { moved, last_entry, .. } = group;
        transaction.commit().map_err(error)?;
        self.last_entry = last_entry;
        let mut heads = heads::lock(&self.heads);
        moved.into_iter().for_each(|(execution, entry)| heads.set(execution, entry));
        Ok(changed)
    }

    /// Writes the heads, so that the next one to open the file has less to read. If that fails,
    /// nothing is lost, and it is tried again.
    fn write_heads(&mut self, is_last: bool) {
        let mut heads = heads::lock(&self.heads);
        if !is_last && !heads.are_due(self.last_entry) {
            return;
        }
        let written = self.connection.transaction().and_then(|transaction| {
            heads.write(&transaction, self.last_entry)?;
            transaction.commit()
        });
        if written.is_ok() {
            heads.written(self.last_entry);
        }
    }

    fn expire(&mut self, ended_before: i64, most: u32) -> Result<u32, StoreError> {
        let file = &*self.file;
        let error = |error: rusqlite::Error| file.error(&error);
        let transaction = self.connection.transaction().map_err(error)?;
        let expired = write::expire(&transaction, ended_before, most, self.last_entry);
        let expired = expired.map_err(error)?;
        transaction.commit().map_err(error)?;
        if expired > 0 {
            let vacuum = format!("PRAGMA incremental_vacuum({PAGES_AT_ONCE})");
            self.connection.execute_batch(&vacuum).map_err(error)?;
        }
        Ok(expired)
    }
}
