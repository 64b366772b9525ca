//! The machine that users hold.

use std::borrow::Cow;
use std::fmt;
use std::mem::take;
use std::sync::Arc;

use asl_lang::ir;
use asl_runtime::data::variable;
use asl_runtime::generated::{NO_STATE, no_child};
use asl_runtime::machine::border::{accept_input, read_input};
use asl_runtime::machine::{
    Command, Datum, Definition, Event, ExecutionType, MapRun, StateInfo, StepContext,
};
use asl_runtime::task::{Called, accept_answer, call_handler};
use asl_runtime::{Dispatch, Failure, StateMachine, TaskContext, TaskHandler, Value};

use crate::error::InvalidMachine;
use crate::frame::Frame;
use crate::program::{Compiled, Program, Source};
use crate::state::{Kind, State};

/// A state machine that is walked at run time. Clones share everything.
///
/// # Examples
/// ```
/// use asl_interpreter::{Interpreter, Options};
/// use asl_lang::source::Source;
/// use asl_runtime::{Answer, Engine, HandlerFuture, TaskContext, TaskHandler, TaskRequest, json};
///
/// /// Charges every order.
/// struct Shop;
///
/// impl TaskHandler for Shop {
///     fn call<'a>(&'a self, _: &'a TaskContext<'a>, request: TaskRequest<'a>) -> HandlerFuture<'a> {
///         Box::pin(async move { Ok(Answer::Done(json!({ "charged": request.input.clone() }))) })
///     }
/// }
///
/// # tokio::runtime::Builder::new_current_thread().build()?.block_on(async {
/// let text = r#"{ "StartAt": "Charge", "States": { "Charge": {
///     "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
///     "InputPath": "$.cents", "ResultPath": "$.receipt", "End": true } } }"#;
/// let source = Source::new("shop.asl.json", text);
/// let machine = asl_lang::compile(&source, &asl_lang::Options::default()).machine;
/// let shop = Interpreter::new(machine.ok_or("errors")?, Options::named("Shop"))?;
///
/// let run = Engine::new().register(shop, Shop).run(json!({ "cents": 250 })).await?;
/// assert_eq!(run.output, json!({ "cents": 250, "receipt": { "charged": 250 } }));
/// # Ok::<(), Box<dyn std::error::Error>>(()) })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Interpreter(Arc<Compiled>);

/// What a definition does not say of a machine.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The machine's name.
    pub name: String,
    /// What AWS calls the type of the machine.
    pub execution_type: ExecutionType,
}

impl Options {
    /// A Standard machine of this name.
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

impl Interpreter {
    /// Resolves a machine.
    ///
    /// # Errors
    /// The machine is inconsistent, as none that `asl_lang` makes is.
    pub fn new(machine: ir::Machine, options: Options) -> Result<Self, InvalidMachine> {
        Ok(Self(Arc::new(Compiled::resolve(Source { machine, options })?)))
    }

    #[inline]
    pub(crate) fn program(&self) -> &Program<'_> {
        self.0.borrow_dependent()
    }

    /// The current state; none in a frame of another machine.
    #[inline]
    fn current(&self, frame: &Frame) -> Option<&State<'_>> {
        self.program().states.get(frame.state)
    }

    /// What the current state's task is called with.
    fn arguments<'f>(&self, frame: &'f Frame) -> &'f Value {
        match self.current(frame).map(|state| &state.kind) {
            Some(Kind::Task(task)) => task.arguments(frame),
            Some(Kind::Parallel(parallel)) => parallel.arguments(frame),
            _ => &frame.document,
        }
    }

    /// The variables that were assigned last, with their values.
    fn assigned(&self, frame: &Frame) -> Value {
        let Some(id) = frame.assigned else { return Value::Null };
        let assigned = id.0.get() as usize - 1;
        let assigned = self.program().assigned.get(assigned).map(|all| &**all).unwrap_or_default();
        variable::named(assigned, &self.program().variables, &frame.variables)
    }
}

impl fmt::Debug for Interpreter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = &self.program().definition.name;
        f.debug_struct("Interpreter").field("name", name).finish_non_exhaustive()
    }
}

impl StateMachine for Interpreter {
    type Input = Value;
    type Output = Value;
    type Frame = Frame;

