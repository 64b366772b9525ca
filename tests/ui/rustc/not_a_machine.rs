//! Something is registered that is no machine.

struct Order;

fn main() {
    let _ = sfn::Engine::new().register(Order, ());
}
