//! What a handler knows about the execution that calls it.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::watch;

use super::callback::{Registration, TaskToken};
use crate::engine::ExecutionInfo;
use crate::machine::StateInfo;
use crate::value::{Str, Value};

/// One attempt of a task, as its handler sees it.
///
/// A handler runs inside the execution's own future: a timeout or a stop drops it at its next
/// `.await`. Work that blocks the thread belongs in `tokio::task::spawn_blocking`; nothing can
/// interrupt it here, and it holds up every execution on the same thread.
#[derive(Debug)]
pub struct TaskContext<'a> {
    execution: &'a ExecutionInfo<'a>,
    state: &'a StateInfo<'a>,
    attempt: u32,
    links: OnceLock<Box<Links>>,
}

/// What ties an attempt to the world outside its execution. Few attempts need it.
#[derive(Debug, Default)]
struct Links {
    heartbeats: AtomicU64,
    registration: OnceLock<Registration>,
    credentials: OnceLock<Value>,
    submission: OnceLock<Value>,
    worker_name: OnceLock<Str>,
    cancel: OnceLock<watch::Sender<()>>,
}

/// Tells work that has left the handler's future that nobody waits for it any more.
#[derive(Debug, Clone)]
pub struct Cancellation(watch::Receiver<()>);

impl<'a> TaskContext<'a> {
    pub(crate) fn new(
        execution: &'a ExecutionInfo<'a>,
        state: &'a StateInfo<'a>,
        attempt: u32,
    ) -> Self {
        Self { execution, state, attempt, links: OnceLock::new() }
    }

    /// The execution the task belongs to.
    pub fn execution(&self) -> &ExecutionInfo<'a> {
        self.execution
    }

    /// The state the task belongs to.
    pub fn state(&self) -> &StateInfo<'a> {
        self.state
    }

    /// Which attempt this is: 1 for the first, one more after each retry.
    pub fn attempt(&self) -> u32 {
        self.attempt
    }

    /// `Credentials` of the state: an object with the ARN of the role, `RoleArn`, to work as.
    ///
    /// See [Access resources in other accounts](https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html).
    pub fn credentials(&self) -> Option<&Value> {
        self.links.get().and_then(|links| links.credentials.get())
    }

    /// Says that the work is still going on: `HeartbeatSeconds` starts over.
    pub fn heartbeat(&self) {
        self.links().heartbeats.fetch_add(1, Ordering::Relaxed);
    }

    /// Says what the service answered that took the work on, in a task that is completed later:
    /// histories have it as the output of `TaskSubmitted`. The first answer counts.
    pub fn submitted(&self, response: impl Into<Value>) {
        let _ = self.links().submission.set(response.into());
    }

    /// Says what the worker is called that does the work, in the task of an activity: histories
    /// have it in `ActivityStarted`. The first name counts.
    ///
    /// A handler that only queues the work answers [`Answer::Submitted`](crate::Answer::Submitted),
    /// and whoever takes it out of the queue says so by [`Callbacks::take`](crate::Callbacks::take).
    pub fn worker_name(&self, name: impl Into<Str>) {
        let _ = self.links().worker_name.set(name.into());
    }

    pub(crate) fn worker(&self) -> Option<&str> {
        self.links.get().and_then(|links| links.worker_name.get()).map(Str::as_str)
    }

    pub(crate) fn submission(&self) -> Option<&Value> {
        self.links.get().and_then(|links| links.submission.get())
    }

    /// The token with which anyone can complete this attempt once the handler has answered
    /// [`Answer::Submitted`](crate::Answer::Submitted). The same one at each call; it is void
    /// when the attempt has ended.
    pub fn task_token(&self) -> TaskToken {
        self.registration().token()
    }

    /// A handle that tells spawned work when this attempt has ended, in whatever way.
    pub fn cancellation(&self) -> Cancellation {
        Cancellation(self.links().cancel.get_or_init(|| watch::Sender::new(())).subscribe())
    }

    pub(crate) fn registration(&self) -> &Registration {
        self.links().registration.get_or_init(|| self.execution.callbacks().register())
    }

    /// Takes the token that has been handed out already.
    pub(crate) fn register(&mut self, registration: Registration) {
        let _ = self.links().registration.set(registration);
    }

    pub(crate) fn set_credentials(&mut self, credentials: Value) {
        let _ = self.links().credentials.set(credentials);
    }

    fn links(&self) -> &Links {
        self.links.get_or_init(Box::default)
    }

    /// Heartbeats so far, the handler's own and those that came by token.
    pub(crate) fn heartbeats(&self) -> u64 {
        self.links.get().map_or(0, |links| {
            let by_token = links.registration.get().map_or(0, Registration::heartbeats);
            links.heartbeats.load(Ordering::Relaxed).wrapping_add(by_token)
        })
    }
}

impl Cancellation {
    /// Whether the attempt has ended.
    pub fn is_cancelled(&self) -> bool {
        self.0.has_changed().is_err()
    }

    /// Completes when the attempt has ended.
    pub async fn cancelled(&mut self) {
        while self.0.changed().await.is_ok() {}
    }
}
