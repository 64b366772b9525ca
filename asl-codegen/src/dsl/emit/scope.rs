//! Where the values live whose names an expression uses, and the transitions that move them.

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::{Expr, ExprLit, Lit};

use super::place;
use crate::dsl::ast::{Kind, Let, State, Transition};
use crate::dsl::names::plain;
use crate::dsl::plan::{LetsPlan, Of, Plan, SlotId, StatePlan, bare};

/// What the names in front of a transition stand for.
#[derive(Clone, Default)]
pub(super) struct Scope<'a> {
    /// Names whose values are in slots.
    slots: Vec<(&'a Ident, SlotId)>,
    /// Names that `let`s of the machine give.
    lets: Vec<&'a Ident>,
}

impl<'a> Scope<'a> {
    /// What the whole machine knows.
    pub(super) fn of_machine(plan: &Plan<'a>) -> Self {
        Self { slots: Vec::new(), lets: lets_beside(plan, &[]) }
    }

    /// The parameters of a state; none for one that shares them.
    pub(super) fn of(plan: &Plan<'a>, state: &StatePlan<'a>) -> Self {
        let names = names(state);
        let lets = lets_beside(plan, &names);
        Self { slots: names.into_iter().zip(state.params.iter().copied()).collect(), lets }
    }

    /// With one more name, which hides others.
    pub(super) fn with(mut self, name: &'a Ident, slot: SlotId) -> Self {
        self.slots.retain(|(other, _)| *other != name);
        self.lets.retain(|other| *other != name);
        self.slots.push((name, slot));
        self
    }

    /// Where these names are bound to values of their own.
    pub(super) fn hidden(mut self, names: &HashSet<Ident>) -> Self {
        self.slots.retain(|(name, _)| !names.contains(*name));
        self.lets.retain(|name| !names.contains(*name));
        self
    }

