//! An error that has no name in ASL.

#[derive(Debug)]
pub struct Declined;

sfn::sfn! {
    pub machine Order from "../definitions/order.asl.json" {
        tasks { lambda "charge" => async fn charge() -> Result<u8, Declined>; }
    }
}

fn main() {}
