//! The file: who may open it, what it has to be, and what SQLite's errors mean for its owner.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::schema::{self, APPLICATION_ID, number};
use crate::error::StoreError;

/// Up to this size all pages of a file are checked when it is opened.
const CHECKED_SIZE: u64 = 256 << 20;

/// What every connection needs. A commit is on disk when it is answered.
const PRAGMAS: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = OFF;
    PRAGMA wal_autocheckpoint = 4000;
    PRAGMA journal_size_limit = 67108864;
    PRAGMA temp_store = MEMORY;
";

/// A file that this process alone has open.
#[derive(Debug)]
pub(super) struct File {
    path: PathBuf,
    is_new: bool,
    /// Unlocked when it is dropped.
    _lock: fs::File,
}

/// Where the ids have got to.
pub(super) struct Numbers {
    pub(super) last_execution: i64,
    pub(super) last_entry: i64,
}

impl File {
    pub(super) fn open(path: &Path) -> Result<Self, StoreError> {
        let metadata = fs::metadata(path).map_err(|error| match error.kind() {
            ErrorKind::NotFound if beside(path, "-wal").exists() => corrupt(
                path,
                "there is a write-ahead log beside it, but the file itself is missing",
            ),
            ErrorKind::NotFound => StoreError::Missing(path.to_owned()),
            _ => io(path, &error),
        })?;
        if metadata.is_dir() {
            return Err(not_a_store(path, "it is a folder"));
        }
        // SQLite would take it for a new one.
        if metadata.len() == 0 {
            return Err(corrupt(path, "it is empty"));
        }
        if metadata.permissions().readonly() {
            return Err(StoreError::ReadOnly(path.to_owned()));
        }
        Self::locked(path, false)
    }

    pub(super) fn create(path: &Path) -> Result<Self, StoreError> {
        let file = Self::locked(path, true)?;
        if path.exists() || beside(path, "-wal").exists() {
            return Err(StoreError::AlreadyThere(path.to_owned()));
        }
        Ok(file)
    }

