//! States that end a line of states.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Expr;

use super::scope::Scope;
use crate::dsl::plan::{Plan, StatePlan};

/// The end of a line of states.
pub(super) fn end() -> TokenStream {
    quote! {
        self.ended = true;
        __rt::Ok(__rt::Command::Succeed)
    }
}

pub(super) fn succeed(
    plan: &Plan<'_>,
    state: &StatePlan<'_>,
    output: Option<&Expr>,
) -> TokenStream {
    let slot = plan.output_of(state, output);
    let put = (slot == plan.output).then(|| {
        let (field, ty) = (plan.field(slot), plan.slot_type(slot));
        let tokens = [output.map(|output| quote! { #output }).unwrap_or_default()];
        let scope = Scope::of(plan, state);
        let takes = scope.take(plan, &tokens);
        let span = state.name.span();
        let value = match output {
            Some(output) => scope.value(output),
            None => quote::quote_spanned! { span=> () },
        };
        quote! {
            #takes
            let output: #ty = #value;
            self.#field.put(output);
        }
    });
    let end = end();
    quote! { #put #end }
}

pub(super) fn fail(
    plan: &Plan<'_>,
    scope: &Scope<'_>,
    error: Option<&Expr>,
    cause: Option<&Expr>,
) -> TokenStream {
    let used: Vec<_> = [error, cause].into_iter().flatten().map(|e| quote! { #e }).collect();
    let takes = scope.take(plan, &used);
    let text = |text: Option<&Expr>| match text {
        // It was refused, and has any type.
        Some(refused @ Expr::Verbatim(_)) => quote! { __rt::Some(#refused) },
        Some(text) => {
            let text = scope.value_as_written(text);
            quote! { __rt::Some(__rt::text(#text)) }
        }
        None => quote! { __rt::None },
    };
    let (error, cause) = (text(error), text(cause));
    quote! {
        #takes
        __rt::Err(__rt::Failure::from_optional(#error, #cause))
    }
}
