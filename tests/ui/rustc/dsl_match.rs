//! What rustc says of a `match` and of tasks that are tried, at the caller's tokens.

use serde::{Deserialize, Serialize};
use sfn::{Caught, Engine, TaskContext, TaskError, sfn};

#[derive(Serialize, Deserialize)]
enum Status {
    Queued,
    Running(u8),
    Done(String),
}

#[derive(Debug, TaskError)]
enum FetchError {
    NotFound,
}

impl std::fmt::Display for FetchError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("not found")
    }
}

impl std::error::Error for FetchError {}

sfn! {
    machine Follow(status: Status) -> String {
        tasks { async fn fetch(file: &str) -> Result<String, FetchError>; }
        retry patient = "NotFuond";
        start => Look(status, 3);

        // Not all variants.
        state Look(status: Status, polls: u32) = match status {
            Status::Queued     => Again(polls),
            Status::Done(file) => Fetch(file),
        }
        // A guard that is none, another type, a name that is not known.
        state Again(polls: u32) = match polls {
            0 if polls   => Done(file),
            1            => Done(polls),
            "2"          => Done("two".to_owned()),
            _            => Done("many".to_owned()),
        }
        // A name that no task of its raises.
        #[retry(patient)]
        state Fetch(file: String) = task fetch(&file) { text => Both(text), }
        // What is tried is a `Result`.
        state Both(text: String) = parallel {
            Left = try task fetch(&text),
            Right = task fetch(&text),
        } {
            (left, right) => Tried(left, right),
        }
        state Tried(left: String, right: Result<String, Caught>) = pass => Done(left);
        state Done(text: String) = succeed text;
    }
}

struct Web;

impl FollowTasks for Web {
    async fn fetch(&self, _: &TaskContext<'_>, _: &str) -> Result<String, FetchError> {
        Err(FetchError::NotFound)
    }
}

fn main() {
    Engine::new().register(Follow, Web);
}
