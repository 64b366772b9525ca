//! What states may have beside their kind: retriers, catchers, limits of time and of numbers.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

use serde::{Deserialize, Serialize};
use sfn::observer::EventDetails;
use sfn::{Answer, ErrorName, HistoryEvent, TaskContext, TaskError, sfn};

use crate::support::{block_on, engine, entered, observed};

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Job {
    /// Which state is first.
    first: String,
    /// What the handler does on each attempt; when there is no more, it is done.
    attempts: Vec<String>,
    items: Vec<u32>,
}

fn job(first: &str, attempts: &[&str]) -> Job {
    let attempts = attempts.iter().map(ToString::to_string).collect();
    Job { first: first.to_owned(), attempts, items: vec![1, 2, 3, 4, 5] }
}

sfn! {
    /// A state for each kind of work.
    #[timeout(1h)]
    machine Features(job: Job) -> String {
        tasks {
            async fn work(job: &Job) -> Result<String, TaskError>;
            async fn approve(job: &Job) -> Result<String, TaskError>;
            async fn poll(job: &Job) -> Result<String, TaskError>;
            async fn submit(job: &Job) -> Result<String, TaskError>;
            async fn item(item: &u32) -> Result<u32, TaskError>;
            async fn owned(item: u32) -> Result<u32, TaskError>;
        }
        start => First(job);
        state First(job: Job) = choice {
            job.first == "work"     => Work(job),
            job.first == "approve"  => Approve(job),
            job.first == "poll"     => Poll(job),
            job.first == "submit"   => Submit(job),
            job.first == "branches" => Branches(job),
            job.first == "items"    => Items(job),
            job.first == "owned"    => Owned(job),
            job.first == "long"     => Long(job),
            _                       => Failed(job.first.clone().into(), format!("there is no {}", job.items[0])),
        }
        #[timeout(10s)] #[heartbeat(3s)]
        #[retry("Busy" | "States.Timeout", interval = 2s, max_attempts = 3, backoff = 3, max_delay = 5s)]
        #[retry("Odd", interval = 1s, max_attempts = 1, jitter = full)]
        state Work(job: Job) = task work(&job) {
            done                            => Done(done),
            catch "Busy" | "Odd" as e       => Failed("Caught", e.cause),
            catch "States.HeartbeatTimeout" => Done("no heartbeat"),
            catch "States.TaskFailed" as e  => Failed(e.error, "task"),
            catch _ as e                    => Failed(e.error, "all"),
        }
        #[timeout(10s)] #[heartbeat(3s)] #[retry("Busy", interval = 1s)]
        state Approve(job: Job) = task callback approve(&job) {
            done                            => Done(done),
            catch "States.HeartbeatTimeout" => Done("no heartbeat"),
            catch "Busy"                    => Done("busy"),
            catch "States.Timeout"          => Done("no answer"),
        }
        #[timeout(10s)] #[heartbeat(3s)] #[retry(_, interval = 1s, max_attempts = 2)]
        state Poll(job: Job) = task activity poll(&job) {
            done         => Done(done),
            catch _ as e => Done(e.error.to_string()),
        }
        #[timeout(10s)] #[retry("Busy", interval = 1s)]
        state Submit(job: Job) = task job submit(&job) {
            done                        => Done(done),
            catch "States.Timeout" as e => Done(e.error.to_string()),
        }
        #[retry("Busy", interval = 1s, max_attempts = 1)]
        state Branches(job: Job) = parallel {
            #[timeout(2s)] #[retry("States.Timeout", interval = 1s)]
            Left  = task work(&job),
            Right = task item(&job.items[0]),
        } {
            (left, right)     => Done(format!("{left} {right} {}", job.items.len())),
            catch "Busy" as e => Failed(e.error, job.first),
        }
        #[concurrency(2)]
        #[retry("Three", interval = 1s, max_attempts = 1)]
        state Items(job: Job) = map item in &job.items { ItemOne = task item(item) } {
            items => Sum(items, job),
        }
        #[concurrency(3)]
        state Owned(job: Job) = map item: u32 in job.items.iter().map(|item| item * 10).collect() {
            OwnedOne = task owned(item)
        } {
            items               => Sum(items, job),
            catch "Three" as e  => Failed(e.error, "owned"),
        }
        state Sum(items: Vec<u32>, job: Job) = succeed format!("{items:?} of {}", job.items.len());
        state Long(job: Job) = wait 2h => Done(job.first);
        state Done(text: String) = succeed text;
        state Failed(error: ErrorName, cause: String) = fail(error, cause);
    }
}

