//! The machines do what their definitions say.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::future::Future;

use sfn::{Dispatch, Engine, TaskContext, TaskError, Value, json};

use crate::w1::{W1, W1Tasks};
use crate::w2::{W2, W2Tasks};
use crate::w2_dsl::{DslW2, DslW2Tasks};
use crate::w2_typed::{Charge, Order, Receipt, Shipment, TypedW2, TypedW2Tasks, Validation};

/// Serves all of them.
struct Shop;

impl W1Tasks for Shop {}

impl W2Tasks for Shop {
    async fn validate(&self, _: &TaskContext<'_>, order: &Value) -> Result<Value, TaskError> {
        Ok(json!({ "ok": true, "id": (order.get("id").cloned()) }))
    }

    async fn charge(&self, _: &TaskContext<'_>, request: &Value) -> Result<Value, TaskError> {
        let id = request.get("orderId").and_then(Value::as_str).unwrap_or_default();
        let amount = request.get("amount").cloned().unwrap_or_default();
        if amount.as_i64() < Some(0) {
            return Err(TaskError::new("CardDeclined", "card declined"));
        }
        Ok(json!({ "status": "OK", "ref": (format!("ch-{id}")), "raw": { "amount": amount } }))
    }

    async fn ship(&self, _: &TaskContext<'_>, order: &Value) -> Result<Value, TaskError> {
        let id = order.get("id").and_then(Value::as_str).unwrap_or_default();
        Ok(json!({ "tracking": (format!("t-{id}")) }))
    }
}

/// Serves the machine by hand and that of the DSL, which have the same tasks.
macro_rules! serve {
    ($($tasks:ident),*) => { $(impl $tasks for Shop {
    async fn validate(&self, _: &TaskContext<'_>, order: &Order) -> Result<Validation, TaskError> {
        Ok(Validation { ok: true, id: order.id.clone() })
    }

    async fn charge(&self, _: &TaskContext<'_>, order: &Order) -> Result<Charge, TaskError> {
        if order.amount < 0 {
            return Err(TaskError::new("CardDeclined", "card declined"));
        }
        Ok(Charge { status: "OK".into(), reference: format!("ch-{}", order.id) })
    }

    async fn ship(&self, _: &TaskContext<'_>, order: &Order) -> Result<Shipment, TaskError> {
        Ok(Shipment { tracking: format!("t-{}", order.id) })
    }
    })* };
}

serve!(TypedW2Tasks, DslW2Tasks);

fn block_on<F: Future>(future: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    runtime.unwrap().block_on(future)
}

/// Input and expected output of a workflow.
fn data(name: &str) -> (Value, Value) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../benches/workflows");
    let read = |what| std::fs::read(format!("{folder}/{name}.{what}.json")).unwrap();
    (Value::from_json(&read("input")).unwrap(), Value::from_json(&read("expected")).unwrap())
}

#[test]
fn w1() {
    let (input, expected) = data("w1");
    let flow = Engine::new().register(W1, Shop);
    assert_eq!(block_on(flow.run(input)).unwrap().output, expected);
}

#[test]
fn w2() {
    let flow = Engine::new().register(W2, Shop);
    for name in ["w2", "w2c"] {
        let (input, expected) = data(name);
        assert_eq!(block_on(flow.run(input)).unwrap().output, expected, "{name}");
    }
}

#[test]
fn w2_typed() {
    w2_over_structs(TypedW2);
    w2_over_structs(DslW2);
}

fn w2_over_structs<M: Dispatch<Shop, Input = Order, Output = Receipt>>(machine: M) {
    let flow = Engine::new().register(machine, Shop);
    for (name, amount) in [("w2", 250), ("w2c", -1)] {
        let (input, _) = data(name);
        let order: Order = sfn::value::from_value(input).unwrap();
        assert_eq!(order.amount, amount, "{name}");
        let receipt = block_on(flow.run(order.clone())).unwrap().output;
        match (amount, receipt) {
            (250, Receipt::Done { charge, shipment, .. }) => {
                assert_eq!(charge.reference, format!("ch-{}", order.id));
                assert_eq!(shipment.unwrap().tracking, format!("t-{}", order.id));
            }
            (_, Receipt::Refused { id, refused, error }) => {
                assert_eq!((id, refused, error), (order.id, true, "CardDeclined".to_owned()));
            }
            other => panic!("{other:?}"),
        }
    }
}
