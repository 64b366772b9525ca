//! Checkpoints: frames as JSON, and what is said of JSON that is none of a frame's.

use sfn::machine::{Command, Event, Fingerprint, Phase, RestoreError, StepContext};
use sfn::value::Object;
use sfn::{Checkpoint, Durable, StateMachine, Value, json, sfn};

sfn! {
    machine Shop = {
        "StartAt": "Charge",
        "States": {
            "Charge": {
                "Type": "Task",
                "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
                "Parameters": { "cents.$": "$.cents" },
                "Credentials": { "RoleArn": "arn:aws:iam::123456789012:role/till" },
                "Retry": [{ "ErrorEquals": ["Busy"] }, { "ErrorEquals": ["States.ALL"] }],
                "Assign": { "paid.$": "$.reference", "unread": 1 },
                "ResultPath": "$.charge",
                "Next": "Each"
            },
            "Each": {
                "Type": "Map",
                "ItemsPath": "$.lines",
                "ItemSelector": { "line.$": "$.cents", "paid.$": "$paid" },
                "ItemProcessor": {
                    "StartAt": "Name",
                    "States": {
                        "Name": { "Type": "Pass", "Assign": { "name.$": "$.line" }, "Next": "Rest" },
                        "Rest": { "Type": "Wait", "Seconds": 3, "Next": "Tell" },
                        "Tell": {
                            "Type": "Pass",
                            "Parameters": { "name.$": "$name", "paid.$": "$paid" },
                            "End": true
                        }
                    }
                },
                "ResultPath": "$.told",
                "Next": "Both"
            },
            "Both": {
                "Type": "Parallel",
                "Branches": [
                    { "StartAt": "One", "States": { "One": { "Type": "Succeed" } } },
                    { "StartAt": "Two", "States": { "Two": { "Type": "Succeed" } } }
                ],
                "End": true
            }
        }
    };
}

/// A step of a frame at rest.
fn step(frame: &mut <Shop as StateMachine>::Frame, event: Event) -> Command {
    Shop.step(frame, event, &StepContext::default()).unwrap()
}

fn text(frame: &<Shop as StateMachine>::Frame, phase: Phase) -> String {
    String::from_utf8(Shop.checkpoint(frame, phase).unwrap().to_json()).unwrap()
}

/// The data alone.
fn data(frame: &<Shop as StateMachine>::Frame, phase: Phase) -> Value {
    Value::Object(Shop.checkpoint(frame, phase).unwrap().data)
}

fn input() -> Value {
    json!({ "cents": 250, "lines": [1, 2.5] })
}

fn started() -> <Shop as StateMachine>::Frame {
    let mut frame = Shop.frame();
    Shop.start(&mut frame, input()).unwrap();
    frame
}

/// A frame whose Map runs.
fn mapping() -> <Shop as StateMachine>::Frame {
    let mut frame = started();
    step(&mut frame, Event::Enter);
    Shop.complete(&mut frame, json!({ "reference": "r-1" })).unwrap();
    assert_eq!(step(&mut frame, Event::Succeeded), Command::Next);
    step(&mut frame, Event::Enter);
    frame
}

#[test]
fn a_checkpoint_has_what_is_still_needed() {
    let mut frame = started();
    let of = Shop.definition().fingerprint;
    assert_eq!(
        text(&frame, Phase::Entered),
        format!(
            r#"{{"definition":"{of}","state":"Charge","phase":"entered","data":{{"input":{{"cents":250,"lines":[1,2.5]}}}}}}"#
        )
    );
    step(&mut frame, Event::Enter);
    let failure = sfn::Failure::new("Lost", "the line is dead");
    assert!(matches!(step(&mut frame, Event::Failed(failure)), Command::Retry(_)));
    step(&mut frame, Event::Enter);
    assert_eq!(
        text(&frame, Phase::Working),
        format!(
            r#"{{"definition":"{of}","state":"Charge","phase":"working","retries":[0,1],"data":{{"input":{{"cents":250,"lines":[1,2.5]}},"arguments":{{"cents":250}},"credentials":{{"RoleArn":"arn:aws:iam::123456789012:role/till"}}}}}}"#
        )
    );
    Shop.complete(&mut frame, json!({ "reference": "r-1" })).unwrap();
    assert_eq!(
        data(&frame, Phase::Succeeded),
        json!({ "input": input(), "result": { "reference": "r-1" } })
    );
    step(&mut frame, Event::Succeeded);
    // Nobody reads the other variable.
    let input = json!({ "cents": 250, "lines": [1, 2.5], "charge": { "reference": "r-1" } });
    assert_eq!(
        data(&frame, Phase::Entered),
        json!({ "input": input, "variables": { "paid": "r-1" } })
    );
}

