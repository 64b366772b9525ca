//! Times versions of workflows against each other, and runs single ones for tools that count
//! instructions. Prints a JSON object a line.
//!
//! ```text
//! measure-time compare [CASE]  times every comparison, or those with CASE in the name of the case
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
        ["compare"] => compare_all(""),
        ["compare", case] => compare_all(case),
        ["run", name, count] => match (runner(name), count.parse()) {
            (Some(runner), Ok(count)) => runner.run(count),
            _ => return usage(),
        },
        _ => return usage(),
    }
    ExitCode::SUCCESS
}

fn usage() -> ExitCode {
    eprintln!("usage: measure-time compare [CASE] | run NAME COUNT, NAME one of");
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
    baseline_ns: f64,
    measured_ns: f64,
    ratio: f64,
}

fn compare_all(case: &str) {
    for comparison in COMPARISONS.iter().filter(|comparison| comparison.case.contains(case)) {
        let (Some(baseline), Some(measured)) =
            (runner(comparison.baseline), runner(comparison.measured))
        else {
            continue;
        };
        let timing = compare(comparison, &baseline, &measured);
        if let Ok(line) = serde_json::to_string(&timing) {
            println!("{line}");
        }
    }
}

/// Takes turns between the two, so that what else the machine does hits both, and keeps medians.
fn compare<'a>(comparison: &'a Comparison, baseline: &Runner, measured: &Runner) -> Timing<'a> {
    let (baseline_batch, measured_batch) = (batch(baseline), batch(measured));
    let pairs: Vec<(f64, f64)> = (0..PAIRS)
        .map(|_| (nanoseconds(baseline, baseline_batch), nanoseconds(measured, measured_batch)))
        .collect();
    Timing {
        comparison,
        baseline_ns: median(pairs.iter().map(|pair| pair.0)),
        measured_ns: median(pairs.iter().map(|pair| pair.1)),
        ratio: median(pairs.iter().map(|pair| pair.1 / pair.0)),
    }
}

/// Executions that fill a batch. Finding out warms the runner up.
fn batch(runner: &Runner) -> u64 {
    let mut executions = 16;
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
