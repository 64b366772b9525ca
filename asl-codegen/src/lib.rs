//! Rust for state machines of the Amazon States Language.
//!
//! [`expand`] is what `sfn!` does: [`declaration`] reads the macro's tokens, `asl-lang` the
//! definition, and `emit` makes Rust of both. [`format`](rust::format) shows it to people.

mod compile;
pub mod declaration;
mod emit;
pub mod rust;

use std::path::{Path, PathBuf};

use proc_macro2::TokenStream;
use quote::quote;

use declaration::Findings;

/// Where an `sfn!` stands.
#[derive(Debug, Clone, Default)]
pub struct Caller {
    /// The folder of the crate's `Cargo.toml`.
    pub manifest_dir: PathBuf,
    /// The file, where it is known.
    pub file: Option<PathBuf>,
}

impl Caller {
    /// A caller in a crate, of which the file is not known.
    pub fn in_crate(manifest_dir: impl AsRef<Path>) -> Self {
        Self { manifest_dir: manifest_dir.as_ref().to_owned(), file: None }
    }
}

/// The Rust of an `sfn!`. `facade` is the path under which the caller has `sfn`: `::sfn`.
///
/// What is wrong becomes `compile_error!`s beside what could be emitted, so that rustc does not
/// complain of missing names as well.
pub fn expand(tokens: TokenStream, facade: &TokenStream, caller: &Caller) -> TokenStream {
    let mut findings = Findings::default();
    let (declarations, read) = declaration::parse(tokens);
    findings.extend(read);
    let machines: Vec<TokenStream> = declarations
        .iter()
        .map(|declaration| compile::compile(declaration, facade, caller, &mut findings))
        .collect();
    let errors = findings.into_error().map(|error| error.into_compile_error());
    quote! { #(#machines)* #errors }
}
