//! What rustc says of a machine in the DSL, at the caller's tokens.

use serde::{Deserialize, Serialize};
use sfn::{Engine, ErrorName, TaskContext, TaskError, sfn};

#[derive(Serialize, Deserialize)]
struct Order {
    id: String,
    cents: u64,
}

#[derive(Serialize, Deserialize)]
struct Payment {
    reference: String,
}

#[derive(Debug, TaskError)]
enum ChargeError {
    CardDeclined,
}

impl std::fmt::Display for ChargeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("declined")
    }
}

impl std::error::Error for ChargeError {}

struct Unnamed;

impl From<Unnamed> for TaskError {
    fn from(_: Unnamed) -> Self {
        TaskError::new("Unnamed", "")
    }
}

sfn! {
    machine OrderFlow(order: Order) -> String {
        tasks {
            async fn charge(order: &Order) -> Result<Payment, ChargeError>;
            async fn ship(order: &Order) -> Result<Payment, Unnamed>;
        }
        start => Check(order);

        // Not a `bool`.
        state Check(order: Order) = choice {
            order.cents => Done(order.id),
            _           => Charge(order),
        }
        // Not the type of the parameter; an error that the task cannot raise.
        state Charge(order: Order) = task charge(&order) {
            paid                 => Ship(paid, order),
            catch "CardDeclned" => Reject("CardDeclined"),
        }
        // An argument of the task; a name where none is known; what a parameter moves twice.
        state Ship(order: Order, paid: Payment) = task ship(&paid) {
            _             => Twice(order, order),
            catch "Other" => Reject(42),
        }
        state Twice(order: Order, other: Order) = pass => Done(order.reference);
        // Not the type of the output.
        state Done(id: String) = succeed id.len();
        state Reject(error: ErrorName) = fail(error);
    }
}

struct Shop;

impl OrderFlowTasks for Shop {
    async fn charge(&self, _: &TaskContext<'_>, _: &Order) -> Result<Payment, ChargeError> {
        Err(ChargeError::CardDeclined)
    }
}

fn main() {
    Engine::new().register(OrderFlow, Shop);
}
