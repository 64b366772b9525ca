//! Branches, iterations and Map Runs.

use asl_runtime::machine::StateType::{Map, Wait};
use asl_runtime::machine::TaskPattern;
use asl_runtime::{Failure, json};

use crate::machine::{Machine, State};
use crate::support::{assert_lines, lines, run, run_all};

const INVOKE: &str = "arn:aws:states:::lambda:invoke";

fn work(timeout: u32) -> State {
    State::task("Work", INVOKE, TaskPattern::RequestResponse, timeout).end()
}

#[test]
fn iterations_one_after_the_other() {
    let machine = Machine::new([State::map("Each", 1, 1).end(), State::pass("Item").end()]);
    assert_lines(
        &run(machine, json!([1, 2])),
        "1<0 ExecutionStarted
         2<0 MapStateEntered Each
         3<2 MapStateStarted
         4<3 MapIterationStarted Each 0
         5<4 PassStateEntered Item
         6<5 PassStateExited Item
         7<6 MapIterationSucceeded Each 0
         8<6 MapIterationStarted Each 1
         9<8 PassStateEntered Item
         10<9 PassStateExited Item
         11<10 MapIterationSucceeded Each 1
         12<11 MapStateSucceeded
         13<11 MapStateExited Each
         14<13 ExecutionSucceeded",
    );
}

#[test]
fn a_map_without_items() {
    let machine = Machine::new([State::map("Each", 1, 0).end(), State::pass("Item").end()]);
    assert_lines(
        &run(machine, json!([])),
        "1<0 ExecutionStarted
         2<0 MapStateEntered Each
         3<2 MapStateStarted
         4<3 MapStateSucceeded
         5<3 MapStateExited Each
         6<5 ExecutionSucceeded",
    );
}

#[test]
fn a_failed_map_is_tried_again() {
    let machine =
        Machine::new([State::map("Each", 1, 1).retry(1).end(), State::fail("Item").end()]);
    assert_lines(
        &run(machine, json!([1])),
        "1<0 ExecutionStarted
         2<0 MapStateEntered Each
         3<2 MapStateStarted
         4<3 MapIterationStarted Each 0
         5<4 FailStateEntered Item
         6<5 MapIterationFailed Each 0
         7<5 MapStateStarted
         8<7 MapIterationStarted Each 0
         9<8 FailStateEntered Item
         10<9 MapIterationFailed Each 0
         11<9 MapStateFailed
         12<11 ExecutionFailed",
    );
}

/// On AWS all of them time out; here the first that does has the others dropped. Up to there and
/// from there on it is as recorded.
#[test]
fn iterations_side_by_side_are_aborted() {
    let machine = Machine::new([State::map("Each", 1, 0).end(), work(5)]);
    assert_lines(
        &run(machine, json!(["never", "never", "never", "never"])),
        "1<0 ExecutionStarted
         2<0 MapStateEntered Each
         3<2 MapStateStarted
         4<3 MapIterationStarted Each 0
         5<3 MapIterationStarted Each 1
         6<3 MapIterationStarted Each 2
         7<3 MapIterationStarted Each 3
         8<4 TaskStateEntered Work
         9<8 TaskScheduled
         10<5 TaskStateEntered Work
         11<10 TaskScheduled
         12<6 TaskStateEntered Work
         13<12 TaskScheduled
         14<7 TaskStateEntered Work
         15<14 TaskScheduled
         16<9 TaskStarted
         17<11 TaskStarted
         18<13 TaskStarted
         19<15 TaskStarted
         20<16 TaskTimedOut
         21<20 MapIterationFailed Each 0
         22<20 TaskStateAborted
         23<20 MapIterationAborted Each 1
         24<20 TaskStateAborted
         25<20 MapIterationAborted Each 2
         26<20 TaskStateAborted
         27<20 MapIterationAborted Each 3
         28<20 TaskStateAborted
         29<20 MapStateFailed
         30<29 ExecutionFailed",
    );
}

