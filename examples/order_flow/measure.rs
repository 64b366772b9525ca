//! A million orders, and how long they took.
//!
//! One execution is measured from making the typed order to having dropped the typed receipt, with
//! one reading of the clock (about 30 ns) between two. The handlers answer at once, so what is
//! measured is the workflow: its states, the conversions between JSON and the handlers' types, and
//! little work of the handlers' own. No order of these waits or retries; one of 20 has its card
//! declined and is compensated.

use std::error::Error;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use sfn::{Engine, Workflow};

use crate::shop::Shop;
use crate::{OrderFlow, order};

const EXECUTIONS: usize = 1_000_000;

/// One order of this many is declined.
const DECLINED: usize = 20;

/// Validate, Prepare, Reserve, Reserve Line for each of two lines, Notify, Charge, In Stock?, Ship,
/// Receipt.
const STATES_OF_SHIPPED: usize = 10;

/// Validate, Prepare, Reserve, Reserve Line twice, Notify, Charge, Release, Order Failed.
const STATES_OF_DECLINED: usize = 9;

/// Executions between two moves of the progress bar.
const STEP: usize = 10_000;

const HEAD: &str = "
             executions   ns per       latency of an execution
             per second   transition       p50       p90       p99     p99.9       max
──────────   ──────────   ──────────   ───────   ───────   ───────   ───────   ───────";

pub(crate) struct Measurement {
    threads: usize,
    elapsed: Duration,
    shipped: usize,
    /// How long each execution took, sorted.
    latencies: Vec<Duration>,
}

/// Runs a million executions on this many threads, one after the other on each.
pub(crate) async fn run(threads: usize) -> Result<Measurement, Box<dyn Error>> {
    let flow = Engine::new().register(OrderFlow, Shop);
    let bar = "{msg:>10} {wide_bar} {human_pos} / {human_len}  {eta}";
    let style = ProgressStyle::with_template(bar)?;
    let progress = ProgressBar::new(EXECUTIONS as u64).with_style(style);
    progress.set_message(count(threads, "thread"));
    let started = Instant::now();
    let workers: Vec<_> = (0..threads)
        .map(|worker| {
            let share = EXECUTIONS * (worker + 1) / threads - EXECUTIONS * worker / threads;
            tokio::spawn(work(flow.clone(), share, progress.clone()))
        })
        .collect();
    let mut shipped = 0;
    let mut latencies = Vec::with_capacity(EXECUTIONS);
    for worker in workers {
        let (worker_shipped, worker_latencies) = worker.await?;
        shipped += worker_shipped;
        latencies.extend(worker_latencies);
    }
    let elapsed = started.elapsed();
    progress.finish_and_clear();
    latencies.sort_unstable();
    Ok(Measurement { threads, elapsed, shipped, latencies })
}

/// What one thread does.
async fn work(
    flow: Workflow<OrderFlow, Shop>,
    executions: usize,
    progress: ProgressBar,
) -> (usize, Vec<Duration>) {
    let mut shipped = 0;
    let mut latencies = Vec::with_capacity(executions);
    let mut last = Instant::now();
    for n in 0..executions {
        let card = if n % DECLINED == 0 { "declined" } else { "good" };
        shipped += usize::from(flow.run(order("o-17", card, "book")).await.is_ok());
        let now = Instant::now();
        latencies.push(now - last);
        last = now;
        if (n + 1) % STEP == 0 {
            progress.inc(STEP as u64);
            last = Instant::now();
        }
    }
    (shipped, latencies)
}

pub(crate) fn print(measurements: &[Measurement]) {
    let Some(first) = measurements.first() else { return };
    let declined = EXECUTIONS - first.shipped;
    println!(
        "{} executions: {} shipped, {} declined and compensated",
        grouped(EXECUTIONS),
        grouped(first.shipped),
        grouped(declined),
    );
    println!("{HEAD}");
    for measurement in measurements {
        let Measurement { threads, elapsed, shipped, latencies } = measurement;
        let declined = EXECUTIONS - shipped;
        let transitions = shipped * STATES_OF_SHIPPED + declined * STATES_OF_DECLINED;
        let seconds = elapsed.as_secs_f64();
        print!("{:10}", count(*threads, "thread"));
        print!("   {:>10}", grouped((EXECUTIONS as f64 / seconds) as usize));
        print!("   {:>10.0}", seconds * 1e9 / transitions as f64);
        for of_a_thousand in [500, 900, 990, 999, 1_000] {
            let latency = format!("{:.1?}", percentile(latencies, of_a_thousand));
            print!("   {latency:>7}");
        }
        println!();
    }
    println!(
        "\nA transition is a state entered; the time for one is the time of the whole run divided by\n\
         the number of them. The handlers answer at once, and no observer watches."
    );
}

/// The shortest time in which this many of a thousand executions were done.
fn percentile(sorted: &[Duration], of_a_thousand: usize) -> Duration {
    let rank = (sorted.len() * of_a_thousand).div_ceil(1_000);
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or_default()
}

fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// The number with a comma before each group of three digits.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
