//! The attributes of a machine.

use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::{Attribute, Meta, Token};

use super::findings::with_help;
use super::{ExecutionType, Findings, limits};

/// What the attributes of a machine say.
#[derive(Default)]
pub(super) struct Attributes {
    pub(super) docs: Vec<Attribute>,
    pub(super) kept: Vec<Attribute>,
    pub(super) execution_type: ExecutionType,
    pub(super) warns: bool,
    /// `#[timeout(1h)]`, which a machine in the DSL may have.
    pub(super) timeout: Option<Attribute>,
}

/// Reads the attributes before a machine.
pub(super) fn parse(input: ParseStream<'_>, findings: &mut Findings) -> syn::Result<Attributes> {
    let mut attributes = Attributes::default();
    let mut execution_type = None;
    for attribute in parse_all(input)? {
        if attribute.path().is_ident("doc") {
            attributes.docs.push(attribute);
        } else if attribute.path().is_ident("allow") {
            attributes.kept.push(attribute);
        } else if attribute.path().is_ident("warnings") {
            if let Err(error) = require_no_arguments(&attribute) {
                findings.push(error);
            }
            if std::mem::replace(&mut attributes.warns, true) {
                findings.push(twice(&attribute));
            }
        } else if attribute.path().is_ident("timeout") && attributes.timeout.is_none() {
            attributes.timeout = Some(attribute);
        } else if let Some(written) = as_execution_type(&attribute) {
            if let Err(error) = require_no_arguments(&attribute) {
                findings.push(error);
            }
            match execution_type {
                None => execution_type = Some(written),
                Some(first) => findings.push(second_execution_type(&attribute, first, written)),
            }
        } else {
            findings.push(refused(&attribute));
        }
    }
    attributes.execution_type = execution_type.unwrap_or_default();
    Ok(attributes)
}

/// Reads the doc comments before a binding, which takes no other attributes.
pub(super) fn parse_docs(
    input: ParseStream<'_>,
    findings: &mut Findings,
) -> syn::Result<Vec<Attribute>> {
    let mut docs = parse_all(input)?;
    docs.retain(|attribute| {
        let is_doc = attribute.path().is_ident("doc");
        if !is_doc {
            findings.push(syn::Error::new(
                attribute.span(),
                "a binding has no attributes other than doc comments",
            ));
        }
        is_doc
    });
    Ok(docs)
}

fn parse_all(input: ParseStream<'_>) -> syn::Result<Vec<Attribute>> {
    if !limits::are_attributes_bounded(input) {
        return Err(syn::Error::new(input.span(), "this attribute is too long"));
    }
    let attributes = Attribute::parse_outer(input);
    if let (Err(_), true) = (&attributes, input.peek(Token![!])) {
        return Err(syn::Error::new(input.span(), "`#!` stands for what is around: write `#[…]`"));
    }
    attributes
}

fn as_execution_type(attribute: &Attribute) -> Option<ExecutionType> {
    if attribute.path().is_ident("standard") {
        Some(ExecutionType::Standard)
    } else if attribute.path().is_ident("express") {
        Some(ExecutionType::Express)
    } else {
        None
    }
}

fn require_no_arguments(attribute: &Attribute) -> syn::Result<()> {
    match &attribute.meta {
        Meta::Path(_) => Ok(()),
        _ => {
            let name = name(attribute);
            Err(syn::Error::new(
                attribute.span(),
                format_args!("`#[{name}]` stands alone: write `#[{name}]`"),
            ))
        }
    }
}

fn second_execution_type(
    attribute: &Attribute,
    first: ExecutionType,
    second: ExecutionType,
) -> syn::Error {
    if first == second {
        return twice(attribute);
    }
    let message = "a machine is `#[standard]` or `#[express]`, not both: leave one out";
    syn::Error::new(attribute.span(), message)
}

fn twice(attribute: &Attribute) -> syn::Error {
    let message = format!("`#[{}]` is here twice: leave one out", name(attribute));
    syn::Error::new(attribute.span(), message)
}

/// An attribute that would do nothing here, with what to do instead.
pub(super) fn refused(attribute: &Attribute) -> syn::Error {
    let name = name(attribute);
    let help = match name.as_str() {
        "timeout" => "set `TimeoutSeconds` in the definition",
        "cfg" | "cfg_attr" => "put it before `sfn!`, which then holds this machine alone",
        "derive" => "a machine has the traits it needs; leave it out",
        "warn" => {
            "put it on the module around `sfn!`, or write `#[warnings]` for those of the definition"
        }
        "deny" | "forbid" | "expect" => "put it on the module around `sfn!`",
        _ => "known are doc comments, `#[standard]`, `#[express]`, `#[warnings]` and `#[allow(…)]`",
    };
    let message = match name.as_str() {
        "timeout" => "`#[timeout]` is for machines in the DSL".to_owned(),
        "cfg" | "cfg_attr" | "derive" | "warn" | "deny" | "forbid" | "expect" => {
            format!("`#[{name}]` has no effect on a machine")
        }
        _ => format!("unknown attribute `#[{name}]`"),
    };
    with_help(attribute.span(), message, help)
}

fn name(attribute: &Attribute) -> String {
    let segments = attribute.path().segments.iter();
    segments.map(|segment| segment.ident.to_string()).collect::<Vec<_>>().join("::")
}
