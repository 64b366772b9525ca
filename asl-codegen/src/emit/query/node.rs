//! Nodes: each becomes an expression of the type that is cheapest to make.

use asl_lang::ir::query::{Condition, Filter, Group, Node, NodeKind, Predicate, Read};
use proc_macro2::{Ident, Literal as Token, TokenStream};
use quote::quote;

use super::Writer;
use super::emitted::{Emitted, Kind, enclosed};
use super::path::found;
use super::scope::Scope;
use super::walk::mentions;

impl Writer<'_> {
    /// The value of a node.
    pub(super) fn node(&self, scope: &Scope<'_>, node: &Node) -> Emitted {
        self.unsettled(scope, node).settled()
    }

    /// An `Item` of a node.
    pub(super) fn item(&self, scope: &Scope<'_>, node: &Node) -> TokenStream {
        self.node(scope, node).item()
    }

    /// The value of a node, of which a sequence may not be settled yet.
    pub(super) fn unsettled(&self, scope: &Scope<'_>, node: &Node) -> Emitted {
        self.kind(scope, &node.kind)
    }

    fn kind(&self, scope: &Scope<'_>, kind: &NodeKind) -> Emitted {
        match kind {
            NodeKind::Literal(literal) => self.literal(literal),
            NodeKind::Regex(regex) => {
                let regex = self.statics.regex(regex);
                Emitted::item_of(quote! { __query::regex(&#regex)? })
            }
            NodeKind::Context => match &scope.context {
                Some(context) => Emitted::new(Kind::View, quote! { __query::context(#context) }),
                None => Emitted::undefined(),
            },
            NodeKind::Root => match &self.root {
                Some(root) => Emitted::new(Kind::View, quote! { __query::context(#root) }),
                None => Emitted::undefined(),
            },
            NodeKind::Slot(read) => self.read(scope, read),
            NodeKind::Source(source) => scope.source(*source),
            NodeKind::States(members) => {
                let members = members.iter().map(|(name, source)| (*name, scope.source(*source)));
                self.members(members)
            }
            NodeKind::Function(function) => {
                let function = super::call::builtin(function);
                Emitted::item_of(quote! { __query::builtin(&#function) })
            }
            NodeKind::Unknown(_) => Emitted::undefined(),
            NodeKind::Name(name) => found(&self.context(scope), &[self.statics.key(name)]),
            NodeKind::Wildcard => {
                let context = self.context(scope);
                Emitted::raw(quote! { __query::path::wildcard(cx, #context)? })
            }
            NodeKind::Descendants => {
                let context = self.context(scope);
                Emitted::raw(quote! { __query::path::descendants(cx, #context)? })
            }
            NodeKind::Path(path) => self.path(scope, path),
            NodeKind::Array(array) => self.array(scope, array),
            NodeKind::Range(range) => {
                let first = self.node(scope, &range.0).operand();
                let last = self.node(scope, &range.1).operand();
                Emitted::raw(quote! { __query::number::range(cx, #first, #last)? })
            }
            NodeKind::Object(pairs) => self.object(scope, pairs),
            NodeKind::Negate(operand) => {
                let operand = self.node(scope, operand).view();
                Emitted::new(Kind::Number, quote! { __query::number::negate(#operand)? })
            }
            NodeKind::Operators(operators) => self.operators(scope, operators),
            NodeKind::Concatenate(parts) => self.concatenate(scope, parts),
            NodeKind::Apply(apply) => {
                let value = self.item(scope, &apply.0);
                let function = self.item(scope, &apply.1);
                Emitted::item_of(quote! { __query::apply(cx, #value, #function)? })
            }
            NodeKind::Condition(condition) => self.condition(scope, condition),
            NodeKind::Block(block) => self.block(scope, block),
            NodeKind::Bind(bind) => self.bind(scope, bind),
            NodeKind::Lambda(lambda) => self.lambda(scope, lambda),
            NodeKind::Call(call) => self.call(scope, call),
            NodeKind::HigherOrder(call) => self.higher_order(scope, call),
            NodeKind::Partial(partial) => self.partial(scope, partial),
            NodeKind::Transform(transform) => self.transform(scope, transform),
            NodeKind::Filter(filter) => self.filter(scope, filter),
            NodeKind::Group(group) => self.group(scope, group),
            NodeKind::Kept(value) => {
                let value = self.unsettled(scope, value);
                match value.kind {
                    Kind::Raw | Kind::Sequence => {
                        let value = value.tokens;
                        Emitted::item_of(quote! { #value.kept() })
                    }
                    _ => value,
                }
            }
        }
    }

    fn read(&self, scope: &Scope<'_>, read: &Read) -> Emitted {
        let otherwise = read.otherwise.as_ref().map(|kind| self.kind(scope, kind).item());
        scope.read(read.slot, otherwise)
    }

    /// A view of the context.
    pub(super) fn context(&self, scope: &Scope<'_>) -> TokenStream {
        match &scope.context {
            Some(context) => quote! { #context },
            None => quote! { __query::View::Undefined },
        }
    }

    /// A function of one item, whose value it is: `|item| Ok(…)`.
    pub(super) fn closure(
        &self,
        scope: &Scope<'_>,
        body: impl FnOnce(&Scope<'_>) -> TokenStream,
    ) -> TokenStream {
        let item = scope.next_item();
        let body = body(&scope.with_context(&item));
        let parameter = parameter(&item, &body);
        quote! { |#parameter| __rt::Ok(#body) }
    }

    fn condition(&self, scope: &Scope<'_>, condition: &Condition) -> Emitted {
        let test = self.node(scope, &condition.condition).truth();
        let then = self.node(scope, &condition.then);
        let otherwise = condition.otherwise.as_ref();
        let otherwise = otherwise.map_or_else(Emitted::undefined, |node| self.node(scope, node));
        let (kind, then, otherwise) = match (then.kind, otherwise.kind) {
            (
                kind @ (Kind::Text | Kind::Float | Kind::Number | Kind::Truth | Kind::MaybeTruth),
                other,
            ) if kind == other => (kind, then.tokens, otherwise.tokens),
            _ => (Kind::Item, then.item(), otherwise.item()),
        };
        Emitted::new(kind, enclosed(quote! { if #test { #then } else { #otherwise } }))
    }

    fn filter(&self, scope: &Scope<'_>, filter: &Filter) -> Emitted {
        let value = self.unsettled(scope, &filter.value);
        if !filter.variables.is_empty() {
            return self.filter_rows(scope, &value.view(), filter);
        }
        filter.predicates.iter().fold(value, |value, predicate| {
            let value = value_view(value);
            self.predicate(scope, &value, predicate)
        })
    }

    /// What is left of a value.
    pub(super) fn predicate(
        &self,
        scope: &Scope<'_>,
        view: &TokenStream,
        predicate: &Predicate,
    ) -> Emitted {
        Emitted::raw(match predicate {
            Predicate::Index(index) => {
                let index = Token::f64_unsuffixed(*index);
                quote! { __query::path::index(#view, #index) }
            }
            Predicate::Condition(node) => {
                let predicate = self.closure(scope, |scope| self.node(scope, node).truth());
                quote! { __query::path::filter_true(#view, #predicate)? }
            }
            Predicate::Any(node) => {
                let predicate = self.closure(scope, |scope| self.item(scope, node));
                quote! { __query::path::filter(#view, #predicate)? }
            }
        })
    }

    fn group(&self, scope: &Scope<'_>, group: &Group) -> Emitted {
        let value = self.unsettled(scope, &group.value);
        if !group.variables.is_empty() {
            return self.group_rows(scope, &value.view(), group);
        }
        let value = value_view(value);
        let pairs = self.pairs(scope, &group.pairs);
        Emitted::item_of(quote! { __query::group::group_by(cx, #value, #pairs)? })
    }
}

/// A view of a value that need not be settled.
pub(super) fn value_view(value: Emitted) -> TokenStream {
    match value.kind {
        Kind::Raw => {
            let tokens = value.tokens;
            quote! { #tokens.view() }
        }
        Kind::Sequence => {
            let tokens = value.tokens;
            quote! { #tokens.into_unsettled().view() }
        }
        _ => value.view(),
    }
}

/// The parameter of a closure, which may not need it.
pub(super) fn parameter(name: &Ident, body: &TokenStream) -> TokenStream {
    if mentions(body, name) {
        quote! { #name }
    } else {
        quote! { _ }
    }
}
