//! W1 and W3 in the typed DSL, over the structs of the flows written by hand. W2 is
//! `tests/expanded/w2_dsl.rs`.

use serde::{Deserialize, Serialize};
use sfn::sfn;

use crate::native::typed::{Basket, Count, First, Item, Line, Lines, Sale, Summary};

/// What `Init` of W1 makes.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct Config {
    tax: i64,
    threshold: i64,
}

/// What `Shape` of W1 makes.
#[derive(Serialize, Deserialize)]
pub(crate) struct Shaped {
    id: String,
    total: i64,
    tax: i64,
    channel: String,
}

/// What `Calc` of W1 makes.
#[derive(Serialize, Deserialize)]
pub(crate) struct Calculated {
    label: String,
    sum: i64,
}

sfn! {
    /// Eight states without a task.
    pub(crate) machine DslW1(sale: Sale) -> Summary {
        start => Init(sale);
        state Init(sale: Sale) = pass => Route(sale, Config { tax: 25, threshold: 100 });
        state Route(sale: Sale, config: Config) = choice {
            sale.kind == "refund"         => Refund(),
            sale.vip && sale.amount < 100 => Gift(),
            sale.amount > 200             => Shape(sale, config),
            _                             => Reject(),
        }
        state Shape(sale: Sale, config: Config) = pass => Check(sale.kind, config, Shaped {
            id: sale.id,
            total: sale.amount,
            tax: config.tax,
            channel: "web".to_owned(),
        });
        state Check(kind: String, config: Config, shaped: Shaped) = choice {
            shaped.total >= 1000             => Reject(),
            shaped.total >= config.threshold => Calc(kind, shaped),
            _                                => Reject(),
        }
        state Calc(kind: String, shaped: Shaped) = pass => Flag(kind, Calculated {
            label: format!("order {} total {}", shaped.id, shaped.total),
            sum: shaped.total + shaped.tax,
        }, shaped);
        state Flag(kind: String, calculated: Calculated, shaped: Shaped) = pass =>
            Project(kind, calculated.label, calculated.sum, shaped);
        state Project(kind: String, label: String, grand: i64, shaped: Shaped) = pass =>
            Done(Summary { id: shaped.id, label, grand, tags: [kind, shaped.channel] });
        state Done(summary: Summary) = succeed summary;
        state Refund() = fail("Refund", "refund");
        state Gift() = fail("Gift", "gift");
        state Reject() = fail("Reject", "reject");
    }
}

sfn! {
    /// A Map over a hundred items, then a Parallel of two.
    pub(crate) machine DslW3(basket: Basket) -> Lines {
        tasks {
            async fn line(item: &Item) -> Line;
            async fn count(lines: &[Line]) -> Count;
            async fn first(lines: &[Line]) -> First;
        }
        start => Lines(basket);
        state Lines(basket: Basket) = map item in &basket.items { MakeLine = task line(item) } {
            lines => Both(lines),
        }
        state Both(lines: Vec<Line>) = parallel {
            CountLines = task count(&lines),
            FirstLine = task first(&lines),
        } {
            summary => Trim(lines, summary),
        }
        state Trim(lines: Vec<Line>, summary: (Count, First)) = pass => Done(Lines { lines, summary });
        state Done(lines: Lines) = succeed lines;
    }
}
