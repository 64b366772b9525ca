//! Handlers that answer as the recorded ones did.

use std::collections::{BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use asl_lang::diagnostic::suggestion;
use sfn::machine::{ItemReader, ResultWriter, TaskPattern};
use sfn::{
    Answer, Callbacks, HandlerFuture, MapRunStorage, StorageFuture, TaskContext, TaskError,
    TaskHandler, TaskRequest, Value,
};

use crate::case::{Case, Outcome, TaskRecord};
use crate::compare::Masks;

/// Answers as recorded: by state and parameters, then by attempt.
#[derive(Debug)]
pub struct Replay {
    callbacks: Callbacks,
    masks: Masks,
    records: Mutex<Vec<Option<TaskRecord>>>,
    /// Outcomes for records that have none.
    unlinked: Mutex<VecDeque<TaskRecord>>,
    /// The events by which workers took activities' work, if they were recorded.
    taken: Option<Vec<Value>>,
    /// How tasks fail of which nothing was recorded, if the output tells.
    caught: Option<TaskError>,
    complaints: Complaints,
}

/// What the handlers could not answer.
#[derive(Debug, Clone, Default)]
pub struct Complaints(Arc<Mutex<Vec<String>>>, Arc<Mutex<BTreeSet<&'static str>>>);

/// Why the answers of tasks in a Distributed Map's executions are not those of the recording.
const MAP_RUN: &str =
    "tasks of the executions of a Distributed Map, which answer with their input here";

/// Why the answers of tasks are those that the output of the execution shows.
const CAUGHT: &str = "attempts of tasks whose error the output has, but not their number";

impl Complaints {
    fn push(&self, complaint: String) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(complaint);
    }

    fn skip(&self, what: &'static str) {
        self.1.lock().unwrap_or_else(PoisonError::into_inner).insert(what);
    }

    /// What handlers answered that was not recorded.
    pub fn skipped(&self) -> BTreeSet<&'static str> {
        self.1.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The first complaint.
    pub fn first(&self) -> Option<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).first().cloned()
    }
}

impl Replay {
    /// Handlers for a case.
    pub fn new(case: &Case, callbacks: Callbacks, complaints: Complaints) -> Self {
        let records = case.tasks.iter().flatten().cloned().map(Some).collect();
        let unlinked = case.unlinked_task_outcomes.iter().flatten().cloned().collect();
        Self {
            callbacks,
            masks: Masks::of(case),
            records: Mutex::new(records),
            unlinked: Mutex::new(unlinked),
            taken: taken(case),
            caught: caught(case),
            complaints,
        }
    }

    /// Takes the record of the next attempt out: the one with these parameters, else the first of
    /// the state.
    fn next(&self, state: &str, input: &Value) -> Option<TaskRecord> {
        let mut records = self.records.lock().unwrap_or_else(PoisonError::into_inner);
        let of_state = |record: &Option<TaskRecord>| {
            let of = record.as_ref().map(|record| record.state.as_deref());
            of.is_some_and(|of| of.is_none_or(|of| of == state))
        };
        let is_same = |record: &Option<TaskRecord>| {
            let parameters = record.as_ref().and_then(|record| record.parameters.as_ref());
            parameters.is_some_and(|expected| self.masks.compare(expected, input).is_none())
        };
        let place = (records.iter().position(|record| of_state(record) && is_same(record)))
            .or_else(|| records.iter().position(of_state))?;
        let record = records.get_mut(place)?.take()?;
        if record.outcome.is_none() {
            let mut unlinked = self.unlinked.lock().unwrap_or_else(PoisonError::into_inner);
            return Some(unlinked.pop_front().unwrap_or(record));
        }
        Some(record)
    }

    /// Answers a task of which there is no record: in an execution that a Distributed Map started
    /// none is recorded, and what is caught at the end stands in the output.
    fn unrecorded(&self, cx: &TaskContext<'_>, input: &Value) -> Result<Answer<Value>, TaskError> {
        if cx.execution().state_machine().contains('/') {
            self.complaints.skip(MAP_RUN);
            return Ok(Answer::Done(input.clone()));
        }
        if let Some(error) = &self.caught {
            self.complaints.skip(CAUGHT);
            return Err(error.clone());
        }
        self.complain(cx.state().name, input);
        Err(TaskError::new("Conformance.NoRecord", "there is no record"))
    }

    /// Whether a worker took the work of this attempt of an activity, of which it tells the name.
    fn is_taken(&self, record: &TaskRecord, cx: &TaskContext<'_>) -> bool {
        let (Some(events), Some(scheduled)) = (&self.taken, &record.scheduled_event_id) else {
            return true;
        };
        let follows = |event: &&Value| event.get("previousEventId") == Some(scheduled);
        let Some(event) = events.iter().find(follows) else { return false };
        let details = event.get("activityStartedEventDetails");
        if let Some(name) = details.and_then(|details| details.get("workerName")?.as_str()) {
            cx.worker_name(name);
        }
        true
    }

    /// Says which state wanted what, and which record comes nearest.
    fn complain(&self, state: &str, input: &Value) {
        let records = self.records.lock().unwrap_or_else(PoisonError::into_inner);
        self.complaints.push(format!(
            "the state `{state}` called its task with {input}, and no record is left for it; {}",
            nearest(records.iter().flatten(), state)
        ));
    }
}

