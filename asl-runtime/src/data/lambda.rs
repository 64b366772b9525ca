//! The envelope of `lambda:invoke`: what stands around a function's payload.
//!
//! See [Invoke an AWS Lambda function with Step Functions](https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html).

use crate::error::Failure;
use crate::json;
use crate::value::{Object, Value};

/// What the function is called with: the request's `Payload`, else an empty object.
///
/// ```
/// use asl_runtime::{data::lambda, json};
///
/// let request = json!({ "FunctionName": "charge", "Payload": { "id": "o-1" } });
/// assert_eq!(*lambda::payload(&request), json!({ "id": "o-1" }));
/// ```
pub fn payload(request: &Value) -> &Value {
    static NONE: std::sync::LazyLock<Value> =
        std::sync::LazyLock::new(|| Value::Object(Object::new()));
    request.get("Payload").unwrap_or(&NONE)
}

/// The response of a call that the function answered with `payload`.
///
/// It has the members that AWS's has and that mean something here: no HTTP metadata.
///
/// ```
/// use asl_runtime::{data::lambda, json};
///
/// let response = lambda::envelope(json!({ "paid": true }));
/// assert_eq!(response.get("Payload"), Some(&json!({ "paid": true })));
/// ```
pub fn envelope(payload: Value) -> Value {
    json!({ "ExecutedVersion": "$LATEST", "Payload": payload, "StatusCode": 200 })
}

/// A response with its payload projected. One without a payload, or that is no object, counts as
/// one with null, and stays as it is.
///
/// # Errors
/// Those of `project`.
pub fn project(
    mut response: Value,
    project: impl FnOnce(Value) -> Result<Value, Failure>,
) -> Result<Value, Failure> {
    let payload = response.get("Payload").cloned();
    let has_payload = payload.is_some();
    let projected = project(payload.unwrap_or_default())?;
    if has_payload && let Value::Object(members) = &mut response {
        members.insert("Payload", projected);
    }
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_payload_alone_is_projected() {
        let text = |payload: Value| Ok(json!(payload.to_string()));
        let response = json!({ "StatusCode": 201, "Payload": [1], "More": true });
        let projected = json!({ "StatusCode": 201, "Payload": "[1]", "More": true });
        assert_eq!(project(response, text).unwrap().to_string(), projected.to_string());
        for without in [json!({ "StatusCode": 201 }), json!(7)] {
            assert_eq!(project(without.clone(), text), Ok(without.clone()));
            assert!(project(without, |_| Err(Failure::timeout())).is_err());
        }
    }
}
