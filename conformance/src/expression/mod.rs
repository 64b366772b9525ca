//! Expressions of JSONata: what they give, and what they should.

mod case;
mod compare;
mod evaluate;
#[cfg(feature = "oracle")]
mod oracle;

pub use case::{ExpressionCase, read_suite};
pub use compare::judge;
pub use evaluate::{Evaluate, Outcome, compile_case, evaluate, interpret_case, run_expression};
#[cfg(feature = "oracle")]
pub use oracle::{agrees, ask_oracle};
