//! A handler that is none, wrapped as one.

use sfn::Engine;

sfn::sfn! {
    pub machine Order from "../definitions/order.asl.json";
}

struct Shop;

fn main() {
    let flow = Engine::new().register(Order, OrderHandlers(Shop));
    let _ = flow.run(sfn::Value::Null);
}
