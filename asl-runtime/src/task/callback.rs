//! Completion by token: `SendTaskSuccess`, `SendTaskFailure`, `SendTaskHeartbeat`.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use tokio::sync::oneshot;

use crate::error::Failure;
use crate::random::Randomness;
use crate::task::TaskError;
use crate::value::{Str, Value, to_value};

/// Names one attempt of a task to whoever completes it. Unguessable.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TaskToken(Str);

/// What came of an attempt that was submitted.
pub(crate) type Completion = Result<Value, Failure>;

/// The attempts that wait for their completion.
///
/// See [Wait for a callback with task token](https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token).
#[derive(Debug, Clone)]
pub struct Callbacks(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    waiting: Mutex<HashMap<TaskToken, Entry>>,
    randomness: Randomness,
}

#[derive(Debug)]
struct Entry {
    complete: oneshot::Sender<Completion>,
    heartbeats: Arc<AtomicU64>,
    worker: Worker,
}

/// Who does the work of an activity.
#[derive(Debug)]
enum Worker {
    /// Nobody yet.
    None,
    /// Nobody yet, and the attempt waits for one.
    Awaited(oneshot::Sender<Option<Str>>),
    /// The worker of this name, if it has one.
    Taken(Option<Str>),
}

/// Why a completion was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CallbackError {
    /// No attempt waits for this token: it has ended, or there never was one.
    #[error("no task waits for this token")]
    TaskDoesNotExist,
    /// The output has no JSON form.
    #[error("the output is not JSON: {0}")]
    InvalidOutput(String),
}

/// An attempt's place among those that wait. Dropping it gives the place up.
#[derive(Debug)]
pub(crate) struct Registration {
    callbacks: Callbacks,
    token: TaskToken,
    heartbeats: Arc<AtomicU64>,
    completion: Mutex<Option<oneshot::Receiver<Completion>>>,
}

impl Callbacks {
    pub(crate) fn new(randomness: Randomness) -> Self {
        Self(Arc::new(Shared { waiting: Mutex::new(HashMap::new()), randomness }))
    }

    /// Completes the task with this output.
    ///
    /// # Errors
    /// Nobody waits for the token, or the output has no JSON form.
    pub fn succeed<T: Serialize>(&self, token: &TaskToken, output: T) -> Result<(), CallbackError> {
        let output = to_value(&output).map_err(|e| CallbackError::InvalidOutput(e.to_string()))?;
        self.complete(token, Ok(output))
    }

    /// Completes the task with this error.
    ///
    /// # Errors
    /// Nobody waits for the token.
    pub fn fail(&self, token: &TaskToken, error: TaskError) -> Result<(), CallbackError> {
        self.complete(token, Err(error.into()))
    }

    /// Says that the work is still going on: `HeartbeatSeconds` starts over.
    ///
    /// # Errors
    /// Nobody waits for the token.
    pub fn heartbeat(&self, token: &TaskToken) -> Result<(), CallbackError> {
        let mut waiting = self.waiting();
        let entry = waiting.get_mut(token).ok_or(CallbackError::TaskDoesNotExist)?;
        entry.heartbeats.fetch_add(1, Ordering::Relaxed);
        // Who has the token has taken the work.
        entry.take(None);
        Ok(())
    }

    /// Says that a worker has taken the work of an activity that waits in a queue, and what it is
    /// called: histories have it as `ActivityStarted`, and `HeartbeatSeconds` starts. The first
    /// worker counts.
    ///
    /// # Errors
    /// Nobody waits for the token.
    ///
    /// See [GetActivityTask](https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetActivityTask.html).
    pub fn take(&self, token: &TaskToken, worker_name: Option<&str>) -> Result<(), CallbackError> {
        let mut waiting = self.waiting();
        let entry = waiting.get_mut(token).ok_or(CallbackError::TaskDoesNotExist)?;
        entry.take(worker_name.map(Str::from));
        Ok(())
    }

    fn complete(&self, token: &TaskToken, completion: Completion) -> Result<(), CallbackError> {
        let entry = self.waiting().remove(token).ok_or(CallbackError::TaskDoesNotExist)?;
        entry.complete.send(completion).map_err(|_| CallbackError::TaskDoesNotExist)
    }

    pub(crate) fn register(&self) -> Registration {
        let token = TaskToken(format!("{:032x}", self.0.randomness.bits()).into());
        let (complete, completion) = oneshot::channel();
        let heartbeats = Arc::new(AtomicU64::new(0));
        let entry = Entry { complete, heartbeats: Arc::clone(&heartbeats), worker: Worker::None };
        self.waiting().insert(token.clone(), entry);
        Registration {
            callbacks: self.clone(),
            token,
            heartbeats,
            completion: Mutex::new(Some(completion)),
        }
    }

    fn waiting(&self) -> MutexGuard<'_, HashMap<TaskToken, Entry>> {
        // Nothing that can panic runs under the lock.
        self.0.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Entry {
    /// The first worker counts.
    fn take(&mut self, name: Option<Str>) {
        self.worker = match std::mem::replace(&mut self.worker, Worker::None) {
            Worker::None => Worker::Taken(name),
            Worker::Awaited(attempt) => {
                // An attempt that does not wait any more is over, and the entry goes with it.
                let _ = attempt.send(name);
                Worker::Taken(None)
            }
            taken @ Worker::Taken(_) => taken,
        };
    }
}

impl Registration {
    pub(crate) fn token(&self) -> TaskToken {
        self.token.clone()
    }

    pub(crate) fn heartbeats(&self) -> u64 {
        self.heartbeats.load(Ordering::Relaxed)
    }

    /// Waits for a worker, or for the completion by someone who has not said that there is one:
    /// the worker's name.
    pub(crate) async fn taken(&self) -> Option<Str> {
        let worker = {
            let mut waiting = self.callbacks.waiting();
            // Completed already.
            let entry = waiting.get_mut(&self.token)?;
            if let Worker::Taken(name) = &entry.worker {
                return name.clone();
            }
            let (taken, worker) = oneshot::channel();
            entry.worker = Worker::Awaited(taken);
            worker
        };
        worker.await.ok().flatten()
    }

    /// Waits for the completion; forever where it has been waited for before.
    pub(crate) async fn completion(&self) -> Completion {
        let receiver = self.completion.lock().unwrap_or_else(PoisonError::into_inner).take();
        match receiver {
            Some(receiver) => match receiver.await {
                Ok(completion) => completion,
                Err(_) => std::future::pending().await,
            },
            None => std::future::pending().await,
        }
    }
}

impl Drop for Registration {
    fn drop(&mut self) {
        self.callbacks.waiting().remove(&self.token);
    }
}

impl TaskToken {
    /// The token as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TaskToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for TaskToken {
    type Err = std::convert::Infallible;

    fn from_str(token: &str) -> Result<Self, Self::Err> {
        Ok(Self(token.into()))
    }
}

impl From<&str> for TaskToken {
    fn from(token: &str) -> Self {
        Self(token.into())
    }
}
