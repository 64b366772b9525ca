//! The data of an execution.

use std::num::NonZeroU32;

use asl_runtime::machine::{Children, Retrier, Retry, StepContext, next_retry};
use asl_runtime::{Failure, Value};

use crate::recorder::Recorder;
use crate::scope::Surroundings;

/// A running execution, or a branch or iteration of one: its current state and the data that is
/// still needed.
#[derive(Debug)]
pub struct Frame {
    /// Index of the state.
    pub(crate) state: usize,
    /// The raw input of the state; after the last state, the output.
    pub(crate) document: Value,
    /// The arguments of the state's work while it goes on, then its result.
    pub(crate) work: Value,
    pub(crate) credentials: Value,
    pub(crate) retries: Retries,
    /// One place for each variable of the machine. Those of inner scopes are empty outside.
    pub(crate) variables: Vec<Option<Value>>,
    /// What the state before this one has assigned when it was left.
    pub(crate) assigned: Option<AssignId>,
    /// What a Parallel or Map keeps while it runs.
    pub(crate) children: Children,
    /// Keeps what the current state computes, if somebody wants to know.
    pub(crate) recorder: Option<Box<Recorder>>,
}

/// Which `Assign` of the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct AssignId(pub(crate) NonZeroU32);

/// How often each retrier of the current state has been used in this visit. Made when the first
/// of them is.
#[derive(Debug, Default)]
pub(crate) struct Retries(Vec<u32>);

impl Retries {
    /// Each of so many retriers has been used so often.
    pub(crate) fn used(retriers: usize, count: u32) -> Self {
        Self(vec![count; retriers])
    }

    /// Counters that a checkpoint had.
    pub(crate) fn restored(used: Vec<u32>) -> Self {
        Self(used)
    }

    /// The counters, if any has been used.
    pub(crate) fn used_so_far(&self) -> &[u32] {
        &self.0
    }

    /// Forgets the last visit: the machine enters another state.
    #[inline]
    pub(crate) fn reset(&mut self) {
        self.0.clear();
    }

    /// The retry that `retriers` grant for `failure`, counted as used.
    #[cold]
    pub(crate) fn next(&mut self, retriers: &[Retrier<'_>], failure: &Failure) -> Option<Retry> {
        self.0.resize(retriers.len(), 0);
        next_retry(&mut self.0, retriers, failure)
    }
}

impl Frame {
    /// A frame of a machine with so many variables, before its first state.
    pub(crate) fn new(variables: usize) -> Self {
        Self {
            state: 0,
            document: Value::Null,
            work: Value::Null,
            credentials: Value::Null,
            retries: Retries::default(),
            variables: vec![None; variables],
            assigned: None,
            children: Children::default(),
            recorder: None,
        }
    }

    /// A branch or iteration that sees these variables, in its first state.
    pub(crate) fn child(start: usize, input: Value, variables: Vec<Option<Value>>) -> Self {
        let mut child = Self { variables, ..Self::new(0) };
        child.enter(start, input);
        child
    }

    /// What the flows of the current state see beside their registers.
    #[inline]
    pub(crate) fn surroundings<'s>(&'s self, cx: &'s StepContext<'s>) -> Surroundings<'s> {
        Surroundings { variables: &self.variables, cx, recorder: self.recorder.as_deref() }
    }

    /// Puts the frame into a state.
    #[inline]
    pub(crate) fn enter(&mut self, state: usize, input: Value) {
        self.document = input;
        self.state = state;
        self.retries.reset();
        self.children.clear();
    }
}
