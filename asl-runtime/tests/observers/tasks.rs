//! The work of tasks, and how executions end.

use asl_runtime::machine::TaskPattern::{Activity, Callback, Job, RequestResponse};
use asl_runtime::{Engine, History, Start, TestClock, Value, json};

use crate::machine::{Machine, State};
use crate::support::{Handler, assert_lines, run};

const FUNCTION: &str = "arn:aws:lambda:us-east-1:123456789012:function:work";
const ACTIVITY: &str = "arn:aws:states:us-east-1:123456789012:activity:work";
const SEND: &str = "arn:aws:states:::sqs:sendMessage";
const SYNC: &str = "arn:aws:states:::states:startExecution.sync:2";
const TOKEN: &str = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";

/// What comes between the entry of a Task and its exit, or the end.
#[track_caller]
fn assert_work(task: State, input: Value, expected: &str) {
    let entered = "1<0 ExecutionStarted\n2<0 TaskStateEntered Work\n";
    assert_lines(&run(Machine::new([task.end()]), input), &format!("{entered}{expected}"));
}

#[test]
fn functions() {
    let task = || State::task("Work", FUNCTION, RequestResponse, 5);
    assert_work(
        task(),
        json!(1),
        "3<2 LambdaFunctionScheduled
         4<3 LambdaFunctionStarted
         5<4 LambdaFunctionSucceeded
         6<5 TaskStateExited Work
         7<6 ExecutionSucceeded",
    );
    assert_work(
        task(),
        json!("never"),
        "3<2 LambdaFunctionScheduled
         4<3 LambdaFunctionStarted
         5<4 LambdaFunctionTimedOut
         6<5 ExecutionFailed",
    );
    assert_work(
        task().retry(1),
        json!("fail once"),
        "3<2 LambdaFunctionScheduled
         4<3 LambdaFunctionStarted
         5<4 LambdaFunctionFailed
         6<5 LambdaFunctionScheduled
         7<6 LambdaFunctionStarted
         8<7 LambdaFunctionSucceeded
         9<8 TaskStateExited Work
         10<9 ExecutionSucceeded",
    );
}

#[test]
fn activities() {
    let task = || State::task("Work", ACTIVITY, Activity, 5);
    assert_work(
        task(),
        json!(1),
        "3<2 ActivityScheduled
         4<3 ActivityStarted
         5<4 ActivitySucceeded
         6<5 TaskStateExited Work
         7<6 ExecutionSucceeded",
    );
    assert_work(
        task(),
        json!("fail"),
        "3<2 ActivityScheduled
         4<3 ActivityStarted
         5<4 ActivityFailed
         6<5 ExecutionFailed",
    );
    // One that is only queued is not started before a worker takes it.
    assert_work(
        task(),
        json!("submit"),
        "3<2 ActivityScheduled
         4<3 ActivityTimedOut
         5<4 ExecutionFailed",
    );
}

#[test]
fn integrations() {
    assert_work(
        State::task("Work", SEND, RequestResponse, 0),
        json!(1),
        "3<2 TaskScheduled
         4<3 TaskStarted
         5<4 TaskSucceeded
         6<5 TaskStateExited Work
         7<6 ExecutionSucceeded",
    );
    assert_work(
        State::task("Work", SEND, RequestResponse, 0),
        json!("fail"),
        "3<2 TaskScheduled
         4<3 TaskStarted
         5<4 TaskFailed
         6<5 ExecutionFailed",
    );
    // However the handler does it, a job is submitted before it is done.
    assert_work(
        State::task("Work", SYNC, Job, 0),
        json!(1),
        "3<2 TaskScheduled
         4<3 TaskStarted
         5<4 TaskSubmitted
         6<5 TaskSucceeded
         7<6 TaskStateExited Work
         8<7 ExecutionSucceeded",
    );
    assert_work(
        State::task("Work", TOKEN, Callback, 5),
        json!("submit"),
        "3<2 TaskScheduled
         4<3 TaskStarted
         5<4 TaskSubmitted
         6<5 TaskTimedOut
         7<6 ExecutionFailed",
    );
}

#[test]
fn a_path_error_after_success() {
    let machine = Machine::new([
        State::task("Work", FUNCTION, RequestResponse, 0),
        State::runtime("Read", asl_runtime::machine::StateType::Pass),
    ]);
    let history = run(machine, json!(1));
    assert_eq!(history.events().last().unwrap().to_string(), "8<7 ExecutionFailed");
    let json = serde_json::to_value(&history).unwrap();
    let cause = json["events"][7]["executionFailedEventDetails"]["cause"].as_str().unwrap();
    let expected = "An error occurred while executing the state 'Read' (entered at the event id \
                    #7). detail";
    assert_eq!(cause, expected);
}

#[test]
fn a_stop() {
    let history = History::new();
    let clock = TestClock::at("2025-01-01T12:00:00Z").unwrap();
    let engine = Engine::builder().clock(clock.clone()).observer(history.clone()).build();
    let task = State::task("Work", FUNCTION, RequestResponse, 0).end();
    let flow = engine.register(Machine::new([task]), Handler(clock));
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let execution = flow.start(Start::new(json!("never")).name("e-1"));
        tokio::task::yield_now().await;
        execution.stop("Operator", "enough");
        assert!(execution.await.is_err());
    });
    assert_lines(
        &history.execution("e-1").unwrap(),
        "1<0 ExecutionStarted
         2<0 TaskStateEntered Work
         3<2 LambdaFunctionScheduled
         4<3 LambdaFunctionStarted
         5<0 ExecutionAborted",
    );
}
