//! The context object, `$$`.
//!
//! Follows [Context object](https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html).

use super::line::{Line, Surroundings};
use super::shared::Shared;
use crate::data::timestamp;
use crate::json;
use crate::machine::{StateInfo, StateMachine, StateType};
use crate::observer::Observer;
use crate::value::{Object, Str, Value};

/// The context object as the current state of a line sees it; `item` is that of an iteration of
/// the state itself, if it is a Map.
#[cold]
pub(super) fn object<M: StateMachine, T, O: Observer>(
    shared: &Shared<'_, M, T, O>,
    frame: &M::Frame,
    line: &mut Line,
    item: Option<&Value>,
) -> Value {
    let state = shared.machine.state(frame);
    let attempt = line.attempt;
    let surroundings = line.surroundings.get_or_insert_with(Box::default);
    let mut object = shared.info.context();
    object.insert(Str::from_static("State"), self::state(shared, state, surroundings, attempt));
    if has_token(state) {
        let callbacks = shared.info.callbacks();
        let registration = surroundings.registration.get_or_insert_with(|| callbacks.register());
        let token = registration.token();
        object.insert(Str::from_static("Task"), json!({ "Token": token.as_str() }));
    }
    if let Some(item) = item.or(surroundings.item.as_ref()) {
        object.insert(Str::from_static("Map"), json!({ "Item": item.clone() }));
    }
    Value::Object(object)
}

fn state<M: StateMachine, T, O: Observer>(
    shared: &Shared<'_, M, T, O>,
    state: &StateInfo<'_>,
    surroundings: &mut Surroundings,
    attempt: u32,
) -> Value {
    let clock = &shared.info.services().clock;
    let entered_at = *surroundings.entered_at.get_or_insert_with(|| clock.now());
    let mut object = Object::new();
    object.insert(Str::from_static("Name"), state.name);
    object.insert(Str::from_static("EnteredTime"), timestamp::to_text(entered_at));
    if matches!(state.state_type, StateType::Task | StateType::Parallel | StateType::Map) {
        object.insert(Str::from_static("RetryCount"), i64::from(attempt) - 1);
    }
    Value::Object(object)
}

fn has_token(state: &StateInfo<'_>) -> bool {
    state.task.is_some_and(|task| task.is_submitted())
}

/// `Map.Item` of an iteration.
pub(super) fn item(index: u32, value: Value, source: &str) -> Value {
    json!({ "Index": index, "Value": value, "Source": source })
}
