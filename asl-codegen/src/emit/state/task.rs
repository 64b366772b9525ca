//! Task.

use asl_lang::ir::{Catcher, Expr, ExprKind, Literal, Register, Task};
use asl_lang::lower::uses;
use proc_macro2::{Literal as Token, TokenStream};
use quote::quote;

use super::flow::reads;
use super::wait::path_text;
use super::{flow, leave};
use crate::emit::Plan;
use crate::emit::expr::{Scope, local};
use crate::emit::plan::StatePlan;

pub(super) fn step(plan: &Plan<'_>, state: &StatePlan<'_>, task: &Task) -> TokenStream {
    let name = &state.state.name;
    let enter = enter(plan, task, name);
    let result = reads(&task.leave, Register::Result).then(|| {
        quote! { let result = __rt::take(&mut self.work); }
    });
    let steps = flow::leaving(plan, &task.leave, name);
    let leave = leave(plan, task.transition);
    let failed = failed(plan, state, task);
    let (step, cx) = (&state.step, super::context(state));
    quote! {
        fn #step(&mut self, event: __rt::Event, #cx) -> __rt::Step {
            match event {
                __rt::Event::Enter | __rt::Event::Resume => { #enter }
                __rt::Event::Succeeded => {
                    #result
                    #steps
                    #leave
                }
                __rt::Event::Failed(failure) => { #failed }
            }
        }
    }
}

/// Starts an attempt: the arguments go into the slot `work`, unless they are the input itself.
fn enter(plan: &Plan<'_>, task: &Task, name: &str) -> TokenStream {
    let timeout = Limit::new(plan, task.timeout.as_ref(), "timeout", "TimeoutSecondsPath");
    let heartbeat = Limit::new(plan, task.heartbeat.as_ref(), "heartbeat", "HeartbeatSecondsPath");
    let (limits, timeout, heartbeat) =
        ([timeout.computed, heartbeat.computed], timeout.value, heartbeat.value);
    let call = quote! {
        __rt::Ok(__rt::Command::Call { timeout: #timeout, heartbeat: #heartbeat })
    };
    let Some((last, before)) = task.enter.split_last() else {
        return quote! { #(#limits)* #call };
    };
    let before = flow::entering(plan, before, &read_by(task));
    let arguments = Scope::of_references(&plan.constants).value(&last.value);
    let arguments = quote! { let arguments = #arguments; };
    // The limits may be paths into the effective input, and come before `Parameters`.
    let in_order = match last.register {
        Register::Arguments => quote! { #(#limits)* #arguments },
        other => {
            let read = [&task.timeout, &task.heartbeat].into_iter().flatten().flat_map(uses);
            let local = read.into_iter().any(|register| register == other).then(|| {
                let local = local(other);
                quote! { let #local = &arguments; }
            });
            quote! { #arguments #local #(#limits)* }
        }
    };
    quote! {
        #before
        #in_order
        __rt::put(arguments, &mut self.work, #name)?;
        #call
    }
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
struct Limit {
    /// What has to be computed, in its place.
    computed: Option<TokenStream>,
    value: TokenStream,
}

impl Limit {
    fn new(plan: &Plan<'_>, limit: Option<&Expr>, name: &str, field: &str) -> Self {
        match limit {
            None => Self { computed: None, value: quote! { __rt::None } },
            Some(Expr { kind: ExprKind::Literal(Literal::Integer(seconds)), .. }) => {
                let seconds = Token::u32_unsuffixed(u32::try_from(*seconds).unwrap_or(u32::MAX));
                Self { computed: None, value: quote! { __rt::NonZeroU32::new(#seconds) } }
            }
            Some(expr) => {
                let name = quote::format_ident!("{name}");
                let value = Scope::of_references(&plan.constants).reference(expr);
                let text = path_text(expr);
                let computed = quote! {
                    let #name = __rt::data::limit::seconds(#value, #field, #text)?;
                };
                Self { computed: Some(computed), value: quote! { __rt::Some(#name) } }
            }
        }
    }
}

fn failed(plan: &Plan<'_>, state: &StatePlan<'_>, task: &Task) -> TokenStream {
    let retry = state.retry.as_ref().map(|table| {
        quote! {
            if let __rt::Some(retry) = self.retries.next(&#table, &failure) {
                return __rt::Ok(__rt::Command::Retry(retry));
            }
        }
    });
    let catchers = task.catch.iter().map(|catcher| catcher_for(plan, state, catcher));
    quote! {
        #retry
        #(#catchers)*
        __rt::Err(failure)
    }
}

fn catcher_for(plan: &Plan<'_>, state: &StatePlan<'_>, catcher: &Catcher) -> TokenStream {
    let errors = &catcher.error_equals;
    let error_output = reads(&catcher.steps, Register::ErrorOutput).then(|| {
        quote! { let error_output = failure.into_error_output(); }
    });
    let steps = flow::leaving(plan, &catcher.steps, &state.state.name);
    let next = plan.enter(catcher.next);
    quote! {
        if __rt::catches(&[#(#errors),*], &failure) {
            #error_output
            #steps
            return self.#next();
        }
    }
}
