//! What is committed.

use crate::execution::{ExecutionId, Status};

/// The most bytes of an [`Entry`]: far more than a turn of an execution can make, far less than
/// what would hold up everybody else's commits.
pub(crate) const ENTRY_LIMIT: usize = 64 << 20;

/// Changes that become durable together, or not at all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Commit {
    pub(crate) changes: Vec<Change>,
}

/// One of the changes of a commit.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Change {
    /// An execution starts.
    Start(NewExecution),
    /// The journal of an open execution gets an entry.
    Append(ExecutionId, Entry),
    /// An open execution ends.
    End {
        /// Which one.
        id: ExecutionId,
        /// How: anything but `Running`.
        status: Status,
        /// When, in milliseconds since 1970.
        at: i64,
    },
    /// An execution that has ended goes on.
    Reopen(ExecutionId),
    /// A document is written, over one with its key if there is one.
    Put(Document),
    /// A document is removed, if there is one with this key.
    Remove {
        /// What kind of document.
        kind: String,
        /// Its key.
        key: String,
    },
}

/// An execution that is about to start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewExecution {
    /// An id of [`Store::next_id`](crate::Store::next_id).
    pub id: ExecutionId,
    /// The name of its machine.
    pub machine: String,
    /// Its name, which no execution of the machine has had since the retention began.
    pub name: String,
    /// When it starts, in milliseconds since 1970.
    pub started_at: i64,
}

/// An entry of an execution's journal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// Id of the first history event in it, or of the next one if it has none.
    pub first_event: u64,
    /// How many it has.
    pub events: u32,
    /// Whether the execution can go on from here without the entries before this one.
    pub is_base: bool,
    /// What it says.
    pub body: Vec<u8>,
}

impl Entry {
    /// Whether one of the history events in it has an id of this range.
    pub(crate) fn overlaps(&self, events: &std::ops::Range<u64>) -> bool {
        let end = self.first_event.saturating_add(u64::from(self.events));
        self.first_event < events.end && events.start < end
    }
}

/// Something that is neither an execution nor of one: a definition, an activity, an alias.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What kind of document it is.
    pub kind: String,
    /// What tells it from others of its kind.
    pub key: String,
    /// What it says.
    pub body: Vec<u8>,
}

impl Commit {
    /// A commit without a change.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// With one more change.
    #[must_use]
    pub fn with(mut self, change: Change) -> Self {
        self.changes.push(change);
        self
    }

    /// And an execution starts.
    #[must_use]
    pub fn start(self, execution: NewExecution) -> Self {
        self.with(Change::Start(execution))
    }

    /// And the journal of an open execution gets an entry.
    #[must_use]
    pub fn append(self, id: ExecutionId, entry: Entry) -> Self {
        self.with(Change::Append(id, entry))
    }

    /// And an open execution ends, at a time in milliseconds since 1970.
    #[must_use]
    pub fn end(self, id: ExecutionId, status: Status, at: i64) -> Self {
        self.with(Change::End { id, status, at })
    }

    /// And an execution that has ended goes on: a redrive.
    #[must_use]
    pub fn reopen(self, id: ExecutionId) -> Self {
        self.with(Change::Reopen(id))
    }

    /// And a document is written.
    #[must_use]
    pub fn put(self, document: Document) -> Self {
        self.with(Change::Put(document))
    }

    /// And a document is removed.
    #[must_use]
    pub fn remove(self, kind: impl Into<String>, key: impl Into<String>) -> Self {
        self.with(Change::Remove { kind: kind.into(), key: key.into() })
    }

    /// The bytes of its entries and documents.
    #[cfg_attr(not(feature = "sqlite"), allow(dead_code, reason = "only files group commits"))]
    pub(crate) fn size(&self) -> usize {
        let bytes = |change: &Change| match change {
            Change::Append(_, entry) => entry.body.len(),
            Change::Put(document) => document.body.len(),
            _ => 0,
        };
        self.changes.iter().map(bytes).sum()
    }
}
