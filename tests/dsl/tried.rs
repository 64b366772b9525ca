//! Tasks whose errors are values, retriers that have a name, and states without arms.

use serde::{Deserialize, Serialize};
use sfn::value::{from_value, to_value};
use sfn::{
    Answer, Caught, HandlerFuture, TaskContext, TaskError, TaskHandler, TaskRequest, Value, sfn,
};

use crate::support::{entered, observed, twin};

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Batch {
    pages: Vec<String>,
}

sfn! {
    /// Fetches what it can.
    machine Fetch(batch: Batch) -> Fetched {
        tasks {
            async fn fetch(page: &str) -> Result<u64, TaskError>;
            async fn warm() -> Result<(), TaskError>;
            async fn store(batch: &Batch);
        }
        retry patient = "Busy" | "States.Timeout", interval = 2s, max_attempts = 2;
        start => Warm(batch);

        #[retry(patient)] #[retry("States.Permissions")]
        state Warm(batch: Batch) = task warm() => Pages(batch);
        #[concurrency(2)]
        state Pages(batch: Batch) = map page in &batch.pages {
            /// One page.
            #[retry(patient)] #[timeout(5s)]
            FetchPage = try task fetch(page)
        } {
            sizes => Both(batch, sizes),
        }
        state Both(batch: Batch, sizes: Vec<Result<u64, Caught>>) = parallel {
            Index = try task fetch("index"),
            Store = task store(&batch),
        } {
            (index, ()) => Done(Fetched { sizes, index }),
        }
        state Done(fetched: Fetched) = succeed fetched;
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Fetched {
    sizes: Vec<Result<u64, Caught>>,
    index: Result<u64, Caught>,
}

struct Web;

impl FetchTasks for Web {
    async fn fetch(&self, cx: &TaskContext<'_>, page: &str) -> Result<u64, TaskError> {
        match page {
            "lost" => Err(TaskError::new("NotFound", "no such page")),
            "busy" if cx.attempt() == 1 => Err(TaskError::new("Busy", "later")),
            "jammed" => Err(TaskError::new("Busy", "never")),
            "slow" => std::future::pending().await,
            page => Ok(page.len() as u64),
        }
    }

    async fn warm(&self, _: &TaskContext<'_>) -> Result<(), TaskError> {
        Ok(())
    }

    async fn store(&self, _: &TaskContext<'_>, _: &Batch) {}
}

impl TaskHandler for Web {
    fn call<'a>(&'a self, cx: &'a TaskContext<'a>, request: TaskRequest<'a>) -> HandlerFuture<'a> {
        Box::pin(async move {
            let page = request.input.get("page").and_then(Value::as_str).unwrap_or_default();
            let answer = match request.task.name {
                "fetch" => Value::from(self.fetch(cx, page).await?),
                _ => Value::Null,
            };
            Ok(Answer::Done(answer))
        })
    }
}

fn batch(pages: &[&str]) -> Batch {
    Batch { pages: pages.iter().map(ToString::to_string).collect() }
}

#[test]
fn errors_are_values() {
    let (output, events) = observed(Fetch, Web, batch(&["ab", "lost", "busy", "jammed", "slow"]));
    let fetched = output.unwrap();
    let names: Vec<Result<u64, &str>> =
        fetched.sizes.iter().map(|size| size.as_ref().map(|n| *n).map_err(|e| &*e.error)).collect();
    let expected = [Ok(2), Err("NotFound"), Ok(4), Err("Busy"), Err("States.Timeout")];
    assert_eq!(names, expected);
    assert_eq!(fetched.index, Ok(5));
    assert_eq!(entered(&events).iter().filter(|state| *state == "FetchPageFailed").count(), 3);
}

#[test]
fn the_exported_definition_does_the_same() {
    assert_eq!(Fetch::HOST_EXPRESSIONS, []);
    for pages in [&["ab", "lost", "busy", "jammed", "slow"][..], &["a"], &[]] {
        let (typed, typed_events) = observed(Fetch, Web, batch(pages));
        let input = to_value(&batch(pages)).unwrap();
        let (dynamic, dynamic_events) = observed(Fetch, FetchHandlers(Web), batch(pages));
        let (untyped, untyped_events) = observed(twin("Fetch", Fetch::DEFINITION), Web, input);
        assert_eq!(typed_events, dynamic_events);
        assert_eq!(typed_events, untyped_events);
        let typed = typed.unwrap();
        assert_eq!(typed, dynamic.unwrap());
        assert_eq!(typed, from_value::<Fetched>(untyped.unwrap()).unwrap());
    }
}
