//! What is constant about a machine: its definition, its states, its retriers.

use asl_lang::ir::{Jitter, Retrier, StateId, StateKind};
use asl_lang::lower::reads_context;
use proc_macro2::{Literal as Token, TokenStream};
use quote::quote;

use super::Plan;
use super::items::one_line;
use super::plan::{Pattern, RetryPlan, StatePlan, TaskPlan};
use super::state::type_name;
use crate::declaration::ExecutionType;

/// The machine's definition, as the static `DEFINITION`.
pub(super) fn definition(plan: &Plan<'_>) -> TokenStream {
    let name = plan.declaration.name.to_string();
    let count = Token::usize_unsuffixed(plan.states.len());
    let states = plan.states.iter().zip((0..).map(StateId));
    let states = states.map(|(state, id)| state_info(plan, state, id));
    let timeout = match plan.machine.timeout_seconds {
        Some(seconds) => {
            let seconds = Token::u32_unsuffixed(seconds);
            quote! { __rt::Some(__rt::Duration::from_secs(#seconds)) }
        }
        None => quote! { __rt::None },
    };
    let reads_context = plan.machine.states.iter().any(reads_context);
    let execution_type = match plan.declaration.execution_type {
        ExecutionType::Standard => quote! { Standard },
        ExecutionType::Express => quote! { Express },
    };
    quote! {
        static STATES: [__rt::StateInfo<'static>; #count] = [#(#states),*];
        static DEFINITION: __rt::Definition<'static> = __rt::Definition {
            name: #name,
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
    let (resource, name) = (&task.task.resource.arn, &task.task.name);
    let pattern = match task.pattern {
        Pattern::RequestResponse => quote! { RequestResponse },
        Pattern::Job => quote! { Job },
        Pattern::Callback => quote! { Callback },
        Pattern::Activity => quote! { Activity },
    };
    let credentials = has_credentials.then(|| quote! { .with_credentials() });
    quote! {
        __rt::TaskInfo::new(#resource, #name, __rt::TaskPattern::#pattern) #credentials
    }
}

/// The retriers of all states.
pub(super) fn retries(plan: &Plan<'_>) -> TokenStream {
    plan.retries.iter().map(|retry| retry_table(plan, retry)).collect()
}

fn retry_table(plan: &Plan<'_>, retry: &RetryPlan<'_>) -> TokenStream {
    let states = retry.states.iter().filter_map(|id| plan.machine.state(*id));
    let states: Vec<_> = states.map(|state| format!("`{}`", one_line(&state.name))).collect();
    let docs = format!(" `Retry` of {}.", states.join(", "));
    let (name, count) = (&retry.name, Token::usize_unsuffixed(retry.retriers.len()));
    let retriers = retry.retriers.iter().map(retrier);
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
