//! The index of a large object: from a member's name to its position.

use std::hash::{BuildHasher, RandomState};

use hashbrown::HashTable;

use super::member::Member;

/// Positions of an object's entries by name. The names stay with the entries.
#[derive(Debug, Clone)]
pub(super) struct Index {
    positions: HashTable<usize>,
    /// Keyed at random, so that no input can make all names collide.
    hasher: RandomState,
}

impl Index {
    pub(super) fn with_capacity(capacity: usize) -> Self {
        Self { positions: HashTable::with_capacity(capacity), hasher: RandomState::new() }
    }

    /// The index of entries with distinct names.
    pub(super) fn of(entries: &[Member]) -> Self {
        let mut index = Self::with_capacity(entries.len());
        for (position, entry) in entries.iter().enumerate() {
            index.add(&entry.name, position, entries);
        }
        index
    }

    /// Adds the last of the entries, whose name is new.
    pub(super) fn add_last(&mut self, entries: &[Member]) {
        if let [before @ .., last] = entries {
            self.add(&last.name, before.len(), entries);
        }
    }

    fn add(&mut self, name: &str, position: usize, entries: &[Member]) {
        let Self { positions, hasher } = self;
        positions.insert_unique(hasher.hash_one(name), position, |&position| {
            hasher.hash_one(name_at(entries, position))
        });
    }

    pub(super) fn find(&self, name: &str, entries: &[Member]) -> Option<usize> {
        let is_it = |&position: &usize| name_at(entries, position) == name;
        self.positions.find(self.hasher.hash_one(name), is_it).copied()
    }
}

fn name_at(entries: &[Member], position: usize) -> &str {
    entries.get(position).map_or("", |entry| &entry.name)
}
