//! Blocks, and the variables that they bind.

use asl_lang::ir::query::{Bind, Block, Node, NodeKind, SlotId};
use proc_macro2::TokenStream;
use quote::quote;

use super::Writer;
use super::emitted::{Emitted, Kind, enclosed};
use super::scope::{LocalKind, Scope};

impl Writer<'_> {
    pub(super) fn block(&self, scope: &Scope<'_>, block: &Block) -> Emitted {
        let mut scope = scope.clone();
        let statements = self.statements(&mut scope, block);
        let Some(last) = block.expressions.last() else { return Emitted::undefined() };
        if statements.is_empty() {
            return self.unsettled(&scope, last);
        }
        let last = self.node(&scope, last);
        let (kind, last) = match last.kind {
            Kind::Float | Kind::Number | Kind::Truth | Kind::MaybeTruth | Kind::Text => {
                (last.kind, last.tokens)
            }
            _ => (Kind::Item, last.item()),
        };
        Emitted::new(kind, enclosed(quote! {{ #statements #last }}))
    }

    /// What a block does before its last expression.
    pub(super) fn statements(&self, scope: &mut Scope<'_>, block: &Block) -> TokenStream {
        let simple = |slot: SlotId| {
            let is_bound =
                |node: &Node| matches!(&node.kind, NodeKind::Bind(bind) if bind.slot == Some(slot));
            block.expressions.iter().any(is_bound)
        };
        let mut statements = TokenStream::new();
        for slot in &block.slots {
            let is_plain = !scope.is_shared(*slot) && scope.times_bound(*slot) == 1;
            if !(is_plain && simple(*slot)) {
                statements.extend(self.declare(scope, *slot));
            }
        }
        let before = block.expressions.split_last().map_or(&[] as &[Node], |(_, before)| before);
        for node in before {
            statements.extend(self.statement(scope, node));
        }
        statements
    }

    /// A variable that is not bound yet.
    pub(super) fn declare(&self, scope: &mut Scope<'_>, slot: SlotId) -> TokenStream {
        let name = self.local(scope.name(slot));
        if scope.is_shared(slot) {
            scope.declare(slot, &name, LocalKind::Cell);
            return quote! { let #name = cx.slot(); };
        }
        scope.declare(slot, &name, LocalKind::Mutable);
        self.may_be_unread.set(true);
        quote! { let mut #name = __query::Item::Undefined; }
    }

    fn statement(&self, scope: &mut Scope<'_>, node: &Node) -> TokenStream {
        let NodeKind::Bind(bind) = &node.kind else {
            let node = self.node(scope, node);
            let kind = node.kind;
            let tokens = node.tokens;
            return match kind {
                Kind::Float | Kind::Text | Kind::View | Kind::Fields => TokenStream::new(),
                _ => quote! { let _ = #tokens; },
            };
        };
        let Some(slot) = bind.slot else {
            let value = self.node(scope, &bind.value).tokens;
            return quote! { let _ = #value; };
        };
        let value = self.node(scope, &bind.value);
        if let Some(local) = scope.local(slot) {
            let (name, is_cell) = (local.name.clone(), local.kind == LocalKind::Cell);
            let value = value.item();
            return if is_cell {
                quote! { #name.set(#value); }
            } else {
                quote! { #name = #value; }
            };
        }
        let name = self.local(scope.name(slot));
        let (kind, value) = match value.kind {
            Kind::Number => (LocalKind::Number, value.tokens),
            Kind::Float => (LocalKind::Float, value.tokens),
            _ => (LocalKind::Item, value.item()),
        };
        scope.declare(slot, &name, kind);
        quote! { let #name = #value; }
    }

    /// `$name := value` where its value is needed.
    pub(super) fn bind(&self, scope: &Scope<'_>, bind: &Bind) -> Emitted {
        let value = self.node(scope, &bind.value);
        let Some(local) = bind.slot.and_then(|slot| scope.local(slot)) else { return value };
        let (name, value) = (&local.name, value.item());
        Emitted::item_of(enclosed(match local.kind {
            LocalKind::Cell => quote! {{
                let value = #value;
                #name.set(value.clone());
                value
            }},
            _ => quote! {{
                #name = #value;
                #name.clone()
            }},
        }))
    }
}
