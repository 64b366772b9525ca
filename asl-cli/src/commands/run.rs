//! `asl run`: a definition run by the interpreter, its tasks by mocks.

use std::io::{self, Write};
use std::path::Path;

use asl_interpreter::{Interpreter, Options};
use asl_runtime::machine::StateInfo;
use asl_runtime::{
    Engine, EngineBuilder, ExecutionError, ExecutionType, History, Observer, Run as Ended, Start,
    StateMachine, TestClock, TransitionPrinter, Value,
};

use super::show_errors;
use crate::cli::{HistoryFormat, Run};
use crate::files;
use crate::mock::{Mocks, Tasks};
use crate::problem::{Problem, Status};
use crate::terminal::{Messages, Output, harmless};

pub(super) fn run(args: &Run, output: &mut Output) -> Result<Status, Problem> {
    if files::is_stdin(&args.file) && args.input == files::STDIN {
        let message = "the definition and the input cannot both be the standard input";
        return Err(Problem::new(message));
    }
    let definition = files::read(&args.file)?;
    let compilation = definition.compile(&args.definition.options());
    let messages = output.messages();
    let Some(machine) = compilation.machine else {
        show_errors(&definition, &compilation.diagnostics, messages);
        return Ok(Status::Findings);
    };
    let name = args.name.clone().unwrap_or_else(|| files::stem(&args.file));
    let input = input(&args.input)?;
    let mocks = args.mock.as_deref().map(|file| Mocks::read(file, &name, args.case.as_deref()));
    let mocks = mocks.transpose()?.unwrap_or_default();
    let express = args.definition.is_express();
    let execution_type = if express { ExecutionType::Express } else { ExecutionType::Standard };
    let machine = Interpreter::new(machine, Options { name, execution_type })
        .map_err(|error| Problem::new(error.to_string()))?;
    warn_of_unknown(&mocks, machine.definition().states, messages);
    let tasks = Tasks::new(mocks);
    let (ended, history) = execute(args, machine, &tasks, input, messages)?;
    // Where it is the cause, it is said there.
    let cause = ended.as_ref().err().map(ExecutionError::cause);
    for missing in tasks.missing().iter().filter(|missing| Some(missing.as_str()) != cause) {
        messages.warning(missing);
    }
    write_history(args.history, &history, output)?;
    match ended {
        Ok(run) => {
            if args.history != Some(HistoryFormat::Json) {
                serde_json::to_writer_pretty(&mut *output, &run.output).map_err(io::Error::from)?;
                writeln!(output)?;
            }
            Ok(Status::Fine)
        }
        Err(error) => {
            show_failure(&error, messages);
            Ok(Status::Findings)
        }
    }
}

/// The input that was given: JSON, a file of it, or the standard input.
fn input(given: &str) -> Result<Value, Problem> {
    let (text, whence) = if let Some(file) = given.strip_prefix('@') {
        (files::bytes(Path::new(file))?, format!("in `{}`", harmless(file)))
    } else if given == files::STDIN {
        (files::bytes(Path::new(given))?, "on the standard input".to_owned())
    } else {
        (given.as_bytes().to_owned(), "after `--input`".to_owned())
    };
    Value::from_json(&text)
        .map_err(|error| Problem::new(format!("what stands {whence} is not JSON: {error}")))
}

type Outcome = Result<Ended<Value>, ExecutionError>;

/// Runs one execution. Its history is kept only if it is asked for.
fn execute(
    args: &Run,
    machine: Interpreter,
    tasks: &Tasks,
    input: Value,
    messages: Messages,
) -> Result<(Outcome, History), Problem> {
    let history = History::new();
    let printer = || TransitionPrinter::new(io::stderr()).colours(messages.is_coloured());
    let engine = builder(args, tasks)?;
    let outcome = match (args.history.is_some(), args.trace) {
        (false, false) => drive(engine, machine, tasks, input),
        (true, false) => drive(engine.observer(history.clone()), machine, tasks, input),
        (false, true) => drive(engine.observer(printer()), machine, tasks, input),
        (true, true) => drive(engine.observer((history.clone(), printer())), machine, tasks, input),
    };
    Ok((outcome?, history))
}

fn builder(args: &Run, tasks: &Tasks) -> Result<EngineBuilder, Problem> {
    let mut builder = Engine::builder().map_run_storage(tasks.clone());
    if let Some(seed) = args.seed {
        builder = builder.seed(seed);
    }
    if !args.real_time {
        let start = args.clock.unwrap_or_else(jiff::Timestamp::now).to_string();
        let clock = TestClock::at(&start).map_err(|error| Problem::new(error.to_string()))?;
        builder = builder.clock(clock);
    }
    Ok(builder)
}

fn drive<O: Observer>(
    engine: EngineBuilder<O>,
    machine: Interpreter,
    tasks: &Tasks,
    input: Value,
) -> Result<Outcome, Problem> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    let runtime = runtime.map_err(|error| Problem::new(format!("cannot run: {error}")))?;
    let workflow = engine.build().register(machine, tasks.clone());
    Ok(runtime.block_on(workflow.run(Start::new(input))))
}

/// Mocks that nothing can ask for are most likely misspelled.
fn warn_of_unknown(mocks: &Mocks, states: &[StateInfo<'_>], messages: Messages) {
    let known: Vec<&str> = states
        .iter()
        .flat_map(|state| {
            let task = state.task;
            [Some(state.name), task.map(|task| task.name), task.map(|task| task.resource)]
        })
        .flatten()
        .collect();
    for name in mocks.names().filter(|name| !known.contains(name) && !name.starts_with("arn:")) {
        let near = asl_lang::diagnostic::suggestion(name, known.iter().copied());
        let help = near.map(|near| format!(": did you mean `{near}`?")).unwrap_or_default();
        let name = harmless(name);
        messages.warning(format_args!("there is a mock for `{name}`, which no task is{help}"));
    }
}

fn write_history(
    format: Option<HistoryFormat>,
    history: &History,
    output: &mut Output,
) -> Result<(), Problem> {
    let executions = history.executions();
    match format {
        None => {}
        Some(HistoryFormat::Table) => {
            // Those that Distributed Maps started come after the execution's own.
            for execution in executions {
                writeln!(output, "{execution}")?;
            }
        }
        Some(HistoryFormat::Json) => {
            if let Some(execution) = executions.first() {
                serde_json::to_writer_pretty(&mut *output, execution).map_err(io::Error::from)?;
                writeln!(output)?;
            }
        }
    }
    Ok(())
}

fn show_failure(error: &ExecutionError, messages: Messages) {
    let state = error.state().map(|state| format!(" in state `{}`", harmless(state)));
    let state = state.unwrap_or_default();
    messages.error(format_args!("the execution ended as {}{state}", error.status()));
    for (head, text) in [("error", error.error()), ("cause", error.cause())] {
        if !text.is_empty() {
            messages.line(format_args!("  {head}: {}", harmless(text)));
        }
    }
}
