//! One target, one input after the other.

use std::any::Any;
use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};
use indicatif::{HumanCount, ProgressBar, ProgressStyle};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use crate::MEMORY_IN_USE;
use crate::mutate::mutate;
use crate::seeds;
use crate::target::{Target, shape};

/// When a session ends, and what its choices begin with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    pub(crate) seconds: u64,
    pub(crate) inputs: u64,
    pub(crate) seed: u64,
}

/// The stack of a thread as Rust makes them, which is what an application's tasks have.
const STACK: usize = 2 << 20;

/// What one input may take.
const LONGEST: Duration = Duration::from_secs(10);

/// Inputs that are kept to be changed further.
const POOL: usize = 4_000;

/// The file in the worker's folder that holds the input at work.
pub(crate) const CURRENT: &str = "current";

/// Counts inputs, so that the watch sees one that does not end.
static TRIED: AtomicU64 = AtomicU64::new(0);

/// Gives inputs to a target until the limits are reached, or only the replayed one.
///
/// # Errors
/// An input failed: it is then in the folder's file [`CURRENT`]. Or the folder cannot be written.
pub(crate) fn run(
    target: &'static Target,
    limits: &Limits,
    folder: &Path,
    replay: Option<&Path>,
) -> Result<()> {
    let seeds = match replay {
        Some(file) => {
            vec![fs::read(file).with_context(|| format!("cannot read {}", file.display()))?]
        }
        None => seeds::read(target.name)?,
    };
    let limits = Limits { inputs: if replay.is_some() { 1 } else { limits.inputs }, ..*limits };
    let current = File::create(folder.join(CURRENT)).context("cannot write what is tried")?;
    panic::set_hook(Box::new(|_| {}));
    thread::spawn(watch);
    let session = Session::new(target, limits, seeds, current);
    let worker = thread::Builder::new().stack_size(STACK).spawn(move || session.run())?;
    worker.join().map_err(|_| anyhow!("the session itself panicked"))?
}

/// Ends the process if an input does not end.
fn watch() {
    let (mut last, mut since) = (0, Instant::now());
    loop {
        thread::sleep(Duration::from_millis(100));
        let now = TRIED.load(Ordering::Relaxed);
        if now != last {
            (last, since) = (now, Instant::now());
        } else if since.elapsed() > LONGEST {
            eprintln!("error: it takes longer than {} s", LONGEST.as_secs());
            std::process::exit(1);
        }
    }
}

struct Session {
    target: &'static Target,
    limits: Limits,
    seeds: Vec<Vec<u8>>,
    current: File,
    random: StdRng,
    pool: Vec<Vec<u8>>,
    seen: HashSet<u64>,
    slowest: Duration,
}

impl Session {
    fn new(target: &'static Target, limits: Limits, seeds: Vec<Vec<u8>>, current: File) -> Self {
        let random = StdRng::seed_from_u64(limits.seed);
        let (pool, seen) = (seeds.clone(), HashSet::new());
        Self { target, limits, seeds, current, random, pool, seen, slowest: Duration::ZERO }
    }

    fn run(mut self) -> Result<()> {
        let start = Instant::now();
        let bar = bar(self.target.name, self.limits.seconds);
        let mut tried = 0;
        while tried < self.limits.inputs && (start.elapsed().as_secs() < self.limits.seconds) {
            let input = match self.seeds.get(tried as usize) {
                Some(seed) => seed.clone(),
                None => mutate(&self.pool, self.target.words, &mut self.random),
            };
            self.give(&input)?;
            tried += 1;
            TRIED.store(tried, Ordering::Relaxed);
            if tried % 64 == 0 {
                bar.set_position(start.elapsed().as_secs());
                bar.set_message(format!(
                    "{} inputs, {} shapes",
                    HumanCount(tried),
                    self.seen.len()
                ));
            }
        }
        bar.finish_and_clear();
        println!(
            "{:<16} {:>11} inputs, {:>5} shapes, {:>5.1} s, the slowest {:>6.1} ms, at most {:>3} MiB",
            self.target.name,
            HumanCount(tried).to_string(),
            self.seen.len(),
            start.elapsed().as_secs_f64(),
            self.slowest.as_secs_f64() * 1e3,
            MEMORY_IN_USE.max_allocated() >> 20,
        );
        Ok(())
    }

    /// Gives the target an input, and keeps it if something new came of it.
    fn give(&mut self, input: &[u8]) -> Result<()> {
        self.current.seek(SeekFrom::Start(0))?;
        self.current.write_all(input)?;
        self.current.set_len(input.len() as u64)?;
        let start = Instant::now();
        let told = panic::catch_unwind(AssertUnwindSafe(|| (self.target.run)(input)));
        self.slowest = self.slowest.max(start.elapsed());
        let told = match told {
            Ok(told) => told,
            Err(panic) => bail!("{}", message(&*panic)),
        };
        if self.seen.insert(shape(&told)) {
            if self.pool.len() < POOL {
                self.pool.push(input.to_owned());
            } else {
                let place = self.random.random_range(0..POOL);
                self.pool[place] = input.to_owned();
            }
        }
        Ok(())
    }
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("it panicked").to_owned()
}

/// A bar that shows how far a session is, on terminals only.
fn bar(name: &'static str, seconds: u64) -> ProgressBar {
    let style = ProgressStyle::with_template("{prefix:16} {bar:30} {pos}/{len} s {msg}");
    ProgressBar::new(seconds)
        .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        .with_prefix(name)
}
