//! What several topics need.

use std::future::Future;

use asl_interpreter::{Interpreter, Options};
use asl_lang::source::Source;
use sfn::observer::EventDetails;
use sfn::{Dispatch, Engine, ExecutionError, History, HistoryEvent, Start, TestClock};

/// Runs a future on one thread, without any timer of tokio's.
pub(crate) fn block_on<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
}

/// An engine whose time passes when everybody waits.
pub(crate) fn engine() -> Engine {
    let clock = TestClock::at("2025-01-01T12:00:00Z").unwrap();
    Engine::builder().clock(clock).seed(7).build()
}

/// What an execution gives, with its history.
pub(crate) fn observed<M, T>(
    machine: M,
    tasks: T,
    input: M::Input,
) -> (Result<M::Output, ExecutionError>, Vec<HistoryEvent>)
where
    M: Dispatch<T>,
    T: Send + Sync + 'static,
{
    let history = History::new();
    let clock = TestClock::at("2025-01-01T12:00:00Z").unwrap();
    let engine = Engine::builder().clock(clock).seed(7).observer(history.clone()).build();
    let workflow = engine.register(machine, tasks);
    let run = block_on(workflow.run(Start::new(input).name("twin")));
    let events = history.execution("twin").map(|execution| execution.events());
    (run.map(|run| run.output), events.unwrap_or_default())
}

/// The states that were entered, in order.
pub(crate) fn entered(events: &[HistoryEvent]) -> Vec<String> {
    let name = |event: &HistoryEvent| match &event.details {
        EventDetails::StateEntered { name, .. } => Some(name.to_string()),
        _ => None,
    };
    events.iter().filter_map(name).collect()
}

/// The machine that an exported definition is.
pub(crate) fn twin(name: &str, definition: &str) -> Interpreter {
    let source = Source::new("twin.asl.json", definition);
    let compilation = asl_lang::compile(&source, &asl_lang::Options::default());
    assert!(compilation.machine.is_some(), "{:?}\n{definition}", compilation.diagnostics);
    Interpreter::new(compilation.machine.unwrap(), Options::named(name)).unwrap()
}
