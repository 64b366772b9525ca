//! A store in memory.

use std::collections::BTreeMap;
use std::future::ready;
use std::ops::Range;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::check::{Known, check};
use crate::commit::{Change, Commit, Document, Entry, NewExecution};
use crate::error::StoreError;
use crate::execution::{Execution, ExecutionId, List, OpenExecution, Page, Status};
use crate::store::{Pending, Store};

/// A store in memory: for tests, and as the plainest account of what a store does.
///
/// Clones are the same store, so that a test can end a driver and start another one over what it has
/// committed.
#[derive(Debug, Clone, Default)]
pub struct MemoryStore {
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    last_id: AtomicI64,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    executions: BTreeMap<ExecutionId, Kept>,
    ids: BTreeMap<(String, String), ExecutionId>,
    documents: BTreeMap<(String, String), Vec<u8>>,
}

#[derive(Debug)]
struct Kept {
    execution: Execution,
    journal: Vec<Entry>,
}

impl MemoryStore {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.shared.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known for State {
    fn is_open(&self, id: ExecutionId) -> Result<bool, StoreError> {
        let kept = self.executions.get(&id);
        Ok(kept.is_some_and(|kept| kept.execution.status == Status::Running))
    }

    fn has_ended(&self, id: ExecutionId) -> Result<bool, StoreError> {
        let kept = self.executions.get(&id);
        Ok(kept.is_some_and(|kept| kept.execution.status != Status::Running))
    }

    fn named(&self, machine: &str, name: &str) -> Result<Option<Execution>, StoreError> {
        let id = self.ids.get(&(machine.to_owned(), name.to_owned()));
        let kept = id.and_then(|id| self.executions.get(id));
        Ok(kept.map(|kept| kept.execution.clone()))
    }
}

impl State {
    /// Makes a change that has been checked.
    fn make(&mut self, change: Change) {
        match change {
            Change::Start(new) => {
                let NewExecution { id, machine, name, started_at } = new;
                self.ids.insert((machine.clone(), name.clone()), id);
                let status = Status::Running;
                let execution = Execution { id, machine, name, status, started_at, ended_at: None };
                self.executions.insert(id, Kept { execution, journal: Vec::new() });
            }
            Change::Append(id, entry) => self.update(id, |kept| kept.journal.push(entry)),
            Change::End { id, status, at } => self.update(id, |kept| {
                kept.execution.status = status;
                kept.execution.ended_at = Some(at);
            }),
            Change::Reopen(id) => self.update(id, |kept| {
                kept.execution.status = Status::Running;
                kept.execution.ended_at = None;
            }),
            Change::Put(Document { kind, key, body }) => {
                self.documents.insert((kind, key), body);
            }
            Change::Remove { kind, key } => {
                self.documents.remove(&(kind, key));
            }
        }
    }

    fn update(&mut self, id: ExecutionId, update: impl FnOnce(&mut Kept)) {
        if let Some(kept) = self.executions.get_mut(&id) {
            update(kept);
        }
    }

    fn expire(&mut self, ended_before: i64, most: u32) -> u32 {
        let is_old = |kept: &&Kept| kept.execution.ended_at.is_some_and(|at| at < ended_before);
        let old = self.executions.values().filter(is_old);
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        let old: Vec<Execution> = old.map(|kept| kept.execution.clone()).take(most).collect();
        for Execution { id, machine, name, .. } in &old {
            self.executions.remove(id);
            self.ids.remove(&(machine.clone(), name.clone()));
        }
        u32::try_from(old.len()).unwrap_or(u32::MAX)
    }
}

/// The last entry that is a base, and those after it.
fn needed(journal: &[Entry]) -> Vec<Entry> {
    let base = journal.iter().rposition(|entry| entry.is_base).unwrap_or(0);
    journal.get(base..).unwrap_or_default().to_vec()
}

fn answer<T: Send + 'static>(answer: Result<T, StoreError>) -> Pending<T> {
    Box::pin(ready(answer))
}

impl Store for MemoryStore {
    fn next_id(&self) -> ExecutionId {
        ExecutionId(self.shared.last_id.fetch_add(1, Ordering::Relaxed) + 1)
    }

    fn commit(&self, commit: Commit) -> Pending<()> {
        let mut state = self.state();
        let checked = check(&commit, &*state);
        if checked.is_ok() {
            commit.changes.into_iter().for_each(|change| state.make(change));
        }
        answer(checked)
    }

    fn open(&self, after: Option<ExecutionId>, most: u32) -> Pending<Vec<OpenExecution>> {
        let state = self.state();
        let later = state.executions.values().filter(|kept| Some(kept.execution.id) > after);
        let open = later.filter(|kept| kept.execution.status == Status::Running);
        let open = open.take(usize::try_from(most).unwrap_or(usize::MAX)).map(|kept| {
            let execution = kept.execution.clone();
            OpenExecution { execution, entries: needed(&kept.journal) }
        });
        answer(Ok(open.collect()))
    }

    fn execution(&self, id: ExecutionId) -> Pending<Option<Execution>> {
        answer(Ok(self.state().executions.get(&id).map(|kept| kept.execution.clone())))
    }

    fn find(&self, machine: &str, name: &str) -> Pending<Option<Execution>> {
        answer(self.state().named(machine, name))
    }

    fn list(&self, list: List) -> Pending<Page> {
        let state = self.state();
        let all = state.executions.values().rev().map(|kept| &kept.execution);
        let listed = all.filter(|execution| {
            execution.machine == list.machine
                && list.status.is_none_or(|status| execution.status == status)
                && list.before.is_none_or(|before| execution.id < before)
        });
        let one_more = usize::try_from(list.most).unwrap_or(usize::MAX).saturating_add(1);
        answer(Ok(Page::of(listed.take(one_more).cloned().collect(), list.most)))
    }

    fn journal(&self, id: ExecutionId, events: Range<u64>) -> Pending<Vec<Entry>> {
        let state = self.state();
        let journal = state.executions.get(&id).map(|kept| kept.journal.iter());
        let entries = journal.into_iter().flatten().filter(|entry| entry.overlaps(&events));
        answer(Ok(entries.cloned().collect()))
    }

    fn document(&self, kind: &str, key: &str) -> Pending<Option<Document>> {
        let (kind, key) = (kind.to_owned(), key.to_owned());
        let body = self.state().documents.get(&(kind.clone(), key.clone())).cloned();
        answer(Ok(body.map(|body| Document { kind, key, body })))
    }

    fn documents(&self, kind: &str) -> Pending<Vec<Document>> {
        let state = self.state();
        let of_kind = state.documents.iter().filter(|((of, _), _)| of == kind);
        let documents = of_kind.map(|((kind, key), body)| {
            let (kind, key) = (kind.clone(), key.clone());
            Document { kind, key, body: body.clone() }
        });
        answer(Ok(documents.collect()))
    }

    fn expire(&self, ended_before: i64, most: u32) -> Pending<u32> {
        answer(Ok(self.state().expire(ended_before, most)))
    }
}
