//! Prints transitions as a table.

use std::fmt;
use std::io::{IsTerminal, Stdout, Write};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use super::text::{Interval, elide};
use super::{Happening, Observation, Observer};
use crate::engine::ExecutionInfo;
use crate::machine::Datum;

/// Prints a line for each step of an execution: when, in which state, what happened, with which
/// data.
///
/// ```
/// use asl_runtime::{Engine, TransitionPrinter};
///
/// let engine = Engine::builder().observer(TransitionPrinter::stdout()).build();
/// ```
///
/// The time is the real one since the execution began, whatever clock the engine has. Data that
/// has just been shown is not repeated, and the middle of long data is left out. It is made for
/// watching one execution: the lines of several at a time are mixed.
///
/// What cannot be written is dropped: an observer does not disturb what it observes.
pub struct TransitionPrinter<W> {
    writer: Mutex<W>,
    width: usize,
    colours: bool,
}

/// What the printer keeps for one execution.
#[derive(Debug)]
pub struct Printed {
    started: Instant,
    state_width: usize,
    /// The data shown last.
    shown: String,
    /// The line of states of which something was shown last.
    line: u32,
}

/// Columns of a line, unless told otherwise.
const WIDTH: usize = 100;
const TIME_WIDTH: usize = 8;
/// Longer names push the rest of their line to the right.
const MAX_STATE_WIDTH: usize = 24;
const TYPE_WIDTH: usize = 8;
const EVENT_WIDTH: usize = 9;
/// So much of the data is shown at the least.
const MIN_DATUM_WIDTH: usize = 20;
const GAP: &str = "  ";

/// A terminal's way to show a text, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Plain = 0,
    Bold = 1,
    Faint = 2,
    Red = 31,
    Green = 32,
    Yellow = 33,
}

impl TransitionPrinter<Stdout> {
    /// Prints to the standard output: in colours if it is a terminal and `NO_COLOR` is not set.
    pub fn stdout() -> Self {
        let stdout = std::io::stdout();
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let colours = stdout.is_terminal() && !no_color;
        Self { colours, ..Self::new(stdout) }
    }
}

impl<W: Write + Send + 'static> TransitionPrinter<W> {
    /// Prints to `writer`, without colours if nothing is said.
    pub fn new(writer: W) -> Self {
        Self { writer: Mutex::new(writer), width: WIDTH, colours: false }
    }

    /// Shows as much of the data as makes a line this long; 100 columns if nothing is said.
    #[must_use]
    pub fn width(mut self, columns: usize) -> Self {
        self.width = columns;
        self
    }

    /// Whether lines are coloured.
    #[must_use]
    pub fn colours(mut self, colours: bool) -> Self {
        self.colours = colours;
        self
    }

    fn datum_width(&self, state_width: usize) -> usize {
        let before = TIME_WIDTH + state_width + TYPE_WIDTH + EVENT_WIDTH + 4 * GAP.len();
        self.width.saturating_sub(before).max(MIN_DATUM_WIDTH)
    }

    /// The data, unless it is what has just been shown.
    fn datum(&self, printed: &mut Printed, observation: &Observation<'_>, datum: Datum) -> String {
        let text = observation.datum(datum).to_string();
        if text == printed.shown {
            return String::new();
        }
        printed.shown.clone_from(&text);
        elide(text, self.datum_width(printed.state_width))
    }

    /// Writes the columns in their styles, the ones at the end that are empty left out.
    fn line(&self, columns: &[(Style, String)]) {
        let used = columns.iter().rposition(|(_, text)| !text.trim().is_empty());
        let columns = columns.get(..used.map_or(0, |last| last + 1)).unwrap_or_default();
        let mut line = String::new();
        for (index, (style, text)) in columns.iter().enumerate() {
            let is_last = index + 1 == columns.len();
            line.push_str(if index > 0 { GAP } else { "" });
            let text = if is_last { text.trim_end() } else { text };
            if self.colours && *style != Style::Plain && !text.trim().is_empty() {
                line.push_str(&format!("\x1b[{}m{text}\x1b[0m", *style as u8));
            } else {
                line.push_str(text);
            }
        }
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = writeln!(writer, "{line}");
    }
}

