//! A definition with a mistake, and handlers that fit the definition without it.

use sfn::{Engine, TaskContext, TaskError, Value};

sfn::sfn! {
    pub machine Order from "../definitions/dangling.asl.json";
}

struct Shop;

impl OrderTasks for Shop {
    async fn charge(&self, _: &TaskContext<'_>, input: &Value) -> Result<Value, TaskError> {
        Ok(input.clone())
    }
}

fn main() {
    let _ = Engine::new().register(Order, Shop);
}
