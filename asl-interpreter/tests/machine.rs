//! The machine stepped by hand, as a driver does it: what it tells of its data.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use asl_interpreter::{Frame, Interpreter, Options};
use asl_lang::ir;
use asl_lang::source::Source;
use asl_runtime::machine::{Command, Datum, Event, ReaderConfig, StepContext};
use asl_runtime::{StateMachine, Value, json};

fn definition(text: &Value) -> ir::Machine {
    let source = Source::new("machine.asl.json", text.to_string());
    let compilation = asl_lang::compile(&source, &asl_lang::Options::default());
    compilation.machine.unwrap_or_else(|| panic!("{:?}", compilation.diagnostics))
}

fn interpreter(text: &Value) -> Interpreter {
    Interpreter::new(definition(text), Options::named("Machine")).unwrap()
}

fn start(machine: &Interpreter, input: Value) -> Frame {
    let mut frame = machine.frame();
    machine.start(&mut frame, input).unwrap();
    frame
}

fn step(machine: &Interpreter, frame: &mut Frame, event: Event) -> Command {
    machine.step(frame, event, &StepContext::default()).unwrap()
}

fn datum(machine: &Interpreter, frame: &Frame, datum: Datum) -> Value {
    machine.datum(frame, datum).into_owned()
}

#[test]
fn variables_are_reported_by_the_state_after() {
    let machine = interpreter(&json!({ "StartAt": "A", "States": {
        "A": { "Type": "Pass", "Assign": { "b.$": "$.x", "a": null }, "Next": "B" },
        "B": { "Type": "Pass", "Next": "C" },
        "C": { "Type": "Pass", "Assign": { "a.$": "$b" }, "End": true },
    } }));
    let mut frame = start(&machine, json!({ "x": [1] }));
    assert_eq!(datum(&machine, &frame, Datum::Assigned), Value::Null);
    assert_eq!(step(&machine, &mut frame, Event::Enter), Command::Next);
    assert_eq!(datum(&machine, &frame, Datum::Assigned).to_string(), r#"{"b":[1],"a":null}"#);
    assert_eq!(step(&machine, &mut frame, Event::Enter), Command::Next);
    assert_eq!(datum(&machine, &frame, Datum::Assigned), Value::Null);
    assert_eq!(step(&machine, &mut frame, Event::Enter), Command::Succeed);
    assert_eq!(datum(&machine, &frame, Datum::Assigned), json!({ "a": [1] }));
}

#[test]
fn credentials_are_computed_before_the_arguments() {
    let machine = interpreter(&json!({ "StartAt": "A", "States": { "A": {
        "Type": "Task",
        "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work",
        "Credentials": { "RoleArn.$": "$.role" },
        "Parameters": { "n.$": "$.n" },
        "End": true,
    } } }));
    let mut frame = start(&machine, json!({ "role": "arn:aws:iam::1:role/r", "n": 1 }));
    assert!(matches!(step(&machine, &mut frame, Event::Enter), Command::Call { .. }));
    assert!(machine.state(&frame).task.unwrap().credentials);
    let credentials = datum(&machine, &frame, Datum::Credentials);
    assert_eq!(credentials, json!({ "RoleArn": "arn:aws:iam::1:role/r" }));
    assert_eq!(datum(&machine, &frame, Datum::Arguments), json!({ "n": 1 }));

    let mut frame = start(&machine, json!({}));
    let failure = machine.step(&mut frame, Event::Enter, &StepContext::default()).unwrap_err();
    assert!(failure.cause().unwrap().contains("'RoleArn.$'"), "{failure}");
    assert_eq!(datum(&machine, &frame, Datum::Input), json!({}));
}

#[test]
fn children_join_in_any_order() {
    let machine = interpreter(&json!({ "StartAt": "Each", "States": { "Each": {
        "Type": "Map",
        "ItemProcessor": { "StartAt": "One", "States": { "One": { "Type": "Succeed" } } },
        "End": true,
    } } }));
    let mut frame = start(&machine, json!(["a", "b"]));
    let command = step(&machine, &mut frame, Event::Enter);
    assert_eq!(command, Command::Map { items: 2, max_concurrency: 0 });
    assert_eq!(datum(&machine, &frame, Datum::Item(1)), "b");
    assert_eq!(datum(&machine, &frame, Datum::Item(2)), Value::Null);
    for index in [1, 0] {
        let mut child = machine.child(&frame, index, &StepContext::default()).unwrap();
        assert_eq!(machine.state(&child).name, "One");
        assert_eq!(step(&machine, &mut child, Event::Enter), Command::Succeed);
        machine.join(&mut frame, index, child);
    }
    assert!(machine.child(&frame, 2, &StepContext::default()).is_err());
    assert_eq!(datum(&machine, &frame, Datum::Result), json!(["a", "b"]));
    assert_eq!(step(&machine, &mut frame, Event::Succeeded), Command::Succeed);
    assert_eq!(machine.finish(&mut frame).unwrap(), json!(["a", "b"]));
}

#[test]
fn a_distributed_map_says_what_it_is_to_do() {
    let machine = interpreter(&json!({ "StartAt": "Each", "States": { "Each": {
        "Type": "Map",
        "Label": "each",
        "MaxConcurrency": 5,
        "ToleratedFailurePercentage": 2.5,
        "ToleratedFailureCountPath": "$.failures",
        "ItemReader": {
            "Resource": "arn:aws:states:::s3:getObject",
            "Parameters": { "Bucket": "b", "Key.$": "$.key" },
            "ReaderConfig": {
                "InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["x", "y"],
                "MaxItemsPath": "$.most",
            },
        },
        "ItemBatcher": { "MaxItemsPerBatch": 3, "BatchInput": { "key.$": "$.key" } },
        "ResultWriter": {
            "Resource": "arn:aws:states:::s3:putObject", "Parameters": { "Bucket": "out" },
            "WriterConfig": { "Transformation": "COMPACT", "OutputType": "JSONL" },
        },
        "ItemProcessor": {
            "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
            "StartAt": "One", "States": { "One": { "Type": "Succeed" } },
        },
        "End": true,
    } } }));
    let mut frame = start(&machine, json!({ "key": "k", "most": "7", "failures": 1 }));
    assert_eq!(step(&machine, &mut frame, Event::Enter), Command::MapRun { items: 0 });
    let run = machine.map_run(&frame, &StepContext::default()).unwrap();
    assert_eq!((run.label, run.express, run.items), (Some("each"), true, 0));
    assert_eq!(run.max_concurrency, 5);
    assert_eq!(run.tolerated_failure_count, Some(1));
    assert_eq!(run.tolerated_failure_percentage, Some(2.5));
    let reader = run.item_reader.unwrap();
    assert_eq!(reader.resource, "arn:aws:states:::s3:getObject");
    assert_eq!(reader.parameters, json!({ "Bucket": "b", "Key": "k" }));
    assert_eq!(reader.max_items, Some(7));
    let config = ReaderConfig {
        input_type: Some("CSV"),
        csv_header_location: Some("GIVEN"),
        csv_headers: Some(&["x", "y"]),
        ..ReaderConfig::default()
    };
    assert_eq!(reader.config, config);
    let batcher = run.item_batcher.unwrap();
    assert_eq!(batcher.batch_input, Some(json!({ "key": "k" })));
    assert_eq!(batcher.max_items_per_batch, Some(3));
    let writer = run.result_writer.unwrap();
    assert_eq!(writer.parameters, json!({ "Bucket": "out" }));
    assert_eq!((writer.transformation, writer.output_type), (Some("COMPACT"), Some("JSONL")));

    // What was read comes first, then the result.
    machine.complete(&mut frame, json!([])).unwrap();
    assert_eq!(datum(&machine, &frame, Datum::Item(0)), Value::Null);
    let child = machine.batch(&frame, json!({ "Items": [1] })).unwrap();
    assert_eq!(datum(&machine, &child, Datum::Input), json!({ "Items": [1] }));
    machine.complete(&mut frame, json!(["done"])).unwrap();
    assert_eq!(step(&machine, &mut frame, Event::Succeeded), Command::Succeed);
    assert_eq!(machine.finish(&mut frame).unwrap(), json!(["done"]));
}

#[test]
fn states_without_children_have_none() {
    let machine = interpreter(&json!({ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }));
    let frame = start(&machine, json!({}));
    assert!(machine.child(&frame, 0, &StepContext::default()).is_err());
    assert!(machine.map_run(&frame, &StepContext::default()).is_err());
    assert!(machine.batch(&frame, json!({})).is_err());
}

#[test]
fn an_inconsistent_machine_is_refused() {
    let definition = definition(&json!({ "StartAt": "A", "States": {
        "A": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "B" }, "B": { "Type": "Succeed" },
    } }));
    let refused = |change: fn(&mut ir::Machine)| {
        let mut machine = definition.clone();
        change(&mut machine);
        Interpreter::new(machine, Options::default()).unwrap_err().to_string()
    };
    assert_eq!(refused(|m| m.scopes.clear()), "the machine has no scope with index 0");
    assert_eq!(refused(|m| m.states.truncate(1)), "the machine has no state with index 1");
    assert_eq!(refused(|m| m.variables.clear()), "the machine has no variable with index 0");
}
