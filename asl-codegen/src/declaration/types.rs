//! The types in signatures: reading them, and what they may not be.

use proc_macro2::Span;
use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::{GenericArgument, PathArguments, PathSegment, Type, TypeReference, parse_quote_spanned};

use super::findings::with_help;
use super::{Findings, OutputType, limits};

/// Reads a type.
pub(crate) fn parse(input: ParseStream<'_>) -> syn::Result<Type> {
    if !limits::is_type_bounded(input) {
        return Err(with_help(input.span(), "this type is too long", "name it: `type Name = …;`"));
    }
    // On a fork, since a group left in its middle would be reported as leftover tokens.
    let fork = input.fork();
    let start = fork.span();
    match fork.parse::<Type>() {
        Ok(ty) => {
            syn::parse::discouraged::Speculative::advance_to(input, &fork);
            Ok(ty)
        }
        Err(_) if fork.cursor() == input.cursor() => Err(syn::Error::new(start, "expected a type")),
        Err(error) => Err(error),
    }
}

/// Reads the type of something that is owned. A reference is a finding; the type behind it is
/// what is returned then.
pub(crate) fn parse_owned(
    input: ParseStream<'_>,
    what: &str,
    findings: &mut Findings,
) -> syn::Result<Type> {
    let ty = parse(input)?;
    Ok(into_owned(ty, what, findings))
}

/// Takes a parameter's type apart: what it is, and whether it is borrowed.
pub(crate) fn into_input(ty: Type, findings: &mut Findings) -> (Type, bool) {
    match without_parentheses(ty) {
        Type::Reference(reference) => (referent(reference, findings), true),
        ty => (into_data(ty, findings), false),
    }
}

/// Takes a method's return type apart: what comes of a success and of a failure.
pub(crate) fn into_output(ty: Type, findings: &mut Findings) -> OutputType {
    let ty = without_parentheses(ty);
    if is_unit(&ty) {
        return OutputType::Unit;
    }
    let Some(result) = last_segment(&ty).filter(|segment| segment.ident == "Result") else {
        let ty = into_owned(ty, "a task's output", findings);
        return OutputType::Plain(Box::new(ty));
    };
    if let Some((ok, err)) = two_types(result) {
        let ok = into_owned(ok.clone(), "a task's output", findings);
        return OutputType::Result { ok: Box::new(ok), err: Box::new(err.clone()) };
    }
    findings.push(with_help(
        ty.span(),
        "the type of the error is not said",
        "write `Result<Output, Error>` with both types",
    ));
    OutputType::Plain(Box::new(ty))
}

/// Whether the type's last name is `name`, behind a reference too.
pub(crate) fn is_named(ty: &Type, name: &str) -> bool {
    let ty = match ty {
        Type::Reference(reference) => &*reference.elem,
        ty => ty,
    };
    last_segment(ty).is_some_and(|segment| segment.ident == name)
}

fn into_owned(ty: Type, what: &str, findings: &mut Findings) -> Type {
    let ty = match without_parentheses(ty) {
        Type::Reference(reference) => {
            let span = reference.span();
            let referent = referent_of(reference);
            let help = match sized(&referent) {
                Some((name, _)) => format!("write `{name}`"),
                None => "write the type without `&`".to_owned(),
            };
            findings.push(with_help(span, format_args!("{what} is owned, not borrowed"), help));
            sized(&referent).map_or(referent, |(_, sized)| sized)
        }
        ty => ty,
    };
    let ty = into_data(ty, findings);
    let Some(span) = borrowed(&ty) else { return ty };
    findings.push(with_help(
        span,
        format_args!("{what} is owned: it can borrow nothing"),
        "write a type that owns all it holds, as `String` does where `&str` does not",
    ));
    unit(span)
}

