//! `asl test-state`: one state, tested by itself.

use std::io::{self, Write};

use asl_interpreter::test_state::{
    InspectionLevel, Mock, Progress, Request, Response, Setting, StateConfiguration, Status as How,
    start,
};
use asl_lang::diagnostic::{Diagnostic, Diagnostics};
use asl_lang::json::{Member, Node, NodeKind, Substitutions};
use asl_lang::source::Format;
use asl_lang::yaml;
use asl_runtime::Value;
use asl_runtime::value::Str;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use super::{run, show_errors};
use crate::cli::{self, TestState};
use crate::definition::Definition;
use crate::files;
use crate::problem::{Problem, Status};
use crate::terminal::{Messages, Output, harmless};

/// The role of states that are not mocked.
const ROLE: &str = "arn:aws:iam::123456789012:role/asl";

pub(super) fn test_state(args: &TestState, output: &mut Output) -> Result<Status, Problem> {
    if files::is_stdin(&args.file) && args.input == files::STDIN {
        let message = "the definition and the input cannot both be the standard input";
        return Err(Problem::new(message));
    }
    let setting = Setting {
        now: jiff::Timestamp::now(),
        seed: u128::from(std::process::id()),
        ..Setting::default()
    };
    let definition = files::read(&args.file)?;
    let Some(text) = text(&definition, output.messages()) else { return Ok(Status::Findings) };
    let response = match start(&request(text, args)?, &setting) {
        Ok(Progress::Done(response)) => *response,
        Ok(Progress::Wait(wait)) => wait.finish(),
        Ok(Progress::Call(_)) => {
            let message = "the state is a task: say what it answers by `--mock`";
            return Err(Problem::new(message));
        }
        Err(error) => {
            output.messages().error(harmless(&error.to_string()));
            return Ok(Status::Findings);
        }
    };
    serde_json::to_writer_pretty(&mut *output, &told(&response)).map_err(io::Error::from)?;
    writeln!(output)?;
    Ok(if response.status == How::Failed { Status::Findings } else { Status::Fine })
}

/// The definition in JSON, as AWS takes it; none if it is in a YAML that has errors, which are told.
fn text(definition: &Definition, messages: Messages) -> Option<String> {
    let source = &definition.source;
    if source.format() == Format::Json {
        return Some(source.text().to_owned());
    }
    let mut diagnostics = Diagnostics::new();
    let document = yaml::read(source, &Substitutions::default(), false, &mut diagnostics);
    let diagnostics = diagnostics.into_vec();
    show_errors(definition, &diagnostics, messages);
    let root = document.root.filter(|_| !diagnostics.iter().any(Diagnostic::is_error))?;
    Some(in_json(&root).to_string())
}

fn in_json(node: &Node) -> Value {
    match &node.kind {
        NodeKind::Null => Value::Null,
        NodeKind::Bool(value) => Value::from(*value),
        NodeKind::Number(number) => {
            Value::from_json(number.as_str().as_bytes()).unwrap_or_default()
        }
        NodeKind::String(text) => Value::from(text.as_str()),
        NodeKind::Array(elements) => Value::Array(elements.iter().map(in_json).collect()),
        NodeKind::Object(object) => {
            let member = |member: &Member| (Str::from(member.key.as_str()), in_json(&member.value));
            Value::Object(object.members.iter().map(member).collect())
        }
        NodeKind::Placeholder(name) => Value::from(format!("${{{name}}}")),
    }
}

fn request(definition: String, args: &TestState) -> Result<Request, Problem> {
    let mock = args.mock.as_deref().map(mock).transpose()?;
    let configuration = args.configuration.as_deref();
    let configuration =
        configuration.map(|text| parameter::<StateConfiguration>(text, "configuration"));
    let text = |given: &Option<String>| given.as_deref().map(value).transpose();
    Ok(Request {
        definition,
        input: Some(run::input(&args.input)?.to_string()),
        state_name: args.state.clone(),
        inspection_level: Some(match args.inspection_level {
            cli::InspectionLevel::Info => InspectionLevel::Info,
            cli::InspectionLevel::Debug => InspectionLevel::Debug,
            cli::InspectionLevel::Trace => InspectionLevel::Trace,
        }),
        context: text(&args.context)?,
        variables: text(&args.variables)?,
        role_arn: mock.is_none().then(|| ROLE.to_owned()),
        mock,
        state_configuration: configuration.transpose()?,
        ..Request::default()
    })
}

/// JSON or a file of it, as text.
fn value(given: &str) -> Result<String, Problem> {
    run::input(given).map(|value| value.to_string())
}

/// A mock, the result of which need not be written as text.
fn mock(given: &str) -> Result<Mock, Problem> {
    let mut mock = run::input(given)?;
    if let Some(members) = mock.as_object_mut()
        && let Some(result) = members.get("result").filter(|result| result.as_str().is_none())
    {
        let result = result.to_string();
        members.insert("result", result);
    }
    parameter(&mock.to_string(), "mock")
}

fn parameter<T: DeserializeOwned>(given: &str, name: &str) -> Result<T, Problem> {
    let text = value(given)?;
    serde_json::from_str(&text).map_err(|error| Problem::new(format!("`--{name}`: {error}")))
}

/// The response with its texts of JSON taken apart.
fn told(response: &Response) -> Json {
    let mut told = serde_json::to_value(response).unwrap_or_default();
    for name in ["/output", "/inspectionData"] {
        match told.pointer_mut(name) {
            Some(Json::Object(members)) => members.values_mut().for_each(take_apart),
            Some(text) => take_apart(text),
            None => {}
        }
    }
    told
}

fn take_apart(text: &mut Json) {
    let value = text.as_str().and_then(|text| Value::from_json(text.as_bytes()).ok());
    if let Some(value) = value.and_then(|value| serde_json::to_value(value).ok()) {
        *text = value;
    }
}
