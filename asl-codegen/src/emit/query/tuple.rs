//! Paths whose steps bind variables: rows go from step to step.

use asl_lang::ir::query::{
    Filter, Group, Node, NodeKind, Pair, Path, Predicate, SlotId, Stage, Step, StepKind,
};
use proc_macro2::{Ident, Literal as Token, TokenStream};
use quote::{format_ident, quote};

use super::Writer;
use super::emitted::Emitted;
use super::scope::{LocalKind, Scope};
use super::walk::{carried, mentions};

/// A path's variables where its rows are evaluated.
struct Rows<'s, 'q> {
    scope: Scope<'q>,
    variables: Vec<(SlotId, Ident, bool)>,
    item: Ident,
    outer: &'s Scope<'q>,
}

impl Writer<'_> {
    pub(super) fn tuple_path(&self, scope: &Scope<'_>, path: &Path) -> Emitted {
        let first_tuple = path.steps.iter().position(|step| step.is_tuple).unwrap_or(0);
        let (before, steps) = path.steps.split_at(first_tuple);
        let context = self.context(scope);
        let rows = self.rows(scope, carried(path));
        let mut chain = if before.is_empty() && path.is_absolute {
            quote! { __query::Tuples::one(#context) }
        } else if before.is_empty() {
            quote! { __query::Tuples::of(#context) }
        } else {
            let sequence = self.steps(scope, path, before);
            quote! { __query::Tuples::of(#sequence.into_unsettled().view()) }
        };
        for (index, step) in steps.iter().enumerate() {
            let step = self.tuple_step(&rows, step, index > 0);
            chain = quote! { #chain #step };
        }
        if let Some(pairs) = &path.group {
            let pairs = self.row_pairs(&rows, pairs);
            return Emitted::item_of(quote! {
                __query::group::group_rows(cx, #chain, #pairs)?
            });
        }
        if path.is_tuple {
            return Emitted::item_of(quote! { __query::Item::from(#chain) });
        }
        if path.keep_singleton {
            return Emitted::item_of(quote! { __query::path::kept(#chain.into_sequence()) });
        }
        Emitted::raw(quote! { #chain.into_sequence() })
    }

    fn rows<'s, 'q>(&self, scope: &'s Scope<'q>, carried: Vec<SlotId>) -> Rows<'s, 'q> {
        self.may_be_unread.set(true);
        let item = scope.next_item();
        let mut inner = scope.with_context(&item);
        let mut variables = Vec::new();
        for slot in carried {
            let name = self.local(scope.name(slot));
            let is_cell = scope.is_shared(slot) || scope.times_bound(slot) > 0;
            inner.declare(slot, &name, if is_cell { LocalKind::Cell } else { LocalKind::View });
            variables.push((slot, name, is_cell));
        }
        Rows { scope: inner, variables, item, outer: scope }
    }

    /// A step, of which it is said whether rows go into it.
    fn tuple_step(&self, rows: &Rows<'_, '_>, step: &Step, of_rows: bool) -> TokenStream {
        let made = match &step.kind {
            StepKind::Sort(terms) => {
                let (a, b) = (format_ident!("a"), format_ident!("b"));
                let body = self.follows(terms, |term, is_first| {
                    let row = if is_first { &a } else { &b };
                    let key = self.item(&rows.scope, &term.expression);
                    let opened = rows.open_row(row, &key);
                    quote! { {#opened #key}.view() }
                });
                let numbered = step.index.map(number).map(|index| quote! { .numbered(#index) });
                let sort = format_ident!("{}", if of_rows { "sort" } else { "sort_items" });
                quote! { .#sort(|a, b| #body)? #numbered }
            }
            StepKind::Each(node) | StepKind::Whole(node) => {
                let binds =
                    [("focus", step.focus), ("index", step.index), ("ancestor", step.ancestor)];
                let binds = binds.into_iter().filter_map(|(field, slot)| {
                    let (field, number) = (format_ident!("{field}"), number(slot?));
                    Some(quote! { #field: __rt::Some(#number) })
                });
                let binds: Vec<TokenStream> = binds.collect();
                let rest = (binds.len() < 3).then(|| quote! { ..__rt::Default::default() });
                let body = self.row_closure(rows, |this, scope| this.tuple_item(scope, node));
                quote! { .step(cx, __query::Binds { #(#binds,)* #rest }, #body)? }
            }
        };
        let stages = step.stages.iter().map(|stage| match stage {
            Stage::Index(slot) => {
                let number = number(*slot);
                quote! { .numbered(#number) }
            }
            Stage::Filter(predicate) => self.row_predicate(rows, predicate),
        });
        quote! { #made #(#stages)* }
    }

    fn row_predicate(&self, rows: &Rows<'_, '_>, predicate: &Predicate) -> TokenStream {
        match predicate {
            Predicate::Index(index) => {
                let index = Token::f64_unsuffixed(*index);
                quote! { .index(#index) }
            }
            Predicate::Condition(node) | Predicate::Any(node) => {
                let body = self.row_closure(rows, |this, scope| this.item(scope, node));
                quote! { .filter(#body)? }
            }
        }
    }

    /// A predicate on what carries variables that a path inside hands out.
    pub(super) fn filter_rows(
        &self,
        scope: &Scope<'_>,
        value: &TokenStream,
        filter: &Filter,
    ) -> Emitted {
        let rows = self.rows(scope, filter.variables.clone());
        let predicates = filter.predicates.iter();
        let predicates = predicates.map(|predicate| self.row_predicate(&rows, predicate));
        Emitted::item_of(quote! {
            __query::Item::from(__query::Tuples::of(#value) #(#predicates)*)
        })
    }

    /// A group of what carries variables that a path inside hands out.
    pub(super) fn group_rows(
        &self,
        scope: &Scope<'_>,
        value: &TokenStream,
        group: &Group,
    ) -> Emitted {
        let rows = self.rows(scope, group.variables.clone());
        let pairs = self.row_pairs(&rows, &group.pairs);
        Emitted::item_of(quote! {
            __query::group::group_rows(cx, __query::Tuples::of(#value), #pairs)?
        })
    }

    fn row_pairs(&self, rows: &Rows<'_, '_>, pairs: &[Pair]) -> TokenStream {
        self.pairs_of(rows.outer, &rows.scope, pairs, |body, item| {
            let opened = rows.open(body);
            quote! { let row = #item; let #item = row.item.view(); #opened }
        })
    }

    /// The value of a step; of a path that hands out its variables its rows.
    fn tuple_item(&self, scope: &Scope<'_>, node: &Node) -> TokenStream {
        match &node.kind {
            NodeKind::Path(path) if path.is_tuple => self.path(scope, path).unsettled(),
            _ => self.item(scope, node),
        }
    }

    /// A function of a row: `|row| { …; Ok(…) }`.
    fn row_closure(
        &self,
        rows: &Rows<'_, '_>,
        body: impl FnOnce(&Self, &Scope<'_>) -> TokenStream,
    ) -> TokenStream {
        let body = body(self, &rows.scope);
        let row = format_ident!("row");
        let opened = rows.open_row(&row, &body);
        let parameter = if opened.is_empty() {
            quote! { _ }
        } else {
            quote! { #row }
        };
        quote! { |#parameter| { #opened __rt::Ok(#body) } }
    }
}

impl Rows<'_, '_> {
    /// Binds what `body` reads of `row`.
    fn open_row(&self, row: &Ident, body: &TokenStream) -> TokenStream {
        let item = &self.item;
        let context = mentions(body, item).then(|| quote! { let #item = #row.item.view(); });
        let variables = self.variables(row, body);
        quote! { #context #variables }
    }

    fn open(&self, body: &TokenStream) -> TokenStream {
        self.variables(&format_ident!("row"), body)
    }

    fn variables(&self, row: &Ident, body: &TokenStream) -> TokenStream {
        let read = self.variables.iter().filter(|(_, name, _)| mentions(body, name));
        let read = read.map(|(slot, name, is_cell)| {
            let number = number(*slot);
            // A path inside may know a variable from the path around it.
            match (self.outer.local(*slot), is_cell) {
                (_, true) => quote! { let #name = #row.cell(cx, #number); },
                (None, false) => quote! { let #name = #row.view(#number); },
                (Some(outer), false) => {
                    let outer = &outer.name;
                    quote! { let #name = #row.get(#number).map_or(#outer, __query::Item::view); }
                }
            }
        });
        quote! { #(#read)* }
    }
}

/// The number by which rows know a variable.
fn number(slot: SlotId) -> Token {
    Token::u32_unsuffixed(slot.0)
}
