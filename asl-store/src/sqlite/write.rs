//! The changes of a group of commits, in one transaction.

use std::collections::HashMap;
use std::sync::Mutex;

use rusqlite::{OptionalExtension, Transaction};

use super::heads::{self, Heads};
use super::schema::{number, set_number};
use super::{File, read};
use crate::check::{Known, check};
use crate::commit::{Change, Commit, Document, Entry, NewExecution};
use crate::error::StoreError;
use crate::execution::{Execution, ExecutionId, Status};

/// A group of commits that is being written.
pub(super) struct Group<'a> {
    pub(super) transaction: &'a Transaction<'a>,
    pub(super) file: &'a File,
    /// Where open executions were before the group.
    pub(super) heads: &'a Mutex<Heads>,
    /// Where those are that it changes; none if they have ended.
    pub(super) moved: HashMap<i64, Option<i64>>,
    /// The last entry of the journal.
    pub(super) last_entry: i64,
}

impl Group<'_> {
    /// Makes the changes of a commit.
    ///
    /// # Errors
    /// Outside, the file cannot be written: the transaction has to be rolled back. Inside, the
    /// commit does not fit what is there: none of its changes was made.
    pub(super) fn commit(&mut self, commit: Commit) -> Result<Result<(), StoreError>, StoreError> {
        match check(&commit, self) {
            Ok(()) => {}
            Err(error) if error.is_of_commit() => return Ok(Err(error)),
            Err(error) => return Err(error),
        }
        for change in commit.changes {
            self.change(change).map_err(|error| self.file.error(&error))?;
        }
        Ok(Ok(()))
    }

    fn change(&mut self, change: Change) -> rusqlite::Result<()> {
        match change {
            Change::Start(execution) => self.start(&execution),
            Change::Append(id, entry) => self.append(id, &entry),
            Change::End { id, status, at } => self.end(id, status, at),
            Change::Reopen(id) => self.reopen(id),
            Change::Put(Document { kind, key, body }) => {
                let put = "INSERT INTO documents VALUES (?1, ?2, ?3)
                           ON CONFLICT (kind, key) DO UPDATE SET body = excluded.body";
                self.transaction.prepare_cached(put)?.execute((kind, key, body)).map(drop)
            }
            Change::Remove { kind, key } => {
                let remove = "DELETE FROM documents WHERE kind = ?1 AND key = ?2";
                self.transaction.prepare_cached(remove)?.execute((kind, key)).map(drop)
            }
        }
    }

    fn start(&mut self, new: &NewExecution) -> rusqlite::Result<()> {
        let machine = self.machine(&new.machine)?;
        let insert = "INSERT INTO executions (id, machine, name, status, started_at)
                      VALUES (?1, ?2, ?3, ?4, ?5)";
        let row = (new.id.0, machine, &new.name, Status::Running.code(), new.started_at);
        self.transaction.prepare_cached(insert)?.execute(row)?;
        self.moved.insert(new.id.0, Some(0));
        Ok(())
    }

    /// The id of a machine, which it gets with its first execution.
    fn machine(&self, name: &str) -> rusqlite::Result<i64> {
        let find = "SELECT id FROM machines WHERE name = ?1";
        let mut find = self.transaction.prepare_cached(find)?;
        if let Some(id) = find.query_row([name], |row| row.get(0)).optional()? {
            return Ok(id);
        }
        let insert = "INSERT INTO machines (name) VALUES (?1)";
        self.transaction.prepare_cached(insert)?.insert([name])
    }

    fn append(&mut self, id: ExecutionId, entry: &Entry) -> rusqlite::Result<()> {
        let previous = self.head(id.0).filter(|previous| *previous != 0);
        self.last_entry += 1;
        let insert = "INSERT INTO journal VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        // No history has more events than fit.
        let first_event = i64::try_from(entry.first_event).unwrap_or(i64::MAX);
        let Entry { events, is_base, body, .. } = entry;
        let row = (self.last_entry, id.0, previous, first_event, events, is_base, body);
        self.transaction.prepare_cached(insert)?.execute(row)?;
        self.moved.insert(id.0, Some(self.last_entry));
        Ok(())
    }

    fn end(&mut self, id: ExecutionId, status: Status, at: i64) -> rusqlite::Result<()> {
        let update =
            "UPDATE executions SET status = ?2, ended_at = ?3, last_entry = ?4 WHERE id = ?1";
        let row = (id.0, status.code(), at, self.head(id.0).unwrap_or_default());
        self.transaction.prepare_cached(update)?.execute(row)?;
        self.moved.insert(id.0, None);
        Ok(())
    }

    fn reopen(&mut self, id: ExecutionId) -> rusqlite::Result<()> {
        let update = "UPDATE executions SET status = ?2, ended_at = NULL WHERE id = ?1
                      RETURNING last_entry";
        let mut update = self.transaction.prepare_cached(update)?;
        let last: Option<i64> =
            update.query_row((id.0, Status::Running.code()), |row| row.get(0))?;
        self.moved.insert(id.0, Some(last.unwrap_or_default()));
        Ok(())
    }

    /// The last entry of an open execution.
    fn head(&self, id: i64) -> Option<i64> {
        self.moved.get(&id).copied().unwrap_or_else(|| heads::lock(self.heads).get(id))
    }
}

impl Known for Group<'_> {
    fn is_open(&self, id: ExecutionId) -> Result<bool, StoreError> {
        Ok(self.head(id.0).is_some())
    }

    fn has_ended(&self, id: ExecutionId) -> Result<bool, StoreError> {
        let found = read::execution(self.transaction, id);
        let found = found.map_err(|error| self.file.error(&error))?;
        Ok(found.is_some_and(|execution| execution.status != Status::Running))
    }

    fn named(&self, machine: &str, name: &str) -> Result<Option<Execution>, StoreError> {
        read::find(self.transaction, machine, name).map_err(|error| self.file.error(&error))
    }
}

/// Removes executions that ended before a time: how many.
pub(super) fn expire(
    transaction: &Transaction<'_>,
    ended_before: i64,
    most: u32,
    last_entry: i64,
) -> rusqlite::Result<u32> {
    // Ids are not given twice, even if those with the last ones are gone.
    let last = "SELECT coalesce(max(id), 0) FROM executions";
    let last_execution: i64 = transaction.query_row(last, [], |row| row.get(0))?;
    let last_execution = last_execution.max(number(transaction, "last_execution")?);
    set_number(transaction, "last_execution", last_execution)?;
    set_number(transaction, "last_entry", last_entry)?;

    let old =
        "SELECT id, last_entry FROM executions WHERE ended_at < ?1 ORDER BY ended_at LIMIT ?2";
    let mut old = transaction.prepare_cached(old)?;
    let old = old.query_map((ended_before, most), |row| Ok((row.get(0)?, row.get(1)?)))?;
    let old: Vec<(i64, Option<i64>)> = old.collect::<Result<_, _>>()?;

    let mut entry =
        transaction.prepare_cached("DELETE FROM journal WHERE id = ?1 RETURNING previous")?;
    let mut execution = transaction.prepare_cached("DELETE FROM executions WHERE id = ?1")?;
    for &(id, mut last) in &old {
        while let Some(entry_id) = last.filter(|last| *last != 0) {
            last = entry.query_row([entry_id], |row| row.get(0)).optional()?.flatten();
        }
        execution.execute([id])?;
    }
    Ok(u32::try_from(old.len()).unwrap_or(u32::MAX))
}
