//! Machines without host expressions do the same as the definitions that they export: outputs,
//! errors and histories are equal, on random inputs and whatever becomes of their tasks. A definition
//! is run by the interpreter and by the machine that `sfn!` makes of it.

mod hosts;
mod review;
mod travel;
mod values;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use asl_interpreter::{Interpreter, Options};
use asl_lang::api;
use asl_lang::source::Source;
use proptest::test_runner::Config as ProptestConfig;
use serde::Serialize;
use sfn::value::to_value;
use sfn::{
    Answer, ExecutionError, HandlerFuture, HistoryEvent, TaskContext, TaskError, TaskHandler,
    TaskRequest, Value,
};

/// What becomes of a call.
pub(crate) enum Play {
    Done(Value),
    Fail(&'static str),
    /// Nothing, ever.
    Hang,
    /// The result is to come by token, which it never does.
    Submit,
}

/// A call as the script sees it.
pub(crate) struct Scene<'a> {
    pub(crate) resource: &'a str,
    pub(crate) input: &'a Value,
    /// Random.
    pub(crate) roll: u64,
}

/// Answers for tasks at random: alike for calls that are alike.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Script {
    pub(crate) seed: u64,
    pub(crate) play: fn(Scene<'_>) -> Play,
}

impl TaskHandler for Script {
    fn call<'a>(&'a self, cx: &'a TaskContext<'a>, request: TaskRequest<'a>) -> HandlerFuture<'a> {
        let (resource, input) = (request.task.resource, request.input);
        let mut hasher = DefaultHasher::new();
        (self.seed, resource, input.to_string(), cx.attempt()).hash(&mut hasher);
        let play = (self.play)(Scene { resource, input, roll: hasher.finish() });
        Box::pin(async move {
            match play {
                Play::Done(value) => Ok(Answer::Done(value)),
                Play::Fail(name) => Err(TaskError::new(name, format!("{name} it is"))),
                Play::Hang => std::future::pending().await,
                Play::Submit => Ok(Answer::Submitted),
            }
        })
    }
}

/// What came of an execution.
type Ran<T> = (Result<T, ExecutionError>, Vec<HistoryEvent>);

/// Whether two engines did the same.
pub(crate) fn agree<T: Serialize>(typed: &Ran<T>, other: &Ran<Value>) -> Result<(), String> {
    let ((typed, typed_events), (other, events)) = (typed, other);
    for (typed, other) in typed_events.iter().zip(events) {
        if typed != other {
            return Err(format!("events differ:\n{typed:#?}\n{other:#?}"));
        }
    }
    if typed_events.len() != events.len() {
        return Err(format!("{} and {} events", typed_events.len(), events.len()));
    }
    match (typed, other) {
        (Ok(typed), Ok(other)) if to_value(typed).unwrap() == *other => Ok(()),
        (Err(typed), Err(other))
            if (typed.error(), typed.cause(), typed.state())
                == (other.error(), other.cause(), other.state()) =>
        {
            Ok(())
        }
        (Err(typed), Err(other)) => Err(format!("{typed:?}\n{other:?}")),
        (Ok(typed), Ok(other)) => Err(format!("{}\n{other}", to_value(typed).unwrap())),
        (typed, other) => Err(format!("{:?}\n{:?}", typed.as_ref().err(), other.as_ref().err())),
    }
}

/// A definition in the interpreter.
pub(crate) fn interpreted(name: &str, definition: &str) -> Interpreter {
    let source = Source::new(format!("{name}.asl.json"), definition);
    let compilation = asl_lang::compile(&source, &asl_lang::Options::default());
    let Some(machine) = compilation.machine else {
        panic!("{name}: {:?}\n{definition}", compilation.diagnostics);
    };
    Interpreter::new(machine, Options::named(name)).unwrap()
}

/// The definition is what stands in the file of which `sfn!` makes a machine, and AWS takes it
/// without a word.
pub(crate) fn check_definition(file: &str, definition: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("exported").join(file);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, definition).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap(), definition, "run with UPDATE_EXPECT=1");
    let request = api::Request { definition, severity: Some("WARNING"), ..Default::default() };
    let validation = api::validate(&request).unwrap();
    assert_eq!(validation.result, api::Outcome::Ok, "{:?}", validation.findings);
    assert_eq!(validation.findings, [], "{definition}");
}

/// So many random cases. What fails is printed, with its seed.
pub(crate) fn cases(count: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(count) }
}

/// Runs a machine in all three ways.
macro_rules! compare {
    ($machine:ident($handlers:ident), $again:ident($again_handlers:ident), $script:expr, $input:expr) => {{
        let (script, input) = ($script, $input);
        let json = sfn::value::to_value(&input).unwrap();
        let typed = $crate::support::observed($machine, $handlers(script), input);
        let interpreter = $crate::export::interpreted(stringify!($machine), $machine::DEFINITION);
        let interpreted = $crate::support::observed(interpreter, script, json.clone());
        let agreed = $crate::export::agree(&typed, &interpreted);
        proptest::prop_assert!(agreed.is_ok(), "interpreted: {}", agreed.unwrap_err());
        let compiled = $crate::support::observed($again, $again_handlers(script), json);
        let agreed = $crate::export::agree(&typed, &compiled);
        proptest::prop_assert!(agreed.is_ok(), "compiled: {}", agreed.unwrap_err());
    }};
}
use compare;
