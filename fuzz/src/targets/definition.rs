//! Whole definitions: checked, shown with what was found, lowered, drawn, and interpreted on an
//! input with tasks that answer anything.

use std::sync::atomic::{AtomicU32, Ordering};

use asl_interpreter::{Interpreter, Options};
use asl_lang::diagnostic::render;
use asl_lang::source::Source;
use asl_runtime::machine::TaskPattern;
use asl_runtime::{
    Answer, Callbacks, HandlerFuture, TaskContext, TaskError, TaskHandler, TaskRequest, Value,
};

use super::machine::{execute, told};
use crate::target::{Target, parts};

pub(super) const TARGET: Target = Target { name: "definition", words: WORDS, run, planted: false };

/// The largest output, as AWS counts it.
const PAYLOAD: usize = 256 << 10;

pub(super) const WORDS: &[&str] = &[
    "Task",
    "Pass",
    "Choice",
    "Wait",
    "Succeed",
    "Fail",
    "Parallel",
    "Map",
    "\"Next\": ",
    "\"End\": true",
    "\"Type\": ",
    "\"Result\": ",
    "\"ResultPath\": ",
    "\"InputPath\": ",
    "\"OutputPath\": ",
    "\"Parameters\": ",
    "\"ResultSelector\": ",
    "\"ItemsPath\": ",
    "\"ItemSelector\": ",
    "\"MaxConcurrency\": ",
    "\"ItemProcessor\": ",
    "\"Iterator\": ",
    "\"Branches\": ",
    "\"Assign\": ",
    "\"Retry\": ",
    "\"Catch\": ",
    "\"ErrorEquals\": ",
    "\"States.ALL\"",
    "\"States.TaskFailed\"",
    "\"MaxAttempts\": ",
    "\"IntervalSeconds\": ",
    "\"BackoffRate\": ",
    "\"TimeoutSeconds\": ",
    "\"HeartbeatSeconds\": ",
    "\"SecondsPath\": ",
    "\"TimestampPath\": ",
    "\"Variable\": ",
    "\"IsPresent\": ",
    "\"StringMatches\": ",
    "\"NumericEquals\": ",
    "\"And\": ",
    "\"Or\": ",
    "\"Not\": ",
    "\"Default\": ",
    "\"Cause\": ",
    "\"CausePath\": ",
    "\"Error\": ",
    "\"ErrorPath\": ",
    "\"QueryLanguage\": ",
    "\"Mode\": ",
    "\"DISTRIBUTED\"",
    "\"INLINE\"",
    "\"ItemBatcher\": ",
    "\"ToleratedFailureCount\": ",
    "\"Credentials\": ",
    "\"x.$\": ",
    "\"$.a\"",
    "\"$$.Execution.Id\"",
    "\"$v\"",
    "\"$\"",
    "\"$..*\"",
    "\"$[?(@.a)]\"",
    "\"States.Array($, $)\"",
    "\"States.Format('{}', $)\"",
    "\"arn:aws:states:::lambda:invoke.waitForTaskToken\"",
    "\"arn:aws:states:::sqs:sendMessage\"",
];

fn run(input: &[u8]) -> String {
    let [text, data] = parts(input);
    let source = Source::new("input.asl.json", text);
    let compilation = asl_lang::compile(&source, &asl_lang::Options::default());
    let found = &compilation.diagnostics;
    for finding in found {
        let shown = render(finding, &source, false);
        assert!(!shown.trim().is_empty(), "nothing is shown of {finding:?}");
    }
    let refused = found.iter().any(|finding| finding.is_error());
    assert_eq!(compilation.machine.is_none(), refused, "{found:?}");
    let Some(machine) = compilation.machine else {
        let mut codes: Vec<&str> = found.iter().map(|finding| finding.code.id()).collect();
        codes.dedup();
        return codes.join(" ");
    };
    draw(&machine);
    let machine = match Interpreter::new(machine, Options::named("Machine")) {
        Ok(machine) => machine,
        Err(error) => panic!("what was compiled cannot be interpreted: {error}"),
    };
    let data = Value::from_json(data.as_bytes()).unwrap_or_else(|_| asl_runtime::json!({}));
    let outcome = execute(&machine, data.clone(), Tasks::new);
    let again = execute(&machine, data, Tasks::new);
    assert_eq!(told(&outcome), told(&again), "it is not the same each time");
    if let Ok(output) = &outcome {
        assert!(output.to_json().len() <= PAYLOAD, "the output is too large");
    }
    told(&outcome)
}

/// Draws a machine in all formats. Each state is there.
fn draw(machine: &asl_lang::ir::Machine) {
    let graph = asl_graph::Graph::new(machine);
    let svg = graph.to_svg(&asl_graph::SvgOptions::default());
    let document = roxmltree::Document::parse(&svg);
    let document = document.unwrap_or_else(|error| panic!("the picture is no XML: {error}\n{svg}"));
    let states = document.descendants().filter(|node| node.has_attribute("data-state"));
    assert_eq!(states.count(), machine.states.len(), "states are missing in {svg}");
    assert!(graph.to_mermaid().lines().count() > machine.states.len());
    assert!(graph.to_dot().lines().count() > machine.states.len());
}

/// Tasks of which every third fails, others give back what they were given or something else.
struct Tasks {
    callbacks: Callbacks,
    calls: AtomicU32,
}

impl Tasks {
    fn new(engine: &asl_runtime::Engine) -> Self {
        Self { callbacks: engine.callbacks().clone(), calls: AtomicU32::new(0) }
    }
}

impl TaskHandler for Tasks {
    fn call<'a>(&'a self, cx: &'a TaskContext<'a>, request: TaskRequest<'a>) -> HandlerFuture<'a> {
        Box::pin(async move {
            let call = self.calls.fetch_add(1, Ordering::Relaxed);
            let answer = match call % 6 {
                0 | 3 => request.input.clone(),
                1 => return Err(TaskError::new("Custom", "it failed")),
                4 => return Err(TaskError::new("States.Timeout", "")),
                2 => asl_runtime::json!({ "a": [1, "two", null], "Payload": { "b": call } }),
                _ => asl_runtime::json!([[], {}]),
            };
            if matches!(request.task.pattern, TaskPattern::Callback | TaskPattern::Job) {
                // Nobody but this handler completes the token.
                let _ = self.callbacks.succeed(&cx.task_token(), answer);
                return Ok(Answer::Submitted);
            }
            Ok(Answer::Done(answer))
        })
    }
}
