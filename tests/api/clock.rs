//! Time and chance can be replaced, and are then the same in each run.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use sfn::observer::{Happening, Observation};
use sfn::{
    Clock, Engine, ExecutionInfo, History, Observer, Status, TaskContext, TaskError, Value, json,
    sfn,
};

use crate::support::{block_on, noon};

sfn! {
    machine Jitter from "tests/api/definitions/jitter.asl.json";
    machine Rest from "tests/api/definitions/rest.asl.json";
    machine Timed from "tests/api/definitions/timed.asl.json";
    machine Untimed from "tests/api/definitions/one_task.asl.json";
}

struct Failing;

impl JitterTasks for Failing {
    async fn work(&self, cx: &TaskContext<'_>, _: &Value) -> Result<Value, TaskError> {
        Err(TaskError::new("E", format!("{} {}", cx.execution().name(), cx.task_token())))
    }
}

struct NoTasks;

impl RestTasks for NoTasks {}

/// Keeps the pauses before retries.
#[derive(Default)]
struct Pauses(Mutex<Vec<Duration>>);

impl Observer for Pauses {
    type Execution = ();

    fn begin(&self, _: &ExecutionInfo<'_>) {}

    fn observe(&self, (): &mut (), observation: &Observation<'_>) {
        if let Happening::RetryScheduled(pause) = observation.what {
            self.0.lock().unwrap().push(pause);
        }
    }
}

/// The pauses of one execution, and its name and last token.
fn run(seed: Option<u64>) -> (Vec<Duration>, String) {
    let pauses = Arc::new(Pauses::default());
    let builder = Engine::builder().clock(noon()).observer(Arc::clone(&pauses));
    let engine = match seed {
        Some(seed) => builder.seed(seed).build(),
        None => builder.build(),
    };
    let error = block_on(engine.register(Jitter, Failing).run(json!({}))).unwrap_err();
    let pauses = pauses.0.lock().unwrap().clone();
    (pauses, error.cause().to_owned())
}

#[test]
fn full_jitter_stays_below_the_interval() {
    for seed in 0..100 {
        let (pauses, _) = run(Some(seed));
        assert_eq!(pauses.len(), 6);
        for (pause, most) in pauses.iter().zip([10, 20, 40, 60, 60, 60]) {
            assert!(*pause < Duration::from_secs(most), "{pauses:?}");
        }
    }
}

#[test]
fn full_jitter_is_spread_over_the_interval() {
    let firsts: Vec<f64> = (0..100).map(|seed| run(Some(seed)).0[0].as_secs_f64()).collect();
    let mean = firsts.iter().sum::<f64>() / 100.0;
    assert!((4.0..6.0).contains(&mean), "the mean of 0 to 10 seconds is {mean}");
    assert!(firsts.iter().any(|pause| *pause < 1.0) && firsts.iter().any(|pause| *pause > 9.0));
}

#[test]
fn a_seed_fixes_names_tokens_and_jitter() {
    assert_eq!(run(Some(1)), run(Some(1)));
    assert_ne!(run(Some(1)), run(Some(2)));
    assert_ne!(run(None), run(None));
}

#[test]
fn days_pass_in_no_time_and_in_order() {
    block_on(async {
        let clock = noon();
        let flow = Engine::builder().clock(clock.clone()).build().register(Rest, NoTasks);
        let ended = Arc::new(Mutex::new(Vec::new()));
        let executions = [3, 1, 2].map(|days| {
            let (flow, clock, ended) = (flow.clone(), clock.clone(), Arc::clone(&ended));
            tokio::spawn(async move {
                flow.run(json!({ "seconds": (days * 24 * 60 * 60) })).await.unwrap();
                ended.lock().unwrap().push((days, clock.now().to_string()));
            })
        });
        for execution in executions {
            execution.await.unwrap();
        }
        let at = |day: u32| format!("2025-01-0{}T12:00:00Z", day + 1);
        assert_eq!(*ended.lock().unwrap(), [(1, at(1)), (2, at(2)), (3, at(3))]);
    });
}

#[test]
fn tokio_keeps_the_time_by_default() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    runtime.block_on(async {
        let flow = Engine::new().register(Rest, NoTasks);
        let began = std::time::Instant::now();
        flow.run(json!({ "seconds": 1 })).await.unwrap();
        let took = began.elapsed();
        assert!(took >= Duration::from_secs(1) && took < Duration::from_secs(20), "{took:?}");
    });
}

