//! The same machines interpreted. Their handlers are the compiled ones', found by name.

use asl_interpreter::{Interpreter, Options};
use asl_lang::source::Source;
use sfn::{Answer, HandlerFuture, TaskContext, TaskError, TaskHandler, TaskRequest};

use crate::compiled::{Handlers, W2Tasks};
use crate::data::Documents;

/// The machine of a definition.
pub(crate) fn machine(documents: Documents) -> Interpreter {
    let source = Source::new(documents.workflow, documents.definition);
    let compiled = asl_lang::compile(&source, &asl_lang::Options::default());
    let machine = compiled.machine.expect("a valid definition");
    Interpreter::new(machine, Options::named(documents.workflow)).expect("a consistent machine")
}

impl TaskHandler for Handlers {
    fn call<'a>(&'a self, cx: &'a TaskContext<'a>, request: TaskRequest<'a>) -> HandlerFuture<'a> {
        Box::pin(async move {
            let input = request.input;
            let result = match request.task.name {
                "validate" => W2Tasks::validate(self, cx, input).await?,
                "charge" => W2Tasks::charge(self, cx, input).await?,
                "ship" => W2Tasks::ship(self, cx, input).await?,
                unknown => return Err(TaskError::new("NoSuchTask", unknown)),
            };
            Ok(Answer::Done(result))
        })
    }
}
