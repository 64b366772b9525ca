//! What a build script says of one machine.

use std::fmt::Display;
use std::path::Path;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::Visibility;

use super::Builder;
use super::report::Report;
use crate::declaration::names::Names;
use crate::declaration::{self, Declaration, Substitution};

/// A machine whose definition is in a file, for [`Builder::machine`].
///
/// The path is relative to the folder of `Cargo.toml`. The machine is called after the file, up to
/// the first dot, as types are: `order_flow.asl.json` becomes `OrderFlow`.
pub fn machine(path: impl Into<String>) -> Machine {
    Machine {
        path: path.into(),
        name: None,
        visibility: None,
        is_express: false,
        input: None,
        output: None,
        tasks: String::new(),
        substitutions: Vec::new(),
    }
}

/// A machine of a build script: see [`machine`](machine()).
#[derive(Debug, Clone)]
#[must_use = "a machine is given to `Builder::machine`"]
pub struct Machine {
    pub(super) path: String,
    name: Option<String>,
    visibility: Option<String>,
    is_express: bool,
    input: Option<String>,
    output: Option<String>,
    tasks: String,
    substitutions: Vec<(String, String)>,
}

impl Machine {
    /// Gives it another name than its file's: `"OrderFlow"`.
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Who may see it, where that is not what [`Builder::visibility`] says.
    pub fn visibility(mut self, visibility: impl Into<String>) -> Self {
        self.visibility = Some(visibility.into());
        self
    }

    /// Makes it an Express machine. Others are Standard ones.
    ///
    /// See [Choosing workflow type](https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html).
    pub fn express(mut self) -> Self {
        self.is_express = true;
        self
    }

    /// The type of its input, as it is written where the machines are included. Without one, it is
    /// any JSON.
    pub fn input(mut self, ty: impl Into<String>) -> Self {
        self.input = Some(ty.into());
        self
    }

    /// The type of its output, likewise.
    pub fn output(mut self, ty: impl Into<String>) -> Self {
        self.output = Some(ty.into());
        self
    }

    /// Binds tasks to methods with names and types of their own, in the grammar of `tasks { … }` in
    /// `sfn!`.
    ///
    /// ```
    /// asl_codegen::machine("workflows/checkout.asl.json").tasks(r#"
    ///     /// Takes the money.
    ///     lambda "charge" => async fn charge(Order) -> Result<Payment, GatewayBusy>;
    ///     state "Notify Customer" => async fn notify(&sfn::Value);
    /// "#);
    /// ```
    pub fn tasks(mut self, bindings: &str) -> Self {
        self.tasks.push_str(bindings);
        self.tasks.push('\n');
        self
    }

    /// Gives a `${Placeholder}` of its definition a value.
    pub fn substitute(mut self, name: impl Into<String>, value: impl Display) -> Self {
        self.substitutions.push((name.into(), value.to_string()));
        self
    }

    /// Whether a substitution is its own.
    pub(super) fn substitutes(&self, name: &str) -> bool {
        self.substitutions.iter().any(|(own, _)| own == name)
    }

    /// What `sfn!` would have been told; none where not even its name is known.
    pub(super) fn declaration(
        &self,
        builder: &Builder,
        report: &mut Report,
    ) -> Option<Declaration> {
        let name = self.ident(report)?;
        let visibility = self.parse_visibility(builder, report);
        let input = self.tokens("input", self.input.as_deref(), report);
        let input = input.map(|ty| quote! { (input: #ty) });
        let output = self.tokens("output", self.output.as_deref(), report);
        let output = output.map(|ty| quote! { -> #ty });
        let express = self.is_express.then(|| quote! { #[express] });
        let tasks = self.tokens("tasks", Some(&self.tasks), report);
        // The path is this machine's own affair: what is said here only has to be one.
        let (declarations, findings) = declaration::parse(quote! {
            #express #visibility machine #name #input #output from "file" { tasks { #tasks } }
        });
        report.findings(&self.path, findings);
        let mut declaration = declarations.into_iter().next()?;
        let shared = builder.substitutions.iter().filter(|(name, _)| !self.substitutes(name));
        for (name, value) in self.substitutions.iter().chain(shared) {
            let (name, value) = (name.clone(), value.clone());
            declaration.substitutions.push(Substitution { name, value, span: Span::call_site() });
        }
        Some(declaration)
    }

    fn ident(&self, report: &mut Report) -> Option<Ident> {
        let name = self.name.clone().unwrap_or_else(|| name_of(&self.path));
        let ident = syn::parse_str(&name);
        if ident.is_err() {
            let message = format!(
                "`{name}` cannot be the name of a type\nhelp: write a name as in `.named(\"OrderFlow\")`"
            );
            report.error_in(&self.path, &message);
        }
        ident.ok()
    }

    fn parse_visibility(&self, builder: &Builder, report: &mut Report) -> Visibility {
        let text = self.visibility.as_ref().unwrap_or(&builder.visibility);
        syn::parse_str(text).unwrap_or_else(|_| {
            let message = format!(
                "`{text}` does not say who may see a machine\nhelp: write `.visibility(\"pub\")` or `.visibility(\"pub(crate)\")`"
            );
            report.error_in(&self.path, &message);
            Visibility::Inherited
        })
    }

    /// The tokens that an option was given.
    fn tokens(&self, option: &str, text: Option<&str>, report: &mut Report) -> Option<TokenStream> {
        let tokens = text?.parse();
        if tokens.is_err() {
            let message = format!(
                "what stands in `.{option}(…)` is not Rust\nhelp: see whether all its brackets and quotes are closed"
            );
            report.error_in(&self.path, &message);
        }
        tokens.ok()
    }
}

/// The name for the machine in a file.
fn name_of(path: &str) -> String {
    let file = Path::new(path).file_name().unwrap_or_default().to_string_lossy();
    let stem = file.split('.').next().unwrap_or_default();
    Names::machines().claim([stem])
}
