//! A task without a handler.

use sfn::{TaskContext, TaskError, Value};

sfn::sfn! {
    pub machine Order from "../definitions/order.asl.json";
}

struct Shop;

impl OrderTasks for Shop {
    async fn charge(&self, _: &TaskContext<'_>, input: &Value) -> Result<Value, TaskError> {
        Ok(input.clone())
    }
}

fn main() {}
