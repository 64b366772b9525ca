//! Expressions of JSONata as Rust.
//!
//! Each becomes a function of what it reads. A node becomes an expression of the type that is
//! cheapest to make ([`emitted`]), so that arithmetic computes on floats, conditions on Booleans, and
//! fields are looked at where they are; what takes it converts it.
//!
//! - [`node`] has the nodes that are no subject of their own, [`operator`] operators, [`construct`]
//!   constants, arrays and objects, [`block`] blocks and bindings.
//! - [`path`] has paths, [`tuple`] those that bind variables.
//! - [`call`] has calls, [`function`] functions as values.
//! - [`scope`] says what names mean in Rust, [`walk`] answers questions about nodes.

mod block;
mod call;
mod construct;
mod emitted;
mod function;
mod node;
mod operator;
mod path;
mod scope;
mod site;
mod standalone;
#[cfg(test)]
mod tests;
mod tidy;
mod tuple;
mod walk;

pub(super) use site::Site;
pub(crate) use standalone::standalone;
pub(super) use walk::added_to_input;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use asl_lang::ir::Register;
use asl_lang::ir::query::{Expected, Node, Query, Source};
use emitted::Kind;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::constants::Constants;
use super::ident;
use crate::declaration::names::Names;
use scope::{DEEPEST, Scope};

/// Writes an expression.
struct Writer<'a> {
    statics: &'a Constants,
    names: RefCell<Names>,
    /// The locals that are called after variables.
    locals: RefCell<Vec<Ident>>,
    /// The local that views the input of an expression that stands alone.
    root: Option<Ident>,
    /// Whether a variable may be bound again and not read after that.
    may_be_unread: Cell<bool>,
}

/// An expression as Rust.
pub(super) struct Body {
    /// Statements, and at their end a `Result`.
    pub(super) tokens: TokenStream,
    /// What the `Result` is of.
    pub(super) gives: Gives,
    /// The locals that it reads its surroundings from, all of type `View<'_>`.
    pub(super) sources: Rc<Vec<(Source, Ident)>>,
    /// The attribute of the function, if it needs one.
    pub(super) attribute: TokenStream,
}

/// What the Rust of an expression gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gives {
    /// `Item`
    Item,
    /// `Option<bool>`
    Condition,
    /// `[(Key<'static>, Item); N]`: so many members that a state adds to its input.
    Members(usize),
}

/// The Rust of an expression. `root` is the local that views its input, if it stands alone; `adds`
/// is the object whose members it adds to the input of a state, if it gives only these.
pub(super) fn body(
    statics: &Constants,
    query: &Query,
    name_of: &dyn Fn(Source) -> String,
    root: Option<&Ident>,
    adds: Option<&Node>,
) -> Body {
    let writer = Writer {
        statics,
        names: RefCell::new(reserved()),
        locals: RefCell::default(),
        root: root.cloned(),
        may_be_unread: Cell::new(false),
    };
    let sources = query.sources.iter().map(|source| (*source, writer.local(&name_of(*source))));
    let sources: Rc<Vec<(Source, Ident)>> = Rc::new(sources.collect());
    let bound = walk::bound(&query.body);
    let mut scope = Scope::new(&query.slots, bound, root.cloned(), Rc::clone(&sources));
    let opened = writer.undeclared(&mut scope, &query.slots, &[&query.body], &[]);
    let (gives, value) = match adds.and_then(|object| writer.added(&scope, object)) {
        Some(members) => (Gives::Members(members.len()), quote! { [#(#members),*] }),
        None => {
            let value = writer.unsettled(&scope, &query.body);
            match (query.expected, value.kind) {
                (Expected::Boolean, Kind::MaybeTruth) => (Gives::Condition, value.tokens),
                (Expected::Boolean, Kind::Truth) => {
                    let truth = value.tokens;
                    (Gives::Condition, quote! { __rt::Some(#truth) })
                }
                _ => (Gives::Item, value.result()),
            }
        }
    };
    let tokens = tidy::tidy(quote! { #opened __rt::Ok(#value) });
    // The input that members are added to is a parameter without a name.
    let is_read = |source: &Source| {
        !matches!((gives, source), (Gives::Members(_), Source::Register(Register::Input)))
    };
    let read: Vec<_> = sources.iter().filter(|(source, _)| is_read(source)).cloned().collect();
    let attribute = match writer.may_be_unread.get() || writer.has_unread(&tokens, &read) {
        true => quote! { #[allow(unused_assignments, unused_variables)] },
        false => TokenStream::new(),
    };
    Body { tokens, gives, sources, attribute }
}

/// What clippy is told about code that expressions have become.
pub(super) fn lints() -> TokenStream {
    quote! {
        #[allow(
            clippy::complexity,
            clippy::correctness,
            clippy::style,
            reason = "what looks odd is what an expression says"
        )]
    }
}

/// The expression in a line, for a comment.
fn line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    format!(" `{line}`")
}

/// The names of locals that variables of expressions cannot have.
fn reserved() -> Names {
    let mut names = Names::locals();
    let used = [
        "cx",
        "item",
        "text",
        "object",
        "whole",
        "arguments",
        "transform",
        "value",
        "pair",
        "row",
        "a",
        "b",
        "order",
        "sorted",
        "root",
        "bindings",
        "result",
        "index",
        "array",
    ];
    used.into_iter().for_each(|name| names.reserve(name));
    (2..=DEEPEST).for_each(|depth| names.reserve(&format_ident!("item_{depth}").to_string()));
    names
}

impl Writer<'_> {
    /// A local that is called after a variable.
    fn local(&self, name: &str) -> Ident {
        let name = if name.starts_with('%') { "parent" } else { name };
        let local = ident(&self.names.borrow_mut().claim([name]));
        self.locals.borrow_mut().push(local.clone());
        local
    }

    /// Whether a local stands only where it is declared; sources are declared before the tokens.
    fn has_unread(&self, tokens: &TokenStream, sources: &[(Source, Ident)]) -> bool {
        let mut times = HashMap::new();
        walk::count(tokens, &mut times);
        self.locals.borrow().iter().any(|local| {
            let before = sources.iter().any(|(_, source)| source == local);
            times.get(local).copied().unwrap_or(0) + usize::from(before) == 1
        })
    }
}
