//! Looking into a frame: where an execution is, with its data.

use sfn::machine::{Command, Event, StepContext};
use sfn::{StateMachine, json, sfn};

sfn! { machine EveryType from "tests/api/definitions/every_type.asl.json"; }

#[test]
fn the_view_borrows_the_state() {
    let machine = EveryType;
    let mut frame = machine.frame();
    machine.start(&mut frame, json!({ "n": 1 })).unwrap();
    assert!(matches!(
        machine.view(&frame),
        EveryTypeState::Prepare { input, .. } if *input == json!({ "n": 1 })
    ));
    let next = machine.step(&mut frame, Event::Enter, &StepContext::default()).unwrap();
    assert_eq!(next, Command::Next);
    let EveryTypeState::Charge { input, .. } = machine.view(&frame) else {
        panic!("it is in {:?}", machine.view(&frame));
    };
    assert_eq!(*input, json!({ "n": 1, "lines": [1, 2] }));
    assert_eq!(format!("{:?}", machine.view(&frame)), r#"Charge { input: {"n":1,"lines":[1,2]} }"#);
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