/// The type behind `&`.
fn referent(reference: TypeReference, findings: &mut Findings) -> Type {
    if let Some(mutable) = reference.mutability {
        findings.push(syn::Error::new(
            mutable.span,
            "an input cannot be changed through a reference: write `&` without `mut`, or no `&`",
        ));
    }
    if let Some(lifetime) = &reference.lifetime {
        findings.push(syn::Error::new(
            lifetime.span(),
            "an input lives as long as the call: leave the lifetime out",
        ));
    }
    let span = reference.span();
    let ty = without_parentheses(*reference.elem);
    if let Some((name, sized)) = sized(&ty) {
        let help = format_args!("write `&{name}`");
        findings.push(with_help(span, "an input needs a type with a size", help));
        return sized;
    }
    into_data(ty, findings)
}

/// The type behind `&`, and behind all that follow.
fn referent_of(reference: TypeReference) -> Type {
    match without_parentheses(*reference.elem) {
        Type::Reference(reference) => referent_of(reference),
        ty => ty,
    }
}

/// The type that owns what a text or a slice borrows, and what to call it.
fn sized(ty: &Type) -> Option<(&'static str, Type)> {
    match ty {
        Type::Path(path) if path.path.is_ident("str") => {
            Some(("String", parse_quote_spanned! { ty.span()=> ::std::string::String }))
        }
        Type::Slice(slice) => {
            let element = &slice.elem;
            Some(("Vec<…>", parse_quote_spanned! { ty.span()=> ::std::vec::Vec<#element> }))
        }
        _ => None,
    }
}

/// Reports types that no data has, and puts another in their place.
fn into_data(ty: Type, findings: &mut Findings) -> Type {
    if let Some((name, sized)) = sized(&ty) {
        let help = format_args!("write `{name}`");
        findings.push(with_help(ty.span(), "data needs a type with a size", help));
        return sized;
    }
    let what = match &ty {
        Type::FnPtr(_) => "a function pointer",
        Type::ImplTrait(_) => "`impl`",
        Type::Infer(_) => "`_`",
        Type::Ptr(_) => "a pointer",
        Type::Reference(_) => "a reference",
        Type::TraitObject(_) => "`dyn`",
        _ => return ty,
    };
    findings.push(with_help(
        ty.span(),
        format_args!("{what} is not a type of data"),
        "name a type that implements `Serialize` and `Deserialize`",
    ));
    unit(ty.span())
}

/// Where a type borrows: a reference or a lifetime in it.
fn borrowed(ty: &Type) -> Option<Span> {
    match ty {
        Type::Array(array) => borrowed(&array.elem),
        Type::Group(group) => borrowed(&group.elem),
        Type::Paren(paren) => borrowed(&paren.elem),
        Type::Path(path) => path.path.segments.iter().find_map(borrowed_by_argument),
        Type::Reference(reference) => Some(reference.span()),
        Type::Tuple(tuple) => tuple.elems.iter().find_map(borrowed),
        _ => None,
    }
}

fn borrowed_by_argument(segment: &PathSegment) -> Option<Span> {
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Lifetime(lifetime) if lifetime.ident != "static" => Some(lifetime.span()),
        GenericArgument::Type(ty) => borrowed(ty),
        _ => None,
    })
}

/// Stands for a type of which there is nothing to keep.
fn unit(span: Span) -> Type {
    parse_quote_spanned! { span=> () }
}

/// The type without parentheses and the invisible groups that macros leave around theirs.
fn without_parentheses(mut ty: Type) -> Type {
    loop {
        ty = match ty {
            Type::Paren(paren) => *paren.elem,
            Type::Group(group) => *group.elem,
            ty => return ty,
        }
    }
}

fn is_unit(ty: &Type) -> bool {
    matches!(ty, Type::Tuple(tuple) if tuple.elems.is_empty())
}

fn last_segment(ty: &Type) -> Option<&PathSegment> {
    match ty {
        Type::Path(path) if path.qself.is_none() => path.path.segments.last(),
        _ => None,
    }
}

fn two_types(segment: &PathSegment) -> Option<(&Type, &Type)> {
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
        return None;
    };
    let mut arguments = arguments.args.iter();
    match (arguments.next(), arguments.next(), arguments.next()) {
        (Some(GenericArgument::Type(ok)), Some(GenericArgument::Type(err)), None) => {
            Some((ok, err))
        }
        _ => None,
    }
}
