//! Does an engine give what AWS gave, and do the engines give the same?
//!
//! A [`Case`] says what AWS did. [`run`] puts an engine through it, with [`Replay`] in the place
//! of the tasks and a virtual clock, and gives the first [difference](Verdict::Failed).
//!
//! A [`Trial`] is a machine nobody wrote, with inputs and what its tasks answer. [`observe`] puts
//! an engine through it and tells all that can be seen of the executions, to be compared with what
//! can be seen of the other engine.
//!
//! An [`ExpressionCase`] is an expression of JSONata with what it should give.
//!
//! All are [`Job`]s: compiled machines and expressions do them in programs of
//! their own, which call
//! [`run_shard`].

mod case;
mod compare;
mod expression;
mod history;
mod logged;
mod outcome;
mod refused;
mod replay;
mod run;
mod shard;
mod trial;
mod verdict;

pub use case::{Case, LoggingConfiguration, MachineType, Outcome, Refusal, TaskRecord};
pub use compare::{Difference, Masks};
pub use expression::{
    Evaluate, ExpressionCase, Outcome as ExpressionOutcome, compile_case, evaluate, interpret_case,
    judge, read_suite, run_expression,
};
#[cfg(feature = "oracle")]
pub use expression::{agrees, ask_oracle};
pub use refused::{compile, refusal, taken_by_aws};
pub use replay::{Complaints, RecordedStorage, Replay};
pub use run::{Compared, Replayed, Restored, interpret, interpret_restored, run, run_restored};
pub use shard::{Job, ShardJob, Subject, run_shard};
pub use trial::{Execution, Observed, Reply, Script, Trial, interpret_trial, observe};
pub use verdict::{Verdict, Verdicts};
