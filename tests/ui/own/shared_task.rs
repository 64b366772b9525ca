//! Two bindings for one task.

sfn::sfn! {
    pub machine Order from "../definitions/shared.asl.json" {
        tasks {
            state "First" => async fn first(sfn::Value) -> sfn::Value;
            state "Second" => async fn second(sfn::Value) -> sfn::Value;
            lambda "charge" => async fn charge(sfn::Value) -> sfn::Value;
        }
    }
}

fn main() {}
