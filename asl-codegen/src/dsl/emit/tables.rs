//! What is constant about a machine: its definition, its states, its retriers.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use crate::declaration::ExecutionType;
use crate::dsl::ast::{Attributes, Call, Kind, Pattern, Retry, TaskFn};
use crate::dsl::plan::{Of, Plan, StatePlan};

/// The machine's definition, as the static `DEFINITION`.
pub(super) fn definition(plan: &Plan<'_>) -> TokenStream {
    let name = plan.declaration.name.to_string();
    let mut states: Vec<_> = plan.states.iter().map(|state| state_info(plan, state)).collect();
    if states.is_empty() {
        states.push(quote! { __rt::StateInfo::new("", __rt::StateType::Fail) });
    }
    let count = Literal::usize_unsuffixed(states.len());
    let timeout = match plan.declaration.timeout_seconds {
        Some(seconds) => {
            let seconds = Literal::u32_unsuffixed(seconds);
            quote! { __rt::Some(__rt::Duration::from_secs(#seconds)) }
        }
        None => quote! { __rt::None },
    };
    // Whether a machine in it does is not known here.
    let reads_context = plan.inner().next().is_some();
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

fn state_info(plan: &Plan<'_>, state: &StatePlan<'_>) -> TokenStream {
    let (name, state_type) = (state.name.to_string(), format_ident!("{}", type_name(state)));
    let task = state.call().and_then(|call| plan.task(call).map(|task| (call, task)));
    let task = task.map(|(call, task)| {
        let (resource, name) = (resource(call, task), task.method.to_string());
        let pattern = match call.pattern {
            Pattern::RequestResponse => quote! { RequestResponse },
            Pattern::Job => quote! { Job },
            Pattern::Callback => quote! { Callback },
            Pattern::Activity => quote! { Activity },
        };
        quote! {
            .with_task(__rt::TaskInfo::new(#resource, #name, __rt::TaskPattern::#pattern))
        }
    });
    quote! { __rt::StateInfo::new(#name, __rt::StateType::#state_type) #task }
}

/// The `Resource` of a task. Region and account are those that an engine has if nothing is said.
pub(crate) fn resource(call: &Call, task: &TaskFn) -> String {
    if let Some(resource) = &task.resource {
        return resource.value();
    }
    let name = &task.method;
    match call.pattern {
        Pattern::RequestResponse => {
            format!("arn:aws:lambda:us-east-1:123456789012:function:{name}")
        }
        Pattern::Activity => format!("arn:aws:states:us-east-1:123456789012:activity:{name}"),
        Pattern::Callback => "arn:aws:states:::lambda:invoke.waitForTaskToken".to_owned(),
        Pattern::Job => "arn:aws:states:::states:startExecution.sync:2".to_owned(),
    }
}

/// The `Type` of a state.
pub(crate) fn type_name(state: &StatePlan<'_>) -> &'static str {
    match &state.of {
        Of::Child { .. } => "Task",
        Of::State(state) => match state.kind {
            Kind::Task { .. } => "Task",
            Kind::Pass(_) | Kind::Broken => "Pass",
            Kind::Choice { .. } => "Choice",
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
    plan.states.iter().filter_map(|state| retry_table(plan, state)).collect()
}

/// The table of a state's retriers, made at the first of the states that share it.
fn retry_table(plan: &Plan<'_>, state: &StatePlan<'_>) -> Option<TokenStream> {
    let name = state.retry.as_ref()?;
    let sharing = plan.states.iter().filter(|other| other.retry.as_ref() == Some(name));
    let sharing: Vec<String> = sharing.map(|other| format!("`{}`", other.name)).collect();
    if sharing.first() != Some(&format!("`{}`", state.name)) {
        return None;
    }
    let Attributes { retry, .. } = state.attributes();
    let docs = format!(" `Retry` of {}.", sharing.join(", "));
    let count = Literal::usize_unsuffixed(retry.len());
    let retriers = retry.iter().map(retrier);
    Some(quote! {
        #[doc = #docs]
        static #name: [__rt::Retrier<'_>; #count] = [#(#retriers),*];
    })
}

fn retrier(retry: &Retry) -> TokenStream {
    let errors = retry.errors.values();
    let interval = Literal::u32_unsuffixed(retry.interval_seconds);
    let attempts = Literal::u32_unsuffixed(retry.max_attempts);
    let backoff = Literal::f64_unsuffixed(retry.backoff_rate);
    let delay = match retry.max_delay_seconds.map(Literal::u32_unsuffixed) {
        Some(delay) => quote! { __rt::Some(#delay) },
        None => quote! { __rt::None },
    };
    let jitter = if retry.full_jitter {
        quote! { Full }
    } else {
        quote! { None }
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
