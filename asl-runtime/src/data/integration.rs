//! What Step Functions itself asks of the parameters of an integration, before it calls the
//! service.
//!
//! See [Call API Gateway](https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html).

use crate::error::Failure;
use crate::value::Value;

/// Checks the parameters of `apigateway:invoke`: `Headers` has lists of strings.
///
/// # Errors
/// `States.Runtime`, as AWS words it: the task is not started.
///
/// ```
/// use asl_runtime::{data::integration, json};
///
/// let parameters = json!({ "Method": "GET", "Headers": { "accept": ["text/plain"] } });
/// assert!(integration::check_apigateway(&parameters).is_ok());
/// assert!(integration::check_apigateway(&json!({ "Headers": { "accept": "*" } })).is_err());
/// ```
pub fn check_apigateway(parameters: &Value) -> Result<(), Failure> {
    let is_list = |value: &Value| {
        value.as_array().is_some_and(|items| items.iter().all(|item| item.as_str().is_some()))
    };
    let headers = parameters.get("Headers");
    let fit = headers.is_none_or(|headers| match headers {
        Value::Object(headers) => headers.values().all(is_list),
        _ => false,
    });
    if fit { Ok(()) } else { Err(refused(parameters, "Headers")) }
}

#[cold]
fn refused(parameters: &Value, field: &str) -> Failure {
    Failure::runtime(format!(
        "The Parameters '{parameters}' could not be used to start the Task: [The value of the \
         field '{field}' has an invalid format]"
    ))
}
