//! The shop behind the workflow: its data, its errors, and the handlers of the tasks.
//!
//! Everything is in memory and answers at once; what a card or a product does is decided by its
//! name, so that each run is the same.

use serde::{Deserialize, Serialize};
use sfn::{TaskContext, TaskError};

use crate::OrderFlowTasks;

/// What comes in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Order {
    pub id: String,
    pub customer: String,
    pub card: String,
    pub lines: Vec<Line>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Line {
    pub sku: String,
    pub count: u32,
    pub cents: u64,
}

/// What comes out.
#[derive(Debug, Serialize, Deserialize)]
pub struct Receipt {
    pub order: String,
    pub payment: String,
    pub tracking: String,
    pub text: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reservation {
    pub reservation: String,
    pub available: bool,
    pub restock_seconds: u32,
}

#[derive(Debug, Deserialize)]
pub struct ChargeRequest {
    pub order: String,
    pub card: String,
    pub cents: u64,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Payment {
    pub reference: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Shipment {
    pub tracking: String,
    pub parcels: u32,
}

/// What can go wrong. The names that `Retry` and `Catch` match are given below.
#[derive(Debug)]
pub enum ShopError {
    EmptyOrder,
    GatewayBusy,
    CardDeclined { cents: u64 },
}

impl From<ShopError> for TaskError {
    fn from(error: ShopError) -> Self {
        match error {
            ShopError::EmptyOrder => Self::new("EmptyOrder", "there is nothing to charge"),
            ShopError::GatewayBusy => Self::new("GatewayBusy", "try again later"),
            ShopError::CardDeclined { cents } => {
                let cause = format!("the bank refused {}.{:02}", cents / 100, cents % 100);
                Self::new("CardDeclined", cause)
            }
        }
    }
}

/// Serves the tasks of the workflow. The trait has a method for each `lambda` of `tasks { … }`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shop;

impl OrderFlowTasks for Shop {
    async fn validate(&self, _: &TaskContext<'_>, order: Order) -> Result<u64, ShopError> {
        if order.lines.is_empty() {
            return Err(ShopError::EmptyOrder);
        }
        Ok(order.lines.iter().map(|line| u64::from(line.count) * line.cents).sum())
    }

    async fn reserve(&self, _: &TaskContext<'_>, line: Line) -> Reservation {
        let available = line.sku != "rare";
        let restock_seconds = if available { 0 } else { 2 };
        Reservation { reservation: format!("r-{}", line.sku), available, restock_seconds }
    }

    async fn notify(&self, _: &TaskContext<'_>, _customer: String) {}

    async fn charge(
        &self,
        cx: &TaskContext<'_>,
        request: ChargeRequest,
    ) -> Result<Payment, ShopError> {
        match request.card.as_str() {
            "declined" => Err(ShopError::CardDeclined { cents: request.cents }),
            "busy" if cx.attempt() == 1 => Err(ShopError::GatewayBusy),
            _ => Ok(Payment { reference: format!("ch-{}", request.order) }),
        }
    }

    async fn ship(&self, _: &TaskContext<'_>, order: Order) -> Result<Shipment, ShopError> {
        let parcels = order.lines.iter().map(|line| line.count).sum();
        Ok(Shipment { tracking: format!("t-{}", order.id), parcels })
    }

    async fn refund(&self, _: &TaskContext<'_>, _payment: Payment) {}

    async fn release(&self, _: &TaskContext<'_>, _reservations: Vec<Reservation>) {}
}
