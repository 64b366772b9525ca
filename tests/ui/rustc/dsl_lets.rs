//! What rustc says of the `let`s of a machine.

use serde::{Deserialize, Serialize};
use sfn::sfn;

#[derive(Serialize, Deserialize)]
struct Order {
    id: String,
    limit: u64,
}

sfn! {
    machine OrderFlow(order: Order) -> String {
        // Not the type.
        let limit: u32 = order.limit;
        // Moves out of the input.
        let id: String = order.id;
        start => Check(order);

        state Check(order: Order) = choice {
            *limit == order.limit => Done(id),
            _                     => Later(order),
        }
        // Moves what others read.
        state Later(order: Order) = pass => Done(id);
        state Done(text: String) = succeed text;
    }
}

fn main() {}
