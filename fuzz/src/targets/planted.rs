//! Fails on purpose, in each way there is, for the tests of what finds failures.

use std::hint::black_box;

use crate::target::Target;

pub(super) const TARGET: Target =
    Target { name: "planted", words: &["panic", "hang", "memory", "stack"], run, planted: true };

fn run(input: &[u8]) -> String {
    let text = String::from_utf8_lossy(input);
    match text.trim() {
        "panic" => assert!(text.is_empty(), "planted"),
        "hang" => loop {
            std::thread::yield_now();
        },
        "memory" => drop(black_box(vec![1_u8; 1 << 30])),
        "stack" => return deeper(0).to_string(),
        _ => {}
    }
    text.chars().take(2).collect()
}

/// Endless, in a way that no compiler makes a loop of.
fn deeper(depth: u64) -> u64 {
    let room = black_box([depth; 64]);
    if room[0] == u64::MAX { 0 } else { deeper(depth + 1) + black_box(room)[1] }
}
