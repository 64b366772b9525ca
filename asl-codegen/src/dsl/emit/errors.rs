//! What rustc checks of error names: that a task can raise what is retried or caught.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{LitStr, Type};

use crate::declaration::OutputType;
use crate::declaration::TaskPattern;
use crate::dsl::plan::{Plan, StatePlan};

/// A constant for each name, whose evaluation fails where nothing raises it.
pub(super) fn checks(plan: &Plan<'_>) -> TokenStream {
    plan.states.iter().flat_map(|state| of_state(plan, state)).collect()
}

fn of_state(plan: &Plan<'_>, state: &StatePlan<'_>) -> Vec<TokenStream> {
    let retried = state.retriers().iter().flat_map(|retry| &retry.errors.names);
    let after = state.written().and_then(|state| state.kind.after());
    let caught = after.into_iter().flat_map(|after| &after.catches);
    let caught = caught.flat_map(|catch| &catch.errors.names);
    let names: Vec<&LitStr> =
        retried.chain(caught).filter(|name| !name.value().starts_with("States.")).collect();
    let Some(raised) = raised(plan, state).filter(|_| !names.is_empty()) else {
        return Vec::new();
    };
    let who = match state.call() {
        Some(call) => format!("the task `{}`", call.method),
        None => format!("no task of `{}`", state.name),
    };
    let verb = if state.call().is_some() { "raises no" } else { "raises an" };
    let checks = names.into_iter().map(|name| {
        let message = format!("{who} {verb} error `{}`", name.value());
        let panic = quote_spanned! { name.span()=> ::core::panic!(#message) };
        quote! {
            const _: () = if !(#(__rt::raises(<#raised as __rt::ErrorNames>::NAMES, #name))||*) {
                #panic
            };
        }
    });
    checks.collect()
}

/// The types of the errors that the work of a state can end with; none if it may be any.
fn raised<'a>(plan: &Plan<'a>, state: &StatePlan<'a>) -> Option<Vec<&'a Type>> {
    if let Some(call) = state.call() {
        let task = plan.task(call)?;
        return match &task.output {
            OutputType::Result { err, .. } => Some(vec![err]),
            // Whoever holds the token says what is wrong; a task that cannot fail is a finding.
            _ => None,
        };
    }
    let mut all = Vec::new();
    for child in &state.children {
        let child = plan.state(*child)?;
        if child.caught().is_some() {
            continue;
        }
        let call = child.call()?;
        match &plan.task(call)?.output {
            OutputType::Result { err, .. } => all.push(&**err),
            _ if call.pattern != TaskPattern::RequestResponse => return None,
            _ => {}
        }
    }
    (!all.is_empty()).then_some(all)
}