/// A handler that waits for something else than time.
struct Yielding;

impl TimedTasks for Yielding {
    async fn work(&self, _: &TaskContext<'_>, input: &Value) -> Result<Value, TaskError> {
        tokio::task::yield_now().await;
        Ok(input.clone())
    }
}

impl UntimedTasks for Yielding {
    async fn work(&self, _: &TaskContext<'_>, input: &Value) -> Result<Value, TaskError> {
        tokio::task::yield_now().await;
        Ok(input.clone())
    }
}

#[test]
fn a_runtime_without_timers_fails_what_waits() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let failed = |error: sfn::ExecutionError, state: &str| {
        assert_eq!((error.status(), error.error()), (Status::Failed, "States.Runtime"));
        assert_eq!(error.state(), Some(state));
        assert!(error.cause().starts_with("The clock cannot let time pass: "), "{error}");
        assert!(error.cause().contains("enable_time"), "{error}");
    };
    runtime.block_on(async {
        let flow = Engine::new().register(Rest, NoTasks);
        assert!(flow.run(json!({ "seconds": 0 })).await.is_ok(), "nothing waits");
        failed(flow.run(json!({ "seconds": 1 })).await.unwrap_err(), "Rest");
        failed(flow.start(json!({ "seconds": 1 })).await.unwrap_err(), "Rest");
        let flow = Engine::new().register(Jitter, Failing);
        failed(flow.run(json!({})).await.unwrap_err(), "Work");
        let flow = Engine::new().register(Timed, Yielding);
        failed(flow.run(json!({})).await.unwrap_err(), "Work");
        let flow = Engine::new().register(Untimed, Yielding);
        failed(flow.run(json!({})).await.unwrap_err(), "Work");
    });
}

#[test]
fn without_a_runtime_it_fails_too() {
    use std::task::{Context, Poll, Waker};
    let flow = Engine::new().register(Rest, NoTasks);
    let mut run = std::pin::pin!(flow.run(json!({ "seconds": 1 })));
    let Poll::Ready(ended) = run.as_mut().poll(&mut Context::from_waker(Waker::noop())) else {
        panic!("nothing would wake it")
    };
    let error = ended.unwrap_err();
    assert!(error.cause().contains("Tokio 1.x"), "{error}");
}

#[test]
fn a_clock_that_panics_fails_its_executions() {
    #[derive(Debug)]
    struct Broken;
    impl Clock for Broken {
        fn now(&self) -> jiff::Timestamp {
            jiff::Timestamp::UNIX_EPOCH
        }
        fn sleep(&self, _: Duration) -> sfn::Sleep {
            Box::pin(async { panic!("no time") })
        }
    }
    let flow = Engine::builder().clock(Broken).build().register(Rest, NoTasks);
    let error = block_on(flow.run(json!({ "seconds": 1 }))).unwrap_err();
    assert_eq!(error.cause(), "The clock cannot let time pass: no time");
}

#[test]
fn a_clock_may_look_at_the_history_that_is_recorded() {
    #[derive(Debug)]
    struct Counting(History);
    impl Clock for Counting {
        fn now(&self) -> jiff::Timestamp {
            let events = self.0.executions().iter().map(|e| e.events().len()).sum::<usize>();
            jiff::Timestamp::from_second(i64::try_from(events).unwrap()).unwrap()
        }
        fn sleep(&self, _: Duration) -> sfn::Sleep {
            Box::pin(async {})
        }
    }
    let history = History::new();
    let engine = Engine::builder().clock(Counting(history.clone())).observer(history.clone());
    let flow = engine.build().register(Rest, NoTasks);
    block_on(flow.run(json!({ "seconds": 1 }))).unwrap();
    let executions = history.executions();
    let seconds: Vec<_> = executions[0].events().iter().map(|e| e.timestamp.as_second()).collect();
    assert_eq!(seconds.first(), Some(&0));
    assert!(seconds.last() > Some(&2), "{seconds:?}");
}
