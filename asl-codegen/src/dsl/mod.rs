//! The typed DSL: a machine written in Rust inside `sfn!`.
//!
//! [`parse`] reads its tokens into the tree of [`ast`], [`check`] says what is wrong with how states
//! hang together, [`plan`] settles names and where data lives, [`emit`] makes Rust of it, [`export`]
//! ASL. What a mistake leaves of a machine is emitted all the same, so that rustc checks the other states and
//! editors know their names.

pub(crate) mod ast;
mod check;
mod emit;
mod entry;
mod export;
mod fingerprint;
mod lower;
mod names;
mod parse;
mod plan;
#[cfg(test)]
mod tests;

use proc_macro2::{Group, TokenStream};
use quote::quote;

pub use export::HostExpression;
pub use lower::{Lowered, lower, lower_file};
pub(crate) use parse::machine_timeout;

use crate::declaration::{Declaration, Findings};
use plan::Plan;

/// The Rust of a machine in the DSL.
pub(crate) fn expand(
    declaration: &Declaration,
    group: &Group,
    facade: &TokenStream,
    findings: &mut Findings,
) -> TokenStream {
    let mut body = parse::parse(group, findings);
    check::check(declaration, &body, group, findings);
    // Tokens that were refused may be nested as deeply as they like.
    if findings.is_empty() {
        body.fingerprint = fingerprint::fingerprint(declaration, group);
    }
    let body = entry::with_entry(declaration, body);
    let plan = Plan::new(declaration, &body, facade);
    let rust = emit::emit(&plan);
    // A definition of a machine with mistakes would be wrong.
    let exported = findings.is_empty().then(|| export::export(&plan));
    let constants = emit::constants(&plan, exported);
    quote! { #rust #constants }
}

/// The words of the DSL that are not Rust's own.
mod keyword {
    syn::custom_keyword!(activity);
    syn::custom_keyword!(callback);
    syn::custom_keyword!(catch);
    syn::custom_keyword!(choice);
    syn::custom_keyword!(fail);
    syn::custom_keyword!(job);
    syn::custom_keyword!(machine);
    syn::custom_keyword!(map);
    syn::custom_keyword!(parallel);
    syn::custom_keyword!(pass);
    syn::custom_keyword!(retry);
    syn::custom_keyword!(start);
    syn::custom_keyword!(state);
    syn::custom_keyword!(succeed);
    syn::custom_keyword!(task);
    syn::custom_keyword!(tasks);
    syn::custom_keyword!(until);
    syn::custom_keyword!(wait);
}