#[derive(Default)]
struct Worker {
    running: AtomicU32,
    most: AtomicU32,
    failed: Mutex<Vec<u32>>,
}

impl Worker {
    async fn act<T>(&self, cx: &TaskContext<'_>, job: &Job, done: T) -> Result<T, TaskError> {
        let attempt = usize::try_from(cx.attempt()).unwrap() - 1;
        match job.attempts.get(attempt).map(String::as_str) {
            None => Ok(done),
            Some("silent") => std::future::pending().await,
            Some("beating") => loop {
                tokio::task::yield_now().await;
                cx.heartbeat();
            },
            Some(error) => Err(TaskError::new(error.to_owned(), format!("attempt {attempt}"))),
        }
    }

    async fn one(&self, item: u32) -> Result<u32, TaskError> {
        let running = self.running.fetch_add(1, Ordering::SeqCst) + 1;
        self.most.fetch_max(running, Ordering::SeqCst);
        tokio::task::yield_now().await;
        self.running.fetch_sub(1, Ordering::SeqCst);
        match item {
            3 if !self.failed.lock().unwrap().contains(&item) => {
                self.failed.lock().unwrap().push(item);
                self.running.store(0, Ordering::SeqCst);
                Err(TaskError::new("Three", ""))
            }
            30 if self.failed.lock().unwrap().contains(&0) => Err(TaskError::new("Three", "")),
            item => Ok(item * item),
        }
    }
}

impl FeaturesTasks for Worker {
    async fn work(&self, cx: &TaskContext<'_>, job: &Job) -> Result<String, TaskError> {
        self.act(cx, job, format!("worked {}", cx.attempt())).await
    }

    async fn approve(&self, cx: &TaskContext<'_>, job: &Job) -> Result<Answer<String>, TaskError> {
        let answer = match job.attempts.first().map(String::as_str) {
            Some("submitted") => Answer::Submitted,
            _ => Answer::Done(format!("approved {}", cx.attempt())),
        };
        match answer {
            Answer::Submitted => Ok(answer),
            answer => self.act(cx, job, answer).await,
        }
    }

    async fn poll(&self, cx: &TaskContext<'_>, job: &Job) -> Result<Answer<String>, TaskError> {
        self.act(cx, job, Answer::Done(format!("polled {}", cx.attempt()))).await
    }

    async fn submit(&self, cx: &TaskContext<'_>, job: &Job) -> Result<Answer<String>, TaskError> {
        match job.attempts.first().map(String::as_str) {
            Some("submitted") => Ok(Answer::Submitted),
            _ => self.act(cx, job, Answer::Done(format!("submitted {}", cx.attempt()))).await,
        }
    }

    async fn item(&self, _: &TaskContext<'_>, item: &u32) -> Result<u32, TaskError> {
        self.one(*item).await
    }

    async fn owned(&self, _: &TaskContext<'_>, item: u32) -> Result<u32, TaskError> {
        self.one(item).await
    }
}

/// What comes of a job: its output, else its error with its cause; and the seconds it took.
fn run(first: &str, attempts: &[&str]) -> (String, i64) {
    let (output, events) = observed(Features, Worker::default(), job(first, attempts));
    let output = output.unwrap_or_else(|error| format!("{}: {}", error.error(), error.cause()));
    (output, seconds(&events))
}

fn seconds(events: &[HistoryEvent]) -> i64 {
    let second = |event: &HistoryEvent| {
        let time: jiff::Timestamp = event.timestamp.to_string().parse().unwrap();
        time.as_second()
    };
    second(events.last().unwrap()) - second(&events[0])
}

