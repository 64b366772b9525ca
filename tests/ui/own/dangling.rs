//! A definition with a mistake, and code that uses the machine: one message, not twenty.

use sfn::{Engine, Value};

sfn::sfn! {
    pub machine Order from "../definitions/dangling.asl.json";
}

struct Shop;

impl OrderTasks for Shop {}

fn main() {
    let flow = Engine::new().register(Order, Shop);
    let _ = flow.run(Value::Null);
    let _ = Engine::new().register(Order, OrderHandlers(Shop));
}
