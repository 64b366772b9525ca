//! Fan-out and gather: all suppliers are asked for a price, a few at a time; those that do not answer
//! are left out, unless too few are left.

use std::error::Error;

use serde::{Deserialize, Serialize};
use sfn::{Caught, TaskContext, TaskError, sfn};

use crate::stage::Stage;

#[derive(Debug, Serialize, Deserialize)]
struct Tender {
    item: String,
    suppliers: Vec<String>,
    quorum: usize,
}

#[derive(Debug, Serialize, Deserialize)]
struct Quote {
    supplier: String,
    cents: u64,
}

#[derive(Debug, Serialize, Deserialize)]
struct Purchase {
    order: String,
    cents: u64,
    /// Who has not answered, and why.
    absent: Vec<String>,
}

#[derive(Debug, thiserror::Error, TaskError)]
enum QuoteError {
    #[error("does not sell it")]
    NotSold,
    #[error("try again later")]
    Busy,
}

sfn! {
    /// Buys where it is cheapest.
    machine Procure(tender: Tender) -> Purchase {
        tasks {
            async fn quote(supplier: &str, item: &str) -> Result<Quote, QuoteError>;
            async fn buy(quote: &Quote, item: &str) -> String;
        }
        start => Ask(tender);

        #[concurrency(3)]
        state Ask(tender: Tender) = map supplier in &tender.suppliers {
            #[timeout(20s)] #[retry("Busy", interval = 5s, max_attempts = 2)]
            AskSupplier = try task quote(supplier, &tender.item)
        } {
            quotes => Gathered(tender, quotes),
        }
        state Gathered(tender: Tender, quotes: Vec<Result<Quote, Caught>>) = choice {
            quotes.iter().flatten().count() < tender.quorum => Fruitless,
            _ => Cheapest(absent(&tender, &quotes), tender.item, quotes),
        }
        state Cheapest(absent: Vec<String>, item: String, quotes: Vec<Result<Quote, Caught>>) =
            match quotes.into_iter().flatten().min_by_key(|quote| quote.cents) {
                Some(quote) => Buy(absent, item, quote),
                None        => Fruitless,
            }
        state Buy(absent: Vec<String>, item: String, quote: Quote) = task buy(&quote, &item) {
            order => Done(Purchase { order, cents: quote.cents, absent }),
        }
        state Done(purchase: Purchase) = succeed purchase;
        state Fruitless = fail("TooFewQuotes", "too few suppliers have answered");
    }
}

/// Who has given no quote, and why.
fn absent(tender: &Tender, quotes: &[Result<Quote, Caught>]) -> Vec<String> {
    let pairs = tender.suppliers.iter().zip(quotes);
    pairs
        .filter_map(|(who, quote)| Some(format!("{who}: {}", quote.as_ref().err()?.error)))
        .collect()
}

/// What the suppliers answer.
struct Market;

impl ProcureTasks for Market {
    async fn quote(
        &self,
        cx: &TaskContext<'_>,
        supplier: &str,
        item: &str,
    ) -> Result<Quote, QuoteError> {
        match supplier {
            "slow" => std::future::pending().await,
            "jammed" => Err(QuoteError::Busy),
            "popular" if cx.attempt() == 1 => Err(QuoteError::Busy),
            "baker" if item != "bread" => Err(QuoteError::NotSold),
            supplier => {
                Ok(Quote { supplier: supplier.to_owned(), cents: 100 * supplier.len() as u64 })
            }
        }
    }

    async fn buy(&self, _: &TaskContext<'_>, quote: &Quote, item: &str) -> String {
        format!("{item} from {}", quote.supplier)
    }
}

pub(crate) async fn run() -> Result<(), Box<dyn Error>> {
    let stage = Stage::new("Fan-out and gather: partial failures are collected")?;
    let flow = stage.engine().register(Procure, Market);
    let tender = |suppliers: &[&str]| Tender {
        item: "a lamp".to_owned(),
        suppliers: suppliers.iter().map(ToString::to_string).collect(),
        quorum: 2,
    };

    let bought = stage.play("all answer", &flow, tender(&["acme", "umbrella", "tyrell"])).await?;
    assert_eq!((bought.cents, bought.absent.len()), (400, 0));
    let some = ["slow", "acme", "baker", "popular", "jammed", "umbrella"];
    let bought = stage.play("three of six do not", &flow, tender(&some)).await?;
    assert_eq!(bought.absent, ["slow: States.Timeout", "baker: NotSold", "jammed: Busy"]);
    let few = stage.play("only one does", &flow, tender(&["jammed", "acme", "baker"])).await;
    assert!(few.is_err_and(|failed| failed.error() == "TooFewQuotes"));
    Ok(())
}
