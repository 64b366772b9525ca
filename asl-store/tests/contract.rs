//! What every store does, for every store.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::sync::Arc;

use asl_store::{
    Commit, Document, Entry, ExecutionId, List, MemoryStore, NewExecution, SqliteStore, Status,
    Store, StoreError,
};

macro_rules! for_every_store {
    ($($name:ident)*) => {
        mod memory {
            $(#[tokio::test] async fn $name() { super::$name(&super::MemoryStore::new()).await; })*
        }
        mod sqlite {
            $(#[tokio::test] async fn $name() {
                let folder = tempfile::tempdir().unwrap();
                let store = super::SqliteStore::create(folder.path().join("store.db")).unwrap();
                super::$name(&store).await;
            })*
        }
    };
}

for_every_store! {
    an_execution_starts_goes_on_and_ends
    a_name_is_taken_once
    a_commit_happens_as_a_whole
    only_open_executions_go_on
    an_ended_execution_can_be_reopened
    what_an_open_execution_needs_starts_with_its_last_base
    the_journal_is_read_by_events
    lists_have_pages_the_newest_first
    documents_are_written_over_and_removed
    old_executions_are_forgotten
    an_entry_may_not_be_huge
}

fn new(store: &impl Store, name: &str) -> NewExecution {
    NewExecution { id: store.next_id(), machine: "M".into(), name: name.into(), started_at: 7 }
}

fn entry(first_event: u64, events: u32, is_base: bool) -> Entry {
    Entry { first_event, events, is_base, body: format!("from {first_event}").into_bytes() }
}

async fn started(store: &impl Store, name: &str) -> ExecutionId {
    let new = new(store, name);
    let id = new.id;
    store.commit(Commit::new().start(new).append(id, entry(1, 2, true))).await.unwrap();
    id
}

async fn an_execution_starts_goes_on_and_ends(store: &impl Store) {
    let id = started(store, "a").await;
    let execution = store.execution(id).await.unwrap().unwrap();
    assert_eq!((execution.machine.as_str(), execution.name.as_str()), ("M", "a"));
    assert_eq!((execution.status, execution.started_at), (Status::Running, 7));
    assert_eq!(store.find("M", "a").await.unwrap(), Some(execution));
    assert_eq!(store.find("M", "b").await.unwrap(), None);

    let last = Commit::new().append(id, entry(3, 1, true)).end(id, Status::Failed, 9);
    store.commit(last).await.unwrap();
    let execution = store.execution(id).await.unwrap().unwrap();
    assert_eq!((execution.status, execution.ended_at), (Status::Failed, Some(9)));
    assert_eq!(store.open(None, 10).await.unwrap(), []);
    assert_eq!(store.journal(id, 0..u64::MAX).await.unwrap().len(), 2);
}

async fn a_name_is_taken_once(store: &impl Store) {
    let id = started(store, "a").await;
    let again = store.commit(Commit::new().start(new(store, "a"))).await;
    assert!(matches!(again, Err(StoreError::Exists(there)) if there.id == id));
    let other = NewExecution { machine: "N".into(), ..new(store, "a") };
    store.commit(Commit::new().start(other)).await.unwrap();

    let twice = Commit::new().start(new(store, "b")).start(new(store, "b"));
    assert!(matches!(store.commit(twice).await, Err(StoreError::Exists(_))));
    assert_eq!(store.find("M", "b").await.unwrap(), None);
}

async fn a_commit_happens_as_a_whole(store: &impl Store) {
    let id = started(store, "a").await;
    let wrong = Commit::new()
        .put(Document { kind: "k".into(), key: "1".into(), body: vec![] })
        .append(id, entry(3, 1, false))
        .end(ExecutionId(9_999), Status::Succeeded, 0);
    assert!(matches!(store.commit(wrong).await, Err(StoreError::NotOpen(ExecutionId(9_999)))));
    assert_eq!(store.document("k", "1").await.unwrap(), None);
    assert_eq!(store.journal(id, 0..9).await.unwrap().len(), 1);
}

async fn only_open_executions_go_on(store: &impl Store) {
    let id = started(store, "a").await;
    store.commit(Commit::new().end(id, Status::Succeeded, 9)).await.unwrap();
    for late in
        [Commit::new().append(id, entry(3, 1, false)), Commit::new().end(id, Status::Aborted, 10)]
    {
        assert!(matches!(store.commit(late).await, Err(StoreError::NotOpen(_))));
    }
    let new = new(store, "b");
    let ended = new.id;
    let early =
        Commit::new().start(new).end(ended, Status::Failed, 8).append(ended, entry(1, 1, true));
    assert!(matches!(store.commit(early).await, Err(StoreError::NotOpen(_))));
}

async fn an_ended_execution_can_be_reopened(store: &impl Store) {
    let id = started(store, "a").await;
    assert!(matches!(store.commit(Commit::new().reopen(id)).await, Err(StoreError::NotEnded(_))));
    store.commit(Commit::new().end(id, Status::Failed, 9)).await.unwrap();
    store.commit(Commit::new().reopen(id).append(id, entry(3, 2, false))).await.unwrap();
    let open = store.open(None, 10).await.unwrap();
    assert_eq!(open[0].entries.len(), 2, "the journal goes on where it was");
    assert_eq!(open[0].execution.ended_at, None);
}

