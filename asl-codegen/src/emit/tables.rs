//! What is constant about a machine: its definition, its states, its retriers and catchers.

use asl_lang::ir::{Jitter, StateId, StateKind, Task};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::Plan;
use super::plan::{Pattern, StatePlan, TaskPlan};
use super::state::type_name;
use crate::declaration::ExecutionType;

pub(super) fn tables(plan: &Plan<'_>) -> TokenStream {
    let name = plan.declaration.name.to_string();
    let count = plan.states.len();
    let states = plan.states.iter().zip((0..).map(StateId));
    let states = states.map(|(state, id)| state_info(plan, state, id));
    let timeout = match plan.machine.timeout_seconds {
        Some(seconds) => {
            let seconds = u64::from(seconds);
            quote! { __rt::Some(__rt::Duration::from_secs(#seconds)) }
        }
        None => quote! { __rt::None },
    };
    let execution_type = match plan.declaration.execution_type {
        ExecutionType::Standard => quote! { Standard },
        ExecutionType::Express => quote! { Express },
    };
    let tables = plan.states.iter().filter_map(|state| match &state.state.kind {
        StateKind::Task(task) => Some(error_tables(state, task)),
        _ => None,
    });
    quote! {
        static DEFINITION: __rt::Definition<'static> = __rt::Definition {
            name: #name,
            timeout: #timeout,
            execution_type: __rt::ExecutionType::#execution_type,
            states: &STATES,
        };

        static STATES: [__rt::StateInfo<'static>; #count] = [#(#states),*];

        #(#tables)*
    }
}

fn state_info(plan: &Plan<'_>, state: &StatePlan<'_>, id: StateId) -> TokenStream {
    let name = &state.state.name;
    let state_type = quote::format_ident!("{}", type_name(&state.state.kind));
    let task = match &state.state.kind {
        StateKind::Task(_) => {
            let task = plan.task(id).map(task_info);
            quote! { __rt::Some(#task) }
        }
        _ => quote! { __rt::None },
    };
    quote! {
        __rt::StateInfo {
            name: #name,
            state_type: __rt::StateType::#state_type,
            task: #task,
        }
    }
}

fn task_info(task: &TaskPlan<'_>) -> TokenStream {
    let (resource, name) = (&task.task.resource.arn, &task.task.name);
    let pattern = match task.pattern {
        Pattern::RequestResponse => quote! { RequestResponse },
        Pattern::Job => quote! { Job },
        Pattern::Callback => quote! { Callback },
        Pattern::Activity => quote! { Activity },
    };
    quote! {
        __rt::TaskInfo {
            resource: #resource,
            name: #name,
            pattern: __rt::TaskPattern::#pattern,
        }
    }
}

/// `Retry` and `Catch` of a task.
fn error_tables(state: &StatePlan<'_>, task: &Task) -> TokenStream {
    let mut tables = TokenStream::new();
    if !task.retry.is_empty() {
        let (table, count) = (&state.retry, task.retry.len());
        let retriers = task.retry.iter().map(|retrier| {
            let errors = errors(&retrier.error_equals);
            let (interval, attempts) = (retrier.interval_seconds, retrier.max_attempts);
            let (backoff, delay) = (retrier.backoff_rate, option(retrier.max_delay_seconds));
            let jitter = match retrier.jitter {
                Jitter::None => quote! { None },
                Jitter::Full => quote! { Full },
            };
            quote! {
                __rt::Retrier {
                    error_equals: #errors,
                    interval_seconds: #interval,
                    max_attempts: #attempts,
                    backoff_rate: #backoff,
                    max_delay_seconds: #delay,
                    jitter: __rt::Jitter::#jitter,
                }
            }
        });
        tables.extend(quote! {
            static #table: [__rt::Retrier<'static>; #count] = [#(#retriers),*];
        });
    }
    if !task.catch.is_empty() {
        let (table, count) = (&state.catch, task.catch.len());
        let catchers = task.catch.iter().map(|catcher| errors(&catcher.error_equals));
        tables.extend(quote! {
            static #table: [&[__rt::Str]; #count] = [#(#catchers),*];
        });
    }
    tables
}

fn errors(error_equals: &[String]) -> TokenStream {
    quote! { &[#(__rt::Str::from_static(#error_equals)),*] }
}

fn option(value: Option<impl ToTokens>) -> TokenStream {
    match value {
        Some(value) => quote! { __rt::Some(#value) },
        None => quote! { __rt::None },
    }
}
