//! `asl eval`: one expression.

use std::io::{self, Write};

use asl_interpreter::{Expression, Interpreter, Options};
use asl_lang::diagnostic::{Code, Diagnostic, render};
use asl_lang::source::{Source, Span};
use asl_runtime::jsonata::{Evaluation, Item, Limits};
use asl_runtime::{Engine, ExecutionType, Start, Value, json};

use super::run;
use crate::cli::{Eval, Language};
use crate::mock::{Mocks, Tasks};
use crate::problem::{Problem, Status};
use crate::terminal::{Messages, Output, harmless};

/// What an expression is called where messages show it.
const NAME: &str = "<expression>";

/// Why there is no value.
enum Failed {
    /// The expression is none.
    Found(Box<Diagnostic>),
    /// It cannot be evaluated.
    Threw(String),
}

pub(super) fn eval(args: &Eval, output: &mut Output) -> Result<Status, Problem> {
    let input = run::input(&args.input)?;
    let bound = args.bind.iter().map(|text| binding(text)).collect::<Result<Vec<_>, _>>()?;
    let evaluated = match language(args) {
        Language::Jsonata => jsonata(&args.expression, input, bound),
        Language::Jsonpath => jsonpath(&args.expression, input, bound)?,
    };
    match evaluated {
        Ok(Some(value)) => {
            serde_json::to_writer_pretty(&mut *output, &value).map_err(io::Error::from)?;
            writeln!(output)?;
            Ok(Status::Fine)
        }
        Ok(None) => {
            output.messages().note("the expression has no value");
            Ok(Status::Fine)
        }
        Err(failed) => {
            show(&failed, &args.expression, output.messages());
            Ok(Status::Findings)
        }
    }
}

fn language(args: &Eval) -> Language {
    let text = args.expression.trim();
    let is_path = text == "$" || ["$.", "$[", "$$.", "States."].iter().any(|p| text.starts_with(p));
    match args.language {
        Some(language) => language,
        None if is_path && !args.jsonata => Language::Jsonpath,
        None => Language::Jsonata,
    }
}

/// Reads `NAME=JSON`.
fn binding(text: &str) -> Result<(String, Value), Problem> {
    let wrong = |what: String| Problem::new(format!("`--bind {}`: {what}", harmless(text)));
    let (name, value) =
        text.split_once('=').ok_or_else(|| wrong("write it as NAME=JSON".to_owned()))?;
    let value = Value::from_json(value.as_bytes())
        .map_err(|error| wrong(format!("the value is not JSON: {error}")))?;
    Ok((name.trim_start_matches('$').to_owned(), value))
}

fn jsonata(
    text: &str,
    input: Value,
    mut bound: Vec<(String, Value)>,
) -> Result<Option<Value>, Failed> {
    if bound.iter().all(|(name, _)| name != "states") {
        bound.push(("states".to_owned(), json!({ "input": &input })));
    }
    let names: Vec<&str> = bound.iter().map(|(name, _)| name.as_str()).collect();
    let query = asl_lang::compile_expression(text, &names).map_err(|error| {
        let message = format!("{:?}: {}", error.code, error.message);
        Failed::Found(Box::new(Diagnostic::new(Code::InvalidJsonata, message, error.span)))
    })?;
    let values: Vec<Item> = bound.iter().map(|(_, value)| Item::from(value.clone())).collect();
    let cx = Evaluation::new(
        Limits::default(),
        jiff::Timestamp::now().as_millisecond(),
        u128::from(std::process::id()),
    );
    let value = Expression::new(&query).evaluate(&cx, Item::from(input), &values);
    let value = value.map_err(|error| Failed::Threw(error.to_string()))?;
    if value.is_undefined() {
        return Ok(None);
    }
    let value = value.into_value();
    value.map(Some).ok_or_else(|| Failed::Threw("a function is no JSON value".to_owned()))
}

/// A path or an intrinsic function, as the output of a state.
fn jsonpath(
    text: &str,
    input: Value,
    bound: Vec<(String, Value)>,
) -> Result<Result<Option<Value>, Failed>, Problem> {
    let (definition, place) = definition(text, bound);
    let source = Source::new(NAME, definition);
    let compilation = asl_lang::compile(&source, &asl_lang::Options::default());
    let Some(machine) = compilation.machine else {
        let errors = compilation.diagnostics.into_iter().find(Diagnostic::is_error);
        let failed = errors.map_or_else(
            || Failed::Threw("the expression is refused".to_owned()),
            |error| Failed::Found(Box::new(moved(error, text, place))),
        );
        return Ok(Err(failed));
    };
    let options = Options { name: NAME.to_owned(), execution_type: ExecutionType::Express };
    let machine =
        Interpreter::new(machine, options).map_err(|error| Problem::new(error.to_string()))?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    let runtime = runtime.map_err(|error| Problem::new(format!("cannot run: {error}")))?;
    let workflow = Engine::builder().build().register(machine, Tasks::new(Mocks::default()));
    let ended = runtime.block_on(workflow.run(Start::new(input)));
    Ok(match ended {
        Ok(run) => Ok(Some(run.output)),
        Err(error) => Err(Failed::Threw(format!("{}: {}", error.error(), error.cause()))),
    })
}

/// A machine whose output is the value of an expression, and where in its text the expression is.
fn definition(text: &str, bound: Vec<(String, Value)>) -> (String, usize) {
    let text = Value::from(text).to_string();
    let evaluate = format!(r#""Type": "Pass", "Parameters": {{ "value.$": {text} }}"#);
    let evaluate = format!(r#""Evaluate": {{ {evaluate}, "OutputPath": "$.value", "End": true }}"#);
    let assign = Value::Object(bound.into_iter().collect());
    let bind = format!(r#""Bind": {{ "Type": "Pass", "Assign": {assign}, "Next": "Evaluate" }}"#);
    let definition = match assign.as_object().is_none_or(asl_runtime::value::Object::is_empty) {
        true => format!(r#"{{ "StartAt": "Evaluate", "States": {{ {evaluate} }} }}"#),
        false => format!(r#"{{ "StartAt": "Bind", "States": {{ {evaluate}, {bind} }} }}"#),
    };
    let place = definition.find(&text).map_or(0, |start| start + 1);
    (definition, place)
}

/// A finding of a machine, about the expression in it.
fn moved(finding: Diagnostic, text: &str, place: usize) -> Diagnostic {
    let within = |offset: u32| (offset as usize).saturating_sub(place).min(text.len());
    let at = |offset: u32| {
        let mut place = within(offset);
        while !text.is_char_boundary(place) {
            place -= 1;
        }
        u32::try_from(place).unwrap_or_default()
    };
    let span = Span { start: at(finding.span.start), end: at(finding.span.end) };
    Diagnostic::new(finding.code, finding.message, span).maybe_help(finding.help)
}

fn show(failed: &Failed, text: &str, messages: Messages) {
    match failed {
        Failed::Found(finding) => {
            let source = Source::new(NAME, text.to_owned());
            messages.line(render(finding, &source, messages.is_coloured()));
        }
        Failed::Threw(message) => messages.error(harmless(message)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_binding_has_a_name_and_json() {
        let bound = |text| binding(text).ok();
        assert_eq!(bound("a=1"), Some(("a".to_owned(), json!(1))));
        assert_eq!(bound("$a=\"b=c\""), Some(("a".to_owned(), json!("b=c"))));
        assert_eq!(bound("a"), None);
        assert_eq!(bound("a=b"), None);
    }
}