impl<W: Write + Send + 'static> Observer for TransitionPrinter<W> {
    type Execution = Printed;

    fn begin(&self, execution: &ExecutionInfo<'_>) -> Printed {
        let names = execution.definition().states.iter().map(|state| state.name.chars().count());
        let state_width = names.max().unwrap_or_default().clamp("state".len(), MAX_STATE_WIDTH);
        let datum_width = self.datum_width(state_width);
        self.line(&[
            (Style::Bold, execution.state_machine().to_owned()),
            (Style::Plain, execution.name().to_owned()),
        ]);
        let heads = [
            format!("{:>TIME_WIDTH$}", "time"),
            format!("{:state_width$}", "state"),
            format!("{:TYPE_WIDTH$}", "type"),
            format!("{:EVENT_WIDTH$}", "event"),
            format!("{:datum_width$}", "data"),
        ];
        self.line(&heads.clone().map(|head| (Style::Faint, head)));
        self.line(&heads.map(|head| (Style::Faint, "─".repeat(head.chars().count()))));
        Printed { started: Instant::now(), state_width, shown: String::new(), line: 0 }
    }

    fn observe(&self, printed: &mut Printed, observation: &Observation<'_>) {
        let elapsed = Interval(printed.started.elapsed()).to_string();
        let mut datum = |datum| self.datum(printed, observation, datum);
        let (style, event, detail) = match observation.what {
            Happening::StateEntered => (Style::Plain, "entered", datum(Datum::Input)),
            Happening::TaskScheduled { .. } => (Style::Plain, "scheduled", datum(Datum::Arguments)),
            Happening::TaskSubmitted { .. } => (Style::Plain, "submitted", String::new()),
            Happening::TaskSucceeded => (Style::Green, "succeeded", datum(Datum::Result)),
            Happening::TaskFailed(failure) => (Style::Red, "failed", failure.to_string()),
            Happening::RetryScheduled(pause) => {
                (Style::Yellow, "retry", format!("in {}", Interval(pause)))
            }
            Happening::WaitStarted(pause) => {
                (Style::Yellow, "waiting", Interval(pause).to_string())
            }
            Happening::ChildrenStarted { count } => (Style::Plain, "started", count.to_string()),
            Happening::ChildrenFailed => (Style::Red, "failed", String::new()),
            Happening::ChildrenSucceeded => (Style::Green, "succeeded", datum(Datum::Result)),
            Happening::ChildAborted { .. } => (Style::Yellow, "aborted", String::new()),
            Happening::MapRunFailed(failure) => (Style::Red, "failed", failure.to_string()),
            // Other lines say it.
            Happening::ExecutionStarted
            | Happening::TaskStarted { .. }
            | Happening::StateExited
            | Happening::EvaluationFailed(_)
            | Happening::MapRunStarted { .. }
            | Happening::MapRunSucceeded
            | Happening::IterationStarted { .. }
            | Happening::IterationAborted { .. }
            | Happening::ChildStarted { .. }
            | Happening::ChildSucceeded { .. }
            | Happening::ChildFailed { .. } => return,
            Happening::ExecutionSucceeded => (Style::Green, "SUCCEEDED", datum(Datum::Input)),
            Happening::ExecutionFailed(failure) => (Style::Red, "FAILED", failure.to_string()),
            Happening::ExecutionTimedOut => (Style::Red, "TIMED OUT", String::new()),
            Happening::ExecutionAborted(failure) => (Style::Red, "ABORTED", failure.to_string()),
        };
        let state = observation.state;
        // Said once, and again where something of another line of states has come between.
        let is_same = std::mem::replace(&mut printed.line, observation.line) == observation.line;
        let (name, state_type) = if is_same && !matches!(observation.what, Happening::StateEntered)
        {
            ("", String::new())
        } else {
            (state.name, state.state_type.to_string())
        };
        let state_width = printed.state_width;
        self.line(&[
            (Style::Faint, format!("{elapsed:>TIME_WIDTH$}")),
            (Style::Bold, format!("{name:state_width$}")),
            (Style::Faint, format!("{state_type:TYPE_WIDTH$}")),
            (style, format!("{event:EVENT_WIDTH$}")),
            (Style::Plain, detail),
        ]);
    }
}

impl<W> fmt::Debug for TransitionPrinter<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransitionPrinter").finish_non_exhaustive()
    }
}
