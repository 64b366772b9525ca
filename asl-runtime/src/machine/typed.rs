//! What machines over plain structs need beside slots.

use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

use crate::data::timestamp::Timestamp;
use crate::error::Failure;
use crate::jsonata::field;
use crate::value::Str;

/// Data of a state that its branches or iterations read while they run.
///
/// The state has it back when they have ended.
#[derive(Debug)]
pub struct Shared<T>(triomphe::Arc<T>);

impl<T> Shared<T> {
    /// Data that is to be shared.
    pub fn new(data: T) -> Self {
        Self(triomphe::Arc::new(data))
    }

    /// The data, which nobody else has any more.
    ///
    /// # Errors
    /// A child still has it: an internal error of the execution.
    pub fn into_inner(self) -> Result<T, Failure> {
        triomphe::Arc::try_unwrap(self.0).map_err(|_| {
            Failure::engine("States.Runtime", "internal error: a child has not been dropped")
        })
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(triomphe::Arc::clone(&self.0))
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// How many items a Map has.
///
/// # Errors
/// More than there can be children.
pub fn item_count<T>(items: &[T]) -> Result<u32, Failure> {
    u32::try_from(items.len()).map_err(|_| Failure::runtime("The Map has too many items."))
}

/// The item of a Map with this index.
///
/// # Errors
/// There is none: an internal error of the execution.
pub fn item<T>(items: &[T], index: u32) -> Result<&T, Failure> {
    let item = usize::try_from(index).ok().and_then(|index| items.get(index));
    item.ok_or_else(|| Failure::engine("States.Runtime", "internal error: there is no such item"))
}

/// The outputs of the iterations of a Map.
#[derive(Debug)]
pub struct Outputs<T>(Vec<Option<T>>);

impl<T> Outputs<T> {
    /// Room for so many.
    pub fn new(count: u32) -> Self {
        Self((0..count).map(|_| None).collect())
    }

    /// Takes the output of the iteration with this index.
    pub fn put(&mut self, index: u32, output: Option<T>) {
        let place = usize::try_from(index).ok().and_then(|index| self.0.get_mut(index));
        if let Some(place) = place {
            *place = output;
        }
    }

    /// The outputs of all iterations, which have ended.
    ///
    /// # Errors
    /// One is missing: an internal error of the execution.
    pub fn finish(self) -> Result<Vec<T>, Failure> {
        self.0.into_iter().collect::<Option<_>>().ok_or_else(|| {
            Failure::engine("States.Runtime", "internal error: an iteration has no output")
        })
    }

    /// Those that there are.
    pub fn iter(&self) -> impl Iterator<Item = Option<&T>> {
        self.0.iter().map(Option::as_ref)
    }
}

/// The name of an error, as `Retry`, `Catch` and Fail states know it.
///
/// ```
/// use asl_runtime::ErrorName;
///
/// let error = ErrorName::from("CardDeclined");
/// assert_eq!(error, "CardDeclined");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ErrorName(Str);

impl ErrorName {
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ErrorName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for ErrorName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Deref for ErrorName {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for ErrorName {
    fn from(name: &str) -> Self {
        Self(name.into())
    }
}

impl From<String> for ErrorName {
    fn from(name: String) -> Self {
        Self(name.into())
    }
}

impl From<ErrorName> for Str {
    fn from(name: ErrorName) -> Self {
        name.0
    }
}

impl From<ErrorName> for String {
    fn from(name: ErrorName) -> Self {
        name.0.into()
    }
}

impl PartialEq<str> for ErrorName {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for ErrorName {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl Serialize for ErrorName {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ErrorName {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

/// An error that a state of the typed DSL caught: `catch "CardDeclined" as e => Next(e.cause)`. A task
/// that is tried, `Fetch = try task fetch(url)`, gives a `Result` with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Caught {
    /// Its name; empty for a Fail state without one.
    pub error: ErrorName,
    /// What there is to say of it; empty if there is nothing.
    pub cause: String,
}

impl From<Failure> for Caught {
    /// Inlined, so that the compiler leaves the text out that nobody reads.
    #[inline]
    fn from(failure: Failure) -> Self {
        let (error, cause) = failure.into_parts();
        let cause = cause.as_deref().unwrap_or_default().to_owned();
        Self { error: ErrorName(error.unwrap_or_default()), cause }
    }
}

/// What a Wait of the typed DSL may wait until: a time, or its text in the profile of RFC 3339 that
/// ASL has.
#[diagnostic::on_unimplemented(
    message = "a state cannot wait until a `{Self}`",
    note = "it can wait until a `jiff::Timestamp`, or a string like `2016-03-14T01:59:00Z`"
)]
pub trait WakeTime {
    /// The time.
    ///
    /// # Errors
    /// The text is no timestamp.
    fn wake_time(&self) -> Result<Timestamp, Failure>;
}

impl WakeTime for jiff::Timestamp {
    fn wake_time(&self) -> Result<Timestamp, Failure> {
        Ok(Timestamp::from(*self))
    }
}

impl WakeTime for str {
    fn wake_time(&self) -> Result<Timestamp, Failure> {
        // As of the field in the definition that the machine exports.
        field::time(self, "Timestamp")
    }
}

impl WakeTime for String {
    fn wake_time(&self) -> Result<Timestamp, Failure> {
        self.as_str().wake_time()
    }
}

impl<T: WakeTime + ?Sized> WakeTime for &T {
    fn wake_time(&self) -> Result<Timestamp, Failure> {
        (**self).wake_time()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_data_comes_back_when_nobody_else_has_it() {
        let shared = Shared::new(vec![1]);
        let child = shared.clone();
        assert_eq!(child.len(), 1);
        drop(child);
        assert_eq!(shared.into_inner(), Ok(vec![1]));
        let shared = Shared::new(());
        let child = shared.clone();
        assert!(shared.into_inner().is_err());
        drop(child);
    }

    #[test]
    fn outputs_come_in_any_order() {
        let mut outputs = Outputs::new(2);
        outputs.put(1, Some('b'));
        outputs.put(7, Some('x'));
        assert!(outputs.iter().eq([None, Some(&'b')]));
        outputs.put(0, Some('a'));
        assert_eq!(outputs.finish(), Ok(vec!['a', 'b']));
        assert!(Outputs::<()>::new(1).finish().is_err());
    }

    #[test]
    fn a_time_is_read_or_refused() {
        let time: jiff::Timestamp = "2016-03-14T12:00:00.5Z".parse().unwrap();
        assert_eq!(time.wake_time(), "2016-03-14T12:00:00.5Z".wake_time());
        assert!("tomorrow".wake_time().is_err());
    }
}
