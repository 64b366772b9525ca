//! Bindings that fit no task of the definition.

sfn::sfn! {
    pub machine Order from "../definitions/order.asl.json" {
        tasks {
            lambda "chrage" => async fn charge(sfn::Value) -> sfn::Value;
            state "Notify Customer" => async fn notify(sfn::Value) -> sfn::Value;
            activity "approve" => async fn approve(sfn::Value) -> sfn::Value;
            resource "arn:aws:states:::sns:publsh" => async fn publish(sfn::Value) -> sfn::Value;
        }
    }
}

fn main() {}
