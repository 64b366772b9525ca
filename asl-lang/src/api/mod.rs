//! What AWS's API tells of a definition: the answers of [ValidateStateMachineDefinition], why
//! CreateStateMachine refuses one, and the `variableReferences` of DescribeStateMachine.
//!
//! [ValidateStateMachineDefinition]: https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinition.html

mod constraint;
mod jackson;
mod validate;
mod variable_references;

pub use constraint::ValidationException;
pub use validate::{Finding, Outcome, Request, Validation, refusal, refused_input, validate};
pub use variable_references::variable_references;
