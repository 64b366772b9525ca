//! Borrowed types where data has to be owned: one message each.

use sfn::{Engine, TaskContext};

sfn::sfn! {
    machine Text(order: &str) -> &'static str from "../definitions/order.asl.json";
    machine Slice(order: &[u64]) -> [u64] from "../definitions/order.asl.json";
    machine Inside(order: Option<&str>) -> std::borrow::Cow<'_, str> from "../definitions/order.asl.json";
    machine NoData(order: impl Send) -> *const u8 from "../definitions/order.asl.json";
    machine Tasks from "../definitions/order.asl.json" {
        tasks {
            lambda "charge" => async fn charge(&str) -> &str;
            state "Notify" => async fn notify(&[u64]) -> u64;
        }
    }
}

struct Shop;

impl TasksTasks for Shop {
    async fn charge(&self, _: &TaskContext<'_>, input: &String) -> String {
        input.clone()
    }

    async fn notify(&self, _: &TaskContext<'_>, _: &Vec<u64>) -> u64 {
        0
    }
}

fn main() {
    let _ = Engine::new().register(Tasks, Shop);
}
