//! Reading states: one function for each type, but for Choice and Map.

use super::choice::choice;
use super::context::Context;
use super::fields::Fields;
use super::location::Location;
use super::machine::scope;
use super::map::map;
use super::path::Computed;
use super::schema::{self, Schema};
use super::static_result;
use super::values::{MAX_SECONDS, string};
use crate::ast::{
    Dynamic, Fail, Parallel, Pass, Resource, State, StateKind, Succeed, Task, Wait, WaitUntil,
};
use crate::diagnostic::{Code, Diagnostic};
use crate::intrinsic::Function;
use crate::json::Member;
use crate::source::Spanned;

/// Reads the fields of a type of state.
type Read = fn(&mut Context<'_>, &Fields<'_>) -> StateKind;

/// The types of states, in the order in which AWS lists them.
const TYPES: &[(&str, (&Schema, Read))] = &[
    ("Task", (&schema::TASK, |cx, fields| StateKind::Task(Box::new(task(cx, fields))))),
    ("Wait", (&schema::WAIT, |cx, fields| StateKind::Wait(Box::new(wait(cx, fields))))),
    ("Pass", (&schema::PASS, |cx, fields| StateKind::Pass(Box::new(pass(cx, fields))))),
    ("Succeed", (&schema::SUCCEED, |cx, fields| StateKind::Succeed(succeed(cx, fields)))),
    ("Fail", (&schema::FAIL, |cx, fields| StateKind::Fail(fail(cx, fields)))),
    ("Choice", (&schema::CHOICE, |cx, fields| StateKind::Choice(Box::new(choice(cx, fields))))),
    (
        "Parallel",
        (&schema::PARALLEL, |cx, fields| StateKind::Parallel(Box::new(parallel(cx, fields)))),
    ),
    ("Map", (&schema::MAP, |cx, fields| StateKind::Map(Box::new(map(cx, fields))))),
];

/// The types of states and their fields, in the order in which AWS lists them.
pub fn state_types() -> impl Iterator<Item = (&'static str, &'static Schema)> {
    TYPES.iter().map(|&(name, (schema, _))| (name, schema))
}

/// Reads a state; none if its type is not known.
pub(super) fn state(cx: &mut Context<'_>, member: &Member, at: &Location<'_>) -> Option<State> {
    let language = cx.language;
    let fields = Fields::unchecked(cx, &member.value, language, at)?.with_head(member.key_span);
    if fields.get("Type").is_none() {
        fields.missing(cx, &["Type"]);
    }
    let kind = fields.keyword(cx, "Type", TYPES);
    let query_language = fields.query_language(cx);
    let language = query_language.map_or(cx.language, |language| language.value);
    let (schema, read) = kind?.value;
    let around = std::mem::replace(&mut cx.state_language, language);
    let fields = fields.check(cx, schema, language);
    let state = State {
        name: member.key_span.of(member.key.clone()),
        span: fields.span,
        comment: fields.comment(cx),
        query_language: language,
        query_language_span: query_language.map(|language| language.span),
        kind: read(cx, &fields),
    };
    cx.state_language = around;
    Some(state)
}

fn task(cx: &mut Context<'_>, fields: &Fields<'_>) -> Task {
    Task {
        resource: fields
            .resource(cx)
            .unwrap_or_else(|| fields.head.of(Resource::parse("${Resource}"))),
        input_path: fields.nullable_path(cx, "InputPath"),
        parameters: fields.template(cx, "Parameters"),
        arguments: fields.template(cx, "Arguments"),
        result_selector: fields.template(cx, "ResultSelector"),
        result_path: fields.result_path(cx),
        output_path: fields.nullable_path(cx, "OutputPath"),
        output: fields.template(cx, "Output"),
        assign: fields.assign(cx),
        timeout_seconds: fields.dynamic_integer(cx, "TimeoutSeconds", 1..=MAX_SECONDS),
        heartbeat_seconds: fields.dynamic_integer(cx, "HeartbeatSeconds", 1..=MAX_SECONDS),
        credentials: fields.template(cx, "Credentials"),
        retry: fields.retry(cx),
        catch: fields.catch(cx),
        transition: fields.transition(cx),
    }
}