    #[inline]
    fn definition(&self) -> &Definition<'_> {
        &self.program().definition
    }

    #[inline]
    fn frame(&self) -> Frame {
        Frame::new(self.program().variables.len())
    }

    #[inline]
    fn start(&self, frame: &mut Frame, input: Value) -> Result<(), Failure> {
        frame.enter(self.program().start, accept_input(input)?);
        Ok(())
    }

    fn start_json(&self, frame: &mut Frame, input: &[u8]) -> Result<(), Failure> {
        frame.enter(self.program().start, read_input(input)?);
        Ok(())
    }

    #[inline]
    fn state<'a>(&'a self, frame: &Frame) -> &'a StateInfo<'a> {
        self.program().infos.get(frame.state).unwrap_or(&NO_STATE)
    }

    #[inline]
    fn is_random(&self) -> bool {
        self.program().is_random
    }

    #[inline]
    fn step(
        &self,
        frame: &mut Frame,
        event: Event,
        cx: &StepContext<'_>,
    ) -> Result<Command, Failure> {
        self.current(frame).ok_or_else(another_machine)?.step(frame, event, cx)
    }

    fn child(&self, frame: &Frame, index: u32, cx: &StepContext<'_>) -> Result<Frame, Failure> {
        let state = self.current(frame).ok_or_else(another_machine)?;
        match &state.kind {
            Kind::Parallel(parallel) => parallel.child(frame, index).ok_or_else(no_child),
            Kind::Map(map) => map.child(frame, index, cx, state.name),
            _ => Err(no_child()),
        }
    }

    fn join(&self, frame: &mut Frame, index: u32, child: Frame) {
        frame.children.put(index, child.document);
    }

    fn map_run<'a>(&'a self, frame: &Frame, cx: &StepContext<'_>) -> Result<MapRun<'a>, Failure> {
        match self.current(frame).map(|state| &state.kind) {
            Some(Kind::Map(map)) => map.map_run(frame, cx).ok_or_else(no_child)?,
            _ => Err(no_child()),
        }
    }

    fn batch(&self, frame: &Frame, input: Value) -> Result<Frame, Failure> {
        match self.current(frame).map(|state| &state.kind) {
            Some(Kind::Map(map)) => Ok(map.iteration(frame, input)),
            _ => Err(no_child()),
        }
    }

    fn complete(&self, frame: &mut Frame, result: Value) -> Result<(), Failure> {
        match self.current(frame).map(|state| &state.kind) {
            Some(Kind::Map(_) | Kind::Parallel(_)) => frame.children.complete(result),
            _ => frame.work = result,
        }
        Ok(())
    }

    fn datum<'a>(&self, frame: &'a Frame, datum: Datum) -> Cow<'a, Value> {
        Cow::Borrowed(match datum {
            Datum::Arguments => self.arguments(frame),
            Datum::Result => frame.children.outputs().unwrap_or(&frame.work),
            Datum::Credentials if self.state(frame).task.is_some_and(|task| task.credentials) => {
                &frame.credentials
            }
            Datum::Credentials => &Value::Null,
            Datum::Item(index) => frame.children.item(index).unwrap_or(&Value::Null),
            Datum::Assigned => return Cow::Owned(self.assigned(frame)),
            _ => &frame.document,
        })
    }

    #[inline]
    fn finish(&self, frame: &mut Frame) -> Result<Value, Failure> {
        Ok(take(&mut frame.document))
    }

    fn finish_json(&self, frame: &mut Frame) -> Result<Vec<u8>, Failure> {
        Ok(frame.document.to_json())
    }
}

impl<T: TaskHandler> Dispatch<T> for Interpreter {
    #[inline]
    async fn call<'a>(
        &'a self,
        frame: &'a mut Frame,
        tasks: &'a T,
        cx: &'a TaskContext<'_>,
    ) -> Result<Called, Failure> {
        let answer = call_handler(tasks, cx, self.arguments(frame)).await?;
        accept_answer(&mut frame.work, answer, cx)
    }
}

#[cold]
fn another_machine() -> Failure {
    Failure::engine("States.Runtime", "internal error: the frame is another machine's")
}
