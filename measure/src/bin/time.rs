//! Times compiled machines against flows written by hand, and runs single ones for tools that count
//! instructions. Prints a JSON object a line.
//!
//! ```text
//! measure-time compare         times every comparison
//! measure-time run NAME COUNT  runs one version COUNT times
//! ```

use std::process::ExitCode;
use std::time::Duration;

use cpu_time::ProcessTime;
use serde::Serialize;
use sfn_measure::{COMPARISONS, Comparison, Runner, runner, runners};

/// Pairs of batches that a comparison takes.
const PAIRS: usize = 101;
/// CPU time that a batch should take.
const BATCH: Duration = Duration::from_millis(4);

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["compare"] => compare_all(),
        ["run", name, count] => match (runner(name), count.parse()) {
            (Some(runner), Ok(count)) => runner.run(count),
            _ => return usage(),
        },
        _ => return usage(),
    }
    ExitCode::SUCCESS
}

fn usage() -> ExitCode {
    eprintln!("usage: measure-time compare | run NAME COUNT, NAME one of");
    for runner in runners() {
        eprintln!("  {}", runner.name());
    }
    ExitCode::FAILURE
}

/// What a comparison took, per execution.
#[derive(Serialize)]
struct Timing<'a> {
    #[serde(flatten)]
    comparison: &'a Comparison,
    native_ns: f64,
    compiled_ns: f64,
    ratio: f64,
}

fn compare_all() {
    let runners = runners();
    let find = |name: &str| runners.iter().find(|runner| runner.name() == name);
    for comparison in COMPARISONS {
        let (Some(native), Some(compiled)) = (find(comparison.native), find(comparison.compiled))
        else {
            continue;
        };
        let timing = compare(comparison, native, compiled);
        if let Ok(line) = serde_json::to_string(&timing) {
            println!("{line}");
        }
    }
}

/// Takes turns between the two, so that what else the machine does hits both, and keeps medians.
fn compare<'a>(comparison: &'a Comparison, native: &Runner, compiled: &Runner) -> Timing<'a> {
    let (native_batch, compiled_batch) = (batch(native), batch(compiled));
    let pairs: Vec<(f64, f64)> = (0..PAIRS)
        .map(|_| (nanoseconds(native, native_batch), nanoseconds(compiled, compiled_batch)))
        .collect();
    Timing {
        comparison,
        native_ns: median(pairs.iter().map(|pair| pair.0)),
        compiled_ns: median(pairs.iter().map(|pair| pair.1)),
        ratio: median(pairs.iter().map(|pair| pair.1 / pair.0)),
    }
}

/// Executions that fill a batch. Finding out warms the runner up.
fn batch(runner: &Runner) -> u64 {
    let mut executions = 1000;
    loop {
        let start = ProcessTime::now();
        runner.run(executions);
        let took = start.elapsed();
        if took >= BATCH {
            let one = took.as_secs_f64() / executions as f64;
            return (BATCH.as_secs_f64() / one) as u64 + 1;
        }
        executions *= 2;
    }
}

/// CPU time of one execution.
fn nanoseconds(runner: &Runner, executions: u64) -> f64 {
    let start = ProcessTime::now();
    runner.run(executions);
    start.elapsed().as_secs_f64() * 1e9 / executions as f64
}

fn median(numbers: impl Iterator<Item = f64>) -> f64 {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or_default()
}
