//! Names that might mean something else where generated code stands.

#![allow(dead_code, non_camel_case_types, reason = "what the machines are tested with")]

use serde::{Deserialize, Serialize};
use sfn::{Engine, TaskContext, sfn};

use crate::support::block_on;

/// Hides Rust's own names.
struct Result;
struct Option;
struct Some;
struct String;
mod std {}
mod core {}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
struct Odd {
    r#type: u8,
    state: u8,
}

/// The name that the frame of `Hostile` would have.
type HostileFrame = Odd;

sfn! {
    machine Hostile(r#type: Odd) -> u64 {
        tasks {
            async fn r#match(frame: &Odd, self_: u64) -> u64;
            async fn call(tasks: u64) -> HostileFrame;
        }
        start => r#loop(r#type, 1);
        state r#loop(frame: Odd, state: u64) = task r#match(&frame, state + 1) {
            cx => retries(frame, cx, state),
        }
        state retries(frame: Odd, index: u64, ended: u64) = choice {
            index > 10 && frame.r#type == 1 => step(index),
            _ => index(frame, index, ended),
        }
        state index(frame: Odd, index: u64, ended: u64) = map item in &[1_u64, 2] {
            child = task call(index + item)
        } {
            outputs => output(frame, outputs, ended),
        }
        state output(frame: HostileFrame, items: Vec<Odd>, output: u64) = pass
            => r#loop(items.first().copied().unwrap_or(frame), output + 10);
        state step(output: u64) = succeed output;
    }
}

struct Host;

impl HostileTasks for Host {
    async fn r#match(&self, _: &TaskContext<'_>, frame: &Odd, self_: u64) -> u64 {
        u64::from(frame.state) + self_
    }

    async fn call(&self, _: &TaskContext<'_>, tasks: u64) -> Odd {
        Odd { r#type: 1, state: u8::try_from(tasks).unwrap() }
    }
}

#[test]
fn names_are_what_the_caller_means() {
    let hostile = Engine::new().register(Hostile, Host);
    let output = block_on(hostile.run(Odd { r#type: 0, state: 3 })).unwrap().output;
    // 3 + 2, then (5 + 1) + 12.
    assert_eq!(output, 18);
}
