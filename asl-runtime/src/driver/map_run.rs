//! Distributed Maps: iterations that are executions of their own.
//!
//! They run in memory like the execution that starts them, each with its own history. Items that
//! are not in the state's data come from the engine's [`MapRunStorage`].
//!
//! Follows [Distributed mode](https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html).

use std::future::Future;
use std::pin::Pin;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;

use super::line::Line;
use super::shared::Shared;
use super::{context, execute};
use crate::engine::{ExecutionInfo, new_name};
use crate::error::Failure;
use crate::machine::{Datum, Dispatch, ItemBatcher, ItemReader, MapRun, StateMachine};
use crate::observer::{Happening, Observer};
use crate::value::{Array, Object, Str, Value};

/// Runs the Distributed Map that the line is in.
pub(super) fn run<'a, M, T, O>(
    shared: &'a Shared<'a, M, T, O>,
    frame: &'a mut M::Frame,
    line: &'a mut Line,
    items: u32,
) -> Pin<Box<dyn Future<Output = Result<(), Failure>> + Send + 'a>>
where
    M: Dispatch<T>,
    T: Sync,
    O: Observer,
{
    Box::pin(async move {
        let run = match start(shared, frame, line, items) {
            // The failure of the Map Run, any other is the state's own.
            Err(failure) if failure.error() == Some("States.ItemReaderFailed") => Err(failure),
            run => Ok(run?),
        };
        let label = match run.as_ref().ok().and_then(|run| run.label) {
            Some(label) => Str::from(label),
            None => new_name(shared.info.services()),
        };
        shared.count(1)?;
        if O::ENABLED {
            let arn = shared.info.map_run_arn(&label);
            shared.hooks(line).observe(frame, Happening::MapRunStarted { arn: &arn });
        }
        let ended = match run {
            Ok(run) => run_all(shared, frame, line, &run, &label).await,
            Err(failure) => Err(failure),
        };
        shared.count(1)?;
        let hooks = shared.hooks(line);
        match ended {
            Ok(result) => {
                hooks.observe(frame, Happening::MapRunSucceeded);
                shared.machine.complete(frame, result)?;
                shared.count(1)?;
                hooks.observe(frame, Happening::ChildrenSucceeded);
                Ok(())
            }
            Err(failure) => {
                hooks.observe(frame, Happening::MapRunFailed(&failure));
                Err(failure)
            }
        }
    })
}

/// What the state asks for.
fn start<'a, M: StateMachine, T, O: Observer>(
    shared: &Shared<'a, M, T, O>,
    frame: &M::Frame,
    line: &mut Line,
    count: u32,
) -> Result<MapRun<'a>, Failure> {
    let machine: &'a M = shared.machine;
    shared.count(1)?;
    shared.hooks(line).observe(frame, Happening::ChildrenStarted { count });
    context::with(shared, frame, line, None, |cx| machine.map_run(frame, cx))
}

async fn run_all<M, T, O>(
    shared: &Shared<'_, M, T, O>,
    frame: &mut M::Frame,
    line: &mut Line,
    run: &MapRun<'_>,
    label: &str,
) -> Result<Value, Failure>
where
    M: Dispatch<T>,
    T: Sync,
    O: Observer,
{
    let storage = &shared.info.services().storage;
    let mut items = run.items;
    if let Some(reader) = &run.item_reader {
        let mut read = storage.read(reader).await?;
        if let Some(most) = reader.max_items.filter(|most| *most > 0) {
            read.truncate(most as usize);
        }
        items = u32::try_from(read.len()).unwrap_or(u32::MAX);
        shared.machine.complete(frame, Value::Array(Array::from(read)))?;
    }
    let source = run.item_reader.as_ref().map_or_else(|| "STATE_DATA".into(), source);
    let mut children = Vec::new();
    for index in 0..items {
        let (child, _) = context::child(shared, frame, line, index, Some(&source))?;
        children.push((child, 1));
    }
    if let Some(batcher) = &run.item_batcher {
        children = batches(shared.machine, frame, children, batcher)?;
    }
    let outputs = run_children(shared, children, items, run, label).await?;
    let outputs = Value::Array(Array::from(outputs));
    match &run.result_writer {
        Some(writer) => storage.write(writer, outputs).await.map_err(Failure::from),
        None => Ok(outputs),
    }
}

