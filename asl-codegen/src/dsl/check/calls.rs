//! Tasks are called as they are declared.

use std::collections::HashMap;

use syn::spanned::Spanned;

use crate::declaration::TaskPattern;
use crate::declaration::{Declaration, Findings, with_help};
use crate::dsl::ast::{Body, Call, Inner, Kind, Work};
use crate::dsl::names::{plain, suggestion};

pub(super) fn check(declaration: &Declaration, body: &Body, findings: &mut Findings) {
    let mut patterns: HashMap<String, TaskPattern> = HashMap::new();
    for call in calls(body) {
        let Some(task) = body.task(&call.method) else {
            let known: Vec<String> = body.tasks.iter().map(|t| t.method.to_string()).collect();
            let known = known.iter().map(String::as_str);
            let written = call.method.to_string();
            findings.push(with_help(
                call.method.span(),
                format_args!("there is no task `{written}`"),
                format_args!("{}", suggestion(&written, "task", known)),
            ));
            continue;
        };
        let params: Vec<String> = task.params.iter().map(|param| param.name.to_string()).collect();
        if params.len() != call.args.len() && !task.is_incomplete {
            findings.push(with_help(
                call.method.span(),
                format_args!(
                    "`{}` takes {}, not {}",
                    task.method,
                    count(params.len()),
                    call.args.len()
                ),
                format_args!("write `{}({})`", task.method, params.join(", ")),
            ));
        }
        if *patterns.entry(plain(&call.method)).or_insert(call.pattern) != call.pattern {
            findings.push(with_help(
                call.span,
                format_args!("`{}` is called in another way elsewhere", task.method),
                "declare two tasks, one for each way in which the result comes",
            ));
        }
    }
    machines(declaration, body, findings);
    // Where something is wrong, it may be what was to call it.
    if !findings.is_empty() {
        return;
    }
    for task in body.tasks.iter().filter(|task| !patterns.contains_key(&plain(&task.method))) {
        let message = format_args!("no state calls the task `{}`", task.method);
        findings.push(with_help(task.method.span(), message, "leave it out"));
    }
}

/// A machine in another has at most one input, and is another.
fn machines(declaration: &Declaration, body: &Body, findings: &mut Findings) {
    for child in body.states.iter().flat_map(|state| state.kind.children()) {
        let Work::Machine(Inner { path, args }) = &child.work else { continue };
        if path.is_ident(&declaration.name) {
            let message = "a machine cannot be a part of itself";
            findings.push(with_help(path.span(), message, "go back to a state of it instead"));
        }
        if args.len() > 1 {
            let message = "a machine has one input";
            findings.push(with_help(path.span(), message, "put its parts into one struct"));
        }
    }
}

/// The calls of all states.
fn calls(body: &Body) -> impl Iterator<Item = &Call> {
    body.states.iter().flat_map(|state| {
        let own = match &state.kind {
            Kind::Task { call, .. } => Some(call),
            _ => None,
        };
        let children = state.kind.children().iter().filter_map(|child| match &child.work {
            Work::Task(call) => Some(call),
            Work::Machine(_) => None,
        });
        own.into_iter().chain(children)
    })
}

/// `2 arguments`
pub(super) fn count(arguments: usize) -> String {
    match arguments {
        0 => "no arguments".to_owned(),
        1 => "1 argument".to_owned(),
        many => format!("{many} arguments"),
    }
}
