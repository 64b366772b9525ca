//! Fail.

use asl_lang::ir::{Expr, ExprKind, Fail, Literal};
use proc_macro2::TokenStream;
use quote::quote;

use super::flow;
use crate::emit::expr::Scope;
use crate::emit::plan::StatePlan;

pub(super) fn step(state: &StatePlan<'_>, fail: &Fail) -> TokenStream {
    let (error, cause) =
        (text(fail.error.as_ref(), "ErrorPath"), text(fail.cause.as_ref(), "CausePath"));
    let (step, cx) = (&state.step, super::context(state));
    quote! {
        #[cold]
        fn #step(&mut self, #cx) -> __rt::Step {
            __rt::Err(__rt::Failure::from_optional(#error, #cause))
        }
    }
}

fn text(expr: Option<&Expr>, field: &str) -> TokenStream {
    match expr {
        None => quote! { __rt::None },
        Some(Expr { kind: ExprKind::Literal(Literal::String(text)), .. }) => {
            quote! { __rt::Some(__rt::Str::from_static(#text)) }
        }
        Some(expr) => {
            let document = quote! { &self.document };
            let reference = flow::references(&document);
            let value = Scope { last_uses: &[], reference: &reference }.reference(expr);
            quote! { __rt::Some(__rt::fail_text(#value, #field)?) }
        }
    }
}
