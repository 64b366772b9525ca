//! One machine: from its declaration by its definition to Rust.

use std::path::Path;

use asl_lang::diagnostic::{Code, Diagnostic, Severity, render};
use asl_lang::ir::{Machine, Outline};
use asl_lang::json::Substitutions;
use asl_lang::source::Source;
use asl_lang::{MachineType, Options};
use proc_macro2::{Span, TokenStream};
use quote::quote;

use crate::Caller;
use crate::declaration::{self, Declaration, ExecutionType, Findings, locate::locate};
use crate::emit::{self, Plan};

/// The Rust of a machine; stubs where its definition has errors.
pub(crate) fn compile(
    declaration: &Declaration,
    facade: &TokenStream,
    caller: &Caller,
    findings: &mut Findings,
) -> TokenStream {
    let stub = |outline| emit::stub(declaration, facade, outline);
    let unknown = Outline::default();
    let declaration::Source::File { path } = &declaration.source else { return stub(&unknown) };
    let file = match locate(&path.value(), &caller.manifest_dir, caller.file.as_deref()) {
        Ok(file) => file,
        Err(error) => {
            findings.push(syn::Error::new(path.span(), error));
            return stub(&unknown);
        }
    };
    let tracked = track(&file);
    let machine = match definition(declaration, &path.value(), &file, path.span(), findings) {
        Ok(machine) => machine,
        Err(outline) => {
            let stub = stub(&outline);
            return quote! { #stub #tracked };
        }
    };
    let (plan, errors) = Plan::new(declaration, &machine, facade);
    for error in errors {
        findings.push(syn::Error::new(error.span, error.message));
    }
    let emitted = emit::emit(&plan);
    quote! { #emitted #tracked }
}

/// Compiles the definition. Its errors are findings at the path, drawn with their own place.
///
/// # Errors
/// What is known of a definition with errors.
fn definition(
    declaration: &Declaration,
    name: &str,
    file: &Path,
    span: Span,
    findings: &mut Findings,
) -> Result<Machine, Outline> {
    let read = std::fs::read(file).map_err(|error| format!("cannot read `{name}`: {error}"));
    let bytes = match read {
        Ok(bytes) => bytes,
        Err(message) => {
            findings.push(syn::Error::new(span, message));
            return Err(Outline::default());
        }
    };
    let source = match Source::from_bytes(name, &bytes) {
        Ok(source) => source,
        Err(error) => {
            let text = render(&error.0, &error.1, false);
            findings.push(syn::Error::new(span, below(&[text])));
            return Err(Outline::default());
        }
    };
    let mut substitutions = Substitutions::new();
    for substitution in &declaration.substitutions {
        substitutions.insert(&substitution.name, &substitution.value);
    }
    let machine_type = match declaration.execution_type {
        ExecutionType::Standard => MachineType::Standard,
        ExecutionType::Express => MachineType::Express,
    };
    let options = Options { substitutions, machine_type, ..Options::default() };
    let compilation = asl_lang::compile(&source, &options);
    report_unused_substitutions(declaration, &compilation.diagnostics, findings);
    let errors = compilation.diagnostics.iter().filter(|d| d.severity == Severity::Error);
    let errors: Vec<String> = errors.map(|diagnostic| render(diagnostic, &source, false)).collect();
    if !errors.is_empty() {
        findings.push(syn::Error::new(span, below(&errors)));
    }
    compilation.machine.ok_or(compilation.outline)
}

/// Values that no placeholder took: elsewhere a warning, here most likely a slip of the pen.
fn report_unused_substitutions(
    declaration: &Declaration,
    diagnostics: &[Diagnostic],
    findings: &mut Findings,
) {
    let unused = |d: &&Diagnostic| d.code == Code::UnusedSubstitution;
    for diagnostic in diagnostics.iter().filter(unused) {
        let named = declaration
            .substitutions
            .iter()
            .find(|substitution| diagnostic.message.contains(&format!("`{}`", substitution.name)));
        let Some(substitution) = named else { continue };
        let help = diagnostic.help.as_ref().map(|help| format!("\nhelp: {help}"));
        let message = format!("{}{}", diagnostic.message, help.unwrap_or_default());
        findings.push(syn::Error::new(substitution.span, message));
    }
}

/// The text of diagnostics, below the line that rustc puts its own `error:` before.
fn below(errors: &[String]) -> String {
    let count = match errors.len() {
        1 => "an error".to_owned(),
        count => format!("{count} errors"),
    };
    let errors: Vec<&str> = errors.iter().map(|error| error.trim_end()).collect();
    format!("the definition has {count}\n\n{}", errors.join("\n\n"))
}

/// Makes cargo build again when the file has changed.
fn track(file: &Path) -> Option<TokenStream> {
    let file = file.to_str()?;
    Some(quote! { const _: &[::core::primitive::u8] = ::core::include_bytes!(#file); })
}