#[test]
fn children_have_checkpoints_of_their_own() {
    let parent = mapping();
    let input = json!({ "cents": 250, "lines": [1, 2.5], "charge": { "reference": "r-1" } });
    assert_eq!(
        data(&parent, Phase::Working),
        json!({
            "input": input, "items": "/lines", "outputs": [null, null],
            "variables": { "paid": "r-1" },
        })
    );
    let mut child = Shop.child(&parent, 1, &StepContext::default()).unwrap();
    step(&mut child, Event::Enter);
    step(&mut child, Event::Enter);
    // The variable of the outer scope is in the parent's checkpoint.
    assert_eq!(
        data(&child, Phase::Working),
        json!({ "input": { "line": 250, "paid": "r-1" }, "variables": { "name": 250 } })
    );

    let checkpoint = |frame, phase| {
        Checkpoint::from_json(&Shop.checkpoint(frame, phase).unwrap().to_json()).unwrap()
    };
    let (of_parent, of_child) =
        (checkpoint(&parent, Phase::Working), checkpoint(&child, Phase::Working));
    drop((parent, child));
    let mut parent = Shop.restore(of_parent, None).unwrap();
    let mut child = Shop.restore(of_child, Some(&parent)).unwrap();
    assert_eq!(step(&mut child, Event::Resume), Command::Next);
    assert_eq!(step(&mut child, Event::Enter), Command::Succeed);
    assert_eq!(data(&child, Phase::Ended), json!({ "output": { "name": 250, "paid": "r-1" } }));
    Shop.join(&mut parent, 1, child);
    let mut first = Shop.child(&parent, 0, &StepContext::default()).unwrap();
    step(&mut first, Event::Enter);
    Shop.join(&mut parent, 0, first);
    assert_eq!(step(&mut parent, Event::Succeeded), Command::Next);
    step(&mut parent, Event::Enter);
    assert_eq!(data(&parent, Phase::Working).get("outputs"), Some(&json!([null, null])));
}

#[test]
fn what_does_not_fit_is_said() {
    let (working, mapping) = (
        {
            let mut frame = started();
            step(&mut frame, Event::Enter);
            Shop.checkpoint(&frame, Phase::Working).unwrap()
        },
        Shop.checkpoint(&mapping(), Phase::Working).unwrap(),
    );
    let error = |checkpoint: Checkpoint| Shop.restore(checkpoint, None).err().unwrap().to_string();
    let with = |name: &str, value: Value| {
        let mut data = mapping.data.clone();
        data.insert(name, value);
        Checkpoint { data, ..mapping.clone() }
    };
    let definition = Fingerprint::new(7);
    let other = error(Checkpoint { definition, ..working.clone() });
    assert!(other.contains("another definition of `Shop`: it was made for 0000000000000007"));
    assert_eq!(
        error(Checkpoint { state: "Chargé".into(), ..working.clone() }),
        "the machine has no state `Chargé`"
    );
    let fit = |what: &str| format!("the checkpoint does not fit the state `{what}");
    assert_eq!(
        error(Checkpoint { data: Object::new(), ..working.clone() }),
        fit("Charge`: there is no `input`")
    );
    assert_eq!(
        error(Checkpoint { retries: vec![0, 0, 1], ..working.clone() }),
        fit("Charge`: it has 2 retriers, and 3 are counted")
    );
    assert_eq!(
        error(Checkpoint { state: "Name".into(), ..working.clone() }),
        fit("Name`: a Pass is never `working`")
    );
    assert_eq!(error(with("result", json!(1))), fit("Each`: it needs no `result`"));
    assert_eq!(error(with("items", json!({}))), fit("Each`: `items` is no array"));
    let children = fit("Each`: `outputs` are not those of its children");
    assert_eq!(error(with("outputs", json!([1]))), children);
    assert_eq!(error(with("outputs", json!("x"))), children);
    assert_eq!(error(with("variables", json!([]))), fit("Each`: `variables` is no object"));
    assert_eq!(
        error(with("variables", json!({ "name": 1 }))),
        fit("Each`: it needs no variable `name`")
    );
    let failure = sfn::Failure::from(RestoreError::TooLarge);
    assert_eq!(failure.cause(), Some("the checkpoint has more than 256 MiB"));
}

/// All values that are like this one but for one member, which is missing or another value.
fn mutilated(value: &Value) -> Vec<Value> {
    let others = [json!(null), json!(true), json!(-1), json!("x"), json!([]), json!({ "x": 1 })];
    let mut found: Vec<Value> = others.to_vec();
    match value {
        Value::Object(object) => {
            for (name, member) in object {
                let mut without = object.clone();
                without.remove(name.as_str());
                found.push(Value::Object(without));
                for other in mutilated(member) {
                    let mut changed = object.clone();
                    changed.insert(name.clone(), other);
                    found.push(Value::Object(changed));
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                for other in mutilated(item) {
                    let mut changed = items.clone();
                    changed.replace(index, other);
                    found.push(Value::Array(changed));
                }
            }
        }
        _ => {}
    }
    found
}

#[test]
fn no_checkpoint_panics() {
    let mut frames = vec![(started(), Phase::Entered), (mapping(), Phase::Working)];
    let mut frame = started();
    step(&mut frame, Event::Enter);
    frames.push((frame, Phase::Working));
    let mut restored = 0;
    for (frame, phase) in &frames {
        let checkpoint = Shop.checkpoint(frame, *phase).unwrap();
        for mutilated in mutilated(&Value::from(checkpoint)) {
            let read = Checkpoint::from_json(&mutilated.to_json());
            let Ok(mut frame) = read.and_then(|checkpoint| Shop.restore(checkpoint, Some(frame)))
            else {
                continue;
            };
            restored += 1;
            for event in [Event::Enter, Event::Succeeded] {
                let _ = Shop.child(&frame, 0, &StepContext::default());
                let _ = Shop.step(&mut frame, event, &StepContext::default());
            }
        }
    }
    assert!(restored > 50, "{restored}");
}
