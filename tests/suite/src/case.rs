//! What a case can say.

use std::collections::{BTreeMap, VecDeque};

use serde::Deserialize;
use sfn::Value;

/// One execution.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    /// What it shows.
    pub(crate) case: String,
    /// When it starts; by default at noon on the first of January 2025.
    pub(crate) now: Option<String>,
    /// The execution's name; by default a random one.
    pub(crate) name: Option<String>,
    /// What it is started with; by default nothing, `{}`.
    #[serde(default = "empty_object")]
    pub(crate) input: Value,
    /// What each task answers, call by call. One that is not here answers with its input.
    #[serde(default)]
    pub(crate) tasks: BTreeMap<String, VecDeque<Reply>>,
    /// What is read for `ItemReader`s: an array of items.
    #[serde(default)]
    pub(crate) reader: Reply,
    /// What comes of writing for `ResultWriter`s.
    #[serde(default)]
    pub(crate) writer: Reply,
    /// Its output, to the letter: the order of members and `1.0` for `1` count.
    #[serde(default, deserialize_with = "some")]
    pub(crate) output: Option<Value>,
    /// Its error instead; `""` if it has none.
    pub(crate) error: Option<String>,
    /// The error's cause.
    pub(crate) cause: Option<String>,
    /// How it ended with an error.
    #[serde(default = "failed")]
    pub(crate) status: String,
    /// The state it was in.
    pub(crate) state: Option<String>,
    /// What the tasks were called with, in order.
    pub(crate) calls: Option<Vec<Value>>,
    /// The credentials it did so with, call by call; `null` for none.
    pub(crate) credentials: Option<Vec<Value>>,
    /// What readers and writers were asked, in order: the members of `ItemReader` or
    /// `ResultWriter` that are constant or evaluated, and the `Results` to write.
    pub(crate) storage: Option<Vec<Value>>,
    /// The pauses that were made, in seconds: those of Wait states and before retries.
    pub(crate) pauses: Option<Vec<f64>>,
    /// The states that were entered, in order.
    pub(crate) states: Option<Vec<String>>,
    /// How many seconds have passed at its end.
    pub(crate) took: Option<f64>,
    /// The events of its history.
    pub(crate) history: Option<Vec<ExpectedEvent>>,
    /// The histories of the executions that its Distributed Maps started, in that order.
    pub(crate) executions: Option<Vec<Vec<ExpectedEvent>>>,
    /// How many events its history has.
    pub(crate) events: Option<usize>,
}

/// An event of a history: `4<3 MapIterationStarted Each 0`, which is its id, the event it follows
/// from, its type, and where it has them the state's name or the iteration.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum ExpectedEvent {
    /// Nothing else is expected of it.
    Line(String),
    /// And its details have these members, as AWS writes them.
    Detailed(String, serde_json::Map<String, serde_json::Value>),
}

impl ExpectedEvent {
    pub(crate) fn line(&self) -> &str {
        let (Self::Line(line) | Self::Detailed(line, _)) = self;
        line
    }
}

/// What a handler does when it is called.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Reply {
    /// It takes this many seconds.
    #[serde(default)]
    pub(crate) after: u64,
    /// It sends a heartbeat at each of these seconds.
    #[serde(default)]
    pub(crate) heartbeats: Vec<u64>,
    /// Its result.
    #[serde(default)]
    pub(crate) result: Value,
    /// A text of so many bytes instead.
    pub(crate) bytes: Option<usize>,
    /// Its error instead.
    pub(crate) error: Option<String>,
    /// The error's cause.
    #[serde(default)]
    pub(crate) cause: String,
    /// The work is handed on, and ends by token.
    #[serde(default)]
    pub(crate) by_token: bool,
    /// The name of the worker that takes an activity's work.
    pub(crate) worker: Option<String>,
    /// When it does, of work that ends by token: after so many seconds, from which the others
    /// count.
    #[serde(default)]
    pub(crate) taken: u64,
    /// What the service answered that took it on.
    pub(crate) response: Option<Value>,
    /// It panics instead, with this message.
    pub(crate) panic: Option<String>,
    /// It never answers instead.
    #[serde(default)]
    pub(crate) never: bool,
}

fn empty_object() -> Value {
    sfn::json!({})
}

fn failed() -> String {
    "FAILED".to_owned()
}

/// Tells `null` from nothing.
fn some<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}