/// Not recorded: here an iteration may fail before the others have done anything.
#[test]
fn iterations_that_never_ran_are_aborted() {
    let machine = Machine::new([
        State::map("Each", 2, 2).catch(1).end(),
        State::pass("After").end(),
        State::fail("Item").end(),
    ]);
    assert_lines(
        &run(machine, json!([1, 2, 3])),
        "1<0 ExecutionStarted
         2<0 MapStateEntered Each
         3<2 MapStateStarted
         4<3 MapIterationStarted Each 0
         5<3 MapIterationStarted Each 1
         6<4 FailStateEntered Item
         7<6 MapIterationFailed Each 0
         8<6 MapIterationAborted Each 1
         9<6 MapStateFailed
         10<9 MapStateExited Each
         11<10 PassStateEntered After
         12<11 PassStateExited After
         13<12 ExecutionSucceeded",
    );
}

#[test]
fn branches() {
    let machine = Machine::new([
        State::parallel("Both", &[2, 3]),
        State::pass("After").end(),
        State::pass("Left").end(),
        State::wait("Right", 1).end(),
    ]);
    assert_lines(
        &run(machine, json!({})),
        "1<0 ExecutionStarted
         2<0 ParallelStateEntered Both
         3<2 ParallelStateStarted
         4<3 PassStateEntered Left
         5<4 PassStateExited Left
         6<3 WaitStateEntered Right
         7<6 WaitStateExited Right
         8<7 ParallelStateSucceeded
         9<7 ParallelStateExited Both
         10<9 PassStateEntered After
         11<10 PassStateExited After
         12<11 ExecutionSucceeded",
    );
}

#[test]
fn a_failed_branch_is_caught() {
    let machine = Machine::new([
        State::parallel("Both", &[2]).catch(1),
        State::pass("Caught").end(),
        State::fail("Left"),
    ]);
    assert_lines(
        &run(machine, json!({})),
        "1<0 ExecutionStarted
         2<0 ParallelStateEntered Both
         3<2 ParallelStateStarted
         4<3 FailStateEntered Left
         5<4 ParallelStateFailed
         6<5 ParallelStateExited Both
         7<6 PassStateEntered Caught
         8<7 PassStateExited Caught
         9<8 ExecutionSucceeded",
    );
}

/// A child comes before its own children, and siblings by their indexes, in whatever order they
/// are dropped. What is inside of aborted containers is not recorded.
#[test]
fn aborted_children_of_aborted_children() {
    let machine = Machine::new([
        State::parallel("Outer", &[1, 3, 4]).end(),
        State::wait("Soon", 1),
        State::fail("Fail"),
        State::parallel("Inner", &[4, 4]).end(),
        State::wait("Late", 60).end(),
    ]);
    assert_lines(
        &run(machine, json!({})),
        "1<0 ExecutionStarted
         2<0 ParallelStateEntered Outer
         3<2 ParallelStateStarted
         4<3 WaitStateEntered Soon
         5<3 ParallelStateEntered Inner
         6<3 WaitStateEntered Late
         7<5 ParallelStateStarted
         8<7 WaitStateEntered Late
         9<7 WaitStateEntered Late
         10<4 WaitStateExited Soon
         11<10 FailStateEntered Fail
         12<11 ParallelStateAborted
         13<11 WaitStateAborted
         14<11 WaitStateAborted
         15<11 WaitStateAborted
         16<11 ParallelStateFailed
         17<16 ExecutionFailed",
    );
}

#[test]
fn a_failed_task_is_aborted_too() {
    let machine = Machine::new([
        State::parallel("Both", &[2]).retry(1).catch(1),
        State::pass("Caught").end(),
        work(0),
    ]);
    assert_lines(
        &run(machine, json!("fail")),
        "1<0 ExecutionStarted
         2<0 ParallelStateEntered Both
         3<2 ParallelStateStarted
         4<3 TaskStateEntered Work
         5<4 TaskScheduled
         6<5 TaskStarted
         7<6 TaskFailed
         8<7 TaskStateAborted
         9<7 ParallelStateStarted
         10<9 TaskStateEntered Work
         11<10 TaskScheduled
         12<11 TaskStarted
         13<12 TaskFailed
         14<13 TaskStateAborted
         15<13 ParallelStateFailed
         16<15 ParallelStateExited Both
         17<16 PassStateEntered Caught
         18<17 PassStateExited Caught
         19<18 ExecutionSucceeded",
    );
}

