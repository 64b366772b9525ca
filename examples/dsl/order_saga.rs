//! An order: reserved line by line, reviewed by a person where it is large, charged with retries,
//! shipped while the customer is told, and refunded where it cannot be shipped.

use std::error::Error;

use serde::{Deserialize, Serialize};
use sfn::{Answer, Engine, ErrorName, History, TaskContext, TaskError, TestClock, sfn};

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Order {
    pub(crate) id: String,
    pub(crate) total_cents: u64,
    pub(crate) lines: Vec<Line>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Line {
    pub(crate) sku: String,
    pub(crate) count: u32,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Reservation {
    pub(crate) sku: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Approval {
    pub(crate) granted: bool,
    pub(crate) reason: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Charge {
    pub(crate) reference: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Shipment {
    pub(crate) tracking: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Receipt {
    pub(crate) order: String,
    pub(crate) tracking: String,
}

/// Why a line cannot be reserved.
#[derive(Debug, TaskError)]
pub(crate) enum StockError {
    OutOfStock { sku: String },
}

/// Why a card is not charged.
#[derive(Debug, TaskError)]
pub(crate) enum ChargeError {
    CardDeclined,
    #[task_error("Transient")]
    GatewayBusy,
}

impl std::fmt::Display for StockError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self::OutOfStock { sku } = self;
        write!(f, "there is no {sku} left")
    }
}

impl std::fmt::Display for ChargeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::CardDeclined => "the bank declines the card",
            Self::GatewayBusy => "try again later",
        })
    }
}

impl std::error::Error for StockError {}
impl std::error::Error for ChargeError {}

sfn! {
    /// Charges a customer and ships the order.
    #[timeout(7d)]
    pub(crate) machine OrderFlow(order: Order) -> Receipt {
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
        state Refund(paid: Charge, cause: String) = task refund(&paid) {
            () => Reject("NotShipped", cause),
        }
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

    async fn notify(&self, _: &TaskContext<'_>, order: &Order) {
        println!("order {} is on its way", order.id);
    }

    async fn refund(&self, _: &TaskContext<'_>, paid: &Charge) {
        println!("{} is refunded", paid.reference);
    }
}

fn order(id: &str, total_cents: u64, lines: &[(&str, u32)]) -> Order {
    let lines = lines.iter().map(|(sku, count)| Line { sku: sku.to_string(), count: *count });
    Order { id: id.to_owned(), total_cents, lines: lines.collect() }
}

/// Runs the flow through its ways.
pub(crate) async fn run() -> Result<(), Box<dyn Error>> {
    let history = History::new();
    let clock = TestClock::at("2025-01-01T00:00:00Z")?;
    let engine = Engine::builder().clock(clock).observer(history.clone()).seed(7).build();
    let flow = engine.register(OrderFlow, Shop);

    let run = flow.run(order("o-1", 2_500, &[("book", 1), ("lamp", 2)])).await?;
    println!("o-1: {:?}", run.output);
    if let Some(execution) = history.executions().first() {
        println!("{execution}");
    }

    for order in [
        order("o-2", 2_500, &[]),
        order("o-3", 2_500, &[("book", 100)]),
        order("o-4", 0, &[("book", 1)]),
        order("o-5", 9_000_000, &[("yacht", 1)]),
        order("o-6", 2_000_000, &[("piano", 1)]),
    ] {
        let id = order.id.clone();
        match flow.run(order).await {
            Ok(run) => println!("{id}: {:?}", run.output),
            Err(failed) => println!("{id}: {}: {}", failed.error(), failed.cause()),
        }
    }

    // An input that is no order does not come in.
    let misfit = flow.run_json(br#"{ "id": "o-7", "total_cents": 5, "lines": [{}] }"#).await;
    if let Err(failed) = misfit {
        println!("o-7: {}: {}", failed.error(), failed.cause());
    }
    Ok(())
}
