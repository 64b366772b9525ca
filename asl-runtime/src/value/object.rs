//! The objects of state data.

use std::fmt;

use triomphe::Arc;

use super::index::Index;
use super::measure::{Bounds, Measure, key_bound, key_exact, key_floor};
use super::member::{Key, Member, Prefix};
use super::teardown::{self, Teardown};
use super::{Str, Value};

/// An object that keeps the order of its members, is shared by its clones, and is copied, one
/// level deep, when a shared one changes.
///
/// A member that is set again keeps its place. Two objects are equal if they have equal members,
/// whatever their order. A small object is searched from the front, a large one by an index.
///
/// # Examples
/// ```
/// use asl_runtime::value::{Object, Value};
///
/// let mut order = Object::from_iter([("id", Value::from("o-1")), ("cents", Value::from(1200))]);
/// order.insert("id", "o-2");
/// assert_eq!(order.get("id"), Some(&Value::from("o-2")));
/// assert_eq!(order.keys().collect::<Vec<_>>(), ["id", "cents"]);
/// ```
#[derive(Clone)]
pub struct Object(Arc<Inner>);

pub(super) struct Inner {
    entries: Vec<Member>,
    /// Present from more than [`LINEAR`] entries on.
    index: Option<Box<Index>>,
    measure: Measure,
}

/// Up to this many members, looking at each is as fast as hashing the name.
const LINEAR: usize = 32;

/// Room that a copy has for members, if it is made to add one.
const ROOM: usize = 4;

impl Object {
    /// An empty object.
    #[must_use]
    pub fn new() -> Self {
        Self::with_capacity(0)
    }

    /// An empty object with room for so many members.
    #[must_use]
    pub fn with_capacity(capacity: usize) -> Self {
        Self(Arc::new(Inner::with_capacity(capacity)))
    }

    /// An object of these members; of two with one name, the later one's value in the place of the
    /// earlier one.
    #[must_use]
    pub fn from_members<const N: usize>(members: [Member; N]) -> Self {
        let repeats = |(index, member): (usize, &Member)| {
            members.iter().take(index).any(|earlier| earlier.is_like(member))
        };
        if N > LINEAR || members.iter().enumerate().any(repeats) {
            return members.into_iter().map(|member| (member.name, member.value)).collect();
        }
        Self::from_distinct(members)
    }

    /// An object of members whose names are known to differ, without comparing them.
    ///
    /// Of two members with one name, the first would be found and both be printed.
    #[must_use]
    pub fn from_distinct(members: impl Into<Vec<Member>>) -> Self {
        Self::from_entries(members.into())
    }

    fn from_entries(entries: Vec<Member>) -> Self {
        let mut bounds = Bounds::EMPTY;
        for member in &entries {
            bounds = bounds.with_member(key_bound(&member.name), member.value.bounds());
        }
        let index = (entries.len() > LINEAR).then(|| Box::new(Index::of(&entries)));
        Self(Arc::new(Inner { entries, index, measure: Measure::of(bounds) }))
    }

