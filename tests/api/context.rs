//! What handlers are told about their execution.

use std::sync::Mutex;

use sfn::{ExecutionType, Start, TaskContext, TaskError, Value, json, sfn};

use crate::support::{block_on, engine};

sfn! {
    #[express]
    machine Retried from "tests/api/definitions/retry_for_ever.asl.json";
}

#[derive(Default)]
struct Curious(Mutex<Vec<String>>);

impl RetriedTasks for Curious {
    async fn work(&self, cx: &TaskContext<'_>, _: &Value) -> Result<Value, TaskError> {
        let (execution, state) = (cx.execution(), cx.state());
        let (name, machine) = (execution.name(), execution.state_machine());
        assert_eq!(execution.execution_type(), ExecutionType::Express);
        let task = state.task.unwrap();
        self.0.lock().unwrap().push(format!(
            "{machine} {name} {} {} {} {} {}",
            execution.start_time(),
            state.name,
            state.state_type,
            task.name,
            cx.attempt(),
        ));
        if cx.attempt() < 3 { Err(TaskError::new("E", "")) } else { Ok(json!(name)) }
    }
}

#[test]
fn execution_state_and_attempt() {
    block_on(async {
        let flow = engine().register(Retried, Curious::default());
        let run = flow.run(Start::new(json!({})).name("o-18")).await.unwrap();
        assert_eq!(run.output, json!("o-18"));
        let told = flow.tasks().0.lock().unwrap();
        let expected =
            |attempt| format!("Retried o-18 2025-01-01T12:00:00Z Work Task work {attempt}");
        assert_eq!(*told, [expected(1), expected(2), expected(3)]);
    });
}

#[test]
fn a_name_is_made_when_asked_for_and_stays() {
    let flow = engine().register(Retried, Curious::default());
    let name = block_on(flow.run(json!({}))).unwrap().output;
    let name = name.as_str().unwrap();
    assert_eq!(name.len(), 36);
    let told = flow.tasks().0.lock().unwrap();
    assert_eq!(told.len(), 3);
    assert!(told.iter().all(|line| line.contains(name)), "{told:?}");
}

#[test]
fn the_handle_and_the_handlers_agree_on_the_name() {
    block_on(async {
        let execution = engine().register(Retried, Curious::default()).start(json!({}));
        let id = execution.id().to_owned();
        assert_eq!(execution.await.unwrap().output, json!(id));
    });
}