async fn what_an_open_execution_needs_starts_with_its_last_base(store: &impl Store) {
    let (a, b) = (started(store, "a").await, started(store, "b").await);
    for (id, first, is_base) in [(a, 3, false), (b, 3, true), (a, 4, true), (a, 5, false)] {
        store.commit(Commit::new().append(id, entry(first, 1, is_base))).await.unwrap();
    }
    let open = store.open(None, 10).await.unwrap();
    let entries: Vec<Vec<u64>> = open
        .iter()
        .map(|open| open.entries.iter().map(|entry| entry.first_event).collect())
        .collect();
    assert_eq!(entries, [vec![4, 5], vec![3]]);
    assert_eq!(store.open(None, 1).await.unwrap().len(), 1);
    assert_eq!(store.open(Some(a), 10).await.unwrap()[0].execution.id, b);
}

async fn the_journal_is_read_by_events(store: &impl Store) {
    let id = started(store, "a").await;
    for first in [3, 6, 9] {
        store.commit(Commit::new().append(id, entry(first, 3, first == 6))).await.unwrap();
    }
    let first_events = |range| async move {
        let entries = store.journal(id, range).await.unwrap();
        entries.iter().map(|entry| entry.first_event).collect::<Vec<_>>()
    };
    assert_eq!(first_events(1..12).await, [1, 3, 6, 9]);
    assert_eq!(first_events(5..7).await, [3, 6]);
    assert_eq!(first_events(11..12).await, [9]);
    assert_eq!(first_events(12..99).await, Vec::<u64>::new());
    assert_eq!(store.journal(ExecutionId(9_999), 0..9).await.unwrap(), []);
}

async fn lists_have_pages_the_newest_first(store: &impl Store) {
    for name in ["a", "b", "c", "d", "e"] {
        let id = started(store, name).await;
        if name == "b" || name == "d" {
            store.commit(Commit::new().end(id, Status::Succeeded, 9)).await.unwrap();
        }
    }
    let list = |status, before, most| List { machine: "M".into(), status, before, most };
    let names = |page: &asl_store::Page| -> String {
        page.executions.iter().map(|execution| execution.name.as_str()).collect()
    };
    let page = store.list(list(None, None, 2)).await.unwrap();
    assert_eq!(names(&page), "ed");
    let page = store.list(list(None, page.next, 2)).await.unwrap();
    assert_eq!(names(&page), "cb");
    let page = store.list(list(None, page.next, 2)).await.unwrap();
    assert_eq!((names(&page).as_str(), page.next), ("a", None));
    let page = store.list(list(Some(Status::Succeeded), None, 2)).await.unwrap();
    assert_eq!((names(&page).as_str(), page.next), ("db", None));
    let other = List { machine: "N".into(), ..list(None, None, 2) };
    assert_eq!(store.list(other).await.unwrap(), asl_store::Page::default());
}

async fn documents_are_written_over_and_removed(store: &impl Store) {
    let document =
        |key: &str, body: &str| Document { kind: "k".into(), key: key.into(), body: body.into() };
    store.commit(Commit::new().put(document("b", "1")).put(document("a", "2"))).await.unwrap();
    store.commit(Commit::new().put(document("b", "3"))).await.unwrap();
    assert_eq!(store.documents("k").await.unwrap(), [document("a", "2"), document("b", "3")]);
    store.commit(Commit::new().remove("k", "a").remove("k", "z")).await.unwrap();
    assert_eq!(store.document("k", "a").await.unwrap(), None);
    assert_eq!(store.document("k", "b").await.unwrap(), Some(document("b", "3")));
    assert_eq!(store.documents("other").await.unwrap(), []);
}

async fn old_executions_are_forgotten(store: &impl Store) {
    let mut ids = Vec::new();
    for (name, at) in [("a", 10), ("b", 20), ("c", 30)] {
        let id = started(store, name).await;
        store
            .commit(Commit::new().append(id, entry(3, 1, true)).end(id, Status::Succeeded, at))
            .await
            .unwrap();
        ids.push(id);
    }
    let open = started(store, "d").await;
    assert_eq!(store.expire(30, 1).await.unwrap(), 1);
    assert_eq!(store.expire(30, 9).await.unwrap(), 1);
    assert_eq!(store.expire(30, 9).await.unwrap(), 0);
    assert_eq!(store.find("M", "a").await.unwrap(), None);
    assert_eq!(store.journal(ids[1], 0..9).await.unwrap(), []);
    assert_eq!(store.journal(ids[2], 0..9).await.unwrap().len(), 2);
    assert!(store.execution(open).await.unwrap().is_some());
    started(store, "a").await;
}

async fn an_entry_may_not_be_huge(store: &impl Store) {
    let id = started(store, "a").await;
    let body = vec![0; (64 << 20) + 1];
    let huge = Commit::new().append(id, Entry { body, ..entry(3, 1, true) });
    assert!(matches!(store.commit(huge).await, Err(StoreError::TooLarge(_))));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn commits_that_wait_together_are_all_made_or_refused_one_by_one() {
    let folder = tempfile::tempdir().unwrap();
    let store = Arc::new(SqliteStore::create(folder.path().join("store.db")).unwrap());
    let commits = (0..200).map(|index| {
        let store = Arc::clone(&store);
        tokio::spawn(async move {
            let new = new(&*store, &format!("{}", index / 2));
            store.commit(Commit::new().start(new)).await.is_ok()
        })
    });
    let mut made = 0;
    for commit in commits.collect::<Vec<_>>() {
        made += u32::from(commit.await.unwrap());
    }
    assert_eq!(made, 100, "each name once");
}
