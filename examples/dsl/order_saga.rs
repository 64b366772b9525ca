//! An order: reserved line by line, reviewed by a person where it is large, charged with retries,
//! shipped while the customer is told, and refunded where it cannot be shipped.

use std::error::Error;

use serde::{Deserialize, Serialize};
use sfn::{Answer, ErrorName, TaskContext, TaskError, sfn};

use crate::stage::Stage;

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Order {
    id: String,
    total_cents: u64,
    lines: Vec<Line>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Line {
    sku: String,
    count: u32,
}

#[derive(Debug, Serialize, Deserialize)]
struct Reservation {
    sku: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct Approval {
    granted: bool,
    reason: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct Charge {
    reference: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct Shipment {
    tracking: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct Receipt {
    order: String,
    tracking: String,
}

/// Why a line cannot be reserved.
#[derive(Debug, thiserror::Error, TaskError)]
enum StockError {
    #[error("there is no {sku} left")]
    OutOfStock { sku: String },
}

/// Why a card is not charged.
#[derive(Debug, thiserror::Error, TaskError)]
enum ChargeError {
    #[error("the bank declines the card")]
    CardDeclined,
    #[error("try again later")]
    #[task_error("Transient")]
    GatewayBusy,
}

sfn! {
    /// Charges a customer and ships the order.
    #[timeout(7d)]
    machine OrderFlow(order: Order) -> Receipt {
        tasks {
            async fn reserve(line: &Line) -> Result<Reservation, StockError>;
            async fn charge(order: &Order) -> Result<Charge, ChargeError>;
            /// Asks a person, who answers by token.
            async fn approve(order: &Order) -> Approval;
            async fn ship(order: &Order, paid: &Charge) -> Result<Shipment, TaskError>;
            async fn notify(order: &Order);
            async fn refund(paid: &Charge);
        }
        start => Check(order);

        state Check(order: Order) = choice {
            order.lines.is_empty()        => Reject("EmptyOrder", "nothing to charge"),
            order.total_cents > 1_000_000 => Review(order),
            _                             => Reserve(order),
        }
        #[concurrency(10)]
        state Reserve(order: Order) = map line in &order.lines { ReserveLine = task reserve(line) } {
            _                       => Charge(order),
            catch "OutOfStock" as e => Reject(e.error, e.cause),
        }
        #[timeout(3d)] #[heartbeat(12h)]
        state Review(order: Order) = task callback approve(&order) {
            approval               => Reviewed(order, approval),
            catch "States.Timeout" => Reject("NotReviewed", "nobody answered in three days"),
        }
        state Reviewed(order: Order, approval: Approval) = choice {
            approval.granted => Reserve(order),
            _                => Reject("Refused", approval.reason),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3,
                backoff = 2.0, max_delay = 20s, jitter = full)]
        state Charge(order: Order) = task charge(&order) {
            paid                      => Fulfil(order, paid),
            catch "CardDeclined" as e => CoolDown(e.cause),
        }
        state CoolDown(cause: String) = wait 15m => Reject("CardDeclined", cause);
        state Fulfil(order: Order, paid: Charge) = parallel {
            Ship   = task ship(&order, &paid),
            Notify = task notify(&order),
        } {
            (shipment, ()) => Done(Receipt { order: order.id, tracking: shipment.tracking }),
            catch _ as e   => Refund(paid, e.cause),
        }
        state Refund(paid: Charge, cause: String) = task refund(&paid) => Reject("NotShipped", cause);
        state Done(receipt: Receipt) = succeed receipt;
        state Reject(error: ErrorName, cause: String) = fail(error, cause);
    }
}

struct Shop;

impl OrderFlowTasks for Shop {
    async fn reserve(&self, _: &TaskContext<'_>, line: &Line) -> Result<Reservation, StockError> {
        match line.count {
            0..100 => Ok(Reservation { sku: line.sku.clone() }),
            _ => Err(StockError::OutOfStock { sku: line.sku.clone() }),
        }
    }

    async fn charge(&self, cx: &TaskContext<'_>, order: &Order) -> Result<Charge, ChargeError> {
        match order.total_cents {
            0 => Err(ChargeError::CardDeclined),
            _ if cx.attempt() == 1 => Err(ChargeError::GatewayBusy),
            _ => Ok(Charge { reference: format!("ch-{}", order.id) }),
        }
    }

    async fn approve(
        &self,
        _: &TaskContext<'_>,
        order: &Order,
    ) -> Result<Answer<Approval>, TaskError> {
        let granted = order.total_cents < 5_000_000;
        Ok(Answer::Done(Approval { granted, reason: "too much at once".to_owned() }))
    }

    async fn ship(
        &self,
        _: &TaskContext<'_>,
        order: &Order,
        paid: &Charge,
    ) -> Result<Shipment, TaskError> {
        if order.lines.iter().any(|line| line.sku == "piano") {
            return Err(TaskError::new("TooHeavy", "nobody carries a piano"));
        }
        Ok(Shipment { tracking: format!("t-{}", paid.reference) })
    }

    async fn notify(&self, _: &TaskContext<'_>, _: &Order) {}

    async fn refund(&self, _: &TaskContext<'_>, _: &Charge) {}
}

fn order(id: &str, total_cents: u64, lines: &[(&str, u32)]) -> Order {
    let lines = lines.iter().map(|(sku, count)| Line { sku: sku.to_string(), count: *count });
    Order { id: id.to_owned(), total_cents, lines: lines.collect() }
}

pub(crate) async fn run() -> Result<(), Box<dyn Error>> {
    let stage = Stage::new("Order saga: reserved, reviewed, charged, shipped or refunded")?;
    let flow = stage.engine().register(OrderFlow, Shop);

    let small = order("o-1", 2_500, &[("book", 1), ("lamp", 2)]);
    let receipt = stage.play("an order of two lines", &flow, small).await?;
    assert_eq!(receipt.tracking, "t-ch-o-1");
    let large = order("o-2", 2_000_000, &[("harp", 1)]);
    stage.play("a large one, which is reviewed", &flow, large).await?;
    for (title, order, error) in [
        ("nothing", order("o-3", 2_500, &[]), "EmptyOrder"),
        ("more than there is", order("o-4", 2_500, &[("book", 100)]), "OutOfStock"),
        ("a card that is declined", order("o-5", 0, &[("book", 1)]), "CardDeclined"),
        ("too much at once", order("o-6", 9_000_000, &[("yacht", 1)]), "Refused"),
        ("what nobody carries", order("o-7", 2_000_000, &[("piano", 1)]), "NotShipped"),
    ] {
        let failed = stage.play(title, &flow, order).await;
        assert!(failed.is_err_and(|failed| failed.error() == error), "{title}");
    }

    // An input that is no order does not come in.
    let misfit = flow.run_json(br#"{ "id": "o-8", "total_cents": 5, "lines": [{}] }"#).await;
    if let Err(failed) = misfit {
        println!("  {}", failed.cause());
    }
    Ok(())
}
