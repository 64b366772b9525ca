//! What is read.

use std::ops::Range;

use rusqlite::{Connection, OptionalExtension, Row};

use crate::commit::{Document, Entry};
use crate::execution::{Execution, ExecutionId, List, OpenExecution, Page, Status};

const COLUMNS: &str = "executions.id, machines.name, executions.name, status, started_at, ended_at";

fn read_execution(row: &Row<'_>) -> rusqlite::Result<Execution> {
    let code = row.get(3)?;
    let status = Status::of_code(code).ok_or(rusqlite::Error::IntegralValueOutOfRange(3, code))?;
    Ok(Execution {
        id: ExecutionId(row.get(0)?),
        machine: row.get(1)?,
        name: row.get(2)?,
        status,
        started_at: row.get(4)?,
        ended_at: row.get(5)?,
    })
}

pub(super) fn execution(
    connection: &Connection,
    id: ExecutionId,
) -> rusqlite::Result<Option<Execution>> {
    let query = format!(
        "SELECT {COLUMNS} FROM executions JOIN machines ON machines.id = machine
         WHERE executions.id = ?1"
    );
    connection.prepare_cached(&query)?.query_row([id.0], read_execution).optional()
}

pub(super) fn find(
    connection: &Connection,
    machine: &str,
    name: &str,
) -> rusqlite::Result<Option<Execution>> {
    let query = format!(
        "SELECT {COLUMNS} FROM executions JOIN machines ON machines.id = machine
         WHERE machines.name = ?1 AND executions.name = ?2"
    );
    connection.prepare_cached(&query)?.query_row((machine, name), read_execution).optional()
}

pub(super) fn list(connection: &Connection, list: &List) -> rusqlite::Result<Page> {
    let query = format!(
        "SELECT {COLUMNS} FROM executions JOIN machines ON machines.id = machine
         WHERE machine = (SELECT id FROM machines WHERE name = ?1)
           AND (?2 IS NULL OR status = ?2) AND executions.id < ?3
         ORDER BY executions.id DESC LIMIT ?4"
    );
    let mut query = connection.prepare_cached(&query)?;
    let status = list.status.map(Status::code);
    let before = list.before.map_or(i64::MAX, |before| before.0);
    let parameters = (&list.machine, status, before, i64::from(list.most) + 1);
    let found = query.query_map(parameters, read_execution)?.collect::<Result<_, _>>()?;
    Ok(Page::of(found, list.most))
}

/// An entry of the journal, with the link to the one before it of the same execution.
fn entry(connection: &Connection, id: i64) -> rusqlite::Result<(Entry, Option<i64>)> {
    let query = "SELECT first_event, events, is_base, body, previous FROM journal WHERE id = ?1";
    connection.prepare_cached(query)?.query_row([id], |row| {
        let first_event: i64 = row.get(0)?;
        let entry = Entry {
            first_event: u64::try_from(first_event).unwrap_or_default(),
            events: row.get(1)?,
            is_base: row.get(2)?,
            body: row.get(3)?,
        };
        Ok((entry, row.get(4)?))
    })
}

/// The entries from `last` back to the first for which `is_first` holds, in order.
fn chain(
    connection: &Connection,
    last: i64,
    is_first: impl Fn(&Entry) -> bool,
) -> rusqlite::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    let mut next = Some(last).filter(|last| *last != 0);
    while let Some(id) = next {
        let (entry, previous) = entry(connection, id)?;
        next = previous.filter(|_| !is_first(&entry));
        entries.push(entry);
    }
    entries.reverse();
    Ok(entries)
}

/// What an open execution needs to go on: its last entry that is a base, and those after it.
pub(super) fn open_execution(
    connection: &Connection,
    id: i64,
    last: i64,
) -> rusqlite::Result<Option<OpenExecution>> {
    let Some(execution) = execution(connection, ExecutionId(id))? else { return Ok(None) };
    let entries = chain(connection, last, |entry| entry.is_base)?;
    Ok(Some(OpenExecution { execution, entries }))
}

/// The entries of an execution with events of a range.
pub(super) fn journal(
    connection: &Connection,
    last: i64,
    events: &Range<u64>,
) -> rusqlite::Result<Vec<Entry>> {
    let mut entries = chain(connection, last, |entry| entry.first_event <= events.start)?;
    entries.retain(|entry| entry.overlaps(events));
    Ok(entries)
}

/// The last entry of an execution that has ended.
pub(super) fn last_entry(
    connection: &Connection,
    id: ExecutionId,
) -> rusqlite::Result<Option<i64>> {
    let query = "SELECT last_entry FROM executions WHERE id = ?1";
    let found = connection.prepare_cached(query)?.query_row([id.0], |row| row.get(0));
    Ok(found.optional()?.flatten())
}

pub(super) fn document(
    connection: &Connection,
    kind: &str,
    key: &str,
) -> rusqlite::Result<Option<Document>> {
    let query = "SELECT kind, key, body FROM documents WHERE kind = ?1 AND key = ?2";
    connection.prepare_cached(query)?.query_row((kind, key), read_document).optional()
}

pub(super) fn documents(connection: &Connection, kind: &str) -> rusqlite::Result<Vec<Document>> {
    let query = "SELECT kind, key, body FROM documents WHERE kind = ?1 ORDER BY key";
    connection.prepare_cached(query)?.query_map([kind], read_document)?.collect()
}

fn read_document(row: &Row<'_>) -> rusqlite::Result<Document> {
    Ok(Document { kind: row.get(0)?, key: row.get(1)?, body: row.get(2)? })
}
