//! A job of somebody else's that has to be asked how far it is: pauses grow, and end.

use std::error::Error;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use sfn::{Clock, ErrorName, TaskContext, TaskError, TestClock, sfn};

use crate::stage::Stage;

#[derive(Debug, Serialize, Deserialize)]
struct Query {
    sql: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct Job {
    id: String,
    /// In seconds, as the warehouse has them.
    submitted: i64,
}

#[derive(Debug, Serialize, Deserialize)]
enum Progress {
    Queued,
    Running { percent: u8 },
    Finished { table: String },
    Broken { reason: String },
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Report {
    rows: u64,
    polls: u32,
}

#[derive(Debug, thiserror::Error, TaskError)]
enum WarehouseError {
    #[error("too many requests")]
    Throttled,
}

sfn! {
    /// Runs a query in a warehouse that has no callbacks.
    machine QueryWarehouse(query: Query) -> Report {
        tasks {
            async fn submit(query: &Query) -> Result<Job, WarehouseError>;
            async fn poll(job: &Job) -> Result<Progress, WarehouseError>;
            async fn cancel(job: &Job);
            async fn count(table: &str) -> Result<u64, WarehouseError>;
        }
        retry patient = "Throttled", interval = 1s, max_attempts = 4, jitter = full;
        start => Submit(query);

        #[retry(patient)]
        state Submit(query: Query) = task submit(&query) { job => Pause(job, 0), }
        state Pause(job: Job, polls: u32) = wait for pause(polls) => Poll(job, polls + 1);
        #[retry(patient)]
        state Poll(job: Job, polls: u32) = task poll(&job) {
            progress                 => Polled(job, polls, progress),
            catch "Throttled" as e => GiveUp(job, e.cause),
        }
        state Polled(job: Job, polls: u32, progress: Progress) = match progress {
            Progress::Finished { table }         => Count(table, polls),
            Progress::Broken { reason }          => Failed("QueryFailed", reason),
            Progress::Running { percent: 0..90 } if polls >= 8
                                                 => GiveUp(job, "it takes too long"),
            Progress::Queued if polls >= 8       => GiveUp(job, "it was never begun"),
            _                                    => Pause(job, polls),
        }
        state GiveUp(job: Job, cause: String) = task cancel(&job) => Failed("GivenUp", cause);
        #[retry(patient)]
        state Count(table: String, polls: u32) = task count(&table) { rows => Done(Report { rows, polls }), }
        state Done(report: Report) = succeed report;
        state Failed(error: ErrorName, cause: String) = fail(error, cause);
    }
}

/// 5, 10, 20 seconds and so on, at most five minutes.
fn pause(polls: u32) -> Duration {
    Duration::from_secs((5 << polls.min(10)).min(300))
}

struct Warehouse {
    clock: TestClock,
}

impl QueryWarehouseTasks for Warehouse {
    async fn submit(&self, cx: &TaskContext<'_>, query: &Query) -> Result<Job, WarehouseError> {
        match cx.attempt() {
            1 => Err(WarehouseError::Throttled),
            _ => Ok(Job { id: query.sql.clone(), submitted: self.clock.now().as_second() }),
        }
    }

    async fn poll(&self, _: &TaskContext<'_>, job: &Job) -> Result<Progress, WarehouseError> {
        let minutes = (self.clock.now().as_second() - job.submitted) / 60;
        Ok(match job.id.as_str() {
            "select 1 / 0" => Progress::Broken { reason: "division by zero".to_owned() },
            "select forever" => Progress::Running { percent: 1 },
            _ if minutes < 1 => Progress::Queued,
            _ if minutes < 2 => Progress::Running { percent: 50 },
            _ => Progress::Finished { table: "result_17".to_owned() },
        })
    }

    async fn cancel(&self, _: &TaskContext<'_>, _: &Job) {}

    async fn count(&self, _: &TaskContext<'_>, _: &str) -> Result<u64, WarehouseError> {
        Ok(42)
    }
}

pub(crate) async fn run() -> Result<(), Box<dyn Error>> {
    let stage = Stage::new("Polling: pauses that grow, and an end to patience")?;
    let flow = stage.engine().register(QueryWarehouse, Warehouse { clock: stage.clock() });
    let query = |sql: &str| Query { sql: sql.to_owned() };

    let report = stage.play("a query of two minutes", &flow, query("select 42")).await?;
    assert_eq!(report, Report { rows: 42, polls: 5 });
    let failed = stage.play("one that fails", &flow, query("select 1 / 0")).await;
    assert!(failed.is_err_and(|failed| failed.error() == "QueryFailed"));
    let failed = stage.play("one that never ends", &flow, query("select forever")).await;
    assert!(failed.is_err_and(|failed| failed.error() == "GivenUp"));
    Ok(())
}
