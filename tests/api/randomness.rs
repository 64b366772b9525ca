//! Random numbers of intrinsic functions: what an engine's seed makes of them.

use std::sync::Mutex;

use sfn::{Engine, TaskContext, TaskError, Value, json, sfn};

use crate::support::{block_on, noon};

sfn! { machine Random from "tests/api/definitions/random.asl.json"; }

/// Keeps what it is called with. Asks for another attempt at first, then to be called anew.
#[derive(Default)]
struct Drawn(Mutex<Vec<Value>>);

impl RandomTasks for Drawn {
    async fn draw(&self, cx: &TaskContext<'_>, input: &Value) -> Result<Value, TaskError> {
        let mut drawn = self.0.lock().unwrap();
        drawn.push(input.clone());
        if cx.attempt() == 1 {
            return Err(TaskError::new("Again", ""));
        }
        Ok(json!({ "more": drawn.len() < 4 }))
    }
}

/// What the handler is called with in two executions, each of two calls with two attempts.
fn drawn(seed: Option<u64>) -> Vec<Value> {
    let builder = Engine::builder().clock(noon());
    let engine = match seed {
        Some(seed) => builder.seed(seed).build(),
        None => builder.build(),
    };
    let flow = engine.register(Random, Drawn::default());
    let mut drawn = Vec::new();
    for _ in 0..2 {
        block_on(flow.run(json!({}))).unwrap();
        drawn.append(&mut flow.tasks().0.lock().unwrap());
    }
    assert_eq!(drawn.len(), 8);
    drawn
}

#[test]
fn a_seeded_engine_draws_the_same_numbers_in_each_run() {
    assert_eq!(drawn(Some(7)), drawn(Some(7)));
    assert_ne!(drawn(Some(7)), drawn(Some(8)));
    assert_ne!(drawn(None), drawn(None));
}

#[test]
fn numbers_are_drawn_for_each_entry_of_a_state() {
    let drawn = drawn(Some(7));
    // The attempts of one entry have the same.
    for attempts in drawn.chunks(2) {
        assert_eq!(attempts[0], attempts[1]);
    }
    let mut ids: Vec<&str> =
        drawn.iter().step_by(2).map(|input| input.get("id").unwrap().as_str().unwrap()).collect();
    assert!(ids.iter().all(|id| id.len() == 36 && id.as_bytes()[14] == b'4'), "{ids:?}");
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 4);
}
