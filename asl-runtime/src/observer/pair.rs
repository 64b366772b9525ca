//! Two observers in one.

use super::{Observation, Observer};
use crate::engine::ExecutionInfo;

/// Both are told, the first one first. Pairs of pairs make more of them.
///
/// ```
/// use asl_runtime::{Engine, History, TransitionPrinter};
///
/// let history = History::new();
/// let observers = (history.clone(), TransitionPrinter::stdout());
/// let engine = Engine::builder().observer(observers).build();
/// ```
impl<A: Observer, B: Observer> Observer for (A, B) {
    type Execution = (A::Execution, B::Execution);
    const ENABLED: bool = A::ENABLED || B::ENABLED;

    fn begin(&self, execution: &ExecutionInfo<'_>) -> Self::Execution {
        (self.0.begin(execution), self.1.begin(execution))
    }

    fn observe(&self, execution: &mut Self::Execution, observation: &Observation<'_>) {
        self.0.observe(&mut execution.0, observation);
        self.1.observe(&mut execution.1, observation);
    }
}
