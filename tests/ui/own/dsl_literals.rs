//! Literals of attributes and waits.

use sfn::{TaskError, sfn};

sfn! {
    machine Literals -> u64 {
        tasks { async fn charge() -> Result<u64, TaskError>; }
        start => A;
        #[timeout(1500ms)] #[heartbeat(99999999999999999999s)]
        state A = task charge() { _ => B }
        #[timeout] #[heartbeat = 3]
        state B = task charge() { _ => C }
        #[timeout(10s)] #[heartbeat(10s)] #[timeuot(3s)] #[derive(Debug)]
        state C = task charge() { _ => D }
        #[retry] #[retry()] #[retry("X", max_attemps = 3)] #[retry("X" interval = 1s)]
        state D = task charge() { _ => E }
        #[retry("X", interval = 3)] #[retry("X", interval = 0s)] #[retry("X", interval = 3y)]
        state E = task charge() { _ => F }
        #[retry("X", max_attempts = -1)] #[retry("X", max_attempts = 1.5)]
        #[retry("X", max_attempts = 999999999999)]
        state F = task charge() { _ => G }
        #[retry("X", backoff = 0.5)] #[retry("X", backoff = 1e999)] #[retry("X", backoff = fast)]
        state G = task charge() { _ => H }
        #[retry("X", interval = 5s, max_delay = 5s)] #[retry("X", max_delay = 400d)]
        state H = task charge() { _ => I }
        #[retry("X", jitter = "full")] #[retry("X", interval = 5s, interval = 5s)]
        state I = task charge() { _ => J }
        #[retry("States.Runtime")] #[retry("States.Timeuot")] #[retry("States.ALL" | "X")]
        state J = task charge() { _ => K }
        #[timeout(3s)] #[heartbeat(3s)] #[concurrency(3)] #[retry("X")]
        state K = choice { _ => L }
        #[concurrency(none)]
        state L = wait soon => M;
        state M = wait 99999d => N;
        state N = succeed 1;
    }
}

fn main() {}
