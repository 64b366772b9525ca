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
use crate::machine::{
    Datum, Dispatch, ItemBatcher, ItemReader, MapRun, StateMachine, threshold_exceeded,
};
use crate::observer::{Happening, Observer};
use crate::value::{Array, Str, Value};

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
    let source = run.item_reader.as_ref().map_or_else(|| "STATE_DATA".into(), ItemReader::source);
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

/// The children for batches of the inputs of others, with the numbers of items.
fn batches<M: StateMachine>(
    machine: &M,
    frame: &M::Frame,
    children: Vec<(M::Frame, u32)>,
    batcher: &ItemBatcher,
) -> Result<Vec<(M::Frame, u32)>, Failure> {
    let inputs = children.iter().map(|(child, _)| machine.datum(child, Datum::Input).into_owned());
    let child = |(input, count)| Ok((machine.batch(frame, input)?, count));
    batcher.batches(inputs).into_iter().map(child).collect()
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
                if !run.tolerates(failed, items) {
                    return Err(threshold_exceeded());
                }
            }
        }
    }
    Ok(outputs.into_iter().flatten().collect())
}
