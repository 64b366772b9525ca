//! A type that is not there.

sfn::sfn! {
    pub machine Order(order: Odrer) from "../definitions/order.asl.json" {
        tasks { lambda "charge" => async fn charge(Charge); }
    }
}

fn main() {}
