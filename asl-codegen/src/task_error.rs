//! `#[derive(TaskError)]`: the name and the cause that a Rust error has in ASL.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, LitStr, Path, Token};

use crate::declaration::{Findings, with_help};

const HELP: &str = "write `#[task_error(\"CardDeclined\")]` for another name than the variant's, or \
                    `#[task_error(crate = path)]` on the type where `sfn` has another name";

/// The implementations for a type of errors.
pub fn derive_task_error(input: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut findings = Findings::default();
    let implementation = implement(&input, &mut findings);
    let errors = findings.into_error().map(|error| error.into_compile_error());
    quote! { #implementation #errors }
}

/// What an attribute says.
#[derive(Default)]
struct Says {
    name: Option<LitStr>,
    facade: Option<Path>,
}

fn implement(input: &DeriveInput, findings: &mut Findings) -> TokenStream {
    let says = read(&input.attrs, findings);
    let facade = says.facade.map_or_else(|| quote! { ::sfn }, |path| quote! { #path });
    let (ty, rt) = (&input.ident, quote! { #facade::__private });
    let mut names: Vec<String> = Vec::new();
    let name = match &input.data {
        Data::Enum(data) => {
            let arms = data.variants.iter().map(|variant| {
                let ident = &variant.ident;
                let name = name(ident, read(&variant.attrs, findings).name, findings);
                names.push(name.clone());
                quote! { #ty::#ident { .. } => #name, }
            });
            let arms: Vec<_> = arms.collect();
            quote! { match error { #(#arms)* } }
        }
        Data::Struct(_) => {
            let name = name(ty, says.name, findings);
            names.push(name.clone());
            quote! { #name }
        }
        Data::Union(_) => {
            let message = "a union is no error: write an enum";
            findings.push(syn::Error::new(ty.span(), message));
            return TokenStream::new();
        }
    };
    names.sort_unstable();
    names.dedup();
    let (generics, arguments, conditions) = input.generics.split_for_impl();
    let converted = match names.is_empty() {
        true => quote! { match error {} },
        false => quote! {{
            let cause = #rt::cause(&error);
            #facade::TaskError::new(#name, cause)
        }},
    };
    quote! {
        impl #generics #rt::From<#ty #arguments> for #facade::TaskError #conditions {
            fn from(error: #ty #arguments) -> Self { #converted }
        }

        impl #generics #facade::ErrorNames for #ty #arguments #conditions {
            const NAMES: #rt::Option<&'static [&'static #rt::str]> = #rt::Some(&[#(#names),*]);
        }
    }
}

/// The error name: the written one, else the identifier.
fn name(ident: &Ident, written: Option<LitStr>, findings: &mut Findings) -> String {
    let Some(written) = written else {
        let ident = ident.to_string();
        return ident.strip_prefix("r#").unwrap_or(&ident).to_owned();
    };
    let name = written.value();
    if name.is_empty() || name.starts_with("States.") && name != "States.TaskFailed" {
        findings.push(with_help(
            written.span(),
            format_args!("`{name}` is no name for an error of a task"),
            "names that begin with `States.` are ASL's own",
        ));
    }
    name
}

fn read(attributes: &[Attribute], findings: &mut Findings) -> Says {
    let mut says = Says::default();
    for attribute in attributes.iter().filter(|attr| attr.path().is_ident("task_error")) {
        let read = attribute.parse_args_with(|input: syn::parse::ParseStream<'_>| {
            if input.peek(LitStr) {
                says.name = Some(input.parse()?);
            } else {
                input.parse::<Token![crate]>()?;
                input.parse::<Token![=]>()?;
                says.facade = Some(input.parse()?);
            }
            Ok(())
        });
        if read.is_err() {
            findings.push(with_help(attribute.span(), "this cannot be read", HELP));
        }
    }
    says
}

#[cfg(test)]
mod tests {
    use super::*;

    fn derived(input: TokenStream) -> String {
        derive_task_error(input).to_string()
    }

    #[test]
    fn variants_name_errors() {
        let text = derived(quote! {
            enum ChargeError { #[task_error("CardDeclined")] Declined { cents: u64 }, r#Busy(u8) }
        });
        assert!(text.contains("\"Busy\" , \"CardDeclined\""), "{text}");
        assert!(derived(quote! { struct Gone; }).contains("\"Gone\""));
        assert!(derived(quote! { enum Never {} }).contains("match error { }"));
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        for (input, message) in [
            (quote! { union U { a: u8 } }, "a union is no error"),
            (quote! { #[task_error("States.Timeout")] struct E; }, "is no name"),
            (quote! { #[task_error(rename = "A")] struct E; }, "cannot be read"),
            (quote! { fn f() {} }, "compile_error"),
        ] {
            let text = derived(input);
            assert!(text.contains(message), "{text}");
        }
    }
}
