//! Choices: by conditions, which borrow, and by patterns, which take what they match apart.

use proc_macro2::{Delimiter, Group, Ident, TokenStream};
use quote::quote;
use syn::Expr;

use super::place;
use super::scope::{self, Scope, borrow, broken, transition};
use crate::dsl::ast::{MatchArm, Transition};
use crate::dsl::plan::{Plan, StatePlan};

pub(super) fn choice(
    plan: &Plan<'_>,
    state: &StatePlan<'_>,
    rules: &[(Expr, Transition)],
    otherwise: Option<&Transition>,
) -> TokenStream {
    let (scope, names) = (Scope::of(plan, state), scope::places(plan, state));
    let used: Vec<_> = rules.iter().map(|(condition, _)| quote! { #condition }).collect();
    let references = borrow(plan, state, &quote! { self }, &used);
    let rules = rules.iter().map(|(condition, next)| {
        let condition = place::borrowed(condition, &names);
        let next = transition(plan, &scope, next);
        quote! {
            let holds: __rt::bool = #condition;
            if holds {
                return { #next };
            }
        }
    });
    let otherwise = otherwise.map_or_else(broken, |next| transition(plan, &scope, next));
    quote! {
        #references
        #(#rules)*
        #otherwise
    }
}

/// The names in what is matched become variables, which the patterns may move out of. All others stay
/// in their slots: guards borrow them, targets move them.
pub(super) fn matching(
    plan: &Plan<'_>,
    state: &StatePlan<'_>,
    on: &Expr,
    arms: &[MatchArm],
) -> TokenStream {
    if matches!(on, Expr::Verbatim(_)) {
        return broken();
    }
    let (scope, names) = (Scope::of(plan, state), scope::names(state));
    let matched = [quote! { #on }];
    let takes = scope.take(plan, &matched);
    let (taken, kept): (Vec<&Ident>, Vec<&Ident>) =
        names.into_iter().partition(|name| scope::is_used(name, &matched));
    let scope = scope.hidden(&taken.into_iter().cloned().collect());
    let guards = arms.iter().filter_map(|arm| arm.guard.as_ref());
    let guards: Vec<_> = guards.map(|guard| quote! { #guard }).collect();
    let (references, lets) = (scope.refer(plan, &guards), scope.lets());
    let arms = arms.iter().map(|MatchArm { pattern, guard, next }| {
        let bound = place::bound(pattern);
        let guard = guard.as_ref().map(|guard| {
            let names = kept.iter().chain(&lets).copied().filter(|name| !bound.contains(name));
            let names: Vec<_> = names.collect();
            let guard = place::borrowed(guard, &names);
            quote! { if #guard }
        });
        let entered = transition(plan, &scope.clone().hidden(&bound), next);
        // Where the arm ends, so that rustc puts those that are missing behind it.
        let mut body = Group::new(Delimiter::Brace, entered);
        body.set_span(next.end);
        quote! { #pattern #guard => #body }
    });
    let on = scope.value_as_written(on);
    quote! {
        #takes
        #references
        match #on { #(#arms)* }
    }
}
