//! A definition with a mistake, and code that fits the definition without it.

use sfn::{Answer, Engine, TaskContext, TaskError, TaskHandler, Value};

sfn::sfn! {
    pub machine Order from "../definitions/dangling.asl.json" {
        tasks { lambda "charge" => async fn take_money(Value) -> u64; }
    }
}

struct Shop;

impl OrderTasks for Shop {
    async fn take_money(&self, _: &TaskContext<'_>, _: Value) -> u64 {
        0
    }

    async fn approve(
        &self,
        _: &TaskContext<'_>,
        input: &Value,
    ) -> Result<Answer<Value>, TaskError> {
        Ok(Answer::Done(input.clone()))
    }
}

fn show(state: OrderState<'_>) -> &Value {
    match state {
        OrderState::Charge { input } => input,
        OrderState::Approve { input } => input,
        OrderState::Notify { input } => input,
    }
}

fn combine(handler: impl TaskHandler + 'static) {
    let _ = Engine::new().register(Order, OrderHandlers(handler).or(Shop));
}

fn main() {
    let _ = Engine::new().register(Order, Shop);
}
