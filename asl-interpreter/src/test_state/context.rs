//! The context object that the state reads.
//!
//! Follows [Context object](https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html).

use asl_runtime::data::intrinsic::uuid;
use asl_runtime::data::timestamp;
use asl_runtime::machine::{StateInfo, StateType};
use asl_runtime::{Value, json};

use super::{Error, STATE_NAME, Setting};

/// What a field holds.
#[derive(Clone, Copy)]
enum Type {
    String,
    Number,
    Any,
}

/// The fields that a given context object may have. `Map` belongs to iterations.
const FIELDS: [(&str, &[(&str, Type)]); 4] = [
    (
        "Execution",
        &[
            ("Id", Type::String),
            ("Input", Type::Any),
            ("Name", Type::String),
            ("RoleArn", Type::String),
            ("StartTime", Type::String),
            ("RedriveCount", Type::Number),
            ("RedriveTime", Type::String),
        ],
    ),
    (
        "State",
        &[("EnteredTime", Type::String), ("Name", Type::String), ("RetryCount", Type::Number)],
    ),
    ("StateMachine", &[("Id", Type::String), ("Name", Type::String)]),
    ("Task", &[("Token", Type::String)]),
];

/// The context object that a request gives.
///
/// # Errors
/// It has fields that the context object of this state does not have.
pub(super) fn given(text: &str, state: &StateInfo<'_>) -> Result<Value, Error> {
    let context = Value::from_json(text.as_bytes()).ok();
    let Some(object) = context.as_ref().and_then(Value::as_object) else {
        return Err(invalid("it must be a valid JSON object"));
    };
    for (name, value) in object {
        check(name, value)?;
    }
    let has_token = state.task.is_some_and(|task| task.is_submitted());
    if object.contains_key("Task") && !has_token {
        return Err(invalid(
            "Context object contains 'Task' when state is not a Task state with a '.sync' or \
             '.waitForTaskToken' service integration pattern",
        ));
    }
    Ok(context.unwrap_or_default())
}

fn check(name: &str, value: &Value) -> Result<(), Error> {
    if name == "Map" {
        return Err(invalid("'Map' field is not supported when mocking a Context object"));
    }
    let Some((_, fields)) = FIELDS.iter().find(|(known, _)| *known == name) else {
        return Err(not_allowed(name));
    };
    let object = value.as_object();
    let object = object.ok_or_else(|| invalid(&format!("{name} must be an object")))?;
    for (field, value) in object {
        let Some((_, expected)) = fields.iter().find(|(known, _)| *known == field.as_str()) else {
            return Err(not_allowed(field));
        };
        let (fits, expected) = match expected {
            Type::String => (value.as_str().is_some(), "a string"),
            Type::Number => (value.as_number().is_some(), "a number"),
            Type::Any => (true, ""),
        };
        if !fits {
            return Err(invalid(&format!("{name}.{field} must be {expected}")));
        }
    }
    Ok(())
}

fn not_allowed(field: &str) -> Error {
    invalid(&format!("Field '{field}' is not allowed"))
}

fn invalid(detail: &str) -> Error {
    Error::validation(format!("Invalid Context object provided: {detail}"))
}

/// The context object of a state for which none is given: that of an Express execution, in a
/// machine of the state alone.
pub(super) fn made(
    setting: &Setting,
    role_arn: Option<&str>,
    input: &Value,
    state: &StateInfo<'_>,
    retries: u32,
) -> Value {
    let Setting { account, region, .. } = setting;
    let [execution, machine, token] = [0, 1, 2].map(|n: u128| uuid(setting.seed.wrapping_add(n)));
    let name = |name: &Value| name.as_str().unwrap_or_default().to_owned();
    let now = timestamp::to_text(setting.now);
    let arn = format!("arn:aws:states:{region}:{account}");
    let mut context = json!({
        "Execution": {
            "Id": format!("{arn}:express:{}:{}", name(&machine), name(&execution)),
            "Input": input.clone(),
            "Name": execution,
            "RoleArn": role_arn.map_or(Value::Null, Value::from),
            "StartTime": now.clone(),
        },
        "StateMachine": {
            "Id": format!("{arn}:stateMachine:{}", name(&machine)),
            "Name": machine,
        },
        "State": { "Name": STATE_NAME, "EnteredTime": now },
    });
    let has_work =
        matches!(state.state_type, StateType::Task | StateType::Parallel | StateType::Map);
    if let Some(object) = context.as_object_mut() {
        if has_work && let Some(state) = object.get_mut("State").and_then(Value::as_object_mut) {
            state.insert("RetryCount", retries);
        }
        if state.task.is_some_and(|task| task.is_submitted()) {
            object.insert("Task", json!({ "Token": token }));
        }
    }
    context
}
