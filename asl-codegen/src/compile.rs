//! One machine: from its declaration and the text of its definition to Rust.

use asl_lang::diagnostic::{Code, Diagnostic};
use asl_lang::ir::Outline;
use asl_lang::json::Substitutions;
use asl_lang::{MachineType, Options};
use proc_macro2::{Span, TokenStream};

use crate::declaration::{Declaration, ExecutionType, Findings, Substitution};
use crate::definition::Text;
use crate::emit::{self, Plan};

/// What came of a machine.
pub(crate) struct Compiled {
    /// Its Rust; stubs where its definition has errors.
    pub(crate) rust: TokenStream,
    /// What was found in the definition.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// Values that no placeholder took: elsewhere a warning, here most likely a slip of the pen.
    pub(crate) unused: Vec<Unused>,
    /// Bindings that fit no task of the definition.
    pub(crate) findings: Findings,
}

/// A value that no placeholder of the definition took.
pub(crate) struct Unused {
    /// The placeholder's name.
    pub(crate) name: String,
    /// Where it stands.
    pub(crate) span: Span,
    /// What to say of it.
    pub(crate) message: String,
}

/// The Rust of a machine.
pub(crate) fn compile(declaration: &Declaration, text: &Text, facade: &TokenStream) -> Compiled {
    if let Some(refused) = &text.refused {
        return Compiled {
            rust: stub(declaration, facade),
            diagnostics: vec![refused.clone()],
            unused: Vec::new(),
            findings: Findings::default(),
        };
    }
    let compilation = asl_lang::compile(&text.source, &options(declaration));
    let mut findings = Findings::default();
    let rust = match &compilation.machine {
        Some(machine) => {
            let (plan, errors) = Plan::new(declaration, machine, facade);
            for error in errors {
                findings.push(syn::Error::new(error.span, error.message));
            }
            emit::emit(&plan)
        }
        None => emit::stub(declaration, facade, &compilation.outline),
    };
    let unused = unused(declaration, &compilation.diagnostics);
    Compiled { rust, diagnostics: compilation.diagnostics, unused, findings }
}

/// The items of a machine of whose definition nothing is known.
pub(crate) fn stub(declaration: &Declaration, facade: &TokenStream) -> TokenStream {
    emit::stub(declaration, facade, &Outline::default())
}

fn options(declaration: &Declaration) -> Options {
    let mut substitutions = Substitutions::new();
    for substitution in &declaration.substitutions {
        substitutions.insert(&substitution.name, &substitution.value);
    }
    let machine_type = match declaration.execution_type {
        ExecutionType::Standard => MachineType::Standard,
        ExecutionType::Express => MachineType::Express,
    };
    Options { substitutions, machine_type, ..Options::default() }
}

fn unused(declaration: &Declaration, diagnostics: &[Diagnostic]) -> Vec<Unused> {
    let unused = diagnostics.iter().filter(|d| d.code == Code::UnusedSubstitution);
    let unused = unused.filter_map(|diagnostic| {
        let is_named = |substitution: &&Substitution| {
            diagnostic.message.contains(&format!("`{}`", substitution.name))
        };
        let Substitution { name, span, .. } = declaration.substitutions.iter().find(is_named)?;
        let help = diagnostic.help.as_ref().map(|help| format!("\nhelp: {help}"));
        let message = format!("{}{}", diagnostic.message, help.unwrap_or_default());
        Some(Unused { name: name.clone(), span: *span, message })
    });
    unused.collect()
}
