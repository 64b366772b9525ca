//! `tasks { async fn charge(order: &Order) -> Result<Charge, ChargeError>; }`

use std::collections::HashSet;

use proc_macro2::{Group, Ident};
use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::{Attribute, LitStr, Token, Type, TypeReference, parenthesized, token};

use super::parameters::parameters;
use super::{recovery, transition};
use crate::declaration::{Findings, OutputType, types, with_help};
use crate::dsl::ast::{TaskFn, TaskParam};
use crate::dsl::names::plain;

const EXAMPLE: &str = "write `async fn charge(order: &Order) -> Result<Charge, ChargeError>;`";

/// Reads the inside of a `tasks` block.
pub(super) fn parse(content: ParseStream<'_>, tasks: &mut Vec<TaskFn>, findings: &mut Findings) {
    let mut names: HashSet<String> = tasks.iter().map(|task| plain(&task.method)).collect();
    while !content.is_empty() {
        let begin = content.cursor();
        match parse_one(content, findings) {
            Ok(task) if !names.insert(plain(&task.method)) => {
                findings.push(with_help(
                    task.method.span(),
                    format_args!("there is a task `{}` already", task.method),
                    "give each task a name of its own",
                ));
            }
            Ok(task) => tasks.push(task),
            Err(error) => {
                findings.push(error);
                recovery::skip_function(content, begin);
            }
        }
    }
}

fn parse_one(content: ParseStream<'_>, findings: &mut Findings) -> syn::Result<TaskFn> {
    let (docs, resource) = attributes(content, findings)?;
    if content.peek(Token![fn]) {
        findings.push(with_help(content.span(), "a task is asynchronous", "write `async fn`"));
    } else if !(content.peek(Token![async]) && content.peek2(Token![fn])) {
        return Err(with_help(content.span(), "expected `async fn`", EXAMPLE));
    }
    content.parse::<Option<Token![async]>>()?;
    content.parse::<Token![fn]>()?;
    let method = transition::name(content, "a task", EXAMPLE)?;
    if !content.peek(token::Paren) {
        let message = format_args!("expected `(` after `{method}`");
        return Err(with_help(method.span(), message, EXAMPLE));
    }
    let inside;
    parenthesized!(inside in content);
    let before = findings.len();
    let params = parameters(&inside, findings, parameter, |param| &param.name);
    let is_incomplete = findings.len() > before;
    let mut output = OutputType::Unit;
    if content.peek(Token![->]) {
        content.parse::<Token![->]>()?;
        output = types::into_output(types::parse(content)?, findings);
    }
    end(content, &method, findings)?;
    Ok(TaskFn { docs, resource, method, params, is_incomplete, output })
}

/// Reads the `;` after a signature. A body in its place is a finding.
fn end(content: ParseStream<'_>, method: &Ident, findings: &mut Findings) -> syn::Result<()> {
    if content.peek(Token![;]) {
        content.parse::<Token![;]>()?;
        return Ok(());
    }
    let span = if content.is_empty() { method.span() } else { content.span() };
    let error = with_help(span, "expected `;` after this signature", EXAMPLE);
    if !content.peek(token::Brace) {
        return Err(error);
    }
    findings.push(error);
    content.parse::<Group>()?;
    Ok(())
}

fn attributes(
    content: ParseStream<'_>,
    findings: &mut Findings,
) -> syn::Result<(Vec<Attribute>, Option<LitStr>)> {
    let (mut docs, mut resource) = (Vec::new(), None);
    for attribute in content.call(Attribute::parse_outer)? {
        if attribute.path().is_ident("doc") {
            docs.push(attribute);
        } else if attribute.path().is_ident("resource") {
            match attribute.parse_args::<LitStr>() {
                Ok(arn) if resource.is_none() => resource = Some(arn),
                _ => findings.push(with_help(
                    attribute.span(),
                    "`#[resource]` has the ARN of one resource",
                    "write `#[resource(\"arn:…\")]`",
                )),
            }
        } else {
            findings.push(with_help(
                attribute.span(),
                "a task has no such attribute",
                "known are doc comments and `#[resource(\"arn:…\")]`",
            ));
        }
    }
    Ok((docs, resource))
}

/// Whether it is `&str` or `&[T]`, which borrow from a `String` or a `Vec`.
fn borrows_part(reference: &TypeReference) -> bool {
    let is_plain = reference.mutability.is_none() && reference.lifetime.is_none();
    is_plain
        && match &*reference.elem {
            Type::Path(path) => path.path.is_ident("str"),
            elem => matches!(elem, Type::Slice(_)),
        }
}

fn parameter(content: ParseStream<'_>, findings: &mut Findings) -> syn::Result<TaskParam> {
    if content.peek(Token![self]) || (content.peek(Token![&]) && content.peek2(Token![self])) {
        let message = "each task gets `&self` anyway: leave it out here";
        return Err(syn::Error::new(content.span(), message));
    }
    let name = transition::name(content, "a parameter with its type", EXAMPLE)?;
    if !content.peek(Token![:]) || content.peek(Token![::]) {
        let help = format!("give it a name, as in `order: {name}`");
        return Err(with_help(name.span(), "expected a parameter with its type", help));
    }
    content.parse::<Token![:]>()?;
    let ty = types::parse(content)?;
    if types::is_named(&ty, "TaskContext") {
        let message = "each task gets `&TaskContext` anyway: leave it out here";
        findings.push(syn::Error::new(ty.span(), message));
    }
    let (ty, by_reference) = match ty {
        Type::Reference(reference) if borrows_part(&reference) => (*reference.elem, true),
        ty => types::into_input(ty, findings),
    };
    if !content.is_empty() {
        content.parse::<Token![,]>()?;
    }
    Ok(TaskParam { name, ty, by_reference })
}
