//! Constants, arrays and objects.

use asl_lang::ir::Literal;
use asl_lang::ir::query::{Array, Node, NodeKind, Pair};
use proc_macro2::{Literal as Token, TokenStream};
use quote::quote;

use super::Writer;
use super::emitted::{Emitted, Kind, enclosed};
use super::node::parameter;
use super::scope::Scope;
use super::walk::mentions;

impl Writer<'_> {
    pub(super) fn literal(&self, literal: &Literal) -> Emitted {
        let float = |number: f64| {
            Emitted::new(Kind::Float, Token::f64_unsuffixed(number).into_token_stream())
        };
        match literal {
            Literal::Null => Emitted::item_of(quote! { __query::Item::Value(__rt::Value::Null) }),
            Literal::Bool(truth) => Emitted::new(Kind::Truth, quote! { #truth }),
            Literal::Integer(number) => float(*number as f64),
            Literal::Unsigned(number) => float(*number as f64),
            Literal::Number(number) => float(*number),
            Literal::String(text) => Emitted::new(Kind::Text, quote! { #text }),
            Literal::Array(_) | Literal::Object(_) => {
                let constant = self.statics.constant(literal);
                Emitted::new(Kind::View, quote! { __query::View::Value(&#constant) })
            }
        }
    }

    pub(super) fn array(&self, scope: &Scope<'_>, array: &Array) -> Emitted {
        let parts = array.items.iter().map(|item| {
            let is_constructor = item.kind.is_array_constructor();
            let item = self.item(scope, item);
            quote! { (#item, #is_constructor) }
        });
        let kind = if array.constructed {
            quote! { Constructed }
        } else {
            quote! { Plain }
        };
        Emitted::item_of(quote! {
            __query::path::array(cx, [#(#parts),*], __query::ListKind::#kind)?
        })
    }

    pub(super) fn object(&self, scope: &Scope<'_>, pairs: &[Pair]) -> Emitted {
        let Some(names) = distinct_names(pairs) else {
            let (context, pairs) = (self.context(scope), self.pairs(scope, pairs));
            return Emitted::item_of(quote! { __query::group::group_by(cx, #context, #pairs)? });
        };
        let members = |scope: &Scope<'_>| {
            let values = pairs.iter().map(|pair| self.node(scope, &pair.value));
            self.members(names.iter().copied().zip(values))
        };
        let Some(context) = &scope.context else { return members(scope) };
        // An array as the context is taken together, as a group would.
        let item = scope.next_item();
        let object = members(&scope.with_context(&item));
        if !mentions(&object.tokens, &item) {
            return object;
        }
        let object = object.tokens;
        Emitted::item_of(enclosed(quote! {{
            let whole = __query::group::whole(#context);
            let #item = whole.view();
            #object
        }}))
    }

    /// The members of an object as pairs of a key and an `Item`; none if their names are not known,
    /// or they read something of the context, which a constructor takes together.
    pub(super) fn added(&self, scope: &Scope<'_>, object: &Node) -> Option<Vec<TokenStream>> {
        let pairs = match &object.kind {
            NodeKind::Object(pairs) => pairs,
            NodeKind::Literal(Literal::Object(members)) => {
                let members = members.iter().map(|(name, value)| {
                    let (key, value) = (self.statics.key(name), self.literal(value).item());
                    quote! { (#key, #value) }
                });
                return Some(members.collect());
            }
            _ => return None,
        };
        let names = distinct_names(pairs)?;
        let item = scope.next_item();
        let inner = match &scope.context {
            Some(_) => scope.with_context(&item),
            None => scope.clone(),
        };
        let members = names.into_iter().zip(pairs).map(|(name, pair)| {
            let (key, value) = (self.statics.key(name), self.item(&inner, &pair.value));
            quote! { (#key, #value) }
        });
        let members: Vec<TokenStream> = members.collect();
        let reads_context =
            scope.context.is_some() && members.iter().any(|member| mentions(member, &item));
        (!reads_context).then_some(members)
    }

    /// An object of members with distinct names.
    pub(super) fn members<'n>(
        &self,
        members: impl ExactSizeIterator<Item = (&'n str, Emitted)>,
    ) -> Emitted {
        let count = Token::usize_unsuffixed(members.len());
        let members = members.map(|(name, value)| {
            let (key, value) = (self.statics.key(name), value.operand());
            quote! { object.push(#key, #value); }
        });
        Emitted::item_of(enclosed(quote! {{
            let mut object = __query::MembersBuilder::with_capacity(#count);
            #(#members)*
            object.build()?
        }}))
    }

    /// The pairs of a group, as arguments: how many, their names, their values.
    pub(super) fn pairs(&self, scope: &Scope<'_>, pairs: &[Pair]) -> TokenStream {
        let inner = scope.with_context(&scope.next_item());
        self.pairs_of(scope, &inner, pairs, |_, _| TokenStream::new())
    }

    /// The pairs of a group; `open` binds what they read of a context, which has a name.
    pub(super) fn pairs_of(
        &self,
        outer: &Scope<'_>,
        scope: &Scope<'_>,
        pairs: &[Pair],
        open: impl Fn(&TokenStream, &proc_macro2::Ident) -> TokenStream,
    ) -> TokenStream {
        let item = outer.next_item();
        let branch = |part: &dyn Fn(&Pair) -> TokenStream| {
            let last = pairs.len().saturating_sub(1);
            let arms: Vec<TokenStream> = pairs.iter().map(part).collect();
            let body = match arms.as_slice() {
                [] => quote! { __query::Item::Undefined },
                [only] => quote! { #only },
                arms => {
                    let arms = arms.iter().enumerate().map(|(index, arm)| {
                        let pattern = Token::usize_unsuffixed(index);
                        let pattern = if index == last {
                            quote! { _ }
                        } else {
                            quote! { #pattern }
                        };
                        quote! { #pattern => #arm }
                    });
                    quote! { match pair { #(#arms,)* } }
                }
            };
            let pair = if pairs.len() > 1 {
                quote! { pair }
            } else {
                quote! { _ }
            };
            let opened = open(&body, &item);
            let opened = mentions(&quote! { #opened #body }, &item).then_some(opened);
            let parameter = parameter(&item, &quote! { #opened #body });
            match opened {
                Some(opened) if !opened.is_empty() => {
                    quote! { |#pair, #parameter| { #opened __rt::Ok(#body) } }
                }
                _ => quote! { |#pair, #parameter| __rt::Ok(#body) },
            }
        };
        let count = Token::usize_unsuffixed(pairs.len());
        let key = branch(&|pair| self.item(scope, &pair.key));
        let value = branch(&|pair| self.item(scope, &pair.value));
        quote! { #count, #key, #value }
    }
}

/// Whether the names of an object's members are known and differ.
pub(super) fn has_distinct_names(object: &Node) -> bool {
    match &object.kind {
        NodeKind::Literal(Literal::Object(_)) => true,
        NodeKind::Object(pairs) => distinct_names(pairs).is_some(),
        _ => false,
    }
}

/// The names of pairs, if they are known and differ.
fn distinct_names(pairs: &[Pair]) -> Option<Vec<&str>> {
    let mut names = Vec::with_capacity(pairs.len());
    for pair in pairs {
        match &pair.key.kind {
            NodeKind::Literal(Literal::String(name)) if !names.contains(&name.as_str()) => {
                names.push(name.as_str());
            }
            _ => return None,
        }
    }
    Some(names)
}

use quote::ToTokens as _;
