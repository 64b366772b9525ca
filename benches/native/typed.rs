//! Over plain structs.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Error, error, with_retry};
use crate::w2_typed::{Charge, Order, Receipt, Shipment, Validation};

/// The input of W1.
#[derive(Clone, Serialize, Deserialize)]
pub struct Sale {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) amount: i64,
    pub(crate) vip: bool,
    #[serde(rename = "note")]
    _note: String,
}

/// The output of W1.
#[derive(Serialize, Deserialize)]
pub struct Summary {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) grand: i64,
    pub(crate) tags: [String; 2],
}

/// Eight states without a task.
pub async fn w1(input: Sale) -> Result<Summary, Error> {
    let (tax, threshold) = (25, 100);
    if input.kind == "refund" {
        return Err(error("Refund", "refund"));
    } else if input.vip && input.amount < 100 {
        return Err(error("Gift", "gift"));
    } else if input.amount <= 200 {
        return Err(error("Reject", "reject"));
    }
    let total = input.amount;
    if total >= 1000 || total < threshold {
        return Err(error("Reject", "reject"));
    }
    let label = format!("order {} total {}", input.id, total);
    Ok(Summary { id: input.id, label, grand: total + tax, tags: [input.kind, "web".to_string()] })
}

/// The handlers of W2.
pub struct Handlers;

/// What `charge` is asked.
struct ChargeRequest<'a> {
    order_id: &'a str,
    amount: i64,
}

impl Handlers {
    async fn validate(&self, order: &Order) -> Result<Validation, Error> {
        Ok(Validation { ok: true, id: order.id.clone() })
    }

    async fn charge(&self, request: &ChargeRequest<'_>) -> Result<Charge, Error> {
        if request.amount < 0 {
            return Err(error("CardDeclined", "card declined"));
        }
        let mut reference = String::from("ch-");
        reference.push_str(request.order_id);
        Ok(Charge { status: "OK".into(), reference })
    }

    async fn ship(&self, order: &Order) -> Result<Shipment, Error> {
        let mut tracking = String::from("t-");
        tracking.push_str(&order.id);
        Ok(Shipment { tracking })
    }
}

fn refused(order: Order, error: Error) -> Receipt {
    Receipt::Refused { id: order.id, refused: true, error: error.0 }
}

/// Three tasks with retries and catchers, and a choice.
pub async fn w2(handlers: &Handlers, order: Order) -> Result<Receipt, Error> {
    let validation = match with_retry!(handlers.validate(&order)) {
        Ok(validation) => validation,
        Err(error) => return Ok(refused(order, error)),
    };
    let request = ChargeRequest { order_id: &order.id, amount: order.amount };
    let charge = match with_retry!(handlers.charge(&request)) {
        Ok(charge) => charge,
        Err(error) => return Ok(refused(order, error)),
    };
    if charge.status != "OK" {
        return Ok(Receipt::Done { order, validation, charge, shipment: None });
    }
    match with_retry!(handlers.ship(&order)) {
        Ok(shipment) => Ok(Receipt::Done { order, validation, charge, shipment: Some(shipment) }),
        Err(error) => Ok(refused(order, error)),
    }
}

/// The input of W3.
#[derive(Clone, Serialize, Deserialize)]
pub struct Basket {
    #[serde(rename = "order")]
    _order: String,
    pub(crate) items: Vec<Item>,
}

/// What W3 makes a line of.
#[derive(Clone, Serialize, Deserialize)]
pub struct Item {
    sku: String,
    name: String,
    qty: i64,
    price: i64,
    #[serde(rename = "tags")]
    _tags: Vec<String>,
}

/// The output of W3.
#[derive(Serialize, Deserialize)]
pub struct Lines {
    pub(crate) lines: Vec<Line>,
    pub(crate) summary: (Count, First),
}

/// A line of W3.
#[derive(Serialize, Deserialize)]
pub struct Line {
    sku: String,
    qty: i64,
    total: i64,
    meta: Meta,
}

#[derive(Serialize, Deserialize)]
struct Meta {
    name: String,
    source: Cow<'static, str>,
}

/// What the first branch of W3 gives.
#[derive(Serialize, Deserialize)]
pub struct Count {
    count: usize,
}

/// What the second branch of W3 gives.
#[derive(Serialize, Deserialize)]
pub struct First {
    first: String,
}

/// Makes a line of an item.
async fn line(item: Item) -> Line {
    let Item { sku, name, qty, price, .. } = item;
    Line { sku, qty, total: price + qty, meta: Meta { name, source: Cow::Borrowed("w3") } }
}

/// Makes a line of an item that somebody else keeps.
pub async fn line_of(item: &Item) -> Line {
    let (sku, name) = (item.sku.clone(), item.name.clone());
    let meta = Meta { name, source: Cow::Borrowed("w3") };
    Line { sku, qty: item.qty, total: item.price + item.qty, meta }
}

/// The first branch.
pub async fn count(lines: &[Line]) -> Count {
    Count { count: lines.len() }
}

/// The second branch.
pub async fn first(lines: &[Line]) -> First {
    First { first: lines.first().map(|line| line.sku.clone()).unwrap_or_default() }
}

/// A line for each of a hundred items, then two branches.
pub async fn w3(input: Basket) -> Result<Lines, Error> {
    let mut lines = Vec::with_capacity(input.items.len());
    for item in input.items {
        lines.push(line(item).await);
    }
    let summary = tokio::join!(count(&lines), first(&lines));
    Ok(Lines { lines, summary })
}

/// The same with a handler that borrows its item, as those of tasks do.
pub async fn w3_by_reference(input: Basket) -> Result<Lines, Error> {
    let mut lines = Vec::with_capacity(input.items.len());
    for item in &input.items {
        lines.push(line_of(item).await);
    }
    let summary = tokio::join!(count(&lines), first(&lines));
    Ok(Lines { lines, summary })
}
