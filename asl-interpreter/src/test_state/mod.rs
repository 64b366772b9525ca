//! AWS's `TestState`: one state, tested by itself.
//!
//! [`start`] takes a [`Request`] and goes as far as nothing has to be awaited: a mocked state is
//! [`Done`](Progress::Done) then, others want a [`Call`] answered or a [`Wait`] to be over. The
//! state is run by the interpreter; what its fields make of its data is kept on the way.
//!
//! Follows [TestState](https://docs.aws.amazon.com/step-functions/latest/dg/test-state-isolation.html).
//!
//! # Examples
//! ```
//! use asl_interpreter::test_state::{Request, Setting, Status, run};
//!
//! let request = Request::from_json(br#"{
//!     "definition": "{\"Type\": \"Pass\", \"InputPath\": \"$.a\", \"Next\": \"Ship\"}",
//!     "input": "{\"a\": {\"b\": 1}}",
//!     "inspectionLevel": "DEBUG"
//! }"#)?;
//! let response = run(&request, &Setting::default(), |_| unreachable!())?;
//! assert_eq!(response.status, Status::Succeeded);
//! assert_eq!(response.output.as_deref(), Some(r#"{"b":1}"#));
//! assert_eq!(response.next_state.as_deref(), Some("Ship"));
//! let data = response.inspection_data.unwrap_or_default();
//! assert_eq!(data.after_input_path.as_deref(), Some(r#"{"b":1}"#));
//! # Ok::<(), asl_interpreter::test_state::Error>(())
//! ```

mod constraints;
mod container;
mod context;
mod definition;
mod error;
mod inspect;
mod mock;
mod reader;
mod request;
mod response;
mod visit;

use asl_lang::api::input_refusal;
use asl_runtime::machine::{Datum, Pause, TaskInfo, border};
use asl_runtime::value::{Object, Str};
use asl_runtime::{Failure, StateMachine, Value};

use self::definition::Tested;
use self::inspect::Inspected;
use self::mock::Mocked;
use self::visit::{Ended, Todo, Visit};
use crate::frame::{Frame, Retries};
use crate::recorder::Recorder;

pub use self::error::{Error, ErrorCode};
pub use self::request::{
    ErrorOutput, FieldValidationMode, InspectionLevel, Mock, Request, StateConfiguration,
};
pub use self::response::{
    ErrorDetails, HttpRequest, HttpResponse, InspectionData, Response, Status,
};

/// What AWS calls the state, whatever its name in a machine.
const STATE_NAME: &str = "StateName";

/// Where and when a state is tested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The account in ARNs.
    pub account: String,
    /// The region in ARNs.
    pub region: String,
    /// The time.
    pub now: jiff::Timestamp,
    /// What random numbers and names are made of.
    pub seed: u128,
}

impl Default for Setting {
    fn default() -> Self {
        Self {
            account: "123456789012".to_owned(),
            region: "us-east-1".to_owned(),
            now: jiff::Timestamp::UNIX_EPOCH,
            seed: 0,
        }
    }
}

/// How far a test has come.
#[derive(Debug)]
pub enum Progress {
    /// This came of it.
    Done(Box<Response>),
    /// A task has to be answered.
    Call(Call),
    /// Time has to pass.
    Wait(Wait),
}

/// A test whose task has to be answered.
#[derive(Debug)]
pub struct Call(Box<Test>);

/// A test of a Wait state.
#[derive(Debug)]
pub struct Wait {
    test: Box<Test>,
    pause: Pause,
}

/// A visit, and what is to be told of it.
#[derive(Debug)]
struct Test {
    visit: Visit,
    level: InspectionLevel,
    reveal_secrets: bool,
    fields: Object,
    is_jsonata: bool,
    input: Value,
    variables: Object,
    request: Option<HttpRequest>,
    response: Option<HttpResponse>,
}

/// Starts a test.
///
/// # Errors
/// AWS refuses the request.
pub fn start(request: &Request, setting: &Setting) -> Result<Progress, Error> {
    constraints::check(request)?;
    mock::check_request(request)?;
    let variables = variables(request)?;
    let tested = Tested::find(&request.definition, request.state_name.as_deref(), &variables)?;
    let input = request.input.as_deref().unwrap_or("{}");
    let input = border::read_input(input.as_bytes()).map_err(|failure| {
        let message = input_refusal(input).or_else(|| failure.cause().map(str::to_owned));
        Error::new(ErrorCode::InvalidExecutionInput, message.unwrap_or_default())
    })?;
    let configuration = request.state_configuration.clone().unwrap_or_default();
    let retries = u32::try_from(configuration.retrier_retry_count.unwrap_or(0)).unwrap_or(u32::MAX);

    let mut frame = tested.frame(&input, &variables);
    frame.retries = Retries::used(tested.retriers, retries);
    let state = *tested.machine.state(&frame);
    mock::check_state(&state, request)?;
    tested.check_cause(configuration.error_caused_by_state.as_deref())?;
    let context = match &request.context {
        Some(text) => context::given(text, &state)?,
        None => context::made(setting, request.role_arn.as_deref(), &input, &state, retries),
    };
    let mocked = request.mock.as_ref();
    let mocked = mocked.map(|mock| Mocked::read(mock, &state, &tested.fields)).transpose()?;
    let visit = Visit::new(tested.machine, frame, context, setting);
    let mut test = Box::new(Test {
        visit,
        level: request.level(),
        reveal_secrets: request.reveal_secrets == Some(true),
        fields: tested.fields,
        is_jsonata: tested.is_jsonata,
        input,
        variables,
        request: None,
        response: None,
    });
    let todo = test.visit.enter(configuration.map_item_reader_data.as_deref());
    let failed = configuration.map_iteration_failure_count;
    match (todo, mocked) {
        (Todo::Nothing(ended), _) => Ok(Progress::Done(Box::new(test.end(ended)))),
        (Todo::Wait(pause), _) => Ok(Progress::Wait(Wait { test, pause })),
        (Todo::Work, Some(mocked)) => Ok(Progress::Done(Box::new(test.mocked(mocked, failed)?))),
        (Todo::Work, None) => Ok(Progress::Call(Call(test))),
    }
}

