//! The index of a large object: from a member's name to its position.

use std::hash::{BuildHasher, RandomState};

use hashbrown::HashTable;

use super::{Str, Value};

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
    pub(super) fn of(entries: &[(Str, Value)]) -> Self {
        let mut index = Self::with_capacity(entries.len());
        for (position, (name, _)) in entries.iter().enumerate() {
            index.add(name, position, entries);
        }
        index
    }

    /// Adds the last of the entries, whose name is new.
    pub(super) fn add_last(&mut self, entries: &[(Str, Value)]) {
        if let [before @ .., (name, _)] = entries {
            self.add(name, before.len(), entries);
        }
    }

    fn add(&mut self, name: &str, position: usize, entries: &[(Str, Value)]) {
        let Self { positions, hasher } = self;
        positions.insert_unique(hasher.hash_one(name), position, |&position| {
            hasher.hash_one(name_at(entries, position))
        });
    }

    pub(super) fn find(&self, name: &str, entries: &[(Str, Value)]) -> Option<usize> {
        let is_it = |&position: &usize| name_at(entries, position) == name;
        self.positions.find(self.hasher.hash_one(name), is_it).copied()
    }
}

fn name_at(entries: &[(Str, Value)], position: usize) -> &str {
    entries.get(position).map_or("", |(name, _)| name)
}
