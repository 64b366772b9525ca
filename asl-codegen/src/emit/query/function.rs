//! Functions as values.

use asl_lang::ir::query::{
    Capture, Lambda, Node, NodeKind, Signature, Slot, SlotId, Source, Transform,
};
use asl_lang::jsonata::signature::{Count, SignatureParameter, Type, Types};
use proc_macro2::{Ident, Literal as Token, TokenStream};
use quote::quote;

use super::Writer;
use super::emitted::{Emitted, enclosed};
use super::scope::{LocalKind, Scope};
use super::walk::{bound, declared, mentions};

impl Writer<'_> {
    pub(super) fn lambda(&self, scope: &Scope<'_>, lambda: &Lambda) -> Emitted {
        let bound = bound(&lambda.body);
        let mut inner = scope.inside(&lambda.slots, bound);
        let captured = self.captures(scope, &mut inner, &lambda.captures);
        let mut opened = TokenStream::new();
        let mut taken = Vec::new();
        for slot in &lambda.parameters {
            let name = self.local(inner.name(*slot));
            let (kind, bind) = if inner.is_shared(*slot) {
                (
                    LocalKind::Cell,
                    quote! { let #name = cx.bound_slot(arguments.next().unwrap_or_default()); },
                )
            } else if inner.times_bound(*slot) > 0 {
                (
                    LocalKind::Mutable,
                    quote! { let mut #name = arguments.next().unwrap_or_default(); },
                )
            } else {
                (LocalKind::Item, quote! { let #name = arguments.next().unwrap_or_default(); })
            };
            inner.declare(*slot, &name, kind);
            taken.push((name, bind));
        }
        let known: Vec<SlotId> = lambda
            .parameters
            .iter()
            .copied()
            .chain(lambda.captures.iter().map(|capture| capture.inner))
            .collect();
        opened.extend(self.undeclared(&mut inner, &lambda.slots, &[&lambda.body], &known));
        let body = self.tail(&inner, &lambda.body);
        // The last parameters need not be taken if nothing reads them.
        let body = quote! { #opened #body };
        let read = taken.iter().rposition(|(name, _)| mentions(&body, name));
        let taken = taken.get(..read.map_or(0, |read| read + 1)).unwrap_or_default();
        let takes = taken.iter().map(|(name, bind)| {
            if mentions(&body, name) {
                bind.clone()
            } else {
                quote! { arguments.next(); }
            }
        });
        let parameters = if taken.is_empty() {
            quote! { _ }
        } else {
            quote! { arguments }
        };
        let iterate = (!taken.is_empty())
            .then(|| quote! { let mut arguments = __rt::IntoIterator::into_iter(arguments); });
        let signature = lambda.signature.as_ref().map(signature);
        let signature = match signature {
            Some(signature) => quote! { __rt::Some(#signature) },
            None => quote! { __rt::None },
        };
        let arity = Token::usize_unsuffixed(lambda.parameters.len());
        let body = quote! { #iterate #(#takes)* #body };
        let (moved, views) = self.moved(scope, &body);
        let cx = if mentions(&body, &quote::format_ident!("cx")) {
            quote! { cx }
        } else {
            quote! { _ }
        };
        let function = quote! {
            __query::Item::from(__query::Function::closure(#arity, #signature, move |#cx, #parameters| {
                #views
                #body
            }))
        };
        Emitted::item_of(with_clones(&captured, &moved, function))
    }

    /// The cells that a function holds on to, cloned for it.
    fn captures(
        &self,
        scope: &Scope<'_>,
        inner: &mut Scope<'_>,
        captures: &[Capture],
    ) -> TokenStream {
        let mut clones = TokenStream::new();
        for capture in captures {
            let Some(outer) = scope.local(capture.outer) else { continue };
            let (outer, name) = (&outer.name, self.local(scope.name(capture.outer)));
            inner.declare(capture.inner, &name, LocalKind::Cell);
            clones.extend(quote! { let #name = #outer.clone(); });
        }
        clones
    }

    /// What the body reads of the context and the surroundings: items that move into it, and the
    /// views of them inside.
    fn moved(&self, scope: &Scope<'_>, body: &TokenStream) -> (TokenStream, TokenStream) {
        let sources = scope.sources.iter().map(|(_, name): &(Source, Ident)| name);
        let read = sources.chain(&scope.context).chain(&self.root);
        let mut read: Vec<&Ident> = read.filter(|name| mentions(body, name)).collect();
        read.dedup();
        let (mut moved, mut views) = (TokenStream::new(), TokenStream::new());
        for name in read {
            moved.extend(quote! { let #name = #name.to_item(); });
            views.extend(quote! { let #name = #name.view(); });
        }
        (moved, views)
    }

    /// The variables of an activation that nothing inside declares.
    pub(super) fn undeclared(
        &self,
        scope: &mut Scope<'_>,
        slots: &[Slot],
        bodies: &[&Node],
        known: &[SlotId],
    ) -> TokenStream {
        let inside: Vec<SlotId> = bodies.iter().flat_map(|body| declared(body)).collect();
        let all = (0..).map(SlotId).take(slots.len());
        let rest = all.filter(|slot| !known.contains(slot) && !inside.contains(slot));
        rest.map(|slot| self.declare(scope, slot)).collect()
    }

    /// What a function's body ends with, as a `Result`.
    fn tail(&self, scope: &Scope<'_>, node: &Node) -> TokenStream {
        if !ends_with_call(node) {
            let item = self.item(scope, node);
            return quote! { __rt::Ok(__query::Tail::Done(#item)) };
        }
        let tail = self.tail_of(scope, node);
        quote! { __rt::Ok(#tail) }
    }

    /// An expression of type `Tail`.
    fn tail_of(&self, scope: &Scope<'_>, node: &Node) -> TokenStream {
        match &node.kind {
            NodeKind::Call(call) if call.tail => self.tail_call(scope, call),
            NodeKind::Condition(condition) if ends_with_call(node) => {
                let test = self.node(scope, &condition.condition).truth();
                let then = self.tail_of(scope, &condition.then);
                let otherwise = match &condition.otherwise {
                    Some(otherwise) => self.tail_of(scope, otherwise),
                    None => quote! { __query::Tail::Done(__query::Item::Undefined) },
                };
                quote! { if #test { #then } else { #otherwise } }
            }
            NodeKind::Block(block) if ends_with_call(node) => {
                let mut scope = scope.clone();
                let statements = self.statements(&mut scope, block);
                match block.expressions.last() {
                    Some(last) => {
                        let last = self.tail_of(&scope, last);
                        quote! { { #statements #last } }
                    }
                    None => quote! { __query::Tail::Done(__query::Item::Undefined) },
                }
            }
            _ => {
                let item = self.item(scope, node);
                quote! { __query::Tail::Done(#item) }
            }
        }
    }

    pub(super) fn transform(&self, scope: &Scope<'_>, transform: &Transform) -> Emitted {
        let bodies: Vec<&Node> =
            [&transform.pattern, &transform.update].into_iter().chain(&transform.delete).collect();
        let bound = bodies.iter().flat_map(|body| bound(body)).collect();
        let mut inner = scope.inside(&transform.slots, bound);
        let captured = self.captures(scope, &mut inner, &transform.captures);
        let known: Vec<SlotId> = transform.captures.iter().map(|capture| capture.inner).collect();
        let opened = self.undeclared(&mut inner, &transform.slots, &bodies, &known);
        let part = |node: &Node| self.closure(&inner, |scope| self.item(scope, node));
        let (pattern, update) = (part(&transform.pattern), part(&transform.update));
        let delete = transform.delete.as_ref().map(&part);
        let function = match delete {
            Some(_) => quote! { transform_and_delete },
            None => quote! { transform },
        };
        let delete = delete.map(|delete| quote! { , #delete });
        let body = quote! {
            #opened
            __query::#function(cx, __query::argument(&arguments), #pattern, #update #delete)
        };
        let (moved, views) = self.moved(scope, &body);
        let function = quote! {
            __query::Item::from(__query::Function::closure(1, __rt::None, move |cx, arguments| {
                #views
                #body
            }))
        };
        Emitted::item_of(with_clones(&captured, &moved, function))
    }
}

fn with_clones(captured: &TokenStream, moved: &TokenStream, function: TokenStream) -> TokenStream {
    if captured.is_empty() && moved.is_empty() {
        return function;
    }
    enclosed(quote! {{ #captured #moved #function }})
}

/// Whether a call is made after the body is left.
fn ends_with_call(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Call(call) => call.tail,
        NodeKind::Condition(condition) => {
            ends_with_call(&condition.then)
                || condition.otherwise.as_ref().is_some_and(ends_with_call)
        }
        NodeKind::Block(block) => block.expressions.last().is_some_and(ends_with_call),
        _ => false,
    }
}

/// A signature as a constant.
fn signature(signature: &Signature) -> TokenStream {
    let parameters = signature.parameters.iter().map(parameter);
    quote! { __query::Signature::new(const { &[#(#parameters),*] }) }
}

fn parameter(parameter: &SignatureParameter) -> TokenStream {
    let of_one = |kind: &Type| kind.symbol().to_string();
    let base = match &parameter.types {
        Types::Array => match parameter.subtype.as_ref().and_then(|text| text.chars().next()) {
            Some(of) => quote! { __query::Parameter::array_of(#of) },
            None => quote! { __query::Parameter::ARRAY },
        },
        Types::Function => quote! { __query::Parameter::FUNCTION },
        Types::Json => quote! { __query::Parameter::JSON },
        Types::Any => quote! { __query::Parameter::ANY },
        Types::One(kind) => {
            let letters = of_one(kind) + "m";
            quote! { __query::Parameter::of_types(#letters) }
        }
        Types::Choice(kinds) => {
            let letters = kinds.iter().map(of_one).collect::<String>() + "m";
            quote! { __query::Parameter::of_types(#letters) }
        }
    };
    let context = parameter.context.then(|| quote! { .or_context() });
    let count = match parameter.count {
        Count::One => None,
        Count::Optional | Count::LazyOptional => Some(quote! { .optional() }),
        Count::Many | Count::LazyMany => Some(quote! { .repeated() }),
    };
    quote! { #base #context #count }
}
