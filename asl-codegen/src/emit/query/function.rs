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
            let (kind, pattern, bind) = if inner.is_shared(*slot) {
                let bind = quote! { let #name = cx.bound_slot(#name); };
                (LocalKind::Cell, quote! { #name }, bind)
            } else if inner.times_bound(*slot) > 0 {
                self.may_be_unread.set(true);
                (LocalKind::Mutable, quote! { mut #name }, TokenStream::new())
            } else {
                (LocalKind::Item, quote! { #name }, TokenStream::new())
            };
            inner.declare(*slot, &name, kind);
            taken.push((name, pattern, bind));
        }
        let known: Vec<SlotId> = lambda
            .parameters
            .iter()
            .copied()
            .chain(lambda.captures.iter().map(|capture| capture.inner))
            .collect();
        opened.extend(self.undeclared(&mut inner, &lambda.slots, &[&lambda.body], &known));
        let body = self.tail(&inner, &lambda.body);
        let body = quote! { #opened #body };
        let is_read = |(name, ..): &(Ident, TokenStream, TokenStream)| mentions(&body, name);
        let read = taken.iter().rposition(is_read).map_or(0, |last| last + 1);
        let taken = taken.get(..read).unwrap_or_default();
        let (parameters, take) = if taken.is_empty() {
            (quote! { _ }, TokenStream::new())
        } else {
            let patterns = taken.iter().map(|parameter| match is_read(parameter) {
                true => parameter.1.clone(),
                false => quote! { _ },
            });
            let binds = taken.iter().filter(|parameter| is_read(parameter)).map(|(.., bind)| bind);
            let take = quote! {
                let [#(#patterns),*] = __query::parameters(arguments);
                #(#binds)*
            };
            (quote! { arguments }, take)
        };
        let signature = lambda.signature.as_ref().map(signature);
        let signature = match signature {
            Some(signature) => quote! { __rt::Some(#signature) },
            None => quote! { __rt::None },
        };
        let arity = Token::usize_unsuffixed(lambda.parameters.len());
        let body = quote! { #take #body };
        let (moved, views) = self.moved(scope, &body);
        let cx = if mentions(&body, &quote::format_ident!("cx")) {
            quote! { cx }
        } else {
            quote! { _ }
        };
        let function = quote! {
            __query::function(#arity, #signature, move |#cx, #parameters| {
                #views
                #body
            })
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
            let item = self.last(scope, node);
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
                let item = self.last(scope, node);
                quote! { __query::Tail::Done(#item) }
            }
        }
    }

    /// An `Item` for the body of a function.
    ///
    /// The reference implementation makes a call at the end of a body after it has left the body,
    /// and then does not settle what the call gives: a function that calls this one gets the
    /// sequence.
    pub(super) fn last(&self, scope: &Scope<'_>, node: &Node) -> TokenStream {
        match &node.kind {
            NodeKind::Call(call) if call.tail => self.unsettled(scope, node).unsettled(),
            NodeKind::HigherOrder(_) => self.unsettled(scope, node).unsettled(),
            NodeKind::Condition(condition) if is_call(node) => {
                let test = self.node(scope, &condition.condition).truth();
                let then = self.last(scope, &condition.then);
                let otherwise = match &condition.otherwise {
                    Some(otherwise) => self.last(scope, otherwise),
                    None => quote! { __query::Item::Undefined },
                };
                enclosed(quote! { if #test { #then } else { #otherwise } })
            }
            NodeKind::Block(block) if is_call(node) => {
                let mut scope = scope.clone();
                let statements = self.statements(&mut scope, block);
                let last = block.expressions.last().map(|last| self.last(&scope, last));
                enclosed(quote! {{ #statements #last }})
            }
            _ => self.item(scope, node),
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
            __query::function(1, __rt::None, move |cx, arguments| {
                #views
                #body
            })
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

/// Whether a body may end with a call.
fn is_call(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Call(call) => call.tail,
        NodeKind::HigherOrder(_) => true,
        NodeKind::Condition(condition) => {
            is_call(&condition.then) || condition.otherwise.as_ref().is_some_and(is_call)
        }
        NodeKind::Block(block) => block.expressions.last().is_some_and(is_call),
        _ => false,
    }
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
