//! Calls.

use asl_lang::ir::query::{Call, HigherOrder, Node, NodeKind, Partial, Procedure, SlotId};
use heck::ToShoutySnakeCase as _;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::Writer;
use super::emitted::{Emitted, Kind, enclosed};
use super::node::parameter;
use super::scope::{LocalKind, Scope};
use super::walk::mentions;

/// The static of a function of the library.
pub(super) fn builtin(function: &str) -> TokenStream {
    let name = format_ident!("{}", function.to_shouty_snake_case());
    quote! { __query::library::#name }
}

impl Writer<'_> {
    pub(super) fn call(&self, scope: &Scope<'_>, call: &Call) -> Emitted {
        if let Procedure::Builtin(function) = &call.procedure {
            if let [argument] = call.arguments.as_slice()
                && let Some(direct) = self.direct(scope, function, argument)
            {
                return direct;
            }
            let function = builtin(function);
            let arguments = call.arguments.iter().map(|argument| self.item(scope, argument));
            let context = self.context(scope);
            return Emitted::raw(quote! {
                #function.call(cx, __query::arguments([#(#arguments),*]), #context)?
            });
        }
        let (function, name) = self.procedure(scope, &call.procedure, "meant");
        let arguments = call.arguments.iter().map(|argument| self.item(scope, argument));
        let context = self.context(scope);
        Emitted::raw(quote! {
            __query::call(cx, &#function, #name, __query::arguments([#(#arguments),*]), #context)?
        })
    }

    /// What is called, as an item, and its name.
    fn procedure<'p>(
        &self,
        scope: &Scope<'_>,
        procedure: &'p Procedure,
        meant: &str,
    ) -> (TokenStream, &'p str) {
        match procedure {
            Procedure::Builtin(function) => {
                let builtin = builtin(function);
                (quote! { __query::builtin(&#builtin) }, function)
            }
            Procedure::Value { node, name, hint } => {
                let item = self.item(scope, node);
                let meant = format_ident!("{meant}");
                let item = if *hint {
                    quote! { __query::defined(#item, || __query::#meant(#name))? }
                } else {
                    item
                };
                (item, name)
            }
        }
    }

    /// The body of a function ends with this call.
    pub(super) fn tail_call(&self, scope: &Scope<'_>, call: &Call) -> TokenStream {
        let (function, name) = self.procedure(scope, &call.procedure, "meant");
        let arguments = call.arguments.iter().map(|argument| self.item(scope, argument));
        quote! {
            __query::Tail::Call {
                function: #function,
                name: __rt::Str::from_static(#name),
                arguments: __query::arguments([#(#arguments),*]),
            }
        }
    }

    /// A function of the library that needs no arguments made for it.
    fn direct(&self, scope: &Scope<'_>, function: &str, argument: &Node) -> Option<Emitted> {
        let emitted = |this: &Self| this.unsettled(scope, argument);
        Some(match function {
            "count" => {
                let argument = emitted(self);
                if matches!(argument.kind, Kind::Sequence | Kind::Fields) {
                    let found = argument.tokens;
                    return Some(Emitted::new(Kind::Float, quote! { #found.count() }));
                }
                let view = argument.view();
                Emitted::new(Kind::Float, quote! { __query::library::count(#view) as f64 })
            }
            "sum" => {
                if let Some(sum) = self.sum(scope, argument) {
                    return Some(sum);
                }
                let view = emitted(self).view();
                Emitted::item_of(quote! { __query::library::sum(#view)? })
            }
            "max" | "min" | "average" => {
                let (function, view) = (format_ident!("{function}"), emitted(self).view());
                Emitted::item_of(quote! { __query::library::#function(#view)? })
            }
            "merge" => {
                if let Some(merged) = self.merge(scope, argument) {
                    return Some(merged);
                }
                let view = emitted(self).view();
                Emitted::item_of(quote! { __query::library::merge(cx, #view)? })
            }
            "exists" => {
                let argument = emitted(self);
                let tokens = match argument.kind {
                    Kind::Sequence | Kind::Fields => {
                        let found = argument.tokens;
                        quote! { #found.exists() }
                    }
                    _ => {
                        let view = argument.view();
                        quote! { __query::library::exists(#view) }
                    }
                };
                Emitted::new(Kind::Truth, tokens)
            }
            "not" => {
                let argument = emitted(self).settled();
                if argument.kind == Kind::Truth {
                    let truth = argument.tokens;
                    return Some(Emitted::new(Kind::Truth, quote! { !#truth }));
                }
                let view = argument.view();
                Emitted::item_of(quote! { __query::library::not(#view) })
            }
            "boolean" => {
                let argument = emitted(self).settled();
                if argument.kind == Kind::Truth {
                    return Some(argument);
                }
                let view = argument.view();
                Emitted::item_of(quote! { __query::library::boolean(#view) })
            }
            _ => return None,
        })
    }

    /// `$merge([a, b])`: no array is made of the objects.
    fn merge(&self, scope: &Scope<'_>, argument: &Node) -> Option<Emitted> {
        let NodeKind::Array(array) = &argument.kind else { return None };
        if array.constructed || array.items.iter().any(|item| item.kind.is_array_constructor()) {
            return None;
        }
        if let [base, object] = array.items.as_slice()
            && let Some(members) = self.added(scope, object)
        {
            let base = self.node(scope, base).view();
            return Some(Emitted::item_of(
                quote! { __query::library::merge_members(cx, #base, [#(#members),*])? },
            ));
        }
        let parts = array.items.iter().map(|part| self.node(scope, part).view());
        Some(Emitted::item_of(quote! { __query::library::merge_parts(cx, &[#(#parts),*])? }))
    }

    /// `$sum(path.(price * quantity))`: no item is made of the numbers.
    fn sum(&self, scope: &Scope<'_>, argument: &Node) -> Option<Emitted> {
        let NodeKind::Path(path) = &argument.kind else { return None };
        let (sequence, last) = self.before_last(scope, path)?;
        let item = scope.next_item();
        let number = self.node(&scope.with_context(&item), last);
        if number.kind != Kind::Number {
            return None;
        }
        let number = number.tokens;
        let item = parameter(&item, &number);
        Some(Emitted::new(Kind::Number, quote! { #sequence.sum(cx, |#item| __rt::Ok(#number))? }))
    }

    /// `$map(…, function($v, $i, $a) {…})` and its like: a loop.
    pub(super) fn higher_order(&self, scope: &Scope<'_>, call: &HigherOrder) -> Emitted {
        let subject = self.node(scope, &call.subject).view();
        let initial = call.initial.as_ref().map(|initial| self.item(scope, initial));
        let mut inner = scope.clone();
        let is_reduce = call.function == "reduce";
        let given = [Given::Item, Given::Item, Given::Index, Given::Item];
        let given = if is_reduce { &given } else { &given[1..] };
        let names = if is_reduce {
            &["result", "value", "index", "array"][..]
        } else {
            &["value", "index", "array"][..]
        };
        let mut opened = TokenStream::new();
        let mut parameters: Vec<(Ident, bool)> = Vec::new();
        for (place, (given, usual)) in given.iter().zip(names).enumerate() {
            let Some(slot) = call.parameters.get(place) else {
                parameters.push((format_ident!("{usual}"), false));
                continue;
            };
            let name = self.local(scope.name(*slot));
            let is_result = is_reduce && place == 0;
            opened.extend(self.given(&mut inner, *slot, &name, *given, is_result));
            parameters.push((name, true));
        }
        for slot in call.slots.iter().chain(call.parameters.iter().skip(given.len())) {
            opened.extend(self.declare(&mut inner, *slot));
        }
        let body = if is_condition(call.function) {
            let truth = self.node(&inner, &call.body).truth();
            quote! { __query::Item::from(#truth) }
        } else {
            self.last(&inner, &call.body)
        };
        let whole = quote! { #opened #body };
        let parameters = parameters.iter().map(|(name, is_named)| {
            if *is_named && mentions(&whole, name) {
                quote! { #name }
            } else {
                quote! { _ }
            }
        });
        let function = format_ident!("{}", call.function);
        let body = if opened.is_empty() {
            quote! { __rt::Ok(#body) }
        } else {
            quote! { { #opened __rt::Ok(#body) } }
        };
        let initial = is_reduce.then(|| {
            let initial = initial.unwrap_or_else(|| quote! { __query::Item::Undefined });
            quote! { #initial, }
        });
        Emitted::raw(quote! {
            __query::library::#function(cx, #subject, #initial |#(#parameters),*| #body)?
        })
    }

    /// Binds a parameter to what it is given.
    fn given(
        &self,
        scope: &mut Scope<'_>,
        slot: SlotId,
        name: &Ident,
        given: Given,
        is_result: bool,
    ) -> TokenStream {
        let item = match given {
            Given::Index => quote! { __query::Item::number(#name as f64) },
            Given::Item if is_result => quote! { #name },
            Given::Item => quote! { #name.to_item() },
        };
        if scope.is_shared(slot) {
            scope.declare(slot, name, LocalKind::Cell);
            return quote! { let #name = cx.bound_slot(#item); };
        }
        if scope.times_bound(slot) > 0 {
            scope.declare(slot, name, LocalKind::Mutable);
            self.may_be_unread.set(true);
            return quote! { let mut #name = #item; };
        }
        let kind = match given {
            Given::Index => LocalKind::Index,
            Given::Item if is_result => LocalKind::Item,
            Given::Item => LocalKind::View,
        };
        scope.declare(slot, name, kind);
        TokenStream::new()
    }

    pub(super) fn partial(&self, scope: &Scope<'_>, partial: &Partial) -> Emitted {
        let (function, name) = self.procedure(scope, &partial.procedure, "partially_meant");
        let arguments = partial.arguments.iter().map(|argument| match argument {
            Some(argument) => {
                let argument = self.item(scope, argument);
                quote! { __rt::Some(#argument) }
            }
            None => quote! { __rt::None },
        });
        Emitted::item_of(enclosed(quote! {
            {
                let given = __rt::Vec::from([#(#arguments),*]);
                __query::partial(&#function, __rt::Str::from_static(#name), given)?
            }
        }))
    }
}

/// What a parameter is given.
#[derive(Clone, Copy)]
enum Given {
    Item,
    Index,
}

/// Whether what the function gives is only asked for its truth.
fn is_condition(function: &str) -> bool {
    matches!(function, "filter" | "single")
}
