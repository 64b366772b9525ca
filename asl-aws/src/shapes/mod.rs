//! The shapes of what the operations of services answer, and whether a result has them: the check
//! that [TestState] makes of a mocked result.
//!
//! [TestState]: https://docs.aws.amazon.com/step-functions/latest/apireference/API_MockInput.html

mod archive;
mod check;
mod model;
mod name;
mod resource;
#[cfg(test)]
mod tests;

use asl_runtime::Value;

use self::check::Check;
use self::resource::Target;

/// How much of a mocked result is checked: TestState's `fieldValidationMode`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Required fields have to be there, and all fields that are there have to conform.
    #[default]
    Strict,
    /// The fields that are there have to conform.
    Present,
    /// Nothing is checked.
    None,
}

/// What a result has that no answer of the operation can have. Its text is AWS's, less the prefix
/// `Mock result schema validation error: `.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Mismatch {
    /// A field that the operation always answers with.
    #[error("Required field '{0}' is missing")]
    Missing(String),
    /// A field of another type, with the name of the type that was expected.
    #[error("Field '{0}' must be {1}")]
    Type(String, &'static str),
    /// A value that is not one of the field's enumeration.
    #[error("Field '{0}' is not an expected value")]
    Enumeration(String),
    /// A number that is too small.
    #[error("Field '{0}' is less than the minimum value")]
    TooSmall(String),
    /// A number that is too large.
    #[error("Field '{0}' exceeds the maximum value")]
    TooLarge(String),
    /// A string, array or object that is too short.
    #[error("Field '{0}' is smaller than the minimum length")]
    TooShort(String),
    /// A string, array or object that is too long.
    #[error("Field '{0}' exceeds the maximum length")]
    TooLong(String),
}

/// Checks a result against what the operation of a state's `Resource` answers, with fields named
/// as Step Functions names them: in `PascalCase`.
///
/// Fields that the operation does not have are allowed. Nothing is checked where no service's
/// model says what a result has to be: functions, activities, HTTP endpoints, results that come
/// with a task token, jobs whose result is put together of several answers, operations that are not
/// known, and a result that is no object.
///
/// # Errors
///
/// The first mismatch: in an object first the required fields in the order of the model, then the
/// fields in the order of the result.
pub fn check(resource: &str, result: &Value, mode: Mode) -> Result<(), Mismatch> {
    if mode == Mode::None {
        return Ok(());
    }
    let Some(target) = Target::of(resource) else { return Ok(()) };
    let Some(service) = archive::service(&target.service) else { return Ok(()) };
    match (service.output(&target.operation), result) {
        (Some(output), Value::Object(_)) => {
            Check { service, target: &target, mode }.root(output, result)
        }
        _ => Ok(()),
    }
}