/// Tests a state at once: `call` answers its task, and waits take no time.
///
/// # Errors
/// AWS refuses the request.
pub fn run(
    request: &Request,
    setting: &Setting,
    call: impl FnOnce(&Call) -> Result<Value, Failure>,
) -> Result<Response, Error> {
    Ok(match start(request, setting)? {
        Progress::Done(response) => *response,
        Progress::Wait(wait) => wait.finish(),
        Progress::Call(test) => {
            let answer = call(&test);
            test.finish(answer)
        }
    })
}

/// The variables that a request gives.
fn variables(request: &Request) -> Result<Object, Error> {
    let Some(text) = &request.variables else { return Ok(Object::new()) };
    let variables = Value::from_json(text.as_bytes()).ok();
    let variables = variables.as_ref().and_then(Value::as_object).cloned();
    variables.ok_or_else(|| Error::validation("Variables must be a valid JSON object."))
}

impl Tested {
    /// The state, entered.
    fn frame(&self, input: &Value, variables: &Object) -> Frame {
        let mut frame = self.machine.frame();
        frame.enter(self.index, input.clone());
        frame.recorder = Some(Box::<Recorder>::default());
        for (place, name) in &self.variables {
            if let Some(place) = frame.variables.get_mut(*place) {
                *place = variables.get(name).cloned();
            }
        }
        frame
    }
}

impl Call {
    /// The task.
    pub fn task(&self) -> Option<TaskInfo<'_>> {
        self.0.visit.info().task
    }

    /// What it is called with.
    pub fn arguments(&self) -> Value {
        self.0.visit.machine.datum(&self.0.visit.frame, Datum::Arguments).into_owned()
    }

    /// Whether secrets may be told of what goes to an HTTP endpoint.
    pub fn reveals_secrets(&self) -> bool {
        self.0.reveal_secrets
    }

    /// Tells what went to an HTTP endpoint and came from it, for who asks for that.
    pub fn exchanged(&mut self, request: HttpRequest, response: Option<HttpResponse>) {
        (self.0.request, self.0.response) = (Some(request), response);
    }

    /// The task has answered.
    pub fn finish(mut self, answer: Result<Value, Failure>) -> Response {
        let ended = match answer {
            Ok(result) => self.0.visit.succeed(result),
            Err(failure) => self.0.visit.fail(failure),
        };
        self.0.end(ended)
    }
}

impl Wait {
    /// How long.
    pub fn pause(&self) -> Pause {
        self.pause
    }

    /// The time has passed.
    pub fn finish(mut self) -> Response {
        let ended = self.test.visit.resume();
        self.test.end(ended)
    }
}

impl Test {
    /// What comes of a mocked work, so many iterations of which have failed.
    fn mocked(&mut self, mocked: Mocked, failed: Option<i64>) -> Result<Response, Error> {
        if let Some(failed) = failed {
            let result = match &mocked {
                Mocked::Result(result) => Some(result),
                Mocked::Failure(_) => None,
            };
            self.visit.iterations.check(failed, result)?;
        }
        let ended = match mocked {
            Mocked::Failure(failure) => self.visit.fail(failure),
            Mocked::Result(result) => {
                let exceeded = self.visit.iterations.exceeded(failed.unwrap_or(0), &result);
                match exceeded {
                    Some(failure) => self.visit.fail(failure),
                    None => self.visit.succeed(result),
                }
            }
        };
        Ok(self.end(ended))
    }

    fn end(&self, ended: Ended) -> Response {
        let failure = match &ended {
            Ended::Failed(failure) => Some(failure),
            _ => self.visit.failure.as_ref(),
        };
        let text = |part: Option<&str>| part.map(str::to_owned);
        let mut response = Response {
            error: text(failure.and_then(Failure::error)),
            cause: text(failure.and_then(Failure::cause)),
            ..Response::default()
        };
        match &ended {
            Ended::Left(next) => {
                response.status =
                    if failure.is_some() { Status::CaughtError } else { Status::Succeeded };
                response.next_state.clone_from(next);
                response.output = Some(self.visit.frame.document.to_string());
            }
            Ended::Retry(_) => response.status = Status::Retriable,
            Ended::Failed(_) => response.status = Status::Failed,
        }
        response.inspection_data = (self.level != InspectionLevel::Info).then(|| self.data(&ended));
        response
    }

    fn data(&self, ended: &Ended) -> InspectionData {
        let inspected = Inspected {
            visit: &self.visit,
            fields: &self.fields,
            is_jsonata: self.is_jsonata,
            input: &self.input,
            variables: self.variables_after(ended),
            ended,
        };
        let mut data = inspected.data();
        if self.level == InspectionLevel::Trace {
            data.request.clone_from(&self.request);
            data.response.clone_from(&self.response);
        }
        data
    }

    /// The variables that were given, and those that the state has assigned.
    fn variables_after(&self, ended: &Ended) -> Object {
        let mut variables = self.variables.clone();
        if let Ended::Left(_) = ended {
            let Visit { machine, frame, .. } = &self.visit;
            let assigned = machine.datum(frame, Datum::Assigned);
            for (name, value) in assigned.as_object().into_iter().flatten() {
                variables.insert(Str::clone(name), value.clone());
            }
        }
        variables
    }
}
