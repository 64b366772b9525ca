//! The envelope of `lambda:invoke`: what stands around a function's payload.
//!
//! See [Invoke an AWS Lambda function with Step Functions](https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html).

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