/// What runs when time is up is not recorded, but that an execution which is stopped in a Wait has
/// nothing about the Wait.
#[test]
fn nothing_is_aborted_when_time_is_up() {
    let machine =
        Machine::new([State::parallel("Both", &[1, 1]).end(), State::wait("Late", 7200).end()]);
    let history = run(machine, json!({}));
    assert!(lines(&history).ends_with("5<3 WaitStateEntered Late\n6<0 ExecutionTimedOut\n"));
}

#[test]
fn a_map_run() {
    let machine =
        Machine::new([State::map_run("Each", 1, None).end(), State::wait("Item", 1).end()]);
    let all = run_all(machine, json!([1, 2]));
    let history = all.execution("e-1").unwrap();
    assert_lines(
        &history,
        "1<0 ExecutionStarted
         2<0 MapStateEntered Each
         3<2 MapStateStarted
         4<3 MapRunStarted
         5<4 MapRunSucceeded
         6<5 MapStateSucceeded
         7<4 MapStateExited Each
         8<7 ExecutionSucceeded",
    );
    let json = serde_json::to_value(&history).unwrap();
    let arn = json["events"][3]["mapRunStartedEventDetails"]["mapRunArn"].as_str().unwrap();
    let start = "arn:aws:states:us-east-1:123456789012:mapRun:Machine/Each:";
    assert!(arn.starts_with(start), "{arn}");
    let [_, first, second] = &all.executions()[..] else { panic!("{all:?}") };
    for child in [first, second] {
        assert_eq!(child.state_machine(), "Machine/Each");
        assert_lines(
            child,
            "1<0 ExecutionStarted
             2<0 WaitStateEntered Item
             3<2 WaitStateExited Item
             4<3 ExecutionSucceeded",
        );
    }
}

#[test]
fn a_map_run_that_fails() {
    let machine = Machine::new([State::map_run("Each", 1, None).end(), State::fail("Item").end()]);
    let failed = "1<0 ExecutionStarted
         2<0 MapStateEntered Each
         3<2 MapStateStarted
         4<3 MapRunStarted
         5<4 MapRunFailed
         6<5 MapStateFailed
         7<6 ExecutionFailed";
    assert_lines(&run(machine, json!([1, 2])), failed);
    let unread = Failure::new("States.ItemReaderFailed", "there is no bucket");
    let machine = Machine::new([State::map_run("Each", 1, Some(unread)).end()]);
    assert_lines(&run(machine, json!([1, 2])), failed);
}

#[test]
fn a_map_whose_own_data_does_not_fit() {
    let machine = Machine::new([State::runtime("Each", Map)]);
    assert_lines(
        &run(machine, json!([])),
        "1<0 ExecutionStarted
         2<0 MapStateEntered Each
         3<2 ExecutionFailed",
    );
    let machine = Machine::new([State::map_run("Each", 1, Some(Failure::runtime("detail")))]);
    assert_lines(
        &run(machine, json!([])),
        "1<0 ExecutionStarted
         2<0 MapStateEntered Each
         3<2 MapStateStarted
         4<3 ExecutionFailed",
    );
}

#[test]
fn an_expression_that_fails() {
    let machine = Machine::new([State::pass("Before"), State::evaluation("Each", Map)]);
    assert_lines(
        &run(machine, json!([])),
        "1<0 ExecutionStarted
         2<0 PassStateEntered Before
         3<2 PassStateExited Before
         4<3 MapStateEntered Each
         5<3 EvaluationFailed
         6<5 MapStateFailed
         7<6 ExecutionFailed",
    );
    let machine = Machine::new([State::evaluation("Pause", Wait)]);
    assert_lines(
        &run(machine, json!([])),
        "1<0 ExecutionStarted
         2<0 WaitStateEntered Pause
         3<2 EvaluationFailed
         4<3 ExecutionFailed",
    );
    let machine = Machine::new([
        State::map("Each", 1, 1).end(),
        State::pass("Before"),
        State::evaluation("Item", asl_runtime::machine::StateType::Pass),
    ]);
    assert_lines(
        &run(machine, json!([1])),
        "1<0 ExecutionStarted
         2<0 MapStateEntered Each
         3<2 MapStateStarted
         4<3 MapIterationStarted Each 0
         5<4 PassStateEntered Before
         6<5 PassStateExited Before
         7<6 PassStateEntered Item
         8<6 EvaluationFailed
         9<8 MapIterationFailed Each 0
         10<8 MapStateFailed
         11<10 ExecutionFailed",
    );
}