#[test]
fn a_task_is_retried_and_caught() {
    assert_eq!(run("work", &[]), ("worked 1".into(), 0));
    assert_eq!(run("work", &["Busy"]), ("worked 2".into(), 2));
    // 2 seconds, then 5 of 6, then 5 of 18.
    assert_eq!(run("work", &["Busy", "Busy", "Busy"]), ("worked 4".into(), 12));
    assert_eq!(run("work", &["Busy"; 4]), ("Caught: attempt 3".into(), 12));
    // Each retrier counts for itself.
    assert_eq!(run("work", &["Busy", "Odd", "Busy"]).0, "worked 4");
    assert_eq!(run("work", &["Odd", "Odd"]).0, "Caught: attempt 1");
    assert_eq!(run("work", &["Else"]), ("Else: task".into(), 0));
}

#[test]
fn a_task_has_its_time() {
    // `States.Timeout` is the heartbeat's, too.
    assert_eq!(run("work", &["silent"]), ("worked 2".into(), 3 + 2));
    assert_eq!(run("work", &["silent"; 4]), ("no heartbeat".into(), 3 * 4 + 2 + 5 + 5));
    assert_eq!(run("approve", &["submitted"]), ("no heartbeat".into(), 3));
    assert_eq!(run("submit", &["submitted"]), ("States.Timeout".into(), 10));
    assert_eq!(run("poll", &["silent", "Else"]), ("polled 3".into(), 3 + 1 + 2));
    // Of a branch.
    assert_eq!(run("branches", &["silent"]), ("worked 2 1 5".into(), 3));
}

#[test]
fn tasks_of_other_patterns_are_retried() {
    assert_eq!(run("approve", &["Busy"]), ("approved 2".into(), 1));
    assert_eq!(run("approve", &["Busy"; 4]).0, "busy");
    assert_eq!(run("poll", &["A", "B"]).0, "polled 3");
    assert_eq!(run("poll", &["A", "B", "C"]).0, "C");
    assert_eq!(run("submit", &["Busy"]), ("submitted 2".into(), 1));
    assert_eq!(run("submit", &["Else"]).0, "Else: attempt 0");
}

#[test]
fn branches_are_retried_together() {
    assert_eq!(run("branches", &[]).0, "worked 1 1 5");
    // The counts of attempts are the branch's, which begins again.
    assert_eq!(run("branches", &["Busy"]).0, "Busy: branches");
    assert_eq!(run("branches", &["Else"]).0, "Else: attempt 0");
}

#[test]
fn so_many_iterations_run_at_a_time() {
    let limits =
        [("items", 2, "[1, 4, 9, 16, 25] of 5"), ("owned", 3, "[100, 400, 900, 1600, 2500] of 5")];
    for (first, most, expected) in limits {
        let workflow = engine().register(Features, Worker::default());
        let output = block_on(workflow.run(job(first, &[]))).unwrap().output;
        assert_eq!(output, expected);
        assert_eq!(workflow.tasks().most.load(Ordering::SeqCst), most, "{first}");
    }
}

#[test]
fn iterations_are_retried_and_caught_together() {
    let (output, events) = observed(Features, Worker::default(), job("items", &[]));
    assert_eq!(output.unwrap(), "[1, 4, 9, 16, 25] of 5");
    let ones = entered(&events).iter().filter(|state| *state == "ItemOne").count();
    assert!(ones > 5, "{ones}");
    let worker = Worker::default();
    worker.failed.lock().unwrap().push(0);
    let failed = observed(Features, worker, job("owned", &[])).0.unwrap_err();
    assert_eq!((failed.error(), failed.cause()), ("Three", "owned"));
}

#[test]
fn a_machine_has_its_time() {
    let (output, events) = observed(Features, Worker::default(), job("long", &[]));
    assert_eq!(output.unwrap_err().error(), "States.Timeout");
    assert!(matches!(events.last().unwrap().details, EventDetails::ExecutionTimedOut(_)));
    assert_eq!(seconds(&events), 3_600);
}

#[test]
fn an_error_may_be_data() {
    assert_eq!(run("Strange", &[]), ("Strange: there is no 1".into(), 0));
}
