//! Constants.

use asl_lang::ir::Literal;
use proc_macro2::TokenStream;
use quote::quote;

/// An expression for the value. Cheap for scalars; a composite one is built once.
pub(super) fn value(literal: &Literal) -> TokenStream {
    match literal {
        Literal::Array(items) if items.is_empty() => build(literal),
        Literal::Object(members) if members.is_empty() => build(literal),
        Literal::Array(_) | Literal::Object(_) => {
            let built = build(literal);
            quote! {{
                static CONSTANT: __rt::LazyLock<__rt::Value> = __rt::LazyLock::new(|| #built);
                __rt::Clone::clone(&*CONSTANT)
            }}
        }
        _ => build(literal),
    }
}

/// An expression that builds the value.
pub(super) fn build(literal: &Literal) -> TokenStream {
    match literal {
        Literal::Null => quote! { __rt::Value::Null },
        Literal::Bool(value) => quote! { __rt::Value::Bool(#value) },
        Literal::Integer(number) => {
            let number = integer(*number);
            quote! { __rt::Value::from(#number) }
        }
        Literal::Unsigned(number) => quote! { __rt::Value::from(#number) },
        Literal::Number(number) => quote! { __rt::float(#number) },
        Literal::String(text) => {
            quote! { __rt::Value::String(__rt::Str::from_static(#text)) }
        }
        Literal::Array(items) => {
            let items = items.iter().map(build);
            quote! { __rt::array([#(#items),*]) }
        }
        Literal::Object(members) => {
            let members = members.iter().map(|(name, value)| {
                let value = build(value);
                quote! { __rt::member(#name, #value) }
            });
            quote! { __rt::object([#(#members),*]) }
        }
    }
}

/// The number for a place that takes integers of any type: with the type only if rustc's own
/// choice, `i32`, is too small.
pub(super) fn integer(number: i64) -> proc_macro2::Literal {
    match i32::try_from(number) {
        Ok(number) => proc_macro2::Literal::i32_unsuffixed(number),
        Err(_) => proc_macro2::Literal::i64_suffixed(number),
    }
}
