//! Fail.

use asl_lang::ir::{Expr, ExprKind, Fail, Literal};
use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::Plan;
use crate::emit::expr::Scope;
use crate::emit::plan::StatePlan;

pub(super) fn step(plan: &Plan<'_>, state: &StatePlan<'_>, fail: &Fail) -> TokenStream {
    let error = text(plan, fail.error.as_ref(), "ErrorPath");
    let cause = text(plan, fail.cause.as_ref(), "CausePath");
    let (step, cx) = (&state.step, super::context(state));
    quote! {
        #[cold]
        fn #step(&mut self, #cx) -> __rt::Step {
            __rt::Err(__rt::Failure::from_optional(#error, #cause))
        }
    }
}

fn text(plan: &Plan<'_>, expr: Option<&Expr>, field: &str) -> TokenStream {
    match expr {
        None => quote! { __rt::None },
        Some(Expr { kind: ExprKind::Literal(Literal::String(text)), .. }) => {
            quote! { __rt::Some(__rt::Str::from_static(#text)) }
        }
        Some(expr) => {
            let value = Scope::of_references(&plan.constants).reference(expr);
            quote! { __rt::Some(__rt::fail_text(#value, #field)?) }
        }
    }
}
