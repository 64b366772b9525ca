//! Machines in the machine, as branches or bodies: what is handed on to them.
//!
//! The child's frame holds the frame of the other machine, in a box. Its own branches and iterations
//! have frames of the same shape, under a tag of their own: the machine has not ended when they
//! have.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::Expr;

use super::scope::{self, borrow, places};
use super::{panics, place};
use crate::dsl::plan::{InnerPlan, Plan, StatePlan};

/// Makes an arm for each machine in the machine, of its tags, its path and its slot.
fn arms<'p>(
    plan: &'p Plan<'_>,
    make: impl Fn(TokenStream, TokenStream, TokenStream) -> TokenStream + 'p,
) -> impl Iterator<Item = TokenStream> + 'p {
    plan.inner().map(move |(state, inner)| {
        let (tag, variant, nested) = (&plan.tag, &state.variant, &inner.nested);
        let (path, slot) = place_of(plan, inner);
        make(quote! { #tag::#variant | #tag::#nested }, path, slot)
    })
}

/// The machine, and the field of its frame.
fn place_of(plan: &Plan<'_>, inner: &InnerPlan<'_>) -> (TokenStream, TokenStream) {
    let (path, slot) = (&inner.written.path, plan.field(inner.slot));
    (quote! { #path }, quote! { #slot })
}

/// The arms, if there are any.
fn some(arms: impl Iterator<Item = TokenStream>) -> Option<TokenStream> {
    let mut arms = arms.peekable();
    arms.peek()?;
    Some(arms.collect())
}

/// A `match` before the rest of a function, for machines in the machine.
fn first(arms: impl Iterator<Item = TokenStream>) -> Option<TokenStream> {
    let arms = some(arms)?;
    Some(quote! {
        match frame.state {
            #arms
            _ => {}
        }
    })
}

/// The arms of `step`.
pub(super) fn steps(plan: &Plan<'_>) -> Option<TokenStream> {
    some(plan.inner().map(|(state, inner)| {
        let (tag, variant, nested) = (&plan.tag, &state.variant, &inner.nested);
        let (path, slot) = place_of(plan, inner);
        let result = state.result.and_then(|result| plan.field(result));
        quote! {
            #tag::#variant => {
                let inner = frame.#slot.get_mut()?;
                let command = __rt::StateMachine::step(&#path, inner, event, cx)?;
                if let __rt::Command::Succeed = command {
                    frame.#result.put(__rt::StateMachine::finish(&#path, inner)?);
                    frame.ended = true;
                }
                __rt::Ok(command)
            }
            #tag::#nested => {
                __rt::StateMachine::step(&#path, frame.#slot.get_mut()?, event, cx)
            }
        }
    }))
}

/// What `state` says first.
pub(super) fn state(plan: &Plan<'_>) -> Option<TokenStream> {
    first(arms(plan, |tags, path, slot| {
        quote! {
            #tags => {
                return match frame.#slot.value() {
                    __rt::Some(inner) => __rt::StateMachine::state(&#path, inner),
                    __rt::None => &__rt::NO_STATE,
                };
            }
        }
    }))
}

/// What `datum` says first.
pub(super) fn datum(plan: &Plan<'_>) -> Option<TokenStream> {
    first(arms(plan, |tags, path, slot| {
        quote! {
            #tags if !frame.ended => {
                if let __rt::Some(inner) = frame.#slot.value() {
                    return __rt::StateMachine::datum(&#path, inner, datum);
                }
            }
        }
    }))
}

/// The method `is_random`.
pub(super) fn is_random(plan: &Plan<'_>) -> Option<TokenStream> {
    let paths: Vec<_> = plan.inner().map(|(_, inner)| &inner.written.path).collect();
    (!paths.is_empty()).then(|| {
        quote! {
            fn is_random(&self) -> __rt::bool {
                #(__rt::StateMachine::is_random(&#paths))||*
            }
        }
    })
}

/// Starts the machine that a child is, over what its parent shares.
pub(super) fn started(plan: &Plan<'_>, state: &StatePlan<'_>) -> Option<TokenStream> {
    let children = state.children.iter().filter_map(|child| plan.state(*child));
    let arms = some(children.filter_map(|child| {
        let (tag, variant, inner) = (&plan.tag, &child.variant, child.inner.as_ref()?);
        let (path, slot) = place_of(plan, inner);
        let used: Vec<_> = inner.written.args.iter().map(|arg| quote! { #arg }).collect();
        let references = borrow(plan, child, &quote! { child }, &used);
        let input = match inner.written.args.first() {
            Some(arg) => argument(arg, &places(plan, child)),
            None => quote! { () },
        };
        let input = match inner.written.args.iter().any(panics::may_panic) {
            true => quote! { __rt::guarded(|| { #references __rt::Ok(#input) })? },
            false => quote! {{ #references #input }},
        };
        Some(quote! {
            #tag::#variant => {
                let input: <#path as __rt::StateMachine>::Input = #input;
                let mut inner = __rt::Box::new(__rt::StateMachine::frame(&#path));
                __rt::StateMachine::start(&#path, &mut inner, input)?;
                child.#slot.put(inner);
            }
        })
    }))?;
    Some(quote! {
        let mut child = child;
        match child.state {
            #arms
            _ => {}
        }
    })
}

fn argument(arg: &Expr, places: &[&Ident]) -> TokenStream {
    match arg {
        Expr::Lit(_) => scope::value(arg),
        arg => place::borrowed(arg, places),
    }
}

/// The arms of a method that makes a child: that of the other machine, in a frame of ours.
fn makes(
    plan: &Plan<'_>,
    make: impl Fn(&TokenStream, &TokenStream) -> TokenStream,
) -> Option<TokenStream> {
    some(plan.inner().map(|(state, inner)| {
        let (tag, variant, nested) = (&plan.tag, &state.variant, &inner.nested);
        let (path, slot) = place_of(plan, inner);
        let made = make(&path, &slot);
        quote! {
            #tag::#variant | #tag::#nested => {
                let inner = #made?;
                let mut child = __rt::StateMachine::frame(self);
                child.state = #tag::#nested;
                child.#slot.put(__rt::Box::new(inner));
                __rt::Ok(child)
            }
        }
    }))
}

/// The arms of `child`.
pub(super) fn child(plan: &Plan<'_>) -> Option<TokenStream> {
    makes(plan, |path, slot| {
        quote! { __rt::StateMachine::child(&#path, frame.#slot.get()?, index, cx) }
    })
}

/// The arms of `join`.
pub(super) fn join(plan: &Plan<'_>) -> Option<TokenStream> {
    some(arms(plan, |tags, path, slot| {
        quote! {
            #tags => {
                let child = child.#slot.into_value();
                if let (__rt::Some(inner), __rt::Some(child)) = (frame.#slot.value_mut(), child) {
                    __rt::StateMachine::join(&#path, inner, index, *child);
                }
            }
        }
    }))
}

/// The methods that a Distributed Map asks for, which a machine in the machine may have.
pub(super) fn map_run(plan: &Plan<'_>) -> Option<TokenStream> {
    let frame = &plan.frame;
    let batch = makes(plan, |path, slot| {
        quote! { __rt::StateMachine::batch(&#path, frame.#slot.get()?, input) }
    })?;
    let map_run = some(arms(plan, |tags, path, slot| {
        quote! { #tags => __rt::StateMachine::map_run(&#path, frame.#slot.get()?, cx), }
    }))?;
    Some(quote! {
        fn map_run<'a>(
            &'a self,
            frame: &#frame,
            cx: &__rt::StepContext<'_>,
        ) -> __rt::Result<__rt::MapRun<'a>, __rt::Failure> {
            match frame.state {
                #map_run
                _ => __rt::Err(__rt::no_child()),
            }
        }

        fn batch(
            &self,
            frame: &#frame,
            input: __rt::Value,
        ) -> __rt::Result<#frame, __rt::Failure> {
            match frame.state {
                #batch
                _ => __rt::Err(__rt::no_child()),
            }
        }
    })
}

/// The arms of `complete`.
pub(super) fn completions<'p>(plan: &'p Plan<'_>) -> impl Iterator<Item = TokenStream> + 'p {
    arms(plan, |tags, path, slot| {
        quote! {
            #tags => __rt::StateMachine::complete(&#path, frame.#slot.get_mut()?, result)?,
        }
    })
}

/// The arms of `call`.
pub(super) fn calls<'p>(plan: &'p Plan<'_>) -> impl Iterator<Item = TokenStream> + 'p {
    arms(plan, |tags, path, slot| {
        quote! {
            #tags => __rt::Dispatch::call(&#path, frame.#slot.get_mut()?, tasks, cx).await,
        }
    })
}
