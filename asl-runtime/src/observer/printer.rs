//! Prints transitions as a table.

use std::fmt;
use std::io::Write;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::{Happening, Observation, Observer};
use crate::engine::ExecutionInfo;
use crate::machine::Datum;

/// Prints a line for each step of an execution: when, in which state, what happened, with which
/// data.
///
/// ```
/// use asl_runtime::{Engine, TransitionPrinter};
///
/// let engine = Engine::builder().observer(TransitionPrinter::new(std::io::stdout())).build();
/// ```
///
/// What cannot be written is dropped: an observer does not disturb what it observes.
pub struct TransitionPrinter<W>(Mutex<W>);

/// Widths of the columns before the last, which is as long as it has to be.
const STATE_WIDTH: usize = 16;
const EVENT_WIDTH: usize = 18;
/// Characters of a datum that are shown.
const DATUM_WIDTH: usize = 72;

impl<W: Write + Send + 'static> TransitionPrinter<W> {
    /// Prints to `writer`.
    pub fn new(writer: W) -> Self {
        Self(Mutex::new(writer))
    }

    fn line(&self, elapsed: &str, state: &str, kind: &str, event: &str, detail: &str) {
        let mut writer = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let line = format!(
            "{elapsed:>10}  {state:<STATE_WIDTH$}  {kind:<7}  {event:<EVENT_WIDTH$}  {detail}"
        );
        let _ = writeln!(writer, "{}", line.trim_end());
    }
}

impl<W: Write + Send + 'static> Observer for TransitionPrinter<W> {
    type Execution = Instant;

    fn begin(&self, _: &ExecutionInfo<'_>) -> Instant {
        self.line("time", "state", "type", "event", "data");
        self.line(&"─".repeat(10), &"─".repeat(STATE_WIDTH), "───────", &"─".repeat(EVENT_WIDTH), "────");
        Instant::now()
    }

    fn observe(&self, started: &mut Instant, observation: &Observation<'_>) {
        let datum = |datum| shorten(&observation.datum(datum).to_string());
        let (event, detail) = match observation.what {
            Happening::StateEntered => ("entered", datum(Datum::Input)),
            Happening::TaskScheduled => ("task scheduled", datum(Datum::Arguments)),
            Happening::TaskSubmitted => ("task submitted", String::new()),
            Happening::TaskSucceeded => ("task succeeded", datum(Datum::Result)),
            Happening::TaskFailed(failure) => ("task failed", failure.to_string()),
            Happening::RetryScheduled(pause) => ("retry", format!("in {}", Time(pause))),
            Happening::WaitStarted(pause) => ("waiting", Time(pause).to_string()),
            Happening::StateExited => ("exited", String::new()),
            Happening::ExecutionSucceeded => ("SUCCEEDED", datum(Datum::Input)),
            Happening::ExecutionFailed(failure) => ("FAILED", failure.to_string()),
            Happening::ExecutionTimedOut => ("TIMED OUT", String::new()),
            Happening::ExecutionAborted(failure) => ("ABORTED", failure.to_string()),
        };
        let state = observation.state;
        let elapsed = Time(started.elapsed()).to_string();
        self.line(&elapsed, state.name, &state.state_type.to_string(), event, &detail);
    }
}

impl<W> fmt::Debug for TransitionPrinter<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransitionPrinter").finish_non_exhaustive()
    }
}

fn shorten(text: &str) -> String {
    match text.char_indices().nth(DATUM_WIDTH) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// A duration in the unit that suits it.
struct Time(Duration);

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let micros = self.0.as_micros();
        if micros < 1_000 {
            write!(f, "{micros} µs")
        } else if micros < 1_000_000 {
            write!(f, "{:.1} ms", self.0.as_secs_f64() * 1e3)
        } else {
            write!(f, "{:.1} s", self.0.as_secs_f64())
        }
    }
}