    /// Takes the values that `used` uses out of their slots.
    pub(super) fn take(&self, plan: &Plan<'_>, used: &[TokenStream]) -> TokenStream {
        let takes = self.slots.iter().filter(|(name, _)| is_used(name, used));
        let takes = takes.filter_map(|(name, slot)| {
            let field = plan.field(*slot)?;
            Some(bind(name, used, quote! { self.#field.take()? }))
        });
        let lets = self.borrow_lets(plan, used);
        quote! { #lets #(#takes)* }
    }

    /// The value of an argument: a bare string literal becomes what is asked for.
    pub(super) fn value(&self, arg: &Expr) -> TokenStream {
        match arg {
            Expr::Lit(_) => value(arg),
            arg if self.lets.is_empty() => quote! { #arg },
            arg => place::borrowed(arg, &self.lets),
        }
    }

    /// An expression over what `let`s name; a literal stays what it is.
    pub(super) fn value_as_written(&self, expression: &Expr) -> TokenStream {
        place::borrowed(expression, &self.lets)
    }

    /// References to what `let`s name, as far as `used` uses it.
    pub(super) fn borrow_lets(&self, plan: &Plan<'_>, used: &[TokenStream]) -> TokenStream {
        borrow_lets(plan, &self.lets, &quote! { self }, used)
    }

    fn slot(&self, name: &Ident) -> Option<SlotId> {
        self.slots.iter().find(|(other, _)| *other == name).map(|(_, slot)| *slot)
    }
}

/// Enters the next state.
pub(super) fn transition(plan: &Plan<'_>, scope: &Scope<'_>, next: &Transition) -> TokenStream {
    let target = plan.state_named(&next.target);
    let Some((target, written)) = target.and_then(|state| Some((state, state.written()?))) else {
        return broken();
    };
    if written.params.len() != next.args.len() {
        return broken();
    }
    let tokens: Vec<TokenStream> = next.args.iter().map(|arg| quote! { #arg }).collect();
    let is_kept = |place: usize| {
        let name = next.args.get(place).and_then(bare)?;
        let slot = scope.slot(name).filter(|slot| target.params.get(place) == Some(slot))?;
        let others = tokens.iter().enumerate().filter(|(other, _)| *other != place);
        let others: Vec<TokenStream> = others.map(|(_, tokens)| tokens.clone()).collect();
        (!is_used(name, &others)).then_some(slot)
    };
    let kept: Vec<Option<SlotId>> = (0..next.args.len()).map(is_kept).collect();
    let moved: Vec<TokenStream> = tokens
        .iter()
        .zip(&kept)
        .filter(|(_, kept)| kept.is_none())
        .map(|(tokens, _)| tokens.clone())
        .collect();
    let takes = scope.take(plan, &moved);
    let (mut values, mut given) = (Vec::new(), Vec::new());
    for (place, (arg, param)) in next.args.iter().zip(&written.params).enumerate() {
        if let Some(field) = kept.get(place).copied().flatten().and_then(|slot| plan.field(slot)) {
            given.push(quote! { self.#field.keep()? });
            continue;
        }
        let (name, ty, value) = (format_ident!("__arg_{place}"), &param.ty, scope.value(arg));
        values.push(quote! { let #name: #ty = #value; });
        given.push(match target.shared {
            Some(_) => quote! { #name },
            None => quote! { __rt::Given::New(#name) },
        });
    }
    let enter = &target.enter;
    quote! {
        #takes
        #(#values)*
        self.#enter(#(#given),*)
    }
}

/// What stands for something that could not be emitted, which has been reported.
pub(super) fn broken() -> TokenStream {
    quote! { __rt::Err(__rt::no_machine()) }
}

/// The value of an argument: a bare string literal becomes what is asked for.
pub(super) fn value(arg: &Expr) -> TokenStream {
    match arg {
        Expr::Lit(ExprLit { lit: Lit::Str(text), attrs }) if attrs.is_empty() => {
            quote! { __rt::Into::into(#text) }
        }
        arg => quote! { #arg },
    }
}

/// What the `let`s of the machine name, where these names are something else.
fn lets_beside<'a>(plan: &Plan<'a>, names: &[&Ident]) -> Vec<&'a Ident> {
    let lets = plan.body.lets.iter().map(|one| &one.name);
    lets.filter(|name| !names.contains(name)).collect()
}

/// References to what `let`s name, as far as `used` uses it.
fn borrow_lets(
    plan: &Plan<'_>,
    lets: &[&Ident],
    frame: &TokenStream,
    used: &[TokenStream],
) -> TokenStream {
    let field = plan.lets.as_ref().and_then(|lets| plan.field(lets.slot));
    let references = lets.iter().filter(|name| is_used(name, used));
    let references =
        references.map(|name| bind(name, used, quote! { &#frame.#field.get()?.#name }));
    references.collect()
}

/// References to the data of a state that `used` uses, under its names, and to what `let`s name.
/// `frame` is where it is.
pub(super) fn borrow<'a>(
    plan: &Plan<'a>,
    state: &StatePlan<'a>,
    frame: &TokenStream,
    used: &[TokenStream],
) -> TokenStream {
    let data = borrow_data(plan, state, frame, used);
    if plan.lets.is_none() {
        return data;
    }
    let mut used = used.to_vec();
    if let Some((_, State { kind: Kind::Map(map), .. })) = plan.parent(state)
        && map.owned.is_none()
        && is_used(&map.item, &used)
    {
        used.push(map.items.to_token_stream());
    }
    let lets = borrow_lets(plan, &lets_beside(plan, &own_names(plan, state)), frame, &used);
    quote! { #lets #data }
}

fn borrow_data<'a>(
    plan: &Plan<'a>,
    state: &StatePlan<'a>,
    frame: &TokenStream,
    used: &[TokenStream],
) -> TokenStream {
    if let Of::Child { .. } = state.of {
        return borrow_of_child(plan, state, frame, used);
    }
    let Some(written) = state.written() else { return TokenStream::new() };
    if state.shared.is_some() {
        return borrow_shared(plan, state, frame, used);
    }
    let params = written.params.iter().zip(&state.params);
    let params = params.filter(|(param, _)| is_used(&param.name, used));
    let references = params.filter_map(|(param, slot)| {
        let (name, field) = (&param.name, plan.field(*slot)?);
        Some(bind(name, used, quote! { #frame.#field.get()? }))
    });
    quote! { #(#references)* }
}

/// References to what a state shares.
fn borrow_shared(
    plan: &Plan<'_>,
    state: &StatePlan<'_>,
    frame: &TokenStream,
    used: &[TokenStream],
) -> TokenStream {
    let shared = state.shared.as_ref().and_then(|shared| plan.field(shared.slot));
    let (Some(field), Some(written)) = (shared, state.written()) else {
        return TokenStream::new();
    };
    let params = written.params.iter().map(|param| &param.name);
    let references = params.filter(|name| is_used(name, used));
    let references = references.map(|name| bind(name, used, quote! { &__shared.#name }));
    let references: Vec<_> = references.collect();
    let owns_items = matches!(&written.kind, Kind::Map(map) if map.owned.is_some());
    if references.is_empty() && !owns_items {
        return TokenStream::new();
    }
    let doubtful = owns_items.then(|| {
        quote! { #[allow(unused_variables, reason = "not every expression reads the items")] }
    });
    quote! {
        #doubtful
        let __shared = #frame.#field.get()?;
        #(#references)*
    }
}

fn borrow_of_child<'a>(
    plan: &Plan<'a>,
    state: &StatePlan<'a>,
    frame: &TokenStream,
    used: &[TokenStream],
) -> TokenStream {
    let Some((parent, written)) = plan.parent(state) else { return TokenStream::new() };
    let Kind::Map(map) = &written.kind else {
        return borrow_shared(plan, parent, frame, used);
    };
    let items = items(plan, parent);
    let item = is_used(&map.item, used)
        .then(|| bind(&map.item, used, quote! { __rt::item(#items, #frame.index)? }));
    let mut used = used.to_vec();
    if item.is_some() && map.owned.is_none() {
        used.push(map.items.to_token_stream());
    }
    let shared = borrow_shared(plan, parent, frame, &used);
    quote! { #shared #item }
}

/// The items of a Map, where references to what it shares are in scope.
pub(super) fn items<'a>(plan: &Plan<'a>, state: &StatePlan<'a>) -> TokenStream {
    let Some((written, shared)) = state.written().zip(state.shared.as_ref()) else {
        return TokenStream::new();
    };
    match &written.kind {
        Kind::Map(map) if map.owned.is_none() => place::borrowed(&map.items, &places(plan, state)),
        _ => {
            let items = &shared.items;
            quote! { &__shared.#items }
        }
    }
}

/// The names of a state's parameters.
pub(super) fn names<'a>(state: &StatePlan<'a>) -> Vec<&'a Ident> {
    let params = state.written().map(|state| state.params.as_slice()).unwrap_or_default();
    params.iter().map(|param| &param.name).collect()
}

/// The names that are places for an expression of a state, a branch or a body.
pub(super) fn places<'a>(plan: &Plan<'a>, state: &StatePlan<'a>) -> Vec<&'a Ident> {
    let mut places = lets_beside(plan, &own_names(plan, state));
    places.extend(own_places(plan, state));
    places
}

/// The names that a state, a branch or a body has itself.
fn own_names<'a>(plan: &Plan<'a>, state: &StatePlan<'a>) -> Vec<&'a Ident> {
    let Some((parent, written)) = plan.parent(state) else { return names(state) };
    let mut names = names(parent);
    if let Kind::Map(map) = &written.kind {
        names.push(&map.item);
    }
    names
}

fn own_places<'a>(plan: &Plan<'a>, state: &StatePlan<'a>) -> Vec<&'a Ident> {
    let Some((parent, written)) = plan.parent(state) else { return names(state) };
    let mut names = names(parent);
    if let Kind::Map(map) = &written.kind {
        names.retain(|name| **name != map.item);
        if map.owned.is_some() {
            names.push(&map.item);
        }
    }
    names
}

/// What `let`s name, made of the input: the `let`s of generated code, each after those it may read.
pub(super) fn lets(plan: &Plan<'_>) -> Option<TokenStream> {
    let LetsPlan { slot, ty } = plan.lets.as_ref()?;
    let field = plan.field(*slot);
    let mut known: Vec<&Ident> = plan.declaration.input.iter().map(|(name, _)| name).collect();
    let mut made = Vec::new();
    for one in &plan.body.lets {
        let Let { name, ty, value: written, .. } = one;
        let used = [quote! { #written }];
        let references = known.iter().filter(|known| is_used(known, &used));
        let references = references.map(|known| bind(known, &used, quote! { &#known }));
        let value = match written {
            Expr::Lit(_) => value(written),
            written => place::borrowed(written, &known),
        };
        made.push(quote! {
            let #name: #ty = {
                #(#references)*
                #value
            };
        });
        if !known.contains(&name) {
            known.push(name);
        }
    }
    let names = plan.body.lets.iter().map(|one| &one.name);
    Some(quote! {
        {
            #(#made)*
            self.#field.put(__rt::Shared::new(#ty { #(#names,)* }));
        }
    })
}

/// Gives a value the name by which `used` uses it.
fn bind(name: &Ident, used: &[TokenStream], value: TokenStream) -> TokenStream {
    let doubtful = (usage(name, used) == Usage::Possible).then(|| {
        quote! { #[allow(unused_variables, reason = "the name may be that of a field")] }
    });
    quote! { #doubtful let #name = #value; }
}

/// Whether a name is used; also where it only might be.
pub(crate) fn is_used(name: &Ident, tokens: &[TokenStream]) -> bool {
    usage(name, tokens) != Usage::None
}

/// Whether a name is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Usage {
    None,
    /// It may be the name of a field, or stand in the text of a `format!`.
    Possible,
    Certain,
}

fn usage(name: &Ident, tokens: &[TokenStream]) -> Usage {
    let name = plain(name);
    tokens.iter().map(|tokens| usage_in(tokens, &name)).max().unwrap_or(Usage::None)
}

/// With or without `r#`.
fn is_name(word: &Ident, name: &str) -> bool {
    word == name || word.to_string().strip_prefix("r#") == Some(name)
}

fn usage_in(tokens: &TokenStream, name: &str) -> Usage {
    // After one dot stands a field or a method, after two the end of a range.
    let (mut dots, mut found) = (0, Usage::None);
    let mut tokens = tokens.clone().into_iter().peekable();
    while let Some(token) = tokens.next() {
        let usage = match &token {
            TokenTree::Punct(punct) if punct.as_char() == '.' => {
                dots += 1;
                continue;
            }
            TokenTree::Ident(word) if dots != 1 && is_name(word, name) => match tokens.peek() {
                Some(TokenTree::Punct(punct)) if punct.as_char() == ':' => Usage::Possible,
                _ => Usage::Certain,
            },
            // `format!("{order}")`
            TokenTree::Literal(text) if text.to_string().contains(&format!("{{{name}")) => {
                Usage::Possible
            }
            TokenTree::Group(group) => usage_in(&group.stream(), name),
            _ => Usage::None,
        };
        dots = 0;
        found = found.max(usage);
    }
    found
}
