//! Expressions that look at data without moving it.
//!
//! Conditions and the arguments of tasks borrow: in them the name of a parameter is a place that can
//! be looked at, `(*order)` behind the reference `order`. In the tokens of macros, as in
//! `matches!(order, …)`, it is the reference itself.

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote_spanned};
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::visit_mut::VisitMut;
use syn::{Expr, Pat, PatIdent};

use crate::dsl::plan::bare;

/// The expression over references of these names.
pub(in crate::dsl) fn borrowed(expression: &Expr, names: &[&Ident]) -> TokenStream {
    let mut bound = Bound::default();
    bound.visit_expr(expression);
    // A name that the expression binds itself somewhere is left alone everywhere.
    let names: HashSet<&Ident> =
        names.iter().copied().filter(|name| !bound.names.contains(name)).collect();
    let mut expression = expression.clone();
    Places { names }.visit_expr_mut(&mut expression);
    expression.to_token_stream()
}

/// The names that a pattern binds.
pub(crate) fn bound(pattern: &Pat) -> HashSet<Ident> {
    let mut bound = Bound::default();
    bound.visit_pat(pattern);
    bound.names
}

#[derive(Default)]
struct Bound {
    names: HashSet<Ident>,
}

impl<'ast> Visit<'ast> for Bound {
    fn visit_pat_ident(&mut self, pattern: &'ast PatIdent) {
        self.names.insert(pattern.ident.clone());
        syn::visit::visit_pat_ident(self, pattern);
    }
}

struct Places<'a> {
    names: HashSet<&'a Ident>,
}

impl Places<'_> {
    fn is_name(&self, expression: &Expr) -> bool {
        bare(expression).is_some_and(|name| self.names.contains(name))
    }
}

impl VisitMut for Places<'_> {
    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        if self.is_name(expression) {
            // Where the name stands, so that rustc points there.
            let place = quote_spanned! { expression.span()=> (*#expression) };
            *expression = Expr::Verbatim(place);
            return;
        }
        // `&order` is the reference that there is already.
        if let Expr::Reference(reference) = expression
            && reference.mutability.is_none()
            && self.is_name(&reference.expr)
        {
            *expression = (*reference.expr).clone();
            return;
        }
        syn::visit_mut::visit_expr_mut(self, expression);
    }

    fn visit_field_value_mut(&mut self, field: &mut syn::FieldValue) {
        // `Receipt { order }` is `Receipt { order: order }`.
        if field.colon_token.is_none() && self.is_name(&field.expr) {
            field.colon_token = Some(Default::default());
        }
        syn::visit_mut::visit_field_value_mut(self, field);
    }
}