/// Puts the inputs of children together: the children for batches, with the numbers of items.
fn batches<M: StateMachine>(
    machine: &M,
    frame: &M::Frame,
    children: Vec<(M::Frame, u32)>,
    batcher: &ItemBatcher,
) -> Result<Vec<(M::Frame, u32)>, Failure> {
    let most_items = batcher.max_items_per_batch.map_or(usize::MAX, |most| most as usize);
    let most_bytes = batcher.max_input_bytes_per_batch.map_or(usize::MAX, |most| most as usize);
    let empty = batch_input(batcher, &[]).json_len();
    let mut batches = Vec::new();
    let (mut batch, mut bytes) = (Vec::new(), empty);
    for (child, _) in children {
        let item = machine.datum(&child, Datum::Input).into_owned();
        // With the comma before it, or without one before the first.
        let more = item.json_len() + usize::from(!batch.is_empty());
        let is_full = batch.len() == most_items || bytes + more > most_bytes;
        if is_full && !batch.is_empty() {
            batches.push(std::mem::take(&mut batch));
            bytes = empty;
        }
        bytes += item.json_len() + usize::from(!batch.is_empty());
        batch.push(item);
    }
    if !batch.is_empty() {
        batches.push(batch);
    }
    let child = |batch: Vec<Value>| {
        let count = u32::try_from(batch.len()).unwrap_or(u32::MAX);
        Ok((machine.batch(frame, batch_input(batcher, &batch))?, count))
    };
    batches.into_iter().map(child).collect()
}

fn batch_input(batcher: &ItemBatcher, items: &[Value]) -> Value {
    let mut input = Object::new();
    if let Some(batch_input) = &batcher.batch_input {
        input.insert(Str::from_static("BatchInput"), batch_input.clone());
    }
    input.insert(Str::from_static("Items"), Value::Array(Array::from(items.to_vec())));
    Value::Object(input)
}

/// Runs the children, each an execution of its own: the outputs of those that succeed.
async fn run_children<M, T, O>(
    shared: &Shared<'_, M, T, O>,
    children: Vec<(M::Frame, u32)>,
    items: u32,
    run: &MapRun<'_>,
    label: &str,
) -> Result<Vec<Value>, Failure>
where
    M: Dispatch<T>,
    T: Sync,
    O: Observer,
{
    let machine = shared.machine;
    let at_once = if run.max_concurrency == 0 { u32::MAX } else { run.max_concurrency };
    let mut outputs = vec![None; children.len()];
    let mut failed: u64 = 0;
    let mut waiting = children.into_iter().enumerate();
    let mut running = FuturesUnordered::new();
    loop {
        while running.len() < at_once as usize
            && let Some((index, (mut child, items))) = waiting.next()
        {
            running.push(async move {
                let info = ExecutionInfo::child(shared.info, label, run.express);
                let (tasks, observer) = (shared.tasks, shared.observer);
                let ended = execute(machine, &mut child, tasks, &info, observer, None).await;
                (index, items, ended.map(|()| child))
            });
        }
        let Some((index, items_of_child, ended)) = running.next().await else { break };
        match ended {
            Ok(child) => {
                if let Some(output) = outputs.get_mut(index) {
                    *output = Some(machine.datum(&child, Datum::Input).into_owned());
                }
            }
            Err(_) => {
                failed += u64::from(items_of_child);
                if !is_tolerated(failed, items, run) {
                    return Err(Failure::new(
                        "States.ExceedToleratedFailureThreshold",
                        "The specified tolerated failure threshold was exceeded",
                    ));
                }
            }
        }
    }
    Ok(outputs.into_iter().flatten().collect())
}

fn is_tolerated(failed: u64, items: u32, run: &MapRun<'_>) -> bool {
    let by_count = run.tolerated_failure_count.map(|most| failed <= u64::from(most));
    let percentage = failed as f64 / f64::from(items) * 100.0;
    let by_percentage = run.tolerated_failure_percentage.map(|most| percentage <= most);
    match (by_count, by_percentage) {
        (None, None) => failed == 0,
        (count, share) => count.unwrap_or(true) && share.unwrap_or(true),
    }
}

/// `Source` of `Map.Item` for items that are read: `S3://bucket/key`.
fn source(reader: &ItemReader<'_>) -> Str {
    let text = |name| reader.parameters.get(name).and_then(Value::as_str);
    match (text("Bucket"), text("Key")) {
        (Some(bucket), Some(key)) => format!("S3://{bucket}/{key}").into(),
        (Some(bucket), None) => format!("S3://{bucket}").into(),
        _ => Str::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(count: Option<u32>, percentage: Option<f64>) -> MapRun<'static> {
        MapRun {
            label: None,
            express: false,
            items: 10,
            item_reader: None,
            item_batcher: None,
            result_writer: None,
            max_concurrency: 0,
            tolerated_failure_count: count,
            tolerated_failure_percentage: percentage,
        }
    }

    #[test]
    fn failures_are_tolerated_up_to_the_smaller_limit() {
        assert!(!is_tolerated(1, 10, &run(None, None)));
        assert!(is_tolerated(2, 10, &run(Some(2), None)));
        assert!(!is_tolerated(3, 10, &run(Some(2), None)));
        assert!(is_tolerated(3, 10, &run(None, Some(30.0))));
        assert!(!is_tolerated(4, 10, &run(None, Some(30.0))));
        assert!(!is_tolerated(3, 10, &run(Some(2), Some(30.0))));
    }
}
