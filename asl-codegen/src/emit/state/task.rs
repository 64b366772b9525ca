//! Task.

use asl_lang::ir::{Catcher, Expr, ExprKind, Literal, Register, Task};
use asl_lang::lower::uses;
use proc_macro2::TokenStream;
use quote::quote;

use super::flow::reads;
use super::wait::path_text;
use super::{flow, leave, take_input};
use crate::emit::Plan;
use crate::emit::expr::Scope;
use crate::emit::plan::StatePlan;

pub(super) fn step(plan: &Plan<'_>, state: &StatePlan<'_>, task: &Task) -> TokenStream {
    let name = &state.state.name;
    let enter = enter(task, name);
    let flow::Flow { steps, output } = flow::leaving(&task.leave, name);
    let leave = leave(plan, task.transition, &output);
    let input = take_input(&task.leave);
    let result = reads(&task.leave, Register::Result).then(|| {
        quote! { let result = __rt::take(&mut self.work); }
    });
    let failed = failed(plan, state, task);
    let (step, cx) = (&state.step, super::context(state));
    quote! {
        fn #step(&mut self, event: __rt::Event, #cx) -> __rt::Step {
            match event {
                __rt::Event::Succeeded => {
                    #input
                    #result
                    #steps
                    #leave
                }
                __rt::Event::Failed(failure) => #failed,
                __rt::Event::Enter | __rt::Event::Resume => #enter,
            }
        }
    }
}

/// Starts an attempt: the arguments go into the slot `work`, unless they are the input itself.
fn enter(task: &Task, name: &str) -> TokenStream {
    let document = quote! { &self.document };
    let (timeout, heartbeat) = (
        limit(task.timeout.as_ref(), "TimeoutSecondsPath"),
        limit(task.heartbeat.as_ref(), "HeartbeatSecondsPath"),
    );
    let Some((last, before)) = task.enter.split_last() else {
        return quote! {
            __rt::Ok(__rt::Command::Call { timeout: #timeout, heartbeat: #heartbeat })
        };
    };
    let before = flow::entering(before, &read_by(task), &document);
    let reference = flow::references(&document);
    let arguments = Scope { last_uses: &[], reference: &reference }.value(&last.value);
    let arguments = quote! { let arguments = #arguments; };
    let limits = quote! { let (timeout, heartbeat) = (#timeout, #heartbeat); };
    // The limits may be paths into the effective input, and come before `Parameters`.
    let in_order = match last.register {
        Register::Arguments => quote! { #limits #arguments },
        other => {
            let read = [&task.timeout, &task.heartbeat].into_iter().flatten().flat_map(uses);
            let local = read.into_iter().any(|register| register == other).then(|| {
                let local = crate::emit::expr::local(other);
                quote! { let #local = &arguments; }
            });
            quote! { #arguments #local #limits }
        }
    };
    quote! {{
        #before
        #in_order
        __rt::data::payload::check(&arguments, #name)?;
        self.work = arguments;
        __rt::Ok(__rt::Command::Call { timeout, heartbeat })
    }}
}

/// The registers that the arguments and the limits read.
fn read_by(task: &Task) -> Vec<Register> {
    let limits = [&task.timeout, &task.heartbeat].into_iter().flatten();
    let arguments = task.enter.last().map(|step| &step.value);
    limits.chain(arguments).flat_map(uses).collect()
}

/// The register that holds what the handler gets; none if that is the raw input.
pub(in crate::emit) fn arguments_register(task: &Task) -> Option<Register> {
    task.enter.last().map(|step| step.register)
}

/// `TimeoutSeconds`, `HeartbeatSeconds` and their paths.
fn limit(limit: Option<&Expr>, field: &str) -> TokenStream {
    match limit {
        None => quote! { __rt::None },
        Some(Expr { kind: ExprKind::Literal(Literal::Integer(seconds)), .. }) => {
            let seconds = u32::try_from(*seconds).unwrap_or(u32::MAX);
            quote! { __rt::NonZeroU32::new(#seconds) }
        }
        Some(expr) => {
            let document = quote! { &self.document };
            let reference = flow::references(&document);
            let value = Scope { last_uses: &[], reference: &reference }.reference(expr);
            let text = path_text(expr);
            quote! { __rt::Some(__rt::data::limit::seconds(#value, #field, #text)?) }
        }
    }
}

fn failed(plan: &Plan<'_>, state: &StatePlan<'_>, task: &Task) -> TokenStream {
    if task.retry.is_empty() && task.catch.is_empty() {
        return quote! { __rt::Err(failure) };
    }
    let retry = (!task.retry.is_empty()).then(|| {
        let table = &state.retry;
        quote! {
            if let __rt::Some(retry) = self.retries.next(&#table, &failure) {
                return __rt::Ok(__rt::Command::Retry(retry));
            }
        }
    });
    if task.catch.is_empty() {
        return quote! {{ #retry __rt::Err(failure) }};
    }
    let table = &state.catch;
    let arms = task.catch.iter().enumerate().map(|(index, catcher)| {
        let arm = caught(plan, state, catcher);
        quote! { __rt::Some(#index) => { #arm } }
    });
    quote! {{
        #retry
        match __rt::catcher(&#table, &failure) {
            #(#arms)*
            _ => __rt::Err(failure),
        }
    }}
}

fn caught(plan: &Plan<'_>, state: &StatePlan<'_>, catcher: &Catcher) -> TokenStream {
    let flow::Flow { steps, output } = flow::leaving(&catcher.steps, &state.state.name);
    let input = take_input(&catcher.steps);
    let error_output = reads(&catcher.steps, Register::ErrorOutput).then(|| {
        quote! { let error_output = failure.error_output(); }
    });
    let next = plan.enter(catcher.next);
    quote! {
        #input
        #error_output
        #steps
        self.#next(#output)
    }
}
