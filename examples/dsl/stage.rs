//! What the examples share: an engine whose time passes at once, and a short account of each run.

use std::cmp::Reverse;
use std::error::Error;
use std::fmt::Debug;
use std::future::Future;
use std::time::Duration;

use sfn::observer::EventDetails;
use sfn::{Clock, Dispatch, Engine, ExecutionError, History, StateMachine, TestClock, Workflow};

/// Where a workflow is played through.
pub(crate) struct Stage {
    engine: Engine<History>,
    clock: TestClock,
    history: History,
}

impl Stage {
    /// It is New Year's Day, and a day takes no time.
    pub(crate) fn new(name: &str) -> Result<Self, Box<dyn Error>> {
        println!("\n{name}");
        let (clock, history) = (TestClock::at("2025-01-01T00:00:00Z")?, History::new());
        let engine = Engine::builder().clock(clock.clone()).observer(history.clone()).seed(7);
        Ok(Self { engine: engine.build(), clock, history })
    }

    pub(crate) fn engine(&self) -> &Engine<History> {
        &self.engine
    }

    /// Somebody who does something later: answers by token, for example.
    pub(crate) fn clock(&self) -> TestClock {
        self.clock.clone()
    }

    /// Runs an execution, and prints how long it took, its states and what came of it.
    pub(crate) async fn play<M, T>(
        &self,
        title: &str,
        flow: &Workflow<M, T, History>,
        input: M::Input,
    ) -> Result<M::Output, ExecutionError>
    where
        M: StateMachine<Output: Debug> + Dispatch<T>,
        T: Send + Sync + 'static,
    {
        self.history.clear();
        let started = self.clock.now();
        let ended = flow.run(input).await;
        let took = self.clock.now().duration_since(started).unsigned_abs();
        println!("  {title:<52} {:>12}", length(took));
        lines(&folded(&self.states())).iter().for_each(|line| println!("      {line}"));
        match &ended {
            Ok(run) => println!("    = {:?}", run.output),
            Err(failed) => println!("    ! {}: {}", failed.error(), failed.cause()),
        }
        ended.map(|run| run.output)
    }

    /// The states that the last execution has entered.
    fn states(&self) -> Vec<String> {
        let executions = self.history.executions();
        let events = executions.first().map(|execution| execution.events()).unwrap_or_default();
        let entered = events.iter().filter_map(|event| match &event.details {
            EventDetails::StateEntered { name, .. } => Some(name.to_string()),
            _ => None,
        });
        entered.collect()
    }
}

/// Does something when so much time has passed, while executions run.
pub(crate) fn after<F>(
    clock: &TestClock,
    pause: Duration,
    then: impl FnOnce() -> F + Send + 'static,
) where
    F: Future<Output = ()> + Send,
{
    let pause = clock.sleep(pause);
    tokio::spawn(async move {
        pause.await;
        then().await;
    });
}

/// `2 d 3 h`, in its two largest units.
fn length(time: Duration) -> String {
    let seconds = time.as_secs();
    let units = [(seconds / 86_400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "m")];
    let units = units.into_iter().chain([(seconds % 60, "s")]);
    let units = units.skip_while(|(count, unit)| *count == 0 && *unit != "s").take(2);
    units.map(|(count, unit)| format!("{count} {unit}")).collect::<Vec<_>>().join(" ")
}

/// The states, of which what repeats stands once: `(Poll > Pause) × 4`, `Done`.
fn folded(states: &[String]) -> Vec<String> {
    let (mut parts, mut rest) = (Vec::new(), states);
    while !rest.is_empty() {
        let repeats = |width: usize| {
            let first = rest.get(..width);
            rest.chunks_exact(width).take_while(|chunk| Some(*chunk) == first).count()
        };
        let best =
            (1..=4_usize).map(|width| (width, repeats(width))).filter(|(_, count)| *count > 1);
        let (width, count) =
            best.max_by_key(|(width, count)| (width * count, Reverse(*width))).unwrap_or((1, 1));
        let names = rest[..width].join(" > ");
        parts.push(match (width, count) {
            (_, 1) => names,
            (1, _) => format!("{names} × {count}"),
            _ => format!("({names}) × {count}"),
        });
        rest = &rest[width * count..];
    }
    parts
}

/// The parts of a path, in lines of at most ninety characters.
fn lines(parts: &[String]) -> Vec<String> {
    let mut lines = vec![String::new()];
    for (place, part) in parts.iter().enumerate() {
        let part = if place == 0 { part.clone() } else { format!("> {part}") };
        match lines.last_mut() {
            Some(line) if line.chars().count() + part.chars().count() < 90 => {
                line.push_str(if place == 0 { "" } else { " " });
                line.push_str(&part);
            }
            _ => lines.push(part),
        }
    }
    lines
}