    /// Number of members.
    #[inline]
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.entries.len()
    }

    /// Whether there is no member.
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.entries.is_empty()
    }

    /// The member of a name.
    #[inline]
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.find(Key::new(name))
    }

    /// The member of a name that has been made ready.
    #[inline]
    #[must_use]
    pub fn find(&self, key: Key<'_>) -> Option<&Value> {
        // Who knows the key at build time gets one of the two calls, with arguments in registers.
        if key.is_short() {
            self.find_short(key.prefix(), key.name())
        } else {
            self.find_long(key.prefix(), key.name())
        }
    }

    #[inline(never)]
    fn find_short(&self, prefix: Prefix, name: &str) -> Option<&Value> {
        if self.0.index.is_some() {
            return self.find_long(prefix, name);
        }
        for entry in &self.0.entries {
            if entry.prefix() == prefix {
                return Some(&entry.value);
            }
        }
        None
    }

    #[inline(never)]
    fn find_long(&self, prefix: Prefix, name: &str) -> Option<&Value> {
        let key = Key::of(prefix, name);
        match &self.0.index {
            None => self.0.entries.iter().find(|entry| entry.is(key)),
            Some(index) => self.0.entries.get(index.find(name, &self.0.entries)?),
        }
        .map(|entry| &entry.value)
    }

    /// Whether there is a member of a name.
    #[inline]
    #[must_use]
    pub fn contains_key(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The member of a name, for change.
    ///
    /// To put a new value there, [`insert`](Self::insert) is faster.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        let position = self.0.position(Key::new(name))?;
        let inner = self.unshare(0);
        inner.measure.forget();
        inner.entries.get_mut(position).map(|entry| &mut entry.value)
    }

    /// Sets a member, in its old place or at the end, and gives back what was there.
    #[inline]
    pub fn insert(&mut self, name: impl Into<Str>, value: impl Into<Value>) -> Option<Value> {
        let (name, value) = (name.into(), value.into());
        let inner = self.unshare(1);
        let position = inner.position(Key::new(&name));
        inner.set(position, value, |value| Member::named(name, value))
    }

    /// Sets the member of a key, in its old place or at the end, and gives back what was there.
    #[inline]
    pub fn set(&mut self, key: Key<'static>, value: Value) -> Option<Value> {
        self.set_by(key, value, Member::new)
    }

    /// [`set`](Self::set), where `member` makes the new member.
    #[inline]
    pub(crate) fn set_by<'k>(
        &mut self,
        key: Key<'k>,
        value: Value,
        member: impl FnOnce(Key<'k>, Value) -> Member,
    ) -> Option<Value> {
        let inner = self.unshare(1);
        let position = inner.position(key);
        inner.set(position, value, |value| member(key, value))
    }

    /// Sets all members of another one.
    pub(crate) fn merge(&mut self, other: &Self) {
        if other.is_empty() {
            return;
        }
        let inner = self.unshare(other.len());
        for entry in other.entries() {
            let position = inner.position(Key::of(entry.prefix(), &entry.name));
            inner.set(position, entry.value.clone(), |value| entry.with(value));
        }
    }

    /// Removes a member; those behind it move up.
    ///
    /// Takes time in proportion to the size of the object.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        let position = self.0.position(Key::new(name))?;
        Some(self.unshare(0).remove(position))
    }

    /// Lets the member of a name be changed; none if there is none.
    pub(crate) fn update<R>(
        &mut self,
        key: Key<'_>,
        change: impl FnOnce(&mut Value) -> R,
    ) -> Option<R> {
        let position = self.0.position(key)?;
        let inner = self.unshare(0);
        let entry = inner.entries.get_mut(position)?;
        let old = entry.value.floor();
        let result = change(&mut entry.value);
        inner.measure.replace(old, entry.value.bounds());
        Some(result)
    }

    /// The members in order.
    #[inline]
    pub fn iter(&self) -> Iter<'_> {
        Iter(self.0.entries.iter())
    }

    /// The names in order.
    pub fn keys(&self) -> impl ExactSizeIterator<Item = &Str> {
        self.0.entries.iter().map(|entry| &entry.name)
    }

    /// The values in order.
    pub fn values(&self) -> impl ExactSizeIterator<Item = &Value> {
        self.0.entries.iter().map(|entry| &entry.value)
    }

    #[inline]
    pub(super) fn entries(&self) -> &[Member] {
        &self.0.entries
    }

    fn into_entries(mut self) -> Vec<Member> {
        match Arc::get_mut(&mut self.0) {
            Some(inner) => inner.take(),
            None => self.entries().to_vec(),
        }
    }

    /// The content for change, copied first if it is shared, with room for more members.
    #[inline]
    fn unshare(&mut self, room: usize) -> &mut Inner {
        if !Arc::is_unique(&self.0) {
            self.0 = Arc::new(self.0.copy(room));
        }
        Arc::make_mut(&mut self.0)
    }

    /// What tells it from other objects that live at the same time, its clones excepted.
    pub(crate) fn address(&self) -> usize {
        Arc::as_ptr(&self.0).addr()
    }

    /// Whether both are one: clones that nobody has changed.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    #[inline]
    pub(super) fn bounds(&self, levels: usize) -> Bounds {
        let members = self.entries().iter().map(|entry| (key_bound(&entry.name), &entry.value));
        self.0.measure.bounds(levels, members)
    }

    pub(super) fn exact(&self, levels: usize) -> Option<Bounds> {
        let members = self.entries().iter().map(|entry| (key_exact(&entry.name), &entry.value));
        self.0.measure.exact(levels, members)
    }
}

impl Inner {
    fn with_capacity(capacity: usize) -> Self {
        let index = (capacity > LINEAR).then(|| Box::new(Index::with_capacity(capacity)));
        Self { entries: Vec::with_capacity(capacity), index, measure: Measure::empty() }
    }

    #[inline]
    fn position(&self, key: Key<'_>) -> Option<usize> {
        match &self.index {
            None => self.entries.iter().position(|entry| entry.is(key)),
            Some(index) => index.find(key.name(), &self.entries),
        }
    }

