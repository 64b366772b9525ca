//! The tables, their version, and how older versions become this one.
//!
//! The journal is written in the order of its own keys and has no other index: one B-tree that
//! grows at its end, which is what disks are fast at. Entries of an execution are found by the link
//! from each to the one before it; where the last one is, [`heads`](super::heads) knows.

use rusqlite::{Connection, Transaction};

/// What SQLite keeps in the file to tell programs whose it is: "ASLs".
pub(super) const APPLICATION_ID: i32 = 0x4153_4C73;

/// The changes of the schema, the first of which makes the first version.
const MIGRATIONS: [&str; 1] = [VERSION_1];

const VERSION_1: &str = "
    CREATE TABLE machines (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE executions (
        id INTEGER PRIMARY KEY,
        machine INTEGER NOT NULL REFERENCES machines,
        name TEXT NOT NULL,
        status INTEGER NOT NULL,
        started_at INTEGER NOT NULL,
        ended_at INTEGER,
        -- The last entry in the journal, once it has ended.
        last_entry INTEGER,
        UNIQUE (machine, name)
    ) STRICT;
    CREATE INDEX executions_of_machine ON executions (machine, id);
    CREATE INDEX executions_open ON executions (id) WHERE status = 0;
    CREATE INDEX executions_ended ON executions (ended_at) WHERE ended_at IS NOT NULL;
    CREATE TABLE journal (
        id INTEGER PRIMARY KEY,
        execution INTEGER NOT NULL,
        -- The entry before it of the same execution.
        previous INTEGER,
        first_event INTEGER NOT NULL,
        events INTEGER NOT NULL,
        is_base INTEGER NOT NULL,
        body BLOB NOT NULL
    ) STRICT;
    -- The last entries of open executions, as of the entry `numbers.heads_through`.
    CREATE TABLE heads (
        execution INTEGER PRIMARY KEY,
        last_entry INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE numbers (
        name TEXT PRIMARY KEY,
        value INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO numbers VALUES ('heads_through', 0), ('last_execution', 0), ('last_entry', 0);
    CREATE TABLE documents (
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        body BLOB NOT NULL,
        PRIMARY KEY (kind, key)
    ) STRICT, WITHOUT ROWID;
";

/// The version of the schema that this program writes.
pub(super) fn version() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// The version of the schema in a file.
pub(super) fn version_of(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// Makes the tables, or brings those of an older version up to this one, in one transaction.
pub(super) fn migrate(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    let found = usize::try_from(version_of(&transaction)?).unwrap_or(usize::MAX);
    for migration in MIGRATIONS.iter().skip(found) {
        transaction.execute_batch(migration)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", version())?;
    transaction.commit()
}

/// One of the numbers that the store keeps.
pub(super) fn number(connection: &Connection, name: &str) -> rusqlite::Result<i64> {
    let number = "SELECT value FROM numbers WHERE name = ?1";
    connection.prepare_cached(number)?.query_row([name], |row| row.get(0))
}

/// Writes one of them.
pub(super) fn set_number(
    transaction: &Transaction<'_>,
    name: &str,
    value: i64,
) -> rusqlite::Result<()> {
    let update = "UPDATE numbers SET value = ?2 WHERE name = ?1";
    transaction.prepare_cached(update)?.execute((name, value)).map(drop)
}
