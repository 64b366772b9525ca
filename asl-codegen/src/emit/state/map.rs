//! Map.

use asl_lang::ir::{Expr, ExprKind, Let, Literal, Map, Register};
use asl_lang::lower::Part;
use proc_macro2::{Literal as Token, TokenStream};
use quote::quote;

use super::container::{self, Container};
use super::{Computed, distributed, flow};
use crate::emit::Plan;
use crate::emit::expr::{Scope, local};
use crate::emit::plan::StatePlan;

pub(super) fn step(plan: &Plan<'_>, state: &StatePlan<'_>, map: &Map) -> TokenStream {
    let step = container::step(
        plan,
        state,
        &Container {
            enter: enter(plan, map),
            leave: &map.leave,
            assign: &map.assign,
            catch: &map.catch,
            transition: map.transition,
        },
    );
    let iteration = iteration(plan, state, map);
    let map_run = map.distributed.as_ref().map(|run| distributed::map_run(plan, state, map, run));
    quote! { #step #iteration #map_run }
}

/// The steps before the items, and the expression for the items where it is another than the
/// effective input.
fn split(map: &Map) -> (&[Let], Option<&Expr>) {
    match map.enter.split_last() {
        Some((last, before)) if last.register == Register::Items => (before, Some(&last.value)),
        _ => (&map.enter, None),
    }
}

/// The register that holds the effective input.
fn effective_input(map: &Map) -> Register {
    split(map).0.last().map_or(Register::Input, |step| step.register)
}

fn enter(plan: &Plan<'_>, map: &Map) -> TokenStream {
    let scope = Scope::of_references(&plan.constants);
    let (before, items) = split(map);
    let before = flow::entering(plan, before, &[effective_input(map)]);
    let effective_input = match effective_input(map) {
        Register::Input => quote! { &self.document },
        register => {
            let local = local(register);
            quote! { #local }
        }
    };
    let max_concurrency = count(&scope, map.max_concurrency.as_ref(), "MaxConcurrency");
    let is_distributed = map.distributed.is_some();
    // A number that is a constant, or not needed yet, is no step of its own.
    let checked = matches!(
        map.max_concurrency.as_ref().map(|expr| &expr.kind),
        Some(kind) if !matches!(kind, ExprKind::Literal(_))
    );
    let (ahead, max_concurrency) = if checked {
        let local = if is_distributed {
            quote! { _ }
        } else {
            quote! { max_concurrency }
        };
        (Some(quote! { let #local = #max_concurrency; }), quote! { max_concurrency })
    } else {
        (None, max_concurrency)
    };
    if map.distributed.as_ref().is_some_and(|run| run.item_reader.is_some()) {
        return quote! {
            #before
            #ahead
            self.children.start_reader(#effective_input);
            __rt::Ok(__rt::Command::MapRun { items: 0 })
        };
    }
    let items = items.map_or_else(|| effective_input.clone(), |items| scope.reference(items));
    let start = match &map.items_path {
        Some(path) => quote! { self.children.start_items(#items, #effective_input, #path)? },
        None => quote! { self.children.start_input(#items, #effective_input)? },
    };
    if is_distributed {
        return quote! {
            #before
            #ahead
            let items = #start;
            __rt::Ok(__rt::Command::MapRun { items })
        };
    }
    quote! {
        #before
        #ahead
        let items = #start;
        __rt::Ok(__rt::Command::Map { items, max_concurrency: #max_concurrency })
    }
}

/// An expression for a number of a Map, whose field is named without its `Path`; 0 if it is
/// absent.
pub(super) fn count(scope: &Scope<'_>, number: Option<&Expr>, field: &str) -> TokenStream {
    match number {
        None => quote! { 0 },
        Some(Expr { kind: ExprKind::Literal(Literal::Integer(number)), .. }) => {
            let number = Token::u32_unsuffixed(u32::try_from(*number).unwrap_or(u32::MAX));
            quote! { #number }
        }
        Some(expr) => {
            let value = scope.reference(expr);
            match Computed::of(expr) {
                Computed::Path(text) => {
                    quote! { __rt::data::count::natural(#value, #field, #text)? }
                }
                Computed::Query(location) => {
                    quote! { __rt::jsonata::field::natural(#value, #location)? }
                }
            }
        }
    }
}

/// A scope while the Map runs: what its fields start from is kept with the children.
pub(super) fn running<'a>(
    plan: &'a Plan<'_>,
    map: &Map,
    effective_input: &'a TokenStream,
) -> Scope<'a> {
    let scope = Scope::of_references(&plan.constants);
    scope.with_moved(self::effective_input(map), effective_input)
}

/// The functions that make an iteration: for an item, and for an input.
fn iteration(plan: &Plan<'_>, state: &StatePlan<'_>, map: &Map) -> TokenStream {
    let name = &state.state.name;
    let effective_input = quote! { self.children.effective_input() };
    let input = match &map.item_selector {
        None => quote! { let input = __rt::cloned(self.children.item(index)?); },
        Some(selector) => {
            let input = running(plan, map, &effective_input).value(selector);
            quote! {
                let input = #input;
                __rt::data::payload::check(&input, #name)?;
            }
        }
    };
    let start = plan.machine.scope(map.processor).and_then(|scope| plan.enter(scope.start));
    let make = match map.distributed {
        None => quote! { self.new_child(input) },
        Some(_) => quote! { self.new_execution(input) },
    };
    // The context object knows the item that a selector asks for.
    let index = if map.item_selector.is_some() {
        quote! { _index }
    } else {
        quote! { index }
    };
    let (child, batch) = (&state.child, &state.batch);
    let cx = super::context_for(state, Part::Iterations);
    quote! {
        fn #child(&self, #index: __rt::u32, #cx) -> __rt::Result<Self, __rt::Failure> {
            #input
            self.#batch(input)
        }

        fn #batch(&self, input: __rt::Value) -> __rt::Result<Self, __rt::Failure> {
            let mut child = #make;
            child.#start()?;
            __rt::Ok(child)
        }
    }
}
