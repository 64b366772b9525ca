//! Executions recorded on AWS, run again: does an engine give what AWS gave?
//!
//! A [`Case`] says what AWS did. [`run`] puts an engine through it, with [`Replay`] in the place
//! of the tasks and a virtual clock, and gives the first [difference](Verdict::Failed).

mod case;
mod compare;
mod history;
mod refused;
mod replay;
mod run;
mod shard;

pub use case::{Case, MachineType, Outcome, Refusal, TaskRecord};
pub use compare::{Difference, Masks};
pub use refused::{compile, refusal};
pub use replay::{Complaints, RecordedStorage, Replay};
pub use run::{Compared, Verdict, interpret, run};
pub use shard::{ShardCase, run_shard};
