//! Error names in `retry` and `catch`.

use std::collections::HashSet;

use crate::declaration::TaskPattern;
use crate::declaration::{Findings, OutputType, with_help};
use crate::dsl::ast::{Body, Errors, Kind, State};
use crate::dsl::names::suggestion;

/// The names that ASL reserves and that may be retried or caught.
const RESERVED: [&str; 13] = [
    "States.ALL",
    "States.TaskFailed",
    "States.Timeout",
    "States.HeartbeatTimeout",
    "States.DataLimitExceeded",
    "States.Permissions",
    "States.BranchFailed",
    "States.NoChoiceMatched",
    "States.IntrinsicFailure",
    "States.ExceedToleratedFailureThreshold",
    "States.ItemReaderFailed",
    "States.ResultWriterFailed",
    "States.QueryEvaluationError",
];

pub(super) fn check(body: &Body, findings: &mut Findings) {
    for state in &body.states {
        let retry = state.attributes.retry.iter().map(|retry| &retry.errors);
        list(retry, "retry", findings);
        let catches = state.kind.after().map(|after| after.catches.as_slice()).unwrap_or_default();
        list(catches.iter().map(|catch| &catch.errors), "catch", findings);
        infallible(state, body, findings);
        for child in state.kind.children() {
            list(child.attributes.retry.iter().map(|retry| &retry.errors), "retry", findings);
        }
    }
}

/// A task that gives no `Result` raises no error of its own.
fn infallible(state: &State, body: &Body, findings: &mut Findings) {
    let Kind::Task { call, after } = &state.kind else { return };
    let task = body.task(&call.method);
    let fails = task.is_none_or(|task| matches!(task.output, OutputType::Result { .. }));
    if fails || call.pattern != TaskPattern::RequestResponse {
        return;
    }
    let retried = state.attributes.retry.iter().map(|retry| &retry.errors);
    let caught = after.catches.iter().map(|catch| &catch.errors);
    for name in retried.chain(caught).flat_map(|errors| &errors.names) {
        if !name.value().starts_with("States.") {
            findings.push(with_help(
                name.span(),
                format_args!("the task `{}` raises no error of its own", call.method),
                format_args!("let it give a `Result`, or leave `{}` out", name.value()),
            ));
        }
    }
}

/// Checks the retriers or the catchers of a state, which are asked in order.
fn list<'a>(errors: impl Iterator<Item = &'a Errors>, what: &str, findings: &mut Findings) {
    let mut takes_all = false;
    let mut taken: HashSet<String> = HashSet::new();
    for errors in errors {
        if takes_all {
            let message = format_args!("no error comes to this {what}: one before it takes all");
            findings.push(with_help(errors.span, message, "put the one with `_` last"));
        }
        let takes_all_before = takes_all;
        takes_all |= errors.takes_all();
        for name in &errors.names {
            let text = name.value();
            if text == "States.Runtime" {
                findings.push(with_help(
                    name.span(),
                    format_args!("`States.Runtime` cannot be in a {what}"),
                    "it ends the execution, as on AWS",
                ));
            } else if text.starts_with("States.") && !RESERVED.contains(&text.as_str()) {
                findings.push(with_help(
                    name.span(),
                    format_args!("ASL has no error `{text}`"),
                    suggestion(&text, "error", RESERVED),
                ));
            } else if text == "States.ALL" && errors.names.len() > 1 {
                let message = "`States.ALL` stands alone";
                findings.push(with_help(name.span(), message, "write `_`, or leave it out"));
            } else if !taken.insert(text.clone()) && !takes_all_before {
                let message = format_args!("`{text}` is in a {what} of this state already");
                findings.push(with_help(name.span(), message, "only the first of them is asked"));
            }
        }
    }
}

impl Errors {
    /// Whether no error is left for those after it.
    pub(crate) fn takes_all(&self) -> bool {
        self.names.is_empty() || self.names.iter().any(|name| name.value() == "States.ALL")
    }

    /// As `ErrorEquals` has them.
    pub(crate) fn values(&self) -> Vec<String> {
        match self.names.is_empty() {
            true => vec!["States.ALL".to_owned()],
            false => self.names.iter().map(syn::LitStr::value).collect(),
        }
    }
}
