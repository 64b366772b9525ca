//! The types in signatures: reading them, and what they may not be.

use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::{GenericArgument, PathArguments, PathSegment, Type, TypeReference};

use super::findings::with_help;
use super::{Findings, OutputType, limits};

/// Reads a type.
pub(super) fn parse(input: ParseStream<'_>) -> syn::Result<Type> {
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
pub(super) fn parse_owned(
    input: ParseStream<'_>,
    what: &str,
    findings: &mut Findings,
) -> syn::Result<Type> {
    let ty = parse(input)?;
    Ok(into_owned(ty, what, findings))
}

/// Takes a parameter's type apart: what it is, and whether it is borrowed.
pub(super) fn into_input(ty: Type, findings: &mut Findings) -> (Type, bool) {
    match without_parentheses(ty) {
        Type::Reference(reference) => (referent(reference, findings), true),
        ty => {
            require_data(&ty, findings);
            (ty, false)
        }
    }
}

/// Takes a method's return type apart: what comes of a success and of a failure.
pub(super) fn into_output(ty: Type, findings: &mut Findings) -> OutputType {
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
pub(super) fn is_named(ty: &Type, name: &str) -> bool {
    let ty = match ty {
        Type::Reference(reference) => &*reference.elem,
        ty => ty,
    };
    last_segment(ty).is_some_and(|segment| segment.ident == name)
}

fn into_owned(ty: Type, what: &str, findings: &mut Findings) -> Type {
    match without_parentheses(ty) {
        Type::Reference(reference) => {
            findings.push(syn::Error::new(
                reference.span(),
                format_args!("{what} is owned: write the type without `&`"),
            ));
            without_parentheses(*reference.elem)
        }
        ty => {
            require_data(&ty, findings);
            ty
        }
    }
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
    if matches!(ty, Type::Slice(_)) {
        findings.push(syn::Error::new(span, "an input needs a sized type: write `&Vec<…>`"));
    } else if matches!(&ty, Type::Path(path) if path.path.is_ident("str")) {
        findings.push(syn::Error::new(span, "an input needs a sized type: write `&String`"));
    } else {
        require_data(&ty, findings);
    }
    ty
}

/// Reports types that no data has.
fn require_data(ty: &Type, findings: &mut Findings) {
    let what = match ty {
        Type::FnPtr(_) => "a function pointer",
        Type::ImplTrait(_) => "`impl`",
        Type::Infer(_) => "`_`",
        Type::Ptr(_) => "a pointer",
        Type::Reference(_) => "a reference",
        Type::Slice(_) => "a slice",
        Type::TraitObject(_) => "`dyn`",
        _ => return,
    };
    findings.push(with_help(
        ty.span(),
        format_args!("{what} is not a type of data"),
        "name a type that implements `Serialize` and `Deserialize`",
    ));
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