    /// SQLite's own locks are lost when any other handle of the file is closed, so that a file
    /// beside it is locked.
    fn locked(path: &Path, is_new: bool) -> Result<Self, StoreError> {
        let lock = fs::File::create(beside(path, "-lock")).map_err(|error| io(path, &error))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { path: path.to_owned(), is_new, _lock: lock }),
            Err(fs::TryLockError::WouldBlock) => Err(StoreError::Locked(path.to_owned())),
            Err(fs::TryLockError::Error(error)) => Err(io(path, &error)),
        }
    }

    /// The first connection, which finds out what the file is, and brings its schema up to date.
    pub(super) fn connect_first(&self) -> Result<(Connection, Numbers), StoreError> {
        if !self.is_new {
            self.check_header()?;
        }
        let mut connection = self.connection()?;
        self.prepare(&mut connection).map_err(|error| self.error(&error))?;
        let found = schema::version_of(&connection).map_err(|error| self.error(&error))?;
        if found > schema::version() {
            let (path, known) = (self.path.clone(), schema::version());
            return Err(StoreError::Newer { path, found, known });
        }
        if !self.is_new {
            self.check_pages(&connection)?;
        }
        if found < schema::version() {
            schema::migrate(&mut connection).map_err(|error| self.error(&error))?;
        }
        let numbers = numbers(&connection).map_err(|error| self.error(&error))?;
        Ok((connection, numbers))
    }

    /// One more connection.
    pub(super) fn connect(&self) -> Result<Connection, StoreError> {
        let connection = self.connection()?;
        connection.execute_batch(PRAGMAS).map_err(|error| self.error(&error))?;
        Ok(connection)
    }

    fn connection(&self) -> Result<Connection, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let flags = if self.is_new { flags | OpenFlags::SQLITE_OPEN_CREATE } else { flags };
        let connection = Connection::open_with_flags(&self.path, flags);
        let connection = connection.map_err(|error| self.error(&error))?;
        connection.set_prepared_statement_cache_capacity(64);
        Ok(connection)
    }

    fn prepare(&self, connection: &mut Connection) -> rusqlite::Result<()> {
        if self.is_new {
            connection.execute_batch("PRAGMA auto_vacuum = INCREMENTAL")?;
        }
        connection.execute_batch(PRAGMAS)
    }

    /// Whether the file is SQLite's, and ours. Read without SQLite, which writes what it opens.
    fn check_header(&self) -> Result<(), StoreError> {
        use std::io::Read;
        let mut header = [0; 100];
        let read = fs::File::open(&self.path).and_then(|mut file| file.read_exact(&mut header));
        match read {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => {
                return Err(corrupt(&self.path, "it ends within its first 100 bytes"));
            }
            Err(error) => return Err(io(&self.path, &error)),
        }
        if !header.starts_with(b"SQLite format 3\0") {
            return Err(not_a_store(
                &self.path,
                "it is no SQLite database, or its start is damaged",
            ));
        }
        let application_id = i32::from_be_bytes([header[68], header[69], header[70], header[71]]);
        // All of a file that has just been made may still be in its write-ahead log.
        if application_id != APPLICATION_ID
            && !(application_id == 0 && beside(&self.path, "-wal").exists())
        {
            return Err(not_a_store(&self.path, "it is a SQLite database of another program"));
        }
        self.check_length(&header)
    }

    /// Whether the file has all the pages that its header counts. Those that are in a write-ahead
    /// log may be missing.
    fn check_length(&self, header: &[u8; 100]) -> Result<(), StoreError> {
        let has_log = fs::metadata(beside(&self.path, "-wal")).is_ok_and(|log| log.len() > 0);
        let page_size = match u16::from_be_bytes([header[16], header[17]]) {
            1 => 65_536,
            size => u64::from(size),
        };
        let pages = u32::from_be_bytes([header[28], header[29], header[30], header[31]]);
        let expected = page_size * u64::from(pages);
        let length = fs::metadata(&self.path).map_err(|error| io(&self.path, &error))?.len();
        if length < expected && !has_log {
            let reason = format!("it has {length} bytes where there should be {expected}");
            return Err(corrupt(&self.path, &reason));
        }
        Ok(())
    }

    /// Whether the pages of a file that is not large fit together.
    fn check_pages(&self, connection: &Connection) -> Result<(), StoreError> {
        if fs::metadata(&self.path).is_ok_and(|metadata| metadata.len() > CHECKED_SIZE) {
            return Ok(());
        }
        let check = "PRAGMA quick_check(1)";
        let found: String = connection
            .query_row(check, [], |row| row.get(0))
            .map_err(|error| self.error(&error))?;
        if found == "ok" { Ok(()) } else { Err(corrupt(&self.path, &found)) }
    }

    /// Writes a copy.
    pub(super) fn backup(&self, connection: &Connection, to: &Path) -> Result<(), StoreError> {
        let target = Self::create(to)?;
        let partial = beside(to, "-partial");
        let name = partial.to_string_lossy().into_owned();
        let copy = || {
            let _ = fs::remove_file(&partial);
            connection.execute("VACUUM INTO ?1", [name]).map_err(|error| target.error(&error))?;
            let synced = fs::File::open(&partial).and_then(|file| file.sync_all());
            synced.and_then(|()| fs::rename(&partial, to)).map_err(|error| io(to, &error))
        };
        let copied = copy();
        let _ = fs::remove_file(beside(to, "-lock"));
        copied
    }

    /// What an error of SQLite means.
    pub(super) fn error(&self, error: &rusqlite::Error) -> StoreError {
        let path = self.path.clone();
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                corrupt(&path, &error.to_string())
            }
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => StoreError::ReadOnly(path),
            Some(ErrorCode::DiskFull) => StoreError::Full(path),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Locked(path),
            // What was read does not have the form that it was written in.
            None => corrupt(&path, &error.to_string()),
            Some(_) => StoreError::Io { path, reason: error.to_string().into() },
        }
    }
}

fn numbers(connection: &Connection) -> rusqlite::Result<Numbers> {
    let greatest = |table: &str| {
        let query = format!("SELECT coalesce(max(id), 0) FROM {table}");
        connection.query_row(&query, [], |row| row.get::<_, i64>(0))
    };
    // The last ones may have been removed.
    Ok(Numbers {
        last_execution: greatest("executions")?.max(number(connection, "last_execution")?),
        last_entry: greatest("journal")?.max(number(connection, "last_entry")?),
    })
}

/// A file with the same name and an ending.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn corrupt(path: &Path, reason: &str) -> StoreError {
    StoreError::Corrupt { path: path.to_owned(), reason: reason.to_owned() }
}

fn not_a_store(path: &Path, reason: &str) -> StoreError {
    StoreError::NotAStore { path: path.to_owned(), reason: reason.to_owned() }
}

fn io(path: &Path, error: &std::io::Error) -> StoreError {
    let path = path.to_owned();
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly(path),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StoreError::Full(path),
        _ => StoreError::Io { path, reason: error.to_string().into() },
    }
}
