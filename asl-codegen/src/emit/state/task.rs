//! Task.

use asl_lang::ir::{Assignment, Expr, ExprKind, Let, Literal, Register, Task};
use asl_lang::lower::uses;
use proc_macro2::{Literal as Token, TokenStream};
use quote::quote;

use super::flow::reads;
use super::{Computed, error_handling, flow, leave};
use crate::emit::Plan;
use crate::emit::expr::{Scope, local};
use crate::emit::plan::StatePlan;

pub(super) fn step(plan: &Plan<'_>, state: &StatePlan<'_>, task: &Task) -> TokenStream {
    let name = &state.state.name;
    let enter = enter(plan, task, name);
    let result = reads_result(&task.leave, &task.assign).then(|| {
        quote! { let result = __rt::take(&mut self.work); }
    });
    let steps = flow::leaving(plan, &task.leave, &task.assign, name);
    let leave = leave(plan, task.transition);
    let failed = error_handling::failed(plan, state, &task.catch);
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
    let credentials = task.credentials.as_ref().map(|credentials| {
        let credentials = Scope::of_references(&plan.constants).value(credentials);
        quote! { self.credentials = #credentials; }
    });
    let fields = [timeout.computed, heartbeat.computed, credentials];
    let (timeout, heartbeat) = (timeout.value, heartbeat.value);
    let is_checked = task.resource.is_apigateway();
    let check = |arguments: TokenStream| {
        is_checked.then(|| quote! { __rt::data::integration::check_apigateway(#arguments)?; })
    };
    let call = quote! {
        __rt::Ok(__rt::Command::Call { timeout: #timeout, heartbeat: #heartbeat })
    };
    let Some((last, before)) = task.enter.split_last() else {
        let check = check(quote! { &self.document });
        return quote! { #(#fields)* #check #call };
    };
    let before = flow::entering(plan, before, &read_by(task));
    let arguments = Scope::of_references(&plan.constants).value(&last.value);
    let arguments = quote! { let arguments = #arguments; };
    // The other fields may read the effective input, and come before `Parameters`.
    let in_order = match last.register {
        Register::Arguments => quote! { #(#fields)* #arguments },
        other => {
            let mut read = fields_of(task).flat_map(uses);
            let local = read.any(|register| register == other).then(|| {
                let local = local(other);
                quote! { let #local = &arguments; }
            });
            quote! { #arguments #local #(#fields)* }
        }
    };
    let check = check(quote! { &self.work });
    quote! {
        #before
        #in_order
        __rt::put(arguments, &mut self.work, #name)?;
        #check
        #call
    }
}

/// The registers that the arguments and the other fields read.
fn read_by(task: &Task) -> Vec<Register> {
    let arguments = task.enter.last().map(|step| &step.value);
    fields_of(task).chain(arguments).flat_map(uses).collect()
}

/// What is computed before the arguments.
fn fields_of(task: &Task) -> impl Iterator<Item = &Expr> {
    [&task.timeout, &task.heartbeat, &task.credentials].into_iter().flatten()
}

/// Whether the way out of a state reads the result of its work.
pub(super) fn reads_result(leave: &[Let], assign: &[Assignment]) -> bool {
    let assigned = |assignment: &Assignment| uses(&assignment.value).contains(&Register::Result);
    reads(leave, Register::Result) || assign.iter().any(assigned)
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
                let seconds = match Computed::of(expr) {
                    Computed::Path(text) => {
                        quote! { __rt::data::limit::seconds(#value, #field, #text)? }
                    }
                    Computed::Query(location) => {
                        quote! { __rt::jsonata::field::limit(#value, #location)? }
                    }
                };
                let computed = quote! { let #name = #seconds; };
                Self { computed: Some(computed), value: quote! { __rt::Some(#name) } }
            }
        }
    }
}
