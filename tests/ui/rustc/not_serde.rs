//! Types that serde does not know.

#[derive(Debug)]
pub struct Order;

sfn::sfn! {
    pub machine Typed(order: Order) -> Order from "../definitions/order.asl.json" {
        tasks { lambda "charge" => async fn charge(&Order) -> Order; }
    }
}

fn main() {}
