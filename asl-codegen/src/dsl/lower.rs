//! Machines in the typed DSL in the intermediate representation, which both front ends share.
//!
//! The way there is the definition that a machine exports, so that there is one translation and what
//! is drawn is what is exported. A host expression is a node there that says its Rust
//! ([`Query::host_expression`](asl_lang::ir::query::Query::host_expression)).

use std::str::FromStr;

use asl_lang::ir;
use asl_lang::source::Source;
use asl_lang::{MachineType, Options};
use proc_macro2::{Group, TokenStream, TokenTree};

use super::export::{self, Exported, HostExpression};
use super::plan::Plan;
use super::{check, entry, parse};
use crate::declaration::{self, Declaration, ExecutionType, Findings};

/// A machine in the typed DSL.
#[derive(Debug, Clone, PartialEq)]
pub struct Lowered {
    /// Its name.
    pub name: String,
    /// The definition in ASL that it exports.
    pub definition: String,
    /// What it does. Its places are those of the definition.
    pub machine: ir::Machine,
    /// The same with every expression as one of Rust: for pictures, in which people know it by how it
    /// is written.
    pub in_rust: ir::Machine,
    /// The expressions that are Rust alone. Without any, the machine is portable.
    pub host_expressions: Vec<HostExpression>,
}

/// Lowers the machines in the typed DSL among those of an `sfn!`, given what is in its braces.
///
/// # Errors
/// What is wrong with them.
pub fn lower(tokens: TokenStream) -> syn::Result<Vec<Lowered>> {
    let (declarations, mut findings) = declaration::parse(tokens);
    let machines: Vec<Lowered> = declarations
        .iter()
        .filter_map(|declaration| match &declaration.source {
            declaration::Source::Dsl { group } => lower_one(declaration, group, &mut findings),
            _ => None,
        })
        .collect();
    match findings.into_error() {
        Some(error) => Err(error),
        None => Ok(machines),
    }
}

/// Lowers the machines in the typed DSL that a file of Rust has, in whatever modules.
///
/// # Errors
/// The file is no Rust, or something is wrong with the machines.
pub fn lower_file(text: &str) -> syn::Result<Vec<Lowered>> {
    let (mut machines, mut findings) = (Vec::new(), Findings::default());
    for group in invocations(TokenStream::from_str(text)?) {
        match lower(group.stream()) {
            Ok(found) => machines.extend(found),
            Err(error) => findings.push(error),
        }
    }
    match findings.into_error() {
        Some(error) => Err(error),
        None => Ok(machines),
    }
}

/// What stands between the braces of each `sfn!`.
fn invocations(tokens: TokenStream) -> Vec<Group> {
    let mut found = Vec::new();
    let mut open = vec![tokens.into_iter()];
    // How much of `sfn` and `!` stands before.
    let mut seen = 0;
    while let Some(innermost) = open.last_mut() {
        seen = match (innermost.next(), seen) {
            (Some(TokenTree::Ident(name)), _) if name == "sfn" => 1,
            (Some(TokenTree::Punct(sign)), 1) if sign.as_char() == '!' => 2,
            (Some(TokenTree::Group(group)), 2) => {
                found.push(group);
                0
            }
            (Some(TokenTree::Group(group)), _) => {
                open.push(group.stream().into_iter());
                0
            }
            (Some(_), _) => 0,
            (None, _) => {
                open.pop();
                0
            }
        };
    }
    found
}

fn lower_one(declaration: &Declaration, group: &Group, findings: &mut Findings) -> Option<Lowered> {
    let before = findings.len();
    let body = parse::parse(group, findings);
    check::check(declaration, &body, group, findings);
    if findings.len() > before {
        return None;
    }
    let (body, facade) = (entry::with_entry(declaration, body), TokenStream::new());
    let plan = Plan::new(declaration, &body, &facade);
    let Exported { definition, host_expressions, .. } = export::export(&plan);
    let name = declaration.name.to_string();
    let mut compile = |definition: &str| {
        compile(declaration, definition).map_err(|error| findings.push(error)).ok()
    };
    let machine = compile(&definition)?;
    let in_rust = compile(&export::export_in_rust(&plan))?;
    Some(Lowered { name, definition, machine, in_rust, host_expressions })
}

fn compile(declaration: &Declaration, definition: &str) -> syn::Result<ir::Machine> {
    let machine_type = match declaration.execution_type {
        ExecutionType::Standard => MachineType::Standard,
        ExecutionType::Express => MachineType::Express,
    };
    let source = Source::new(declaration.name.to_string(), definition);
    let options = Options { machine_type, ..Options::default() };
    let compilation = asl_lang::compile(&source, &options);
    compilation.machine.ok_or_else(|| {
        let errors = compilation.diagnostics.iter().filter(|found| found.is_error());
        let errors: Vec<&str> = errors.map(|error| error.message.as_str()).collect();
        let message = format!("its definition is refused: {}", errors.join("; "));
        syn::Error::new(declaration.name.span(), message)
    })
}
