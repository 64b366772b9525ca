//! The compiled machines and their handlers.
//!
//! The handlers do what those of the flows written by hand do: the untyped ones build their answers
//! with `json!` as those over `serde_json::Value` do, the typed ones are the same code.

use sfn::{TaskContext, TaskError, Value, json, sfn};

use crate::dsl::{DslW1Tasks, DslW3Tasks};
use crate::native::typed;
use crate::w2_dsl::DslW2Tasks;
use crate::w2_typed::{Charge, Order, Shipment, TypedW2Tasks, Validation};

sfn! {
    /// Eight states without a task.
    pub(crate) machine W1 from "../benches/workflows/w1.asl.json";
}

sfn! {
    /// Three tasks with retriers and catchers, and a choice.
    pub(crate) machine W2 from "../benches/workflows/w2.asl.json";
}

sfn! {
    /// A Map over a hundred items, then a Parallel of two.
    pub(crate) machine W3 from "../benches/workflows/w3.asl.json";
}

sfn! {
    /// W1 in JSONata.
    pub(crate) machine JsonataW1 from "../benches/workflows/w1-jsonata.asl.json";
}

sfn! {
    /// W2 in JSONata.
    pub(crate) machine JsonataW2 from "../benches/workflows/w2-jsonata.asl.json";
}

sfn! {
    /// W3 in JSONata.
    pub(crate) machine JsonataW3 from "../benches/workflows/w3-jsonata.asl.json";
}

/// The handlers of all machines.
pub(crate) struct Handlers;

impl W1Tasks for Handlers {}
impl W3Tasks for Handlers {}
impl DslW1Tasks for Handlers {}
impl JsonataW1Tasks for Handlers {}
impl JsonataW3Tasks for Handlers {}

fn text<'a>(input: &'a Value, name: &str) -> &'a str {
    input.get(name).and_then(Value::as_str).expect("a string")
}

fn prefixed(prefix: &str, id: &str) -> String {
    let mut text = String::from(prefix);
    text.push_str(id);
    text
}

/// Serves the machines over values, which have the same tasks.
macro_rules! serve_values {
    ($($tasks:ident),*) => { $(impl $tasks for Handlers {
        async fn validate(&self, _: &TaskContext<'_>, input: &Value) -> Result<Value, TaskError> {
            Ok(json!({"ok": true, "id": (input.get("id").cloned())}))
        }

        async fn charge(&self, _: &TaskContext<'_>, input: &Value) -> Result<Value, TaskError> {
            let amount = input.get("amount").and_then(Value::as_f64).expect("a number");
            if amount < 0.0 {
                return Err(TaskError::new("CardDeclined", "card declined"));
            }
            let reference = prefixed("ch-", text(input, "orderId"));
            let amount = input.get("amount").cloned();
            Ok(json!({"status": "OK", "ref": reference, "raw": {"amount": amount}}))
        }

        async fn ship(&self, _: &TaskContext<'_>, input: &Value) -> Result<Value, TaskError> {
            let tracking = prefixed("t-", text(input, "id"));
            Ok(json!({"tracking": tracking}))
        }
    })* };
}

serve_values!(W2Tasks, JsonataW2Tasks);

/// Serves the machines over structs, by hand and of the DSL, which have the same tasks.
macro_rules! serve_structs {
    ($($tasks:ident),*) => { $(impl $tasks for Handlers {
        async fn validate(&self, _: &TaskContext<'_>, order: &Order) -> Result<Validation, TaskError> {
            Ok(Validation { ok: true, id: order.id.clone() })
        }

        async fn charge(&self, _: &TaskContext<'_>, order: &Order) -> Result<Charge, TaskError> {
            if order.amount < 0 {
                return Err(TaskError::new("CardDeclined", "card declined"));
            }
            Ok(Charge { status: "OK".into(), reference: prefixed("ch-", &order.id) })
        }

        async fn ship(&self, _: &TaskContext<'_>, order: &Order) -> Result<Shipment, TaskError> {
            Ok(Shipment { tracking: prefixed("t-", &order.id) })
        }
    })* };
}

serve_structs!(TypedW2Tasks, DslW2Tasks);

impl DslW3Tasks for Handlers {
    async fn line(&self, _: &TaskContext<'_>, item: &typed::Item) -> typed::Line {
        typed::line_of(item).await
    }

    async fn count(&self, _: &TaskContext<'_>, lines: &[typed::Line]) -> typed::Count {
        typed::count(lines).await
    }

    async fn first(&self, _: &TaskContext<'_>, lines: &[typed::Line]) -> typed::First {
        typed::first(lines).await
    }
}
