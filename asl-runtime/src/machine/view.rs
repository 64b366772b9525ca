//! A running machine as an enum.

use super::StateMachine;

/// A machine whose frame can be looked at: an enum with a variant for each state, which borrows the
/// data of the state.
///
/// `sfn!` makes it for the machines it makes. In an observer,
/// [`Observation::state_of`](crate::observer::Observation::state_of) has it for what is running.
pub trait View: StateMachine {
    /// The enum: `OrderFlowState` of a machine `OrderFlow`.
    type State<'a>;

    /// The state that a frame is in, with its data; none where data of the state is not there any
    /// more, or the frame is a part of another machine, which has a view of its own.
    fn view<'a>(&self, frame: &'a Self::Frame) -> Option<Self::State<'a>>;
}
