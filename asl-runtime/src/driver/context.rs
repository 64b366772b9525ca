//! The context object, `$$`.
//!
//! Follows [Context object](https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html).

use super::line::{Line, Surroundings};
use super::shared::Shared;
use super::turn::step_context;
use crate::data::timestamp;
use crate::error::Failure;
use crate::json;
use crate::machine::{Datum, StateInfo, StateMachine, StateType, StepContext};
use crate::observer::Observer;
use crate::value::{Object, Str, Value};

/// Calls `f` with what a step of this line may ask for: with the context object if the current
/// state reads it. `item` is as for [`object`].
#[inline(always)]
pub(super) fn with<M: StateMachine, T, O: Observer, R>(
    shared: &Shared<'_, M, T, O>,
    frame: &M::Frame,
    line: &mut Line,
    item: Option<&Value>,
    f: impl FnOnce(&StepContext<'_>) -> R,
) -> R {
    if !shared.machine.state(frame).reads_context {
        return f(&step_context(line));
    }
    let object = object(shared, frame, line, item);
    f(&StepContext { context: Some(&object), now: shared.now(), ..step_context(line) })
}

/// The child of the current state with this index. An iteration of a Map, whose items have a
/// `source`, comes with its `Map.Item` where any state of the machine reads the context object.
#[inline(always)]
pub(super) fn child<M: StateMachine, T, O: Observer>(
    shared: &Shared<'_, M, T, O>,
    parent: &M::Frame,
    line: &mut Line,
    index: u32,
    source: Option<&str>,
) -> Result<(M::Frame, Option<Value>), Failure> {
    let machine = shared.machine;
    let item = source.filter(|_| shared.reads_context()).map(|source| {
        let value = machine.datum(parent, Datum::Item(index)).into_owned();
        self::item(index, value, source)
    });
    let child = with(shared, parent, line, item.as_ref(), |cx| machine.child(parent, index, cx))?;
    Ok((child, item))
}

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
fn item(index: u32, value: Value, source: &str) -> Value {
    json!({ "Index": index, "Value": value, "Source": source })
}
