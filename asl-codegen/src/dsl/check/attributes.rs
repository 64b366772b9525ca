//! Attributes stand where they mean something.

use proc_macro2::Span;

use crate::declaration::{Declaration, Findings, with_help};
use crate::dsl::ast::{Attributes, Body, Kind, Work};

pub(super) fn check(declaration: &Declaration, body: &Body, findings: &mut Findings) {
    if declaration.warns {
        findings.push(with_help(
            declaration.name.span(),
            "`#[warnings]` is for definitions in ASL",
            "leave it out",
        ));
    }
    for state in &body.states {
        if matches!(state.kind, Kind::Broken) {
            continue;
        }
        let is_task = matches!(state.kind, Kind::Task { .. });
        let is_map = matches!(state.kind, Kind::Map(_));
        let has_work = state.kind.after().is_some();
        one(&state.attributes, state.kind.noun(), (is_task, has_work, is_map), findings);
        for child in state.kind.children() {
            let is_task = matches!(child.work, Work::Task(_));
            let noun = if is_task { "a task" } else { "a machine" };
            one(&child.attributes, noun, (is_task, is_task, false), findings);
        }
    }
}

fn one(
    attributes: &Attributes,
    noun: &str,
    (is_task, has_work, is_map): (bool, bool, bool),
    findings: &mut Findings,
) {
    let mut refuse = |span: Option<Span>, name: &str, whose: &str| {
        if let Some(span) = span {
            let message = format_args!("{noun} has no `#[{name}]`");
            findings.push(with_help(span, message, format_args!("{whose} may have one")));
        }
    };
    let Attributes { timeout, heartbeat, concurrency, retry } = attributes;
    if !is_task {
        refuse(timeout.map(|(_, span)| span), "timeout", "tasks and machines");
        refuse(heartbeat.map(|(_, span)| span), "heartbeat", "tasks");
    }
    if !has_work {
        refuse(retry.first().map(|retry| retry.span), "retry", "tasks, parallels and maps");
    }
    if !is_map {
        refuse(concurrency.map(|(_, span)| span), "concurrency", "maps");
    }
    if let (Some((timeout, _)), Some((heartbeat, span))) = (timeout, heartbeat)
        && heartbeat >= timeout
    {
        findings.push(with_help(
            *span,
            "a heartbeat has to be shorter than the timeout",
            format_args!("the timeout is {timeout}s, the heartbeat {heartbeat}s"),
        ));
    }
}