/// Which of the records that are left comes nearest to one of a state: that of the most similar
/// name, else the first.
fn nearest<'a>(left: impl Iterator<Item = &'a TaskRecord>, state: &str) -> String {
    let left: Vec<&TaskRecord> = left.collect();
    let name = |record: &&'a TaskRecord| record.state.as_deref();
    let similar = suggestion(state, left.iter().filter_map(name));
    let record = similar
        .and_then(|similar| left.iter().find(|record| name(record) == Some(similar)))
        .or_else(|| left.first());
    let Some(record) = record else { return "all records are used".to_owned() };
    let parameters = match &record.parameters {
        Some(parameters) => format!(", called with {parameters}"),
        None => String::new(),
    };
    let of = record.state.as_deref().unwrap_or("?");
    format!("the nearest of {} left is for the state `{of}`{parameters}", left.len())
}

impl TaskHandler for Replay {
    fn call<'a>(&'a self, cx: &'a TaskContext<'a>, request: TaskRequest<'a>) -> HandlerFuture<'a> {
        Box::pin(async move {
            let state = cx.state().name;
            let Some(record) = self.next(state, request.input) else {
                return self.unrecorded(cx, request.input);
            };
            if request.task.pattern == TaskPattern::Activity && !self.is_taken(&record, cx) {
                return Ok(Answer::Submitted);
            }
            let by_token = matches!(request.task.pattern, TaskPattern::Callback | TaskPattern::Job);
            if let Some(response) = record.submitted_output {
                cx.submitted(response);
            }
            match record.outcome {
                Some(Outcome::Succeeded) if by_token => {
                    // Nobody but this handler completes the token.
                    let _ = self.callbacks.succeed(&cx.task_token(), record.output);
                    Ok(Answer::Submitted)
                }
                Some(Outcome::Succeeded) => Ok(Answer::Done(record.output)),
                Some(Outcome::Failed) => {
                    let cause = record.cause.as_ref().map(text).unwrap_or_default();
                    Err(TaskError::new(record.error.unwrap_or_default(), cause))
                }
                None | Some(Outcome::TimedOut) if by_token => Ok(Answer::Submitted),
                None | Some(Outcome::TimedOut) => std::future::pending().await,
            }
        })
    }
}

/// The events by which workers took activities' work.
fn taken(case: &Case) -> Option<Vec<Value>> {
    let is_started =
        |event: &&Value| event.get("type").and_then(Value::as_str) == Some("ActivityStarted");
    let events = case.history.as_ref()?.as_array()?;
    Some(events.iter().filter(is_started).cloned().collect())
}

/// The error that an execution of which neither tasks nor history were recorded has caught at its
/// end: its output is what a catcher gives.
fn caught(case: &Case) -> Option<TaskError> {
    let is_unrecorded = case.history.is_none() && case.tasks.as_ref().is_none_or(Vec::is_empty);
    let output = case.output.as_ref().filter(|_| is_unrecorded)?.as_object()?;
    let text = |name| output.get(name).and_then(Value::as_str);
    let (error, cause) = (text("Error")?, text("Cause")?);
    (output.len() == 2).then(|| TaskError::new(error, cause))
}

/// A text, or the text of what was one before the recording took it apart.
pub(crate) fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Stands for S3. What the buckets held is not recorded: the items are those that the recorded
/// output shows, so that only the end of such a case is checked.
#[derive(Debug)]
pub struct RecordedStorage {
    output: Option<Value>,
    error: Option<(String, String)>,
}

impl RecordedStorage {
    /// The storage of a case.
    pub fn new(case: &Case) -> Self {
        let error = (case.error.as_ref().map(text))
            .map(|error| (error, case.cause.as_ref().map(text).unwrap_or_default()));
        Self { output: case.output.clone(), error }
    }

    fn answer(&self) -> Result<Value, TaskError> {
        match &self.error {
            Some((error, cause)) => Err(TaskError::new(error.as_str(), cause.as_str())),
            None => Ok(self.output.clone().unwrap_or_default()),
        }
    }
}

impl MapRunStorage for RecordedStorage {
    fn read<'a>(&'a self, _: &'a ItemReader<'a>) -> StorageFuture<'a, Vec<Value>> {
        let items = self.answer().map(|output| {
            output.as_array().map(|items| items.iter().cloned().collect()).unwrap_or_default()
        });
        Box::pin(std::future::ready(items))
    }

    fn write<'a>(&'a self, _: &'a ResultWriter<'a>, _: Value) -> StorageFuture<'a, Value> {
        Box::pin(std::future::ready(self.answer()))
    }
}

#[cfg(test)]
mod tests {
    use crate::{Case, Compared, Replayed, Verdict, interpret};

    /// A case of a task in the state `Charge`, with these records.
    fn verdict(tasks: &str) -> Verdict {
        let text = r#"{ "id": "x", "status": "SUCCEEDED", "output": 1, "input": { "cents": 5 },
            "definition": { "StartAt": "Charge", "States": { "Charge": { "Type": "Task",
            "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "End": true } } },
            "tasks": TASKS }"#;
        let case = Case::parse(text.replace("TASKS", tasks).as_bytes());
        case.map_or_else(
            |error| Verdict::Failed(error.to_string()),
            |case| interpret(&Replayed { case, compared: Compared::Outcome }).outcome,
        )
    }

    #[test]
    fn a_missing_record_says_who_wanted_what_and_what_is_near() {
        let wanted =
            "the state `Charge` called its task with {\"cents\":5}, and no record is left for it";
        for (tasks, near) in [
            ("[]", "all records are used"),
            (
                r#"[{ "state": "Ship" }, { "state": "Charged", "parameters": [1] }]"#,
                "the nearest of 2 left is for the state `Charged`, called with [1]",
            ),
            (r#"[{ "state": "Ship" }]"#, "the nearest of 1 left is for the state `Ship`"),
        ] {
            assert_eq!(verdict(tasks), Verdict::Failed(format!("{wanted}; {near}")));
        }
        let there = r#"[{ "state": "Charge", "outcome": "succeeded", "output": 1 }]"#;
        assert_eq!(verdict(there), Verdict::Passed);
    }
}
