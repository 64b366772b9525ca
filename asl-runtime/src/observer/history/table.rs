//! A history as a table for people.

use std::fmt;

use super::ExecutionHistory;
use super::event::{EventDetails, HistoryEvent, Iteration};
use crate::error::Failure;
use crate::observer::text::{Interval, elide};
use crate::value::Str;

/// Columns of a line.
const WIDTH: usize = 100;
/// Longer names lose their middle.
const MAX_NAME_WIDTH: usize = 20;
const GAP: &str = "  ";

/// `id`, the event it follows from, the time since the first event, the type, the state, data.
type Row = [String; 6];

const HEADS: [&str; 6] = ["id", "from", "time", "event", "state", "data"];

impl fmt::Display for ExecutionHistory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let events = self.lock();
        let rows: Vec<Row> = events.iter().map(|event| row(event, events.iter().next())).collect();
        drop(events);
        let heads = HEADS.map(str::to_owned);
        let mut widths = [0; 6];
        for row in rows.iter().chain([&heads]) {
            for (width, text) in widths.iter_mut().zip(row) {
                *width = text.chars().count().max(*width);
            }
        }
        let [.., data] = &mut widths;
        *data = 0;
        let before: usize = widths.iter().map(|width| width + GAP.len()).sum::<usize>() - GAP.len();
        let data_width = WIDTH.saturating_sub(before);
        let [.., data] = &mut widths;
        *data = data_width;
        writeln!(f, "{}{GAP}{}", self.state_machine(), self.name())?;
        write_row(f, &heads, &widths)?;
        write_row(f, &widths.map(|width| "─".repeat(width)), &widths)?;
        rows.iter().try_for_each(|row| write_row(f, row, &widths))
    }
}

fn write_row(f: &mut fmt::Formatter<'_>, row: &Row, widths: &[usize; 6]) -> fmt::Result {
    let mut line = String::new();
    for (column, (text, &width)) in row.iter().zip(widths).enumerate() {
        let text = elide(text.clone(), width);
        match column {
            0 => line.push_str(&format!("{text:>width$}")),
            1 | 2 => line.push_str(&format!("{GAP}{text:>width$}")),
            _ => line.push_str(&format!("{GAP}{text:width$}")),
        }
    }
    writeln!(f, "{}", line.trim_end())
}

fn row(event: &HistoryEvent, first: Option<&HistoryEvent>) -> Row {
    let start = first.map_or(event.timestamp, |first| first.timestamp);
    let elapsed = event.timestamp.duration_since(start).unsigned_abs();
    let (state, data) = columns(&event.details);
    [
        event.id.to_string(),
        event.previous_event_id.to_string(),
        Interval(elapsed).to_string(),
        event.event_type().to_owned(),
        elide(state.to_owned(), MAX_NAME_WIDTH),
        data,
    ]
}

/// The state's name, if the event has it, and what else the event says.
fn columns(details: &EventDetails) -> (&str, String) {
    match details {
        EventDetails::StateEntered { name, input, .. } => (name, input.to_string()),
        EventDetails::StateExited { name, output, .. } => (name, output.to_string()),
        EventDetails::EvaluationFailed { state, failure } => (state, failure.to_string()),
        EventDetails::MapIterationStarted(iteration)
        | EventDetails::MapIterationSucceeded(iteration)
        | EventDetails::MapIterationFailed(iteration)
        | EventDetails::MapIterationAborted(iteration) => {
            (&iteration.name, iteration.index.to_string())
        }
        other => ("", data(other)),
    }
}

fn data(details: &EventDetails) -> String {
    match details {
        EventDetails::ExecutionStarted { input: data, .. }
        | EventDetails::ExecutionSucceeded { output: data }
        | EventDetails::LambdaFunctionScheduled { input: data, .. }
        | EventDetails::LambdaFunctionSucceeded { output: data }
        | EventDetails::ActivityScheduled { input: data, .. }
        | EventDetails::ActivitySucceeded { output: data }
        | EventDetails::TaskSubmitted { output: Some(data), .. }
        | EventDetails::TaskSucceeded { output: data, .. } => data.to_string(),
        EventDetails::TaskScheduled(task) => task.parameters.to_string(),
        EventDetails::MapStateStarted { length } => length.to_string(),
        EventDetails::MapRunStarted { map_run_arn } => Str::to_string(map_run_arn),
        other => other.failure().map(Failure::to_string).unwrap_or_default(),
    }
}

/// In the notation of this project's texts: `4<3 MapIterationStarted Each 0`, which is the id, the
/// event it follows from, the type, and the state's name or the iteration where the event has them.
impl fmt::Display for HistoryEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}<{} {}", self.id, self.previous_event_id, self.event_type())?;
        match &self.details {
            EventDetails::StateEntered { name, .. } | EventDetails::StateExited { name, .. } => {
                write!(f, " {name}")
            }
            EventDetails::MapIterationStarted(Iteration { name, index })
            | EventDetails::MapIterationSucceeded(Iteration { name, index })
            | EventDetails::MapIterationFailed(Iteration { name, index })
            | EventDetails::MapIterationAborted(Iteration { name, index }) => {
                write!(f, " {name} {index}")
            }
            _ => Ok(()),
        }
    }
}
