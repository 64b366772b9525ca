//! Rust for state machines of the Amazon States Language.
//!
//! [`expand`] is what `sfn!` does: [`declaration`] reads the macro's tokens, `definition` finds the
//! text of the definition, `asl-lang` reads it, and `emit` makes Rust of both. A machine in the typed
//! DSL is read and emitted by `dsl`.
//! [`format`](rust::format) shows it to people.
//!
//! [`lower`] makes the intermediate representation of it, from which machines are drawn.
//!
//! [`compile`](compile()) does the same in a build script.

mod build;
mod compile;
pub mod declaration;
mod definition;
pub(crate) mod dsl;
mod emit;
pub mod jsonata;
pub mod rust;
mod task_error;

use std::path::{Path, PathBuf};

pub use build::{Builder, Machine, compile, machine};
pub use dsl::{HostExpression, Lowered, lower, lower_file};
use proc_macro2::TokenStream;
use quote::quote;
pub use task_error::derive_task_error;

use declaration::{Declaration, Findings, Source};
use definition::Definition;

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
        .map(|declaration| expand_one(declaration, facade, caller, &mut findings))
        .collect();
    let errors = findings.into_error().map(|error| error.into_compile_error());
    quote! { #(#machines)* #errors }
}

/// The Rust of one machine of an `sfn!`.
fn expand_one(
    declaration: &Declaration,
    facade: &TokenStream,
    caller: &Caller,
    findings: &mut Findings,
) -> TokenStream {
    if let Source::Dsl { group } = &declaration.source {
        return dsl::expand(declaration, group, facade, findings);
    }
    let definition = match Definition::read(declaration, caller) {
        Ok(Some(definition)) => definition,
        Ok(None) => return compile::stub(declaration, facade),
        Err(error) => {
            findings.push(error);
            return compile::stub(declaration, facade);
        }
    };
    let compiled = compile::compile(declaration, &definition.text, facade);
    for unused in compiled.unused {
        findings.push(syn::Error::new(unused.span, unused.message));
    }
    definition.report(&compiled.diagnostics, findings);
    findings.extend(compiled.findings);
    let warnings = declaration.warns.then(|| definition.warn(&compiled.diagnostics));
    let (rust, tracked) = (compiled.rust, definition.file.as_deref().and_then(track));
    quote! { #rust #warnings #tracked }
}

/// Makes cargo build again when the file has changed.
fn track(file: &Path) -> Option<TokenStream> {
    let file = file.to_str()?;
    Some(quote! { const _: &[::core::primitive::u8] = ::core::include_bytes!(#file); })
}
