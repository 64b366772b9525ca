//! Whether the changes of a commit fit what is there, before any of them is made.

use crate::commit::{Change, Commit, ENTRY_LIMIT, NewExecution};
use crate::error::StoreError;
use crate::execution::{Execution, ExecutionId, Status};

/// What is there.
pub(crate) trait Known {
    /// Whether there is an open execution with this id.
    fn is_open(&self, id: ExecutionId) -> Result<bool, StoreError>;
    /// Whether there is one that has ended.
    fn has_ended(&self, id: ExecutionId) -> Result<bool, StoreError>;
    /// The execution of a machine with this name.
    fn named(&self, machine: &str, name: &str) -> Result<Option<Execution>, StoreError>;
}

/// # Errors
/// The first change that does not fit what is there and the changes before it.
pub(crate) fn check(commit: &Commit, known: &impl Known) -> Result<(), StoreError> {
    let mut before = Before::default();
    commit.changes.iter().try_for_each(|change| before.check(change, known))
}

/// What the changes before one have made of the executions that they are about.
#[derive(Default)]
struct Before<'a> {
    started: Vec<&'a NewExecution>,
    is_open: Vec<(ExecutionId, bool)>,
}

impl<'a> Before<'a> {
    fn check(&mut self, change: &'a Change, known: &impl Known) -> Result<(), StoreError> {
        match change {
            Change::Start(new) => {
                if let Some(execution) = self.named(new, known)? {
                    return Err(StoreError::Exists(Box::new(execution)));
                }
                self.started.push(new);
                self.is_open.push((new.id, true));
            }
            Change::Append(id, entry) => {
                within_limit(&entry.body)?;
                self.open(*id, known)?;
            }
            Change::End { id, .. } => {
                self.open(*id, known)?;
                self.is_open.push((*id, false));
            }
            Change::Reopen(id) => {
                if !self
                    .changed(*id)
                    .map_or_else(|| known.has_ended(*id), |is_open| Ok(!is_open))?
                {
                    return Err(StoreError::NotEnded(*id));
                }
                self.is_open.push((*id, true));
            }
            Change::Put(document) => within_limit(&document.body)?,
            Change::Remove { .. } => {}
        }
        Ok(())
    }

    fn named(
        &self,
        new: &NewExecution,
        known: &impl Known,
    ) -> Result<Option<Execution>, StoreError> {
        let same = |other: &&&NewExecution| other.machine == new.machine && other.name == new.name;
        if let Some(&&NewExecution { id, ref machine, ref name, started_at }) =
            self.started.iter().find(same)
        {
            let (machine, name, status) = (machine.clone(), name.clone(), Status::Running);
            return Ok(Some(Execution { id, machine, name, status, started_at, ended_at: None }));
        }
        known.named(&new.machine, &new.name)
    }

    fn open(&self, id: ExecutionId, known: &impl Known) -> Result<(), StoreError> {
        let is_open = self.changed(id).map_or_else(|| known.is_open(id), Ok)?;
        if is_open { Ok(()) } else { Err(StoreError::NotOpen(id)) }
    }

    fn changed(&self, id: ExecutionId) -> Option<bool> {
        self.is_open.iter().rev().find(|(changed, _)| *changed == id).map(|(_, is_open)| *is_open)
    }
}

fn within_limit(body: &[u8]) -> Result<(), StoreError> {
    if body.len() > ENTRY_LIMIT { Err(StoreError::TooLarge(body.len())) } else { Ok(()) }
}
