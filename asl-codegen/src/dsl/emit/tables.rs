//! What is constant about a machine: its definition, its states, its retriers.

use std::collections::HashMap;

use asl_lang::ir::{Jitter, Retrier};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::declaration::{Declaration, TaskPattern};
use crate::dsl::ast::{Call, Kind, Retry, TaskFn};
use crate::dsl::names::plain;
use crate::dsl::plan::{Of, Plan, StatePlan};
use crate::emit;

/// The machine's definition, as the static `DEFINITION`.
pub(super) fn definition(plan: &Plan<'_>) -> TokenStream {
    let mut states: Vec<_> = plan.states.iter().map(|state| state_info(plan, state)).collect();
    if states.is_empty() {
        states.push(quote! { __rt::StateInfo::new("", __rt::StateType::Fail) });
    }
    // Whether a machine in it does is not known here.
    let reads_context = plan.inner().next().is_some();
    let Declaration { timeout_seconds, .. } = plan.declaration;
    let fingerprint = plan.body.fingerprint;
    emit::definition_of(plan.declaration, fingerprint, *timeout_seconds, reads_context, &states)
}

fn state_info(plan: &Plan<'_>, state: &StatePlan<'_>) -> TokenStream {
    let (name, state_type) = (plain(state.name), format_ident!("{}", type_name(state)));
    let task = state.call().and_then(|call| plan.task(call).map(|task| (call, task)));
    let task = task.map(|(call, task)| {
        let name = plain(&task.method);
        let info = emit::task_info_of(&resource(call, task), &name, call.pattern);
        quote! { .with_task(#info) }
    });
    quote! { __rt::StateInfo::new(#name, __rt::StateType::#state_type) #task }
}

/// The `Resource` of a task. Region and account are those that an engine has if nothing is said.
pub(crate) fn resource(call: &Call, task: &TaskFn) -> String {
    if let Some(resource) = &task.resource {
        return resource.value();
    }
    let name = plain(&task.method);
    match call.pattern {
        TaskPattern::RequestResponse => {
            format!("arn:aws:lambda:us-east-1:123456789012:function:{name}")
        }
        TaskPattern::Activity => format!("arn:aws:states:us-east-1:123456789012:activity:{name}"),
        TaskPattern::Callback => "arn:aws:states:::lambda:invoke.waitForTaskToken".to_owned(),
        TaskPattern::Job => "arn:aws:states:::states:startExecution.sync:2".to_owned(),
    }
}

/// The `Type` of a state.
pub(crate) fn type_name(state: &StatePlan<'_>) -> &'static str {
    match &state.of {
        Of::Child { .. } => "Task",
        Of::Caught { .. } => "Pass",
        Of::State(state) => match state.kind {
            Kind::Task { .. } => "Task",
            Kind::Pass(_) | Kind::Broken => "Pass",
            Kind::Choice { .. } | Kind::Match { .. } => "Choice",
            Kind::Wait { .. } => "Wait",
            Kind::Succeed(_) => "Succeed",
            Kind::Fail { .. } => "Fail",
            Kind::Parallel { .. } => "Parallel",
            Kind::Map(_) => "Map",
        },
    }
}

/// The retriers of all states.
pub(super) fn retries(plan: &Plan<'_>) -> TokenStream {
    let mut tables: Vec<(&Ident, Vec<&StatePlan<'_>>)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for state in &plan.states {
        let Some(name) = &state.retry else { continue };
        let place = *places.entry(name.to_string()).or_insert(tables.len());
        match tables.get_mut(place) {
            Some((_, sharing)) => sharing.push(state),
            None => tables.push((name, vec![state])),
        }
    }
    tables.into_iter().map(|(name, sharing)| retry_table(name, &sharing)).collect()
}

/// The table of the retriers of the states that share it.
fn retry_table(name: &Ident, sharing: &[&StatePlan<'_>]) -> TokenStream {
    let states: Vec<_> = sharing.iter().map(|state| state.name).collect();
    let retriers = sharing.first().map(|state| state.retriers());
    let retriers: Vec<Retrier> = retriers.unwrap_or_default().iter().map(retrier).collect();
    emit::retry_table_of(name, &states, &retriers)
}

fn retrier(retry: &Retry) -> Retrier {
    let jitter = match retry.full_jitter {
        true => Jitter::Full,
        false => Jitter::None,
    };
    Retrier {
        error_equals: retry.errors.values(),
        interval_seconds: retry.interval_seconds,
        max_attempts: retry.max_attempts,
        backoff_rate: retry.backoff_rate,
        max_delay_seconds: retry.max_delay_seconds,
        jitter,
    }
}
