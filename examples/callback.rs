//! A task that a person answers later, by token; handles to executions; a clock for tests.
//!
//! ```text
//! cargo run --example callback
//! ```
//!
//! What to look at:
//! - the handler answers `Submitted` and hands its token on, here to a task that plays a person;
//! - `start` gives a handle: its id, its status, `stop`, and the outcome when it is awaited;
//! - the last execution waits for three days that nobody needs to wait for: its engine has a
//!   `TestClock`.

#![allow(missing_docs, reason = "an example")]

use std::time::Duration;

use serde::{Deserialize, Serialize};
use sfn::{Answer, Callbacks, Engine, Start, TaskContext, TaskError, TaskToken, TestClock, sfn};
use tokio::sync::mpsc;

sfn! {
    machine Expenses(expense: Expense) -> Decision from "workflows/expense.asl.json" {
        tasks { activity "approve" => async fn approve(Expense) -> Decision; }
    }
}

#[derive(Debug, Serialize, Deserialize)]
struct Expense {
    what: String,
    cents: u64,
}

#[derive(Debug, Serialize, Deserialize)]
struct Decision {
    granted: bool,
    by: String,
}

/// Puts what has to be decided into somebody's inbox.
struct Desk {
    inbox: mpsc::UnboundedSender<(TaskToken, Expense)>,
}

impl ExpensesTasks for Desk {
    /// Since the task is an activity, its method may leave the answer to whoever has the token.
    async fn approve(
        &self,
        cx: &TaskContext<'_>,
        expense: Expense,
    ) -> Result<Answer<Decision>, TaskError> {
        if expense.cents < 1_000 {
            return Ok(Answer::Done(Decision { granted: true, by: "nobody".to_owned() }));
        }
        self.inbox
            .send((cx.task_token(), expense))
            .map_err(|_| TaskError::new("DeskClosed", "nobody reads the inbox"))?;
        Ok(Answer::Submitted)
    }
}

/// Decides after a while. What is called a mystery is left lying.
async fn person(mut inbox: mpsc::UnboundedReceiver<(TaskToken, Expense)>, callbacks: Callbacks) {
    while let Some((token, expense)) = inbox.recv().await {
        tokio::time::sleep(Duration::from_millis(50)).await;
        println!("  asked for {}", expense.what);
        let granted = match expense.what.as_str() {
            "a mystery" => continue,
            what => what != "a yacht",
        };
        let decision = Decision { granted, by: "Ada".to_owned() };
        // The execution may have ended meanwhile.
        if let Err(error) = callbacks.succeed(&token, decision) {
            println!("  too late: {error}");
        }
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let engine = Engine::new();
    let (send, inbox) = mpsc::unbounded_channel();
    tokio::spawn(person(inbox, engine.callbacks().clone()));
    let expenses = engine.register(Expenses, Desk { inbox: send });

    for (what, cents) in [("a pencil", 80), ("a chair", 20_000), ("a yacht", 90_000_000)] {
        println!("{what}");
        let execution = expenses.start(expense(what, cents));
        println!("  started as {}, {}", execution.id(), execution.status());
        match execution.await {
            Ok(run) => println!("  {:?}", run.output),
            Err(error) => println!("  {error}"),
        }
    }

    println!("a mystery, until somebody stops it");
    let execution = expenses.start(Start::new(expense("a mystery", 5_000)).name("mystery-1"));
    tokio::time::sleep(Duration::from_millis(100)).await;
    println!("  {} is {}", execution.id(), execution.status());
    execution.stop("Operator", "nobody knows what it is");
    if let Err(error) = execution.await {
        println!("  {error}");
    }

    println!("a mystery, for three days of a test clock");
    let engine = Engine::builder().clock(TestClock::at("2025-01-01T00:00:00Z")?).build();
    let (send, inbox) = mpsc::unbounded_channel();
    tokio::spawn(person(inbox, engine.callbacks().clone()));
    let expenses = engine.register(Expenses, Desk { inbox: send });
    if let Err(error) = expenses.run(expense("a mystery", 5_000)).await {
        println!("  {error}");
    }
    Ok(())
}

fn expense(what: &str, cents: u64) -> Expense {
    Expense { what: what.to_owned(), cents }
}
