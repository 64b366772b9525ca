//! A handler whose types are not those of its binding.

use sfn::TaskContext;

sfn::sfn! {
    pub machine Order from "../definitions/order.asl.json" {
        tasks {
            lambda "charge" => async fn charge(&String) -> u64;
            state "Notify" => async fn notify() -> bool;
        }
    }
}

struct Shop;

impl OrderTasks for Shop {
    async fn charge(&self, _: &TaskContext<'_>, name: &String) -> String {
        name.clone()
    }

    async fn notify(&self, _: &TaskContext<'_>, more: u8) -> bool {
        more > 0
    }
}

fn main() {}
