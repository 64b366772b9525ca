//! Something is registered that serves no tasks.

use sfn::Engine;

sfn::sfn! {
    pub machine Order from "../definitions/order.asl.json";
}

struct Shop;

fn main() {
    let _ = Engine::new().register(Order, Shop);
}
