//! Paths whose steps carry nothing but values.
//!
//! Fields that follow each other are one look-up. What the steps find is looked at where it is as
//! long as no step makes something.

use asl_lang::ir::query::{Node, NodeKind, Path, Predicate, SortTerm, Stage, Step, StepKind};
use proc_macro2::{Ident, Literal as Token, TokenStream};
use quote::quote;

use super::Writer;
use super::emitted::{Emitted, Kind};
use super::node::value_view;
use super::scope::Scope;
use super::walk::mentions;

impl Writer<'_> {
    pub(super) fn path(&self, scope: &Scope<'_>, path: &Path) -> Emitted {
        if path.steps.iter().any(|step| step.is_tuple) {
            return self.tuple_path(scope, path);
        }
        if let Some(found) = self.look_up(scope, path) {
            return found;
        }
        let sequence = self.steps(scope, path, &path.steps);
        self.end(scope, path, sequence)
    }

    /// What a path makes of what its steps have found.
    fn end(&self, scope: &Scope<'_>, path: &Path, sequence: TokenStream) -> Emitted {
        if let Some(pairs) = &path.group {
            let pairs = self.pairs(scope, pairs);
            return Emitted::item_of(quote! { #sequence.group(cx, #pairs)? });
        }
        if path.keep_singleton {
            return Emitted::item_of(quote! { #sequence.kept() });
        }
        Emitted::new(Kind::Sequence, sequence)
    }

    /// A path of fields alone.
    fn look_up(&self, scope: &Scope<'_>, path: &Path) -> Option<Emitted> {
        if path.keep_singleton || path.group.is_some() {
            return None;
        }
        let (first, rest) = path.steps.split_first()?;
        let (base, names) = match plain(first)? {
            NodeKind::Name(_) if !path.is_absolute => (self.context(scope), path.steps.as_slice()),
            _ if path.is_absolute => (self.base(scope, first)?, rest),
            _ => return None,
        };
        let names = names.iter().map(|step| match plain(step)? {
            NodeKind::Name(name) => Some(self.statics.key(name)),
            _ => None,
        });
        let names = names.collect::<Option<Vec<Ident>>>()?;
        if names.is_empty() {
            return None;
        }
        Some(found(&base, &names))
    }

    /// The value that an absolute path begins with, where it lives longer than a statement.
    fn base(&self, scope: &Scope<'_>, first: &Step) -> Option<TokenStream> {
        match plain(first)? {
            NodeKind::Slot(_) | NodeKind::Source(_) | NodeKind::Root | NodeKind::Context => {
                let StepKind::Each(node) = &first.kind else { return None };
                let base = self.node(scope, node);
                (base.kind == Kind::View).then_some(base.tokens)
            }
            _ => None,
        }
    }

    /// An expression for the `Sequence` that some steps from the first on find.
    pub(super) fn steps(&self, scope: &Scope<'_>, path: &Path, steps: &[Step]) -> TokenStream {
        let (mut sequence, mut rest) = self.first(scope, path, steps);
        while let Some((step, after)) = rest.split_first() {
            let names: Vec<Ident> = rest.iter().map_while(|step| self.name(step)).collect();
            if names.is_empty() {
                let step = self.step(scope, step);
                sequence = quote! { #sequence #step };
                rest = after;
            } else {
                sequence = match names.as_slice() {
                    [name] => quote! { #sequence.member(#name) },
                    names => quote! { #sequence.members(&[#(#names),*]) },
                };
                rest = rest.get(names.len()..).unwrap_or_default();
            }
        }
        sequence
    }

    /// What a path begins with, and the steps that come after it.
    fn first<'p>(
        &self,
        scope: &Scope<'_>,
        path: &Path,
        steps: &'p [Step],
    ) -> (TokenStream, &'p [Step]) {
        let context = self.context(scope);
        let Some((first, rest)) = steps.split_first() else {
            return (quote! { __query::each(#context) }, steps);
        };
        if let StepKind::Whole(node) = &first.kind {
            let made = self.unsettled(scope, node);
            let stages = self.stages(scope, made, &first.stages);
            let sequence = match rest {
                [] => quote! { __query::Sequence::whole(#stages) },
                _ => quote! { __query::Sequence::constructed(#stages) },
            };
            return (sequence, rest);
        }
        if !path.is_absolute {
            let names: Vec<Ident> = steps.iter().map_while(|step| self.name(step)).collect();
            if names.is_empty() {
                return (quote! { __query::each(#context) }, steps);
            }
            let rest = steps.get(names.len()..).unwrap_or_default();
            return (quote! { __query::walk(#context, &[#(#names),*]) }, rest);
        }
        let StepKind::Each(node) = &first.kind else {
            return (quote! { __query::each(#context) }, steps);
        };
        let value = self.node(scope, node);
        if let [Stage::Filter(Predicate::Condition(predicate))] = first.stages.as_slice()
            && value.kind == Kind::View
        {
            let value = value.tokens;
            let predicate = self.closure(scope, |scope| self.node(scope, predicate).truth());
            return (quote! { __query::walk(#value, &[]).filter_true(cx, #predicate)? }, rest);
        }
        if !first.stages.is_empty() {
            let made = self.stages(scope, value, &first.stages);
            return (quote! { __query::Sequence::Made(#made) }, rest);
        }
        if value.kind != Kind::View {
            let value = value.item();
            return (quote! { __query::Sequence::made(#value) }, rest);
        }
        let names: Vec<Ident> = rest.iter().map_while(|step| self.name(step)).collect();
        let rest = rest.get(names.len()..).unwrap_or_default();
        let value = value.tokens;
        (quote! { __query::walk(#value, &[#(#names),*]) }, rest)
    }

    /// The key of a step that is a field and nothing else.
    fn name(&self, step: &Step) -> Option<Ident> {
        match plain(step)? {
            NodeKind::Name(name) => Some(self.statics.key(name)),
            _ => None,
        }
    }

    /// The call that a step is: `.step(…)?`.
    fn step(&self, scope: &Scope<'_>, step: &Step) -> TokenStream {
        match &step.kind {
            StepKind::Each(Node { kind: NodeKind::Name(name), .. }) if step.stages.len() == 1 => {
                let key = self.statics.key(name);
                match step.stages.as_slice() {
                    [Stage::Filter(Predicate::Condition(node))] => {
                        let predicate = self.closure(scope, |scope| self.node(scope, node).truth());
                        quote! { .member_where(cx, #key, #predicate)? }
                    }
                    [Stage::Filter(Predicate::Index(index))] => {
                        let index = Token::f64_unsuffixed(*index);
                        quote! { .member_at(#key, #index) }
                    }
                    stages => self.each(scope, &step.kind, stages),
                }
            }
            StepKind::Sort(terms) => {
                let follows = self.sort(scope, terms);
                let sort = quote! { .sort(cx, #follows)? };
                if step.stages.is_empty() {
                    return sort;
                }
                let sorted = Emitted::new(Kind::Local, quote! { sorted });
                let stages = self.stages(scope, sorted, &step.stages);
                quote! { #sort.then(|sorted| __rt::Ok(#stages))? }
            }
            kind => self.each(scope, kind, &step.stages),
        }
    }

    fn each(&self, scope: &Scope<'_>, kind: &StepKind, stages: &[Stage]) -> TokenStream {
        let (StepKind::Each(node) | StepKind::Whole(node)) = kind else {
            return TokenStream::new();
        };
        let body = self.closure(scope, |inner| {
            let value = self.node(inner, node);
            // Predicates are about the values, and read nothing else of the step.
            self.stages(inner, value, stages)
        });
        quote! { .step(cx, #body)? }
    }

    /// An `Item` after some stages, not settled yet.
    fn stages(&self, scope: &Scope<'_>, value: Emitted, stages: &[Stage]) -> TokenStream {
        let left = stages.iter().fold(value, |value, stage| match stage {
            Stage::Filter(predicate) => self.predicate(scope, &value_view(value), predicate),
            Stage::Index(_) => value,
        });
        left.unsettled()
    }

    /// Whether the first of two items comes after the second.
    fn sort(&self, scope: &Scope<'_>, terms: &[SortTerm]) -> TokenStream {
        let (a, b) = (quote::format_ident!("a"), quote::format_ident!("b"));
        let body = self.follows(terms, |term, is_first| {
            let item = if is_first { &a } else { &b };
            self.node(&scope.with_context(item), &term.expression).view()
        });
        let used = |ident: &Ident| {
            if mentions(&body, ident) {
                quote! { #ident }
            } else {
                quote! { _ }
            }
        };
        let (a, b) = (used(&a), used(&b));
        quote! { |#a, #b| #body }
    }

    /// The body of a function that says whether the first of two items comes after the second.
    pub(super) fn follows(
        &self,
        terms: &[SortTerm],
        key: impl Fn(&SortTerm, bool) -> TokenStream,
    ) -> TokenStream {
        let orders: Vec<TokenStream> = terms
            .iter()
            .map(|term| {
                let (a, b, descending) = (key(term, true), key(term, false), term.descending);
                quote! { __query::sort::order(#a, #b, #descending)? }
            })
            .collect();
        match orders.as_slice() {
            [order] => quote! { __rt::Ok(#order.is_gt()) },
            [orders @ .., last] => quote! {{
                #(
                    let order = #orders;
                    if order.is_ne() {
                        return __rt::Ok(order.is_gt());
                    }
                )*
                __rt::Ok(#last.is_gt())
            }},
            [] => quote! { __rt::Ok(false) },
        }
    }

    /// The chain of a path up to its last step, and that step's node, if it computes something of
    /// each item and nothing follows it.
    pub(super) fn before_last<'p>(
        &self,
        scope: &Scope<'_>,
        path: &'p Path,
    ) -> Option<(TokenStream, &'p Node)> {
        let is_plain = |step: &Step| !step.is_tuple;
        if path.keep_singleton || path.group.is_some() || !path.steps.iter().all(is_plain) {
            return None;
        }
        let (last, before) = path.steps.split_last()?;
        let node = match &last.kind {
            StepKind::Each(node) if last.stages.is_empty() && !before.is_empty() => node,
            _ => return None,
        };
        Some((self.steps(scope, path, before), node))
    }
}

/// What is found at the end of a way of fields.
pub(super) fn found(base: &TokenStream, names: &[Ident]) -> Emitted {
    let fields = match names {
        [name] => quote! { __query::find_one(#base, #name) },
        names => quote! { __query::find(#base, &[#(#names),*]) },
    };
    Emitted::new(Kind::Fields, fields)
}

/// The node of a step that does nothing but find a value.
fn plain(step: &Step) -> Option<&NodeKind> {
    match &step.kind {
        StepKind::Each(node) if step.stages.is_empty() && !step.is_tuple => Some(&node.kind),
        _ => None,
    }
}
