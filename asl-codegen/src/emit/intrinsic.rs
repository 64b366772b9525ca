//! Calls of intrinsic functions.

use asl_lang::intrinsic::split_template;
use asl_lang::ir::{Expr, ExprKind, IntrinsicFunction, Literal};
use proc_macro2::{Literal as Token, TokenStream};
use quote::{format_ident, quote};

use super::expr::Scope;

/// Where a call stands.
pub(super) struct CallSite<'a> {
    /// The outermost call, as written.
    pub(super) call: &'a str,
    /// The byte offsets of the field in the definition, and of this call in the outermost.
    pub(super) place: (u32, u32),
}

impl CallSite<'_> {
    /// The random bits of this call.
    fn random(&self) -> TokenStream {
        let (field, offset) = self.place;
        let (field, offset) = (Token::u32_unsuffixed(field), Token::u32_unsuffixed(offset));
        quote! { cx.random((#field, #offset)) }
    }
}

impl Scope<'_> {
    /// An expression for the owned value of a call.
    pub(super) fn intrinsic(
        &self,
        function: IntrinsicFunction,
        arguments: &[Expr],
        site: &CallSite<'_>,
    ) -> TokenStream {
        let references = self.references(arguments);
        let name = match function {
            // These do not fail.
            IntrinsicFunction::Array => {
                let items = arguments.iter().map(|argument| self.borrowed().value(argument));
                return quote! { __rt::array([#(#items),*]) };
            }
            IntrinsicFunction::Uuid => {
                let random = site.random();
                return quote! { __rt::data::intrinsic::uuid(#random) };
            }
            IntrinsicFunction::Format => return self.format(arguments, site),
            IntrinsicFunction::MathRandom if arguments.len() == 2 => {
                let random = site.random();
                return fallible("math_random", &quote! { #references, #random }, site);
            }
            IntrinsicFunction::MathRandom => "math_random_seeded",
            IntrinsicFunction::ArrayPartition => "array_partition",
            IntrinsicFunction::ArrayContains => "array_contains",
            IntrinsicFunction::ArrayRange => "array_range",
            IntrinsicFunction::ArrayGetItem => "array_get_item",
            IntrinsicFunction::ArrayLength => "array_length",
            IntrinsicFunction::ArrayUnique => "array_unique",
            IntrinsicFunction::Base64Encode => "base64_encode",
            IntrinsicFunction::Base64Decode => "base64_decode",
            IntrinsicFunction::Hash => "hash",
            IntrinsicFunction::JsonMerge => "json_merge",
            IntrinsicFunction::JsonToString => "json_to_string",
            IntrinsicFunction::StringToJson => "string_to_json",
            IntrinsicFunction::MathAdd => "math_add",
            IntrinsicFunction::StringSplit => "string_split",
        };
        fallible(name, &references, site)
    }

    /// `States.Format`. A template that is known, and not wrong, is split at build time.
    fn format(&self, arguments: &[Expr], site: &CallSite<'_>) -> TokenStream {
        let Some((template, values)) = arguments.split_first() else {
            return quote! { __rt::Value::Null };
        };
        let values = self.references(values);
        if let ExprKind::Literal(Literal::String(text)) = &template.kind
            && let Some(parts) = split_template(text)
        {
            return fallible("format", &quote! { &[#(#parts),*], &[#values] }, site);
        }
        let template = self.reference(template);
        fallible("format_template", &quote! { #template, &[#values] }, site)
    }

    /// References to the values, separated by commas.
    fn references(&self, expressions: &[Expr]) -> TokenStream {
        let references = expressions.iter().map(|expression| self.reference(expression));
        quote! { #(#references),* }
    }
}

/// A call of a function that may fail.
fn fallible(name: &str, arguments: &TokenStream, site: &CallSite<'_>) -> TokenStream {
    let (name, call) = (format_ident!("{name}"), site.call);
    quote! { __rt::data::intrinsic::#name(#arguments).map_err(|error| error.in_call(#call))? }
}
