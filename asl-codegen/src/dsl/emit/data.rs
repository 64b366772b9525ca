//! What observers ask for: parts of a frame as JSON. Nobody else has any made.
//!
//! A state's payload is an object of its parameters by name.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::Expr;

use super::scope::{self, borrow, is_used};
use super::{panics, place, scope::places};
use crate::dsl::ast::Kind;
use crate::dsl::names::plain;
use crate::dsl::plan::{Of, Plan, StatePlan};

/// The functions of the frame that make data.
pub(super) fn data(plan: &Plan<'_>) -> TokenStream {
    let frame = &plan.frame;
    let outputs = arms(plan, |state| output(plan, state));
    let payloads = arms(plan, |state| payload(plan, state));
    let arguments = arms(plan, |state| arguments(plan, state));
    let results = arms(plan, |state| result(plan, state));
    let items = plan.has_maps().then(|| {
        let items = arms(plan, |state| item(plan, state));
        quote! {
            /// The item of a Map with this index.
            fn item(&self, index: __rt::u32) -> __rt::Result<__rt::Value, __rt::Failure> {
                __rt::Ok(match self.state { #items })
            }
        }
    });
    quote! {
        #[allow(
            unused_parens, clippy::all, reason = "expressions of the caller's stand in others here"
        )]
        impl #frame {
            /// The output of the last state.
            fn output(&self) -> __rt::Value {
                match self.state { #outputs }
            }

            /// The raw input of the current state.
            fn payload(&self) -> __rt::Result<__rt::Value, __rt::Failure> {
                __rt::Ok(match self.state { #payloads })
            }

            /// What the current state's task is called with.
            fn arguments(&self) -> __rt::Result<__rt::Value, __rt::Failure> {
                __rt::Ok(match self.state { #arguments })
            }

            /// What its task or its children gave.
            fn result(&self) -> __rt::Value {
                match self.state { #results }
            }

            #items
        }
    }
}

/// The body of `datum`.
pub(super) fn datum(plan: &Plan<'_>) -> TokenStream {
    let may_panic = panics::in_data(plan);
    let item = plan.has_maps().then(|| {
        let item = panics::guarded(may_panic, quote! { frame.item(index) });
        quote! { __rt::Datum::Item(index) => #item.unwrap_or_default(), }
    });
    let arguments = panics::guarded(may_panic, quote! { frame.arguments() });
    quote! {
        __rt::Cow::Owned(match datum {
            __rt::Datum::Input if frame.ended => frame.output(),
            __rt::Datum::Input => frame.payload().unwrap_or_default(),
            __rt::Datum::Arguments => #arguments.unwrap_or_default(),
            __rt::Datum::Result => frame.result(),
            #item
            _ => __rt::Value::Null,
        })
    }
}

/// The arms of the states that have such data.
fn arms<'p, 'a>(
    plan: &'p Plan<'a>,
    make: impl Fn(&'p StatePlan<'a>) -> Option<TokenStream>,
) -> TokenStream {
    let tag = &plan.tag;
    let arms = plan.states.iter().filter_map(|state| {
        let (variant, value) = (&state.variant, make(state)?);
        Some(quote! { #tag::#variant => #value, })
    });
    quote! {
        #(#arms)*
        #[allow(unreachable_patterns, reason = "where every state has such data")]
        _ => __rt::Value::Null,
    }
}

/// A slot's value; null if it is empty.
fn slot(field: &Ident) -> TokenStream {
    quote! { self.#field.value().map(__rt::erase).unwrap_or_default() }
}

fn output(plan: &Plan<'_>, state: &StatePlan<'_>) -> Option<TokenStream> {
    let Some(written) = state.written() else {
        return state.result.and_then(|result| plan.field(result)).map(slot);
    };
    let Kind::Succeed(output) = &written.kind else { return None };
    plan.field(plan.output_of(state, output.as_ref())).map(slot)
}

fn payload(plan: &Plan<'_>, state: &StatePlan<'_>) -> Option<TokenStream> {
    let written = match state.of {
        Of::State(written) => written,
        Of::Child { .. } => return child_payload(plan, state),
        Of::Caught { .. } => return caught_payload(plan, state),
    };
    let is_first = plan.starts_plainly().is_some_and(|first| first.name == state.name);
    if state.shared.is_some() {
        return Some(shared_payload(plan, state, is_first));
    }
    let fields = state.params.iter().filter_map(|slot| plan.field(*slot));
    if is_first {
        return fields.map(slot).next();
    }
    let names = written.params.iter().map(|param| plain(&param.name));
    Some(quote! { __rt::datum([#((#names, self.#fields.value().map(__rt::erase))),*]) })
}

fn shared_payload(plan: &Plan<'_>, state: &StatePlan<'_>, is_first: bool) -> TokenStream {
    let names = scope::names(state);
    let used: Vec<_> = names.iter().map(|name| quote! { #name }).collect();
    let references = borrow(plan, state, &quote! { self }, &used);
    let texts = names.iter().map(|name| plain(name));
    let value = match names.as_slice() {
        [name] if is_first => quote! { __rt::erase(#name) },
        _ => quote! { __rt::datum([#((#texts, __rt::Some(__rt::erase(#names)))),*]) },
    };
    quote! {{ #references #value }}
}

/// A branch gets what its state got. An iteration gets its item, and beside it what else it reads.
fn child_payload(plan: &Plan<'_>, state: &StatePlan<'_>) -> Option<TokenStream> {
    let (parent, written) = plan.parent(state)?;
    let Kind::Map(map) = &written.kind else {
        let is_first = plan.starts_plainly().is_some_and(|first| first.name == parent.name);
        return Some(shared_payload(plan, parent, is_first));
    };
    let args: Vec<_> = state.call()?.args.iter().map(ToTokens::to_token_stream).collect();
    let item = &map.item;
    let mut names = scope::names(parent);
    names.retain(|name| *name != item && is_used(name, &args));
    names.insert(0, item);
    let used: Vec<_> = names.iter().map(|name| quote! { #name }).collect();
    let references = borrow(plan, state, &quote! { self }, &used);
    let texts = names.iter().map(|name| plain(name));
    let value = match names.as_slice() {
        [_] => quote! { __rt::erase(#item) },
        _ => quote! { __rt::datum([#((#texts, __rt::Some(__rt::erase(#names)))),*]) },
    };
    Some(quote! {{ #references #value }})
}

/// The error output of a task that is tried.
fn caught_payload(plan: &Plan<'_>, state: &StatePlan<'_>) -> Option<TokenStream> {
    let field = plan.field(state.result?)?;
    Some(quote! {
        match self.#field.value() {
            __rt::Some(__rt::Err(caught)) => __rt::datum([
                ("Error", __rt::Some(__rt::erase(&caught.error))),
                ("Cause", __rt::Some(__rt::erase(&caught.cause))),
            ]),
            _ => __rt::Value::Null,
        }
    })
}

/// The arguments of a task by the names of its parameters, or what the branches of a Parallel get.
fn arguments(plan: &Plan<'_>, state: &StatePlan<'_>) -> Option<TokenStream> {
    let Some(call) = state.call() else {
        return state.shared.as_ref().and_then(|_| payload(plan, state));
    };
    let task = plan.task(call).filter(|task| task.params.len() == call.args.len())?;
    let used: Vec<_> = call.args.iter().map(ToTokens::to_token_stream).collect();
    let references = borrow(plan, state, &quote! { self }, &used);
    let places = places(plan, state);
    let members = task.params.iter().zip(&call.args).map(|(param, arg)| {
        let (name, reference, ty) = (plain(&param.name), param.reference(), &param.ty);
        let value = argument(arg, &places);
        quote! {
            (#name, {
                let argument: #reference #ty = #value;
                __rt::Some(__rt::erase(&argument))
            })
        }
    });
    Some(quote! {{
        #references
        __rt::datum([#(#members),*])
    }})
}

/// An argument of a task, which has the type of the parameter.
pub(super) fn argument(arg: &Expr, places: &[&Ident]) -> TokenStream {
    match scope::value(arg) {
        value if value.to_string() == arg.to_token_stream().to_string() => {
            place::borrowed(arg, places)
        }
        converted => converted,
    }
}

fn result(plan: &Plan<'_>, state: &StatePlan<'_>) -> Option<TokenStream> {
    if let Some(outputs) = state.outputs.and_then(|slot| plan.field(slot)) {
        return Some(quote! {
            self.#outputs.value().map(|outputs| __rt::erase_all(outputs.iter())).unwrap_or_default()
        });
    }
    if let Some(result) = state.result.and_then(|slot| plan.field(slot)) {
        return Some(match state.caught() {
            Some(_) => quote! {
                match self.#result.value() {
                    __rt::Some(__rt::Ok(result)) => __rt::erase(result),
                    _ => __rt::Value::Null,
                }
            },
            None => slot(result),
        });
    }
    let children = state.children.iter().filter_map(|child| plan.state(*child)?.result);
    let outputs: Vec<_> = children.filter_map(|result| plan.field(result)).map(slot).collect();
    (!outputs.is_empty()).then(|| quote! { __rt::array([#(#outputs),*]) })
}

fn item(plan: &Plan<'_>, state: &StatePlan<'_>) -> Option<TokenStream> {
    state.outputs?;
    let Kind::Map(map) = &state.written()?.kind else { return None };
    let used: Vec<_> = match map.owned {
        Some(_) => Vec::new(),
        None => vec![map.items.to_token_stream()],
    };
    let references = borrow(plan, state, &quote! { self }, &used);
    let items = scope::items(plan, state);
    Some(quote! {{
        #references
        __rt::erase(__rt::item(#items, index)?)
    }})
}
