//! The file: what survives, and what is refused.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::fs;
use std::path::Path;

use asl_store::{Commit, Entry, NewExecution, SqliteStore, Status, Store, StoreError};

async fn start(store: &SqliteStore, name: &str, entries: u64) {
    let id = store.next_id();
    let new = NewExecution { id, machine: "M".into(), name: name.into(), started_at: 0 };
    store.commit(Commit::new().start(new)).await.unwrap();
    for first_event in 1..=entries {
        let entry = Entry { first_event, events: 1, is_base: first_event == 2, body: vec![7; 100] };
        store.commit(Commit::new().append(id, entry)).await.unwrap();
    }
}

/// What a process that is killed leaves behind.
fn kill(from: &Path, to: &Path) {
    for ending in ["", "-wal"] {
        let name = |path: &Path| format!("{}{ending}", path.display());
        if Path::new(&name(from)).exists() {
            fs::copy(name(from), name(to)).unwrap();
        }
    }
}

#[tokio::test]
async fn what_was_committed_is_there_after_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("a.db"), folder.path().join("b.db"));
    let store = SqliteStore::create(&path).unwrap();
    start(&store, "x", 5).await;
    start(&store, "y", 1).await;
    start(&store, "z", 0).await;
    kill(&path, &copy);

    let store = SqliteStore::open(&copy).unwrap();
    let open = store.open(None, 10).await.unwrap();
    let entries: Vec<usize> = open.iter().map(|open| open.entries.len()).collect();
    assert_eq!(entries, [4, 1, 0]);
    assert!(store.next_id() > open[2].execution.id);
    start(&store, "w", 1).await;
}

#[tokio::test]
async fn a_store_that_was_closed_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    for round in 0..3 {
        let store = SqliteStore::open_or_create(&path).unwrap();
        assert_eq!(store.open(None, 10).await.unwrap().len(), round);
        start(&store, &round.to_string(), 3).await;
        let id = store.next_id();
        let new =
            NewExecution { id, machine: "M".into(), name: format!("ended {round}"), started_at: 0 };
        let ended = Commit::new().start(new).end(id, Status::Succeeded, 1);
        store.commit(ended).await.unwrap();
    }
}

#[tokio::test]
async fn ids_are_not_given_again_when_the_last_are_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let store = SqliteStore::create(&path).unwrap();
    start(&store, "x", 3).await;
    let id = store.find("M", "x").await.unwrap().unwrap().id;
    store.commit(Commit::new().end(id, Status::Succeeded, 1)).await.unwrap();
    assert_eq!(store.expire(2, 10).await.unwrap(), 1);
    drop(store);
    assert!(SqliteStore::open(&path).unwrap().next_id() > id);
}

#[tokio::test]
async fn a_backup_is_a_store() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::create(folder.path().join("a.db")).unwrap();
    start(&store, "x", 3).await;
    let copy = folder.path().join("b.db");
    store.backup(&copy).await.unwrap();
    start(&store, "y", 3).await;
    assert!(matches!(store.backup(&copy).await, Err(StoreError::AlreadyThere(_))));

    let copy = SqliteStore::open(&copy).unwrap();
    assert_eq!(copy.open(None, 10).await.unwrap().len(), 1);
    let left: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().contains("partial")), "{left:?}");
}

#[tokio::test]
async fn a_second_one_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let store = SqliteStore::create(&path).unwrap();
    assert!(matches!(SqliteStore::open(&path), Err(StoreError::Locked(_))));
    drop(store);
    assert!(SqliteStore::open(&path).is_ok());
}

#[tokio::test]
async fn nothing_is_started_anew_where_something_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    assert!(matches!(SqliteStore::open(&path), Err(StoreError::Missing(_))));
    assert!(!path.exists());

    fs::write(&path, "").unwrap();
    assert!(matches!(SqliteStore::open_or_create(&path), Err(StoreError::Corrupt { .. })));
    fs::write(&path, "notes").unwrap();
    assert!(matches!(SqliteStore::open_or_create(&path), Err(StoreError::Corrupt { .. })));
    fs::write(&path, "notes ".repeat(100)).unwrap();
    assert!(matches!(SqliteStore::open_or_create(&path), Err(StoreError::NotAStore { .. })));
    assert_eq!(fs::read_to_string(&path).unwrap(), "notes ".repeat(100));
    assert!(matches!(SqliteStore::create(&path), Err(StoreError::AlreadyThere(_))));

    fs::remove_file(&path).unwrap();
    fs::write(folder.path().join("store.db-wal"), "log").unwrap();
    assert!(matches!(SqliteStore::open_or_create(&path), Err(StoreError::Corrupt { .. })));
    assert!(matches!(SqliteStore::open(folder.path()), Err(StoreError::NotAStore { .. })));
}

#[tokio::test]
async fn a_newer_schema_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    drop(SqliteStore::create(&path).unwrap());
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    drop(connection);
    let error = SqliteStore::open(&path).unwrap_err();
    assert!(matches!(error, StoreError::Newer { found: 99, .. }), "{error}");

    let other = folder.path().join("other.db");
    let connection = rusqlite::Connection::open(&other).unwrap();
    connection.execute_batch("CREATE TABLE t (a)").unwrap();
    drop(connection);
    assert!(matches!(SqliteStore::open(&other), Err(StoreError::NotAStore { .. })));
}

/// Whatever happens to the file: an error, or what was committed; never less without a word.
#[tokio::test]
async fn a_garbled_file_is_found_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let store = SqliteStore::create(&path).unwrap();
    for index in 0..20 {
        start(&store, &index.to_string(), 20).await;
    }
    drop(store);
    let bytes = fs::read(&path).unwrap();
    let garbled = folder.path().join("garbled.db");
    let mut found_out = 0;
    for at in (0..bytes.len()).step_by(4096).map(|page| page + 3) {
        let mut bytes = bytes.clone();
        let end = (at + 64).min(bytes.len());
        bytes[at..end].fill(0xA5);
        fs::write(&garbled, &bytes).unwrap();
        match SqliteStore::open(&garbled) {
            Err(_) => found_out += 1,
            Ok(store) => match store.open(None, 100).await {
                Err(_) => found_out += 1,
                Ok(open) => {
                    let entries: usize = open.iter().map(|open| open.entries.len()).sum();
                    assert_eq!((open.len(), entries), (20, 20 * 19), "at {at}");
                }
            },
        }
    }
    assert!(found_out > 10, "{found_out}");
    for length in [50, 1000, 4096, bytes.len() / 2, bytes.len() - 1] {
        fs::write(&garbled, &bytes[..length]).unwrap();
        let opened = SqliteStore::open_or_create(&garbled);
        assert!(matches!(opened, Err(StoreError::Corrupt { .. })), "{length}: {opened:?}");
    }
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("missing").join("store.db");
    let error = SqliteStore::create(&path).unwrap_err();
    assert!(error.to_string().contains("store.db"), "{error}");
}
