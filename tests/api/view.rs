//! Looking into a frame: where an execution is, with its data.

use std::sync::{Arc, Mutex};

use sfn::machine::{Command, Event, StepContext};
use sfn::observer::{Happening, Observation};
use sfn::{
    Engine, ExecutionInfo, HandlerFuture, Observer, StateMachine, TaskContext, TaskError,
    TaskHandler, TaskRequest, View, json, sfn,
};

use crate::support::block_on;

sfn! {
    machine EveryType from "tests/api/definitions/every_type.asl.json";
    machine Other = { "StartAt": "Done", "States": { "Done": { "Type": "Succeed" } } };
}

#[test]
fn the_view_borrows_the_state() {
    let machine = EveryType;
    let mut frame = machine.frame();
    machine.start(&mut frame, json!({ "n": 1 })).unwrap();
    assert!(matches!(
        machine.view(&frame),
        Some(EveryTypeState::Prepare { input, .. }) if *input == json!({ "n": 1 })
    ));
    let next = machine.step(&mut frame, Event::Enter, &StepContext::default()).unwrap();
    assert_eq!(next, Command::Next);
    let Some(EveryTypeState::Charge { input, .. }) = machine.view(&frame) else {
        panic!("it is in {:?}", machine.view(&frame));
    };
    assert_eq!(*input, json!({ "n": 1, "lines": [1, 2] }));
    assert_eq!(
        format!("{:?}", machine.view(&frame)),
        r#"Some(Charge { input: {"n":1,"lines":[1,2]} })"#
    );
}

/// Refuses every charge.
struct Refuses;

impl TaskHandler for Refuses {
    fn call<'a>(&'a self, _: &'a TaskContext<'a>, _: TaskRequest<'a>) -> HandlerFuture<'a> {
        Box::pin(async { Err(TaskError::new("NoCard", "")) })
    }
}

/// Keeps what is charged.
#[derive(Default)]
struct Charged(Mutex<Vec<String>>);

impl Observer for Charged {
    type Execution = ();

    fn begin(&self, _: &ExecutionInfo<'_>) {}

    fn observe(&self, (): &mut (), observation: &Observation<'_>) {
        assert!(observation.state_of::<Other>().is_none());
        if let (Happening::StateEntered, Some(EveryTypeState::Charge { input, .. })) =
            (observation.what, observation.state_of::<EveryType>())
        {
            self.0.lock().unwrap().push(input.to_string());
        }
    }
}

#[test]
fn observers_have_the_view() {
    let charged = Arc::new(Charged::default());
    let engine = Engine::builder().observer(Arc::clone(&charged)).build();
    let flow = engine.register(EveryType, EveryTypeHandlers(Refuses));
    assert_eq!(block_on(flow.run(json!({ "n": 1 }))).unwrap_err().error(), "NoCard");
    assert_eq!(*charged.0.lock().unwrap(), [r#"{"n":1,"lines":[1,2]}"#]);
}

#[test]
fn the_definition_tells_its_states() {
    let definition = EveryType.definition();
    assert_eq!(definition.name, "EveryType");
    let states: Vec<String> =
        definition.states.iter().map(|s| format!("{} {}", s.name, s.state_type)).collect();
    assert_eq!(
        states,
        [
            "Prepare Pass",
            "Charge Task",
            "Is it charged? Choice",
            "Cool down Wait",
            "Done Succeed",
            "Refused Fail"
        ]
    );
    let task = definition.states[1].task.unwrap();
    assert_eq!(task.name, "charge");
    assert_eq!(task.resource, "arn:aws:lambda:us-east-1:123456789012:function:charge");
}
