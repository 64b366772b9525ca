//! What names mean where a node stands.

use std::collections::HashMap;
use std::rc::Rc;

use asl_lang::ir::query::{Slot, SlotId, Source};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::emitted::{Emitted, Kind};

/// Contexts further inside share a name.
pub(super) const DEEPEST: usize = 40;

/// What names mean where a node stands: of one activation.
#[derive(Clone)]
pub(super) struct Scope<'q> {
    /// The variables of the activation.
    pub(super) slots: &'q [Slot],
    /// How often each is bound by `:=`.
    pub(super) bound: Rc<Vec<SlotId>>,
    locals: HashMap<SlotId, Local>,
    /// The local that views the context; none where there is none.
    pub(super) context: Option<Ident>,
    /// How many contexts are inside each other.
    depth: usize,
    /// The locals that view what the expression reads.
    pub(super) sources: Rc<Vec<(Source, Ident)>>,
}

/// A local variable that holds a variable of the expression.
#[derive(Clone)]
pub(super) struct Local {
    pub(super) name: Ident,
    pub(super) kind: LocalKind,
}

/// The type of a [`Local`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LocalKind {
    /// `Item`
    Item,
    /// `Item`, bound more than once.
    Mutable,
    /// `View<'_>`
    View,
    /// `f64`
    Float,
    /// `usize`
    Index,
    /// `Option<f64>`
    Number,
    /// `Slot`
    Cell,
}

impl<'q> Scope<'q> {
    pub(super) fn new(
        slots: &'q [Slot],
        bound: Vec<SlotId>,
        context: Option<Ident>,
        sources: Rc<Vec<(Source, Ident)>>,
    ) -> Self {
        Self { slots, bound: Rc::new(bound), locals: HashMap::new(), context, depth: 0, sources }
    }

    /// The same scope with another context.
    pub(super) fn with_context(&self, context: &Ident) -> Self {
        Self { context: Some(context.clone()), depth: self.depth + 1, ..self.clone() }
    }

    /// What the next context inside is called: `item`, in there `item_2`.
    pub(super) fn next_item(&self) -> Ident {
        match self.depth {
            0 => format_ident!("item"),
            depth => format_ident!("item_{}", (depth + 1).min(DEEPEST)),
        }
    }

    /// The same context in a function's activation.
    pub(super) fn inside(&self, slots: &'q [Slot], bound: Vec<SlotId>) -> Self {
        let context = self.context.clone();
        Self { depth: self.depth, ..Self::new(slots, bound, context, Rc::clone(&self.sources)) }
    }

    /// A variable has this local from here on.
    pub(super) fn declare(&mut self, slot: SlotId, name: &Ident, kind: LocalKind) {
        self.locals.insert(slot, Local { name: name.clone(), kind });
    }

    pub(super) fn local(&self, slot: SlotId) -> Option<&Local> {
        self.locals.get(&slot)
    }

    pub(super) fn is_shared(&self, slot: SlotId) -> bool {
        self.slots.get(slot.0 as usize).is_some_and(|slot| slot.is_shared)
    }

    pub(super) fn times_bound(&self, slot: SlotId) -> usize {
        self.bound.iter().filter(|bound| **bound == slot).count()
    }

    /// What the variable is called in the expression.
    pub(super) fn name(&self, slot: SlotId) -> &'q str {
        self.slots.get(slot.0 as usize).map_or("", |slot| slot.name.as_str())
    }

    /// The value of a variable; `otherwise` is what the name means if it is not bound.
    pub(super) fn read(&self, slot: SlotId, otherwise: Option<TokenStream>) -> Emitted {
        let Some(Local { name, kind }) = self.local(slot) else {
            return match otherwise {
                Some(item) => Emitted::item_of(item),
                None => Emitted::undefined(),
            };
        };
        match kind {
            LocalKind::Item => Emitted::new(Kind::Local, quote! { #name }),
            LocalKind::Mutable => Emitted::item_of(quote! { #name.clone() }),
            LocalKind::View => Emitted::new(Kind::View, quote! { #name }),
            LocalKind::Float => Emitted::new(Kind::Float, quote! { #name }),
            LocalKind::Index => Emitted::new(Kind::Float, quote! { #name as f64 }),
            LocalKind::Number => Emitted::new(Kind::Number, quote! { #name }),
            LocalKind::Cell => match otherwise {
                None => Emitted::item_of(quote! { #name.value() }),
                Some(item) => Emitted::item_of(quote! { #name.get().unwrap_or_else(|| #item) }),
            },
        }
    }

    /// The value of a source.
    pub(super) fn source(&self, source: Source) -> Emitted {
        match self.sources.iter().find(|(known, _)| *known == source) {
            Some((_, name)) => Emitted::new(Kind::View, quote! { #name }),
            None => Emitted::undefined(),
        }
    }
}
