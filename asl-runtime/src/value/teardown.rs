//! Dropping a value of any depth without overflowing the stack.
//!
//! A value no deeper than [`MAX_DEPTH`](super::MAX_DEPTH) is dropped member by member, as the
//! compiler has it. One that may be deeper hands its members over to a list first.

use super::Value;

/// A container whose members can be taken out before it is dropped.
pub(super) trait Teardown {
    /// Moves the members to the list, if nobody else holds them and they may be deep.
    fn take_members(&mut self, members: &mut Vec<Value>);
}

/// Drops values that may be nested without bound.
#[cold]
pub(super) fn drop_all(mut pending: Vec<Value>) {
    while let Some(mut value) = pending.pop() {
        match &mut value {
            Value::Array(array) => array.take_members(&mut pending),
            Value::Object(object) => object.take_members(&mut pending),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
}