fn pass(cx: &mut Context<'_>, fields: &Fields<'_>) -> Pass {
    let result = fields.get("Result").map(|member| &member.value);
    if let Some(result) = result {
        static_result::check(cx, result, &fields.at.field("Result"));
    }
    Pass {
        input_path: fields.nullable_path(cx, "InputPath"),
        parameters: fields.template(cx, "Parameters"),
        result: result.map(|node| node.span.of(node.to_literal())),
        result_path: fields.result_path(cx),
        output_path: fields.nullable_path(cx, "OutputPath"),
        output: fields.template(cx, "Output"),
        assign: fields.assign(cx),
        transition: fields.transition(cx),
    }
}

fn wait(cx: &mut Context<'_>, fields: &Fields<'_>) -> Wait {
    Wait {
        input_path: fields.nullable_path(cx, "InputPath"),
        output_path: fields.nullable_path(cx, "OutputPath"),
        output: fields.template(cx, "Output"),
        assign: fields.assign(cx),
        until: wait_until(cx, fields),
        transition: fields.transition(cx),
    }
}

fn wait_until(cx: &mut Context<'_>, fields: &Fields<'_>) -> WaitUntil {
    let ways = ["Seconds", "SecondsPath", "Timestamp", "TimestampPath"];
    if ways.iter().all(|name| fields.get(name).is_none()) {
        let message = "a Wait state has to say how long it waits";
        let finding = Diagnostic::new(Code::MissingField, message, fields.head);
        let help = "add `Seconds`, `SecondsPath`, `Timestamp` or `TimestampPath`";
        cx.report(finding.help(help), fields.at);
    }
    if let Some(timestamp) = fields.dynamic(cx, "Timestamp", string) {
        return WaitUntil::Timestamp(timestamp);
    }
    let seconds = fields.dynamic_integer(cx, "Seconds", 0..=MAX_SECONDS);
    WaitUntil::Seconds(seconds.unwrap_or(fields.head.of(Dynamic::Literal(0))))
}

fn succeed(cx: &mut Context<'_>, fields: &Fields<'_>) -> Succeed {
    Succeed {
        input_path: fields.nullable_path(cx, "InputPath"),
        output_path: fields.nullable_path(cx, "OutputPath"),
        output: fields.template(cx, "Output"),
    }
}

fn fail(cx: &mut Context<'_>, fields: &Fields<'_>) -> Fail {
    Fail {
        error: fail_text(cx, fields, "Error", "ErrorPath"),
        cause: fail_text(cx, fields, "Cause", "CausePath"),
    }
}

/// `Error` or `ErrorPath`, `Cause` or `CausePath`.
fn fail_text(
    cx: &mut Context<'_>,
    fields: &Fields<'_>,
    name: &str,
    path: &str,
) -> Option<Spanned<Dynamic<String>>> {
    if fields.get(name).is_some() {
        return fields.dynamic(cx, name, string);
    }
    let computed = fields.path_or_call(cx, path)?;
    Some(computed.span.of(match computed.value {
        Computed::Path(path) => Dynamic::Path(path),
        Computed::Intrinsic(call) => {
            if !gives_text(call.function) {
                let message = format!("`{}` does not return a string", call.function.name());
                let finding = Diagnostic::new(Code::InvalidPath, message, computed.span)
                    .help("use a function that returns one, such as `States.Format`");
                cx.report(finding, &fields.at.field(path));
            }
            Dynamic::Intrinsic(call)
        }
    }))
}

/// Whether a function may give a string, as AWS sees it.
fn gives_text(function: Function) -> bool {
    use Function::*;
    matches!(
        function,
        Format | JsonToString | ArrayGetItem | Base64Encode | Base64Decode | Hash | Uuid
    )
}

fn parallel(cx: &mut Context<'_>, fields: &Fields<'_>) -> Parallel {
    let nodes = fields.some(cx, "Branches").unwrap_or_default();
    let at = fields.at.field("Branches");
    let mut branches = Vec::new();
    for (index, node) in nodes.iter().enumerate() {
        let at = at.index(index);
        if let Some(branch) = Fields::open(cx, node, &schema::BRANCH, cx.language, &at) {
            branches.push(scope(cx, &branch));
        }
    }
    Parallel {
        branches,
        input_path: fields.nullable_path(cx, "InputPath"),
        parameters: fields.template(cx, "Parameters"),
        arguments: fields.template(cx, "Arguments"),
        result_selector: fields.template(cx, "ResultSelector"),
        result_path: fields.result_path(cx),
        output_path: fields.nullable_path(cx, "OutputPath"),
        output: fields.template(cx, "Output"),
        assign: fields.assign(cx),
        retry: fields.retry(cx),
        catch: fields.catch(cx),
        transition: fields.transition(cx),
    }
}
