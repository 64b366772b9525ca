//! An order workflow, compiled from `workflows/order_flow.asl.json`.
//!
//! ```text
//! cargo run --release --example order_flow
//! ```
//!
//! What to look at:
//! - the `sfn!` below: a definition, typed input and output, and a typed method for each task;
//! - `shop.rs`: the handlers, which are plain `async fn`s;
//! - the first two tables that are printed: an order whose card is charged at the second attempt
//!   and whose goods have to be waited for, and one whose card is declined, so that its goods are
//!   released again;
//! - the third: the history of the second order, with the events that AWS would record;
//! - the numbers below them: a million orders on one thread, then on all. `measure.rs` says what
//!   is counted.

#![allow(missing_docs, reason = "an example")]

mod measure;
mod shop;

use std::error::Error;
use std::num::NonZero;

use sfn::{Engine, History, Start, TransitionPrinter, sfn};

use crate::shop::{
    ChargeRequest, Line, Order, Payment, Receipt, Reservation, Shipment, Shop, ShopError,
};

sfn! {
    pub machine OrderFlow(order: Order) -> Receipt from "workflows/order_flow.asl.json" {
        substitute { "AWS::Region" = "eu-central-1", "AWS::AccountId" = "123456789012" }
        tasks {
            lambda "validate" => async fn validate(Order) -> Result<u64, ShopError>;
            lambda "reserve"  => async fn reserve(Line) -> Reservation;
            lambda "notify"   => async fn notify(String);
            lambda "charge"   => async fn charge(ChargeRequest) -> Result<Payment, ShopError>;
            lambda "ship"     => async fn ship(Order) -> Result<Shipment, ShopError>;
            lambda "refund"   => async fn refund(Payment);
            lambda "release"  => async fn release(Vec<Reservation>);
        }
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let history = History::new();
    show(order("o-17", "busy", "rare"), &history).await;
    show(order("o-18", "declined", "book"), &history).await;
    if let Some(execution) = history.execution("o-18") {
        println!("{execution}");
    }

    let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
    let mut measurements = vec![measure::run(1).await?];
    if threads > 1 {
        measurements.push(measure::run(threads).await?);
    }
    measure::print(&measurements);
    Ok(())
}

/// Runs one execution, prints its transitions and keeps its history.
async fn show(order: Order, history: &History) {
    let observer = (TransitionPrinter::stdout(), history.clone());
    let flow = Engine::builder().observer(observer).build().register(OrderFlow, Shop);
    let name = order.id.clone();
    match flow.run(Start::new(order).name(name)).await {
        Ok(run) => println!("\n{:#?}\n", run.output),
        Err(error) => println!("\n{error}\n"),
    }
}

fn order(id: &str, card: &str, sku: &str) -> Order {
    Order {
        id: id.to_owned(),
        customer: "c-7".to_owned(),
        card: card.to_owned(),
        lines: vec![line(sku, 2, 1_250), line("pen", 1, 199)],
    }
}

fn line(sku: &str, count: u32, cents: u64) -> Line {
    Line { sku: sku.to_owned(), count, cents }
}
