//! A handler without a task.

use sfn::{TaskContext, Value};

sfn::sfn! {
    pub machine Order from "../definitions/order.asl.json" {
        tasks {
            lambda "charge" => async fn charge(Value);
            state "Notify" => async fn notify(Value);
        }
    }
}

struct Shop;

impl OrderTasks for Shop {
    async fn charge(&self, _: &TaskContext<'_>, _: Value) {}
    async fn notify(&self, _: &TaskContext<'_>, _: Value) {}
    async fn ship(&self, _: &TaskContext<'_>, _: Value) {}
}

fn main() {}
