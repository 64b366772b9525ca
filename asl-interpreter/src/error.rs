//! What is wrong with a machine that cannot be interpreted.

/// The parts of a machine do not fit together: a state, scope, task or variable is named that it
/// does not have. None that `asl_lang` makes is like that.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the machine has no {kind} with index {index}")]
pub struct InvalidMachine {
    kind: &'static str,
    index: u32,
}

impl InvalidMachine {
    pub(crate) fn new(kind: &'static str, index: u32) -> Self {
        Self { kind, index }
    }
}
