//! Watching executions.

use std::io::Write;
use std::sync::{Arc, Mutex};

use sfn::machine::Datum;
use sfn::observer::{Happening, Observation};
use sfn::{
    Dispatch, Engine, ExecutionInfo, Observer, StateMachine, TaskContext, TaskError,
    TransitionPrinter, Value, json, sfn,
};

use crate::support::{block_on, noon};

sfn! {
    machine EveryType from "tests/api/definitions/every_type.asl.json";
    machine Astray from "tests/api/definitions/astray.asl.json";
    machine Fork from "tests/api/definitions/fork.asl.json";
}

struct Shop;

impl EveryTypeTasks for Shop {
    async fn charge(&self, cx: &TaskContext<'_>, input: &Value) -> Result<Value, TaskError> {
        match input.get("paid") {
            Some(paid) if cx.attempt() > 1 => Ok(json!({ "paid": paid.clone() })),
            Some(_) => Err(TaskError::new("Busy", "try again")),
            None => Err(TaskError::new("NoCard", "")),
        }
    }
}

impl AstrayTasks for Shop {
    async fn charge(&self, _: &TaskContext<'_>, _: &Value) -> Result<Value, TaskError> {
        Err(TaskError::new("NoCard", ""))
    }
}

impl ForkTasks for Shop {
    async fn left(&self, _: &TaskContext<'_>, _: &Value) -> Result<Value, TaskError> {
        Ok(json!("l"))
    }

    async fn right(&self, _: &TaskContext<'_>, _: &Value) -> Result<Value, TaskError> {
        Ok(json!("r"))
    }
}

/// A text that several can write to.
#[derive(Clone, Default)]
struct Text(Arc<Mutex<Vec<u8>>>);

impl Write for Text {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// What is printed of one execution, without its name and the first column, which is the time.
fn printed<M>(machine: M, input: Value) -> String
where
    M: Dispatch<Shop> + StateMachine<Input = Value>,
{
    let text = Text::default();
    let printer = TransitionPrinter::new(text.clone());
    let engine = Engine::builder().clock(noon()).observer(printer).build();
    let _ = block_on(engine.register(machine, Shop).run(input));
    let text = String::from_utf8(text.0.lock().unwrap().clone()).unwrap();
    let lines = text.lines().skip(1).map(|line| line.chars().skip(10).collect::<String>());
    lines.map(|line| line.trim_end().to_owned() + "\n").collect()
}

#[test]
fn transitions_are_printed() {
    assert_eq!(
        printed(EveryType, json!({ "paid": true })),
        r#"state           type      event      data
──────────────  ────────  ─────────  ─────────────────────────────────────────────────────
Prepare         Pass      entered    {"paid":true}
Charge          Task      entered    {"paid":true,"lines":[1,2]}
                          scheduled
                          failed     Busy: try again
                          retry      in 2 s
                          scheduled
                          succeeded  {"paid":true}
Is it charged?  Choice    entered    {"paid":true,"lines":[1,2],"charge":{"paid":true}}
Cool down       Wait      entered
                          waiting    1 min 30 s
Done            Succeed   entered
                          SUCCEEDED  {"paid":true}
"#
    );
}

#[test]
fn failures_are_printed() {
    let text = printed(EveryType, json!({ "paid": false }));
    let end = "FAILED     NotPaid: the card was declined\n";
    assert!(text.ends_with(end), "{text}");
    let text = printed(EveryType, json!({}));
    assert!(text.ends_with("FAILED     NoCard\n"), "{text}");
}

#[test]
fn what_is_printed_of_branches_says_which_state_is_meant() {
    assert_eq!(
        printed(Fork, json!({ "paid": true })),
        r#"state  type      event      data
─────  ────────  ─────────  ──────────────────────────────────────────────────────────────
Both   Parallel  entered    {"paid":true}
                 started    2
Left   Task      entered
                 scheduled
Right  Task      entered
                 scheduled
Left   Task      succeeded  "l"
Right  Task      succeeded  "r"
Both   Parallel  succeeded  ["l","r"]
                 SUCCEEDED
"#
    );
}

/// Keeps the whole of what it is told.
#[derive(Default)]
struct History(Mutex<Vec<String>>);

impl Observer for History {
    type Execution = u32;

    fn begin(&self, execution: &ExecutionInfo<'_>) -> u32 {
        self.0.lock().unwrap().push(format!("begin {}", execution.state_machine()));
        0
    }

    fn observe(&self, count: &mut u32, observation: &Observation<'_>) {
        *count += 1;
        let datum = match observation.what {
            Happening::TaskScheduled { .. } => observation.datum(Datum::Arguments),
            Happening::TaskSucceeded => observation.datum(Datum::Result),
            _ => observation.datum(Datum::Input),
        };
        let (name, what) = (observation.state.name, observation.what);
        self.0.lock().unwrap().push(format!("{count} {name}: {what:?} {datum}"));
    }
}

#[test]
fn an_observer_keeps_something_for_each_execution() {
    let history = Arc::new(History::default());
    let engine = Engine::builder().clock(noon()).observer(Arc::clone(&history)).build();
    let flow = engine.register(EveryType, Shop);
    for _ in 0..2 {
        let _ = block_on(flow.run(json!({})));
    }
    let told = history.0.lock().unwrap();
    let (first, second) = told.split_at(told.len() / 2);
    assert_eq!(first, second);
    assert_eq!(first[0], "begin EveryType");
    assert_eq!(first[1], "1 Prepare: ExecutionStarted {}");
    assert_eq!(first[2], "2 Prepare: StateEntered {}");
    assert_eq!(first[3], "3 Prepare: StateExited {\"lines\":[1,2]}");
    let scheduled = "TaskScheduled { timeout: None, heartbeat: None } {\"lines\":[1,2]}";
    assert_eq!(first[5], format!("5 Charge: {scheduled}"));
    assert!(first[6].starts_with("6 Charge: TaskStarted"), "{}", first[6]);
    assert!(first[8].starts_with("8 Charge: ExecutionFailed("), "{}", first[8]);
    assert_eq!(first.len(), 9);
}

#[test]
fn the_input_of_a_state_that_failed() {
    let told = |input: Value| {
        let history = Arc::new(History::default());
        let engine = Engine::builder().clock(noon()).observer(Arc::clone(&history)).build();
        block_on(engine.register(Astray, Shop).run(input)).unwrap_err();
        let told = history.0.lock().unwrap();
        (told[2].clone(), told.last().unwrap().clone())
    };
    // Its task failed: the input is there.
    let (_, failed) = told(json!({ "none": 1 }));
    assert!(failed.starts_with("8 Charge: ExecutionFailed("), "{failed}");
    assert!(failed.ends_with(r#" {"none":1}"#), "{failed}");
    // Its own data flow failed: the input was there when the state was entered.
    let (entered, failed) = told(json!({ "astray": true }));
    assert_eq!(entered, r#"2 Start: StateEntered {"astray":true}"#);
    assert!(failed.contains("Lost: ExecutionFailed("), "{failed}");
    assert!(failed.ends_with(r#" {"astray":true}"#), "{failed}");
}
