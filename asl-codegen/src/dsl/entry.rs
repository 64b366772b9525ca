//! What a machine begins with where its first state is not entered with the machine's input as it is:
//! a Pass state that makes the first state's payload, as a definition in ASL has to have one.

use std::collections::HashSet;

use proc_macro2::Ident;
use syn::{Expr, ExprPath};

use super::ast::{Attributes, Body, Kind, Param, State, Transition};
use super::names::plain;
use super::plan::bare;
use crate::declaration::Declaration;

/// The machine with that state, if it needs one.
pub(super) fn with_entry(declaration: &Declaration, mut body: Body) -> Body {
    let Some(start) = body.start.take() else { return body };
    if start.args.is_empty() || is_plain(declaration, &body, &start) {
        body.start = Some(start);
        return body;
    }
    let name = free_name(&body, &start.target);
    let input = declaration.input.as_ref();
    let args = input.map(|(name, _)| {
        Expr::Path(ExprPath { attrs: Vec::new(), qself: None, path: name.clone().into() })
    });
    let params = input.map(|(name, ty)| Param { name: name.clone(), ty: ty.clone() });
    let entry = State {
        docs: vec![syn::parse_quote! { #[doc = " Makes what the first state is entered with."] }],
        attributes: Attributes::default(),
        name: name.clone(),
        params: params.into_iter().collect(),
        is_incomplete: false,
        kind: Kind::Pass(start),
    };
    let end = name.span();
    let start = Transition { target: name, args: args.into_iter().collect(), end };
    let Body { tasks, lets, mut states, fingerprint, .. } = body;
    states.insert(0, entry);
    let mut body = Body::new(tasks, Some(start), lets, states);
    body.fingerprint = fingerprint;
    body
}

/// Whether only the start leads to the first state, with the input as it is.
fn is_plain(declaration: &Declaration, body: &Body, start: &Transition) -> bool {
    let input = declaration.input.as_ref().map(|(name, _)| name);
    let [Some(name)] = start.args.iter().map(bare).collect::<Vec<_>>()[..] else { return false };
    let mut all = body.states.iter().flat_map(|state| state.kind.transitions());
    Some(name) == input && all.all(|next| next.target != start.target)
}

fn free_name(body: &Body, at: &Ident) -> Ident {
    let children = body.states.iter().flat_map(|state| state.kind.children());
    let children = children.flat_map(|child| std::iter::once(&child.name).chain(&child.caught));
    let names = body.states.iter().map(|state| &state.name).chain(children);
    let taken: HashSet<String> = names.map(plain).collect();
    let mut name = "Start".to_owned();
    while taken.contains(&name) {
        name.push('_');
    }
    Ident::new(&name, at.span())
}
