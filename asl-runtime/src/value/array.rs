//! The arrays of state data.

use std::fmt;
use std::ops::Deref;

use triomphe::Arc;

use super::Value;
use super::measure::{Bounds, Measure};
use super::teardown::{self, Teardown};

/// An array that is shared by its clones and copied, one level deep, when a shared one changes.
///
/// It dereferences to a slice for all that reads.
///
/// # Examples
/// ```
/// use asl_runtime::value::{Array, Value};
///
/// let mut lines = Array::from([Value::from(1), Value::from(2)]);
/// let before = lines.clone();
/// lines.push(3);
/// assert_eq!((before.len(), lines.len()), (2, 3));
/// ```
#[derive(Clone)]
pub struct Array(Arc<Inner>);

pub(super) struct Inner {
    items: Vec<Value>,
    measure: Measure,
}

impl Array {
    /// An empty array.
    #[must_use]
    pub fn new() -> Self {
        Self::with_capacity(0)
    }

    /// An empty array with room for so many items.
    #[must_use]
    pub fn with_capacity(capacity: usize) -> Self {
        Self(Arc::new(Inner { items: Vec::with_capacity(capacity), measure: Measure::empty() }))
    }

    /// The items.
    #[inline]
    #[must_use]
    pub fn as_slice(&self) -> &[Value] {
        &self.0.items
    }

    /// Adds an item at the end.
    #[inline]
    pub fn push(&mut self, item: impl Into<Value>) {
        let item = item.into();
        let inner = self.unshare(1);
        inner.measure.add(0, item.bounds());
        inner.items.push(item);
    }

    /// The item at an index, for change.
    ///
    /// To put a new item there, [`replace`](Self::replace) is faster.
    pub fn get_mut(&mut self, index: usize) -> Option<&mut Value> {
        if index >= self.len() {
            return None;
        }
        let inner = self.unshare(0);
        inner.measure.forget();
        inner.items.get_mut(index)
    }

    /// Puts an item in the place of another, which it gives back; none if there is none.
    pub fn replace(&mut self, index: usize, item: impl Into<Value>) -> Option<Value> {
        let item = item.into();
        self.update(index, |old| std::mem::replace(old, item))
    }

    /// Lets an item be changed; none if there is none.
    pub(crate) fn update<R>(
        &mut self,
        index: usize,
        change: impl FnOnce(&mut Value) -> R,
    ) -> Option<R> {
        if index >= self.len() {
            return None;
        }
        let inner = self.unshare(0);
        let item = inner.items.get_mut(index)?;
        let old = item.floor();
        let result = change(item);
        inner.measure.replace(old, item.bounds());
        Some(result)
    }

    /// The items, moved out if nobody else holds the array.
    #[must_use]
    pub fn into_vec(mut self) -> Vec<Value> {
        match Arc::get_mut(&mut self.0) {
            Some(inner) => inner.take(),
            None => self.as_slice().to_vec(),
        }
    }

    /// The content for change, copied first if it is shared, with room for more items.
    #[inline]
    fn unshare(&mut self, room: usize) -> &mut Inner {
        if !Arc::is_unique(&self.0) {
            self.0 = Arc::new(self.0.copy(room));
        }
        Arc::make_mut(&mut self.0)
    }

    /// Whether both are one: clones that nobody has changed.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    #[inline]
    pub(super) fn bounds(&self, levels: usize) -> Bounds {
        self.0.measure.bounds(levels, self.iter().map(|item| (0, item)))
    }

    pub(super) fn exact(&self, levels: usize) -> Option<Bounds> {
        self.0.measure.exact(levels, self.iter().map(|item| (0, item)))
    }
}

impl Inner {
    #[cold]
    fn copy(&self, room: usize) -> Self {
        let mut items = Vec::with_capacity(self.items.len() + room);
        items.extend_from_slice(&self.items);
        Self { items, measure: self.measure.clone() }
    }

    fn take(&mut self) -> Vec<Value> {
        self.measure = Measure::empty();
        std::mem::take(&mut self.items)
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
            teardown::drop_all(self.take());
        }
    }
}

impl Teardown for Array {
    fn take_members(&mut self, members: &mut Vec<Value>) {
        if let Some(inner) = Arc::get_mut(&mut self.0)
            && inner.measure.may_be_deep()
        {
            members.append(&mut inner.take());
        }
    }
}

impl Default for Array {
    fn default() -> Self {
        Self::new()
    }
}

impl Deref for Array {
    type Target = [Value];

    #[inline]
    fn deref(&self) -> &[Value] {
        self.as_slice()
    }
}

impl From<Vec<Value>> for Array {
    fn from(items: Vec<Value>) -> Self {
        let mut measure = Measure::empty();
        for item in &items {
            measure.add(0, item.bounds());
        }
        Self(Arc::new(Inner { items, measure }))
    }
}

impl<const N: usize> From<[Value; N]> for Array {
    fn from(items: [Value; N]) -> Self {
        Self::from(Vec::from(items))
    }
}

impl<V: Into<Value>> FromIterator<V> for Array {
    fn from_iter<I: IntoIterator<Item = V>>(items: I) -> Self {
        Self::from(items.into_iter().map(Into::into).collect::<Vec<Value>>())
    }
}

impl<V: Into<Value>> Extend<V> for Array {
    fn extend<I: IntoIterator<Item = V>>(&mut self, items: I) {
        let items = items.into_iter();
        let inner = self.unshare(items.size_hint().0);
        for item in items {
            let item = item.into();
            inner.measure.add(0, item.bounds());
            inner.items.push(item);
        }
    }
}

impl<'a> IntoIterator for &'a Array {
    type Item = &'a Value;
    type IntoIter = std::slice::Iter<'a, Value>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Array {
    type Item = Value;
    type IntoIter = std::vec::IntoIter<Value>;

    fn into_iter(self) -> Self::IntoIter {
        self.into_vec().into_iter()
    }
}

impl fmt::Debug for Array {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Value::Array(self.clone()), f)
    }
}
