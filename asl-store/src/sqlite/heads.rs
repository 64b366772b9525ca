//! The last entries of open executions.
//!
//! They are kept in memory and written now and then, so that a commit only appends. After a crash,
//! what has been written and the journal's end after it give them again.

use std::collections::{BTreeMap, HashSet};
use std::ops::Bound;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, Transaction};

use super::schema::{number, set_number};

/// Entries after which the heads are written: how much of the journal is read when a store is
/// opened, at most.
const ENTRIES_BETWEEN: i64 = 1 << 16;

/// The last entries of open executions.
#[derive(Debug, Default)]
pub(super) struct Heads {
    /// By execution; 0 for those without an entry.
    last: BTreeMap<i64, i64>,
    /// Those which differ from what was written.
    changed: HashSet<i64>,
    /// The journal's last entry at that time.
    written_through: i64,
}

/// The heads, which the writer changes and readers start from.
pub(super) fn lock(heads: &Mutex<Heads>) -> MutexGuard<'_, Heads> {
    heads.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Heads {
    /// Reads what was written, and the end of the journal since.
    pub(super) fn read(connection: &Connection) -> rusqlite::Result<Self> {
        let mut open = connection.prepare("SELECT id FROM executions WHERE status = 0")?;
        let mut last: BTreeMap<i64, i64> =
            open.query_map([], |row| Ok((row.get(0)?, 0)))?.collect::<Result<_, _>>()?;
        let mut changed = HashSet::new();

        let mut written = connection.prepare("SELECT execution, last_entry FROM heads")?;
        let mut rows = written.query([])?;
        while let Some(row) = rows.next()? {
            let execution = row.get(0)?;
            match last.get_mut(&execution) {
                Some(last) => *last = row.get(1)?,
                // It has ended since.
                None => drop(changed.insert(execution)),
            }
        }

        let written_through = number(connection, "heads_through")?;
        let mut since = connection.prepare("SELECT execution, id FROM journal WHERE id > ?1")?;
        let mut rows = since.query([written_through])?;
        while let Some(row) = rows.next()? {
            let execution = row.get(0)?;
            if let Some(last) = last.get_mut(&execution) {
                *last = row.get(1)?;
                changed.insert(execution);
            }
        }
        Ok(Self { last, changed, written_through })
    }

    /// The last entry of an open execution, 0 if it has none.
    pub(super) fn get(&self, execution: i64) -> Option<i64> {
        self.last.get(&execution).copied()
    }

    /// Open executions with greater ids, at most so many, with their last entries.
    pub(super) fn after(&self, id: i64, most: u32) -> Vec<(i64, i64)> {
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        let later = (Bound::Excluded(id), Bound::Unbounded);
        self.last.range(later).take(most).map(|(id, last)| (*id, *last)).collect()
    }

    /// What has been committed: the last entry of an execution, none if it has ended.
    pub(super) fn set(&mut self, execution: i64, entry: Option<i64>) {
        match entry {
            Some(entry) => self.last.insert(execution, entry),
            None => self.last.remove(&execution),
        };
        self.changed.insert(execution);
    }

    /// Whether enough has happened for them to be written.
    pub(super) fn are_due(&self, last_entry: i64) -> bool {
        last_entry - self.written_through >= ENTRIES_BETWEEN
    }

    /// Writes what differs. To be followed by [`Heads::written`] when it has been committed.
    pub(super) fn write(
        &self,
        transaction: &Transaction<'_>,
        last_entry: i64,
    ) -> rusqlite::Result<()> {
        let mut put = transaction.prepare_cached(
            "INSERT INTO heads VALUES (?1, ?2)
             ON CONFLICT (execution) DO UPDATE SET last_entry = excluded.last_entry",
        )?;
        let mut remove = transaction.prepare_cached("DELETE FROM heads WHERE execution = ?1")?;
        let mut changed: Vec<i64> = self.changed.iter().copied().collect();
        changed.sort_unstable();
        for execution in changed {
            match self.last.get(&execution) {
                Some(entry) => put.execute((execution, entry))?,
                None => remove.execute([execution])?,
            };
        }
        set_number(transaction, "heads_through", last_entry)
    }

    /// What was written is on disk.
    pub(super) fn written(&mut self, last_entry: i64) {
        self.changed.clear();
        self.written_through = last_entry;
    }
}
