//! Places for typed data in a frame.

use crate::error::Failure;

/// A place in a frame for a value that lives in some of the states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot<T>(Option<T>);

/// An argument with which a state is entered.
#[derive(Debug)]
pub enum Given<T> {
    /// A new value.
    New(T),
    /// The one that the slot holds already: it stays where it is.
    Kept,
}

impl<T> Slot<T> {
    /// A slot with nothing in it.
    pub const fn empty() -> Self {
        Self(None)
    }

    /// Puts a value in.
    #[inline]
    pub fn put(&mut self, value: T) {
        self.0 = Some(value);
    }

    /// Puts an argument in, unless it is there.
    #[inline(always)]
    pub fn give(&mut self, given: Given<T>) {
        if let Given::New(value) = given {
            self.put(value);
        }
    }

    /// Empties the slot.
    #[inline]
    pub fn clear(&mut self) {
        self.0 = None;
    }

    /// The value, which leaves the slot.
    ///
    /// # Errors
    /// The slot is empty: an internal error of the execution.
    #[inline]
    pub fn take(&mut self) -> Result<T, Failure> {
        self.0.take().ok_or_else(empty_slot)
    }

    /// The value.
    ///
    /// # Errors
    /// The slot is empty: an internal error of the execution.
    #[inline]
    pub fn get(&self) -> Result<&T, Failure> {
        self.0.as_ref().ok_or_else(empty_slot)
    }

    /// The value, to be changed.
    ///
    /// # Errors
    /// The slot is empty: an internal error of the execution.
    #[inline]
    pub fn get_mut(&mut self) -> Result<&mut T, Failure> {
        self.0.as_mut().ok_or_else(empty_slot)
    }

    /// Says that the value stays for the next state.
    ///
    /// # Errors
    /// The slot is empty: an internal error of the execution.
    #[inline(always)]
    pub fn keep(&self) -> Result<Given<T>, Failure> {
        if self.0.is_some() { Ok(Given::Kept) } else { Err(empty_slot()) }
    }

    /// What was in it.
    #[inline]
    pub fn into_value(self) -> Option<T> {
        self.0
    }

    /// The place of the value, if there is one.
    #[inline]
    pub fn value_mut(&mut self) -> Option<&mut T> {
        self.0.as_mut()
    }

    /// The value, if there is one.
    #[inline]
    pub fn value(&self) -> Option<&T> {
        self.0.as_ref()
    }
}

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self::empty()
    }
}

#[cold]
fn empty_slot() -> Failure {
    Failure::engine("States.Runtime", "internal error: the state's data is not there")
}