    /// Puts a value in the place of another, or in a new entry at the end.
    #[inline]
    fn set(
        &mut self,
        position: Option<usize>,
        value: Value,
        entry: impl FnOnce(Value) -> Member,
    ) -> Option<Value> {
        let bounds = value.bounds();
        if let Some(old) = position.and_then(|position| self.entries.get_mut(position)) {
            self.measure.replace(old.value.floor(), bounds);
            return Some(std::mem::replace(&mut old.value, value));
        }
        let entry = entry(value);
        self.measure.add(key_bound(&entry.name), bounds);
        self.entries.push(entry);
        if self.index.is_some() || self.entries.len() > LINEAR {
            self.index_last();
        }
        None
    }

    /// Puts the last entry into the index, which may not be there yet.
    #[cold]
    fn index_last(&mut self) {
        match &mut self.index {
            Some(index) => index.add_last(&self.entries),
            None => self.index = Some(Box::new(Index::of(&self.entries))),
        }
    }

    fn insert(&mut self, name: Str, value: Value) {
        let position = self.position(Key::new(&name));
        self.set(position, value, |value| Member::named(name, value));
    }

    fn remove(&mut self, position: usize) -> Value {
        let Member { name, value, .. } = self.entries.remove(position);
        self.measure.remove(key_floor(&name), value.floor());
        if self.index.is_some() {
            self.index = (self.entries.len() > LINEAR).then(|| Box::new(Index::of(&self.entries)));
        }
        value
    }

    #[cold]
    fn copy(&self, room: usize) -> Self {
        // Who adds one member to a copy adds more: states put their results into one document.
        let room = if room > 0 { room.max(ROOM) } else { 0 };
        let mut entries = Vec::with_capacity(self.entries.len() + room);
        entries.extend_from_slice(&self.entries);
        Self { entries, index: self.index.clone(), measure: self.measure.clone() }
    }

    fn take(&mut self) -> Vec<Member> {
        self.measure = Measure::empty();
        self.index = None;
        std::mem::take(&mut self.entries)
    }
}

impl Clone for Inner {
    fn clone(&self) -> Self {
        self.copy(0)
    }
}

impl Drop for Inner {
    #[inline]
    fn drop(&mut self) {
        if self.measure.may_be_deep() {
            teardown::drop_all(self.take().into_iter().map(|entry| entry.value).collect());
        }
    }
}

impl Teardown for Object {
    fn take_members(&mut self, members: &mut Vec<Value>) {
        if let Some(inner) = Arc::get_mut(&mut self.0)
            && inner.measure.may_be_deep()
        {
            members.extend(inner.take().into_iter().map(|entry| entry.value));
        }
    }
}

impl Default for Object {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: Into<Str>, V: Into<Value>> FromIterator<(K, V)> for Object {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(members: I) -> Self {
        let members = members.into_iter();
        let mut inner = Inner::with_capacity(members.size_hint().0);
        for (name, value) in members {
            inner.insert(name.into(), value.into());
        }
        Self(Arc::new(inner))
    }
}

impl<K: Into<Str>, V: Into<Value>> Extend<(K, V)> for Object {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, members: I) {
        let members = members.into_iter();
        let inner = self.unshare(members.size_hint().0);
        for (name, value) in members {
            inner.insert(name.into(), value.into());
        }
    }
}

/// The members of an [`Object`] in order.
#[derive(Clone)]
pub struct Iter<'a>(std::slice::Iter<'a, Member>);

impl<'a> Iterator for Iter<'a> {
    type Item = (&'a Str, &'a Value);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|entry| (&entry.name, &entry.value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl ExactSizeIterator for Iter<'_> {}

impl<'a> IntoIterator for &'a Object {
    type Item = (&'a Str, &'a Value);
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Object {
    type Item = (Str, Value);
    type IntoIter = IntoIter;

    fn into_iter(self) -> IntoIter {
        IntoIter(self.into_entries().into_iter())
    }
}

/// The members of an [`Object`] in order, moved out of it.
pub struct IntoIter(std::vec::IntoIter<Member>);

impl Iterator for IntoIter {
    type Item = (Str, Value);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|entry| (entry.name, entry.value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl ExactSizeIterator for IntoIter {}

impl fmt::Debug for IntoIter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IntoIter").finish_non_exhaustive()
    }
}

impl fmt::Debug for Iter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.clone()).finish()
    }
}

impl fmt::Debug for Object {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Value::Object(self.clone()), f)
    }
}
