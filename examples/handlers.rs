//! Handlers that are chosen at run time, beside typed ones; JSON text in and out.
//!
//! ```text
//! cargo run --example handlers
//! ```
//!
//! What to look at:
//! - `Integrations` serves whatever it says it `handles`: here every task whose `Resource` is one
//!   of AWS's integrations. A test double, a plug-in or a bridge to another process would do the
//!   same;
//! - `TicketHandlers(…).or(…)` asks it first and leaves all other tasks to the typed `Desk`;
//! - `run_json` takes and gives text, so this program names no type of the ticket's.

#![allow(missing_docs, reason = "an example")]

use sfn::{
    Answer, Engine, HandlerFuture, TaskContext, TaskError, TaskHandler, TaskRequest, Value, json,
    machine::TaskInfo, sfn,
};

sfn! {
    machine Ticket from "workflows/ticket.asl.json" {
        tasks { lambda "classify" => async fn classify(&Value) -> Result<String, TaskError>; }
    }
}

/// Prints what an integration is asked for, and answers as if it had been done.
struct Integrations;

impl TaskHandler for Integrations {
    fn handles(&self, task: &TaskInfo<'_>) -> bool {
        task.resource.starts_with("arn:aws:states:::")
    }

    fn call<'a>(&'a self, cx: &'a TaskContext<'a>, request: TaskRequest<'a>) -> HandlerFuture<'a> {
        Box::pin(async move {
            println!("  {} by {}", cx.state().name, request.task.resource);
            println!("  {}", request.input);
            Ok(Answer::Done(json!({ "MessageId": "m-1" })))
        })
    }
}

struct Desk;

impl TicketTasks for Desk {
    async fn classify(&self, _: &TaskContext<'_>, ticket: &Value) -> Result<String, TaskError> {
        let text = ticket.get("text").and_then(Value::as_str);
        let text = text.ok_or_else(|| TaskError::new("NoText", "the ticket says nothing"))?;
        Ok(if text.contains("down") { "outage" } else { "question" }.to_owned())
    }

    // The trait has a method for each task of the definition. These two are never called, since
    // `Integrations` takes them; without it they would be.
    async fn page(&self, _: &TaskContext<'_>, _: &Value) -> Result<Value, TaskError> {
        Err(TaskError::new("NotConnected", "there is no pager"))
    }

    async fn enqueue(&self, _: &TaskContext<'_>, _: &Value) -> Result<Value, TaskError> {
        Err(TaskError::new("NotConnected", "there is no queue"))
    }
}

#[tokio::main]
async fn main() {
    let ticket = Engine::new().register(Ticket, TicketHandlers(Integrations).or(Desk));
    for input in [
        r#"{ "id": "t-1", "text": "the shop is down" }"#,
        r#"{ "id": "t-2", "text": "where is my parcel?" }"#,
        r#"{ "id": "t-3" }"#,
        r#"{ "id": "t-4", "#,
    ] {
        println!("{input}");
        match ticket.run_json(input.as_bytes()).await {
            Ok(run) => println!("  = {}\n", String::from_utf8_lossy(&run.output)),
            Err(error) => println!("  ! {error}\n"),
        }
    }
}
