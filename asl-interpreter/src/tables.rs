//! What the runtime wants to borrow of a definition: states and names in slices.

use asl_lang::ast::{IntegrationPattern, ResourceKind};
use asl_lang::ir::{self, StateKind};
use asl_lang::lower::reads_context;
use asl_runtime::machine::{StateInfo, StateType, TaskInfo, TaskPattern};
use asl_runtime::value::Str;

use crate::checkpoint::Needs;
use crate::error::InvalidMachine;

/// The tables of a machine, with one member for each state.
#[derive(Debug)]
pub(crate) struct Tables<'a> {
    pub(crate) states: Box<[StateInfo<'a>]>,
    pub(crate) names: Box<[ErrorNames<'a>]>,
    pub(crate) needs: Box<[Needs]>,
}

/// The lists of names that a state has.
#[derive(Debug, Default)]
pub(crate) struct ErrorNames<'a> {
    /// `ErrorEquals` of each retrier.
    pub(crate) retry: Box<[Box<[Str]>]>,
    /// `ErrorEquals` of each catcher.
    pub(crate) catch: Box<[Box<[Str]>]>,
    /// `CSVHeaders` of an `ItemReader`.
    pub(crate) csv_headers: Option<Box<[&'a str]>>,
}

impl<'a> Tables<'a> {
    pub(crate) fn new(machine: &'a ir::Machine) -> Result<Self, InvalidMachine> {
        let states = machine.states.iter().map(|state| info(machine, state));
        let names = machine.states.iter().map(|state| names(&state.kind));
        Ok(Self {
            states: states.collect::<Result<_, _>>()?,
            names: names.collect(),
            needs: Needs::of(machine),
        })
    }
}

fn info<'a>(
    machine: &'a ir::Machine,
    state: &'a ir::State,
) -> Result<StateInfo<'a>, InvalidMachine> {
    let (state_type, task) = match &state.kind {
        StateKind::Pass(_) => (StateType::Pass, None),
        StateKind::Task(task) => (StateType::Task, Some(task_info(machine, task)?)),
        StateKind::Choice(_) => (StateType::Choice, None),
        StateKind::Wait(_) => (StateType::Wait, None),
        StateKind::Succeed(_) => (StateType::Succeed, None),
        StateKind::Fail(_) => (StateType::Fail, None),
        StateKind::Parallel(_) => (StateType::Parallel, None),
        StateKind::Map(_) => (StateType::Map, None),
    };
    Ok(StateInfo { name: &state.name, state_type, task, reads_context: reads_context(state) })
}

fn task_info<'a>(
    machine: &'a ir::Machine,
    task: &'a ir::Task,
) -> Result<TaskInfo<'a>, InvalidMachine> {
    let distinct = machine.tasks.get(task.task.0 as usize);
    let distinct = distinct.ok_or_else(|| InvalidMachine::new("task", task.task.0))?;
    Ok(TaskInfo {
        resource: &distinct.resource.arn,
        name: &distinct.name,
        pattern: pattern(&distinct.resource.kind),
        credentials: task.credentials.is_some(),
    })
}

fn pattern(resource: &ResourceKind) -> TaskPattern {
    match resource {
        ResourceKind::Activity { .. } => TaskPattern::Activity,
        ResourceKind::Integration { pattern, .. } => match pattern {
            IntegrationPattern::RequestResponse => TaskPattern::RequestResponse,
            IntegrationPattern::Sync | IntegrationPattern::Sync2 => TaskPattern::Job,
            IntegrationPattern::WaitForTaskToken => TaskPattern::Callback,
        },
        ResourceKind::LambdaFunction { .. } | ResourceKind::Other => TaskPattern::RequestResponse,
    }
}

fn names(kind: &StateKind) -> ErrorNames<'_> {
    let (retry, catch) = match kind {
        StateKind::Task(task) => (&task.retry, &task.catch),
        StateKind::Parallel(parallel) => (&parallel.retry, &parallel.catch),
        StateKind::Map(map) => (&map.retry, &map.catch),
        _ => return ErrorNames::default(),
    };
    let strings = |names: &Vec<String>| names.iter().map(Str::from).collect();
    ErrorNames {
        retry: retry.iter().map(|retrier| strings(&retrier.error_equals)).collect(),
        catch: catch.iter().map(|catcher| strings(&catcher.error_equals)).collect(),
        csv_headers: csv_headers(kind),
    }
}

fn csv_headers(kind: &StateKind) -> Option<Box<[&str]>> {
    let StateKind::Map(map) = kind else { return None };
    let config = &map.distributed.as_ref()?.item_reader.as_ref()?.config;
    Some(config.csv_headers.as_ref()?.iter().map(String::as_str).collect())
}
