//! What is constant about a machine: its definition, its states, its retriers.

use std::fmt::Display;

use asl_lang::ir::{self, Jitter, Retrier, StateId, StateKind};
use asl_lang::lower::reads_context;
use proc_macro2::{Ident, Literal as Token, TokenStream};
use quote::quote;
use syn::ext::IdentExt;

use super::Plan;
use super::items::one_line;
use super::plan::{RetryPlan, StatePlan, TaskPlan};
use super::state::type_name;
use crate::declaration::{Declaration, ExecutionType, TaskPattern};

/// The machine's definition, as the static `DEFINITION`.
pub(super) fn definition(plan: &Plan<'_>) -> TokenStream {
    let states = plan.states.iter().zip((0..).map(StateId));
    let states: Vec<_> = states.map(|(state, id)| state_info(plan, state, id)).collect();
    let reads_context = plan.machine.states.iter().any(reads_context);
    let ir::Machine { fingerprint, timeout_seconds, .. } = plan.machine;
    definition_of(plan.declaration, *fingerprint, *timeout_seconds, reads_context, &states)
}

/// The static `DEFINITION` of a machine with these states.
pub(crate) fn definition_of(
    declaration: &Declaration,
    fingerprint: u64,
    timeout_seconds: Option<u32>,
    reads_context: bool,
    states: &[TokenStream],
) -> TokenStream {
    let name = declaration.name.unraw().to_string();
    let fingerprint = Token::u64_unsuffixed(fingerprint);
    let count = Token::usize_unsuffixed(states.len());
    let timeout = match timeout_seconds {
        Some(seconds) => {
            let seconds = Token::u32_unsuffixed(seconds);
            quote! { __rt::Some(__rt::Duration::from_secs(#seconds)) }
        }
        None => quote! { __rt::None },
    };
    let execution_type = match declaration.execution_type {
        ExecutionType::Standard => quote! { Standard },
        ExecutionType::Express => quote! { Express },
    };
    quote! {
        static STATES: [__rt::StateInfo<'static>; #count] = [#(#states),*];
        static DEFINITION: __rt::Definition<'static> = __rt::Definition {
            name: #name,
            fingerprint: __rt::Fingerprint::new(#fingerprint),
            timeout: #timeout,
            execution_type: __rt::ExecutionType::#execution_type,
            reads_context: #reads_context,
            states: &STATES,
        };
    }
}

fn state_info(plan: &Plan<'_>, state: &StatePlan<'_>, id: StateId) -> TokenStream {
    let name = &state.state.name;
    let state_type = quote::format_ident!("{}", type_name(&state.state.kind));
    let task = match &state.state.kind {
        StateKind::Task(work) => {
            let task = plan.task(id).map(|task| task_info(task, work.credentials.is_some()));
            Some(quote! { .with_task(#task) })
        }
        _ => None,
    };
    let context = reads_context(state.state).then(|| quote! { .with_context() });
    quote! { __rt::StateInfo::new(#name, __rt::StateType::#state_type) #task #context }
}

fn task_info(task: &TaskPlan<'_>, has_credentials: bool) -> TokenStream {
    let info = task_info_of(&task.task.resource.arn, &task.task.name, task.pattern);
    let credentials = has_credentials.then(|| quote! { .with_credentials() });
    quote! { #info #credentials }
}

/// What is known of a task by its resource, its name and how its result comes.
pub(crate) fn task_info_of(resource: &str, name: &str, pattern: TaskPattern) -> TokenStream {
    let pattern = match pattern {
        TaskPattern::RequestResponse => quote! { RequestResponse },
        TaskPattern::Job => quote! { Job },
        TaskPattern::Callback => quote! { Callback },
        TaskPattern::Activity => quote! { Activity },
    };
    quote! { __rt::TaskInfo::new(#resource, #name, __rt::TaskPattern::#pattern) }
}

/// The retriers of all states.
pub(super) fn retries(plan: &Plan<'_>) -> TokenStream {
    plan.retries.iter().map(|retry| retry_table(plan, retry)).collect()
}

fn retry_table(plan: &Plan<'_>, retry: &RetryPlan<'_>) -> TokenStream {
    let states = retry.states.iter().filter_map(|id| plan.machine.state(*id));
    let states: Vec<_> = states.map(|state| one_line(&state.name)).collect();
    retry_table_of(&retry.name, &states, retry.retriers)
}

/// The table of the retriers that these states share.
pub(crate) fn retry_table_of(
    name: &Ident,
    states: &[impl Display],
    retriers: &[Retrier],
) -> TokenStream {
    let states: Vec<String> = states.iter().map(|state| format!("`{state}`")).collect();
    let docs = format!(" `Retry` of {}.", states.join(", "));
    let count = Token::usize_unsuffixed(retriers.len());
    let retriers = retriers.iter().map(retrier);
    quote! {
        #[doc = #docs]
        static #name: [__rt::Retrier<'_>; #count] = [#(#retriers),*];
    }
}

fn retrier(retrier: &Retrier) -> TokenStream {
    let errors = &retrier.error_equals;
    let interval = Token::u32_unsuffixed(retrier.interval_seconds);
    let attempts = Token::u32_unsuffixed(retrier.max_attempts);
    let backoff = Token::f64_unsuffixed(retrier.backoff_rate);
    let delay = match retrier.max_delay_seconds.map(Token::u32_unsuffixed) {
        Some(delay) => quote! { __rt::Some(#delay) },
        None => quote! { __rt::None },
    };
    let jitter = match retrier.jitter {
        Jitter::None => quote! { None },
        Jitter::Full => quote! { Full },
    };
    quote! {
        __rt::Retrier {
            error_equals: &[#(__rt::Str::from_static(#errors)),*],
            interval_seconds: #interval,
            max_attempts: #attempts,
            backoff_rate: #backoff,
            max_delay_seconds: #delay,
            jitter: __rt::Jitter::#jitter,
        }
    }
}
