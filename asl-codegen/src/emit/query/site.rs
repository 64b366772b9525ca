//! An expression as a field of a state: a function, and what messages say of it.

use asl_lang::ir::Register;
use asl_lang::ir::query::{Expected, Node, Query, Source};
use proc_macro2::{Ident, Literal as Token, TokenStream};
use quote::{format_ident, quote};

use super::Gives;
use super::walk::mentions;
use crate::emit::constants::Constants;
use crate::emit::expr::local;

/// An expression that has become a function beside the states.
#[derive(Clone)]
pub(in crate::emit) struct Site {
    /// The static with what messages say: `OUTPUT_TOTAL_QUERY`.
    pub(in crate::emit) name: Ident,
    /// `query_output_total`
    pub(in crate::emit) function: Ident,
    /// What the function gives.
    gives: Gives,
}

impl Site {
    /// The site of a query at a byte offset of the definition, and the items that it consists of.
    pub(in crate::emit) fn new(
        constants: &Constants,
        query: &Query,
        offset: u32,
        name: Ident,
        function: Ident,
        adds: Option<&Node>,
    ) -> (Self, TokenStream) {
        let name_of = |source| match source {
            Source::Register(register) => local(register).to_string(),
            Source::Context => "context".to_owned(),
            Source::Variable(id) => match constants.variable(id) {
                Some(place) => place.to_string().trim_end_matches("_VARIABLE").to_lowercase(),
                None => "variable".to_owned(),
            },
            Source::Binding(_) => "binding".to_owned(),
        };
        let body = super::body(constants, query, &name_of, None, adds);
        let cx = if mentions(&body.tokens, &format_ident!("cx")) {
            quote! { cx }
        } else {
            quote! { _ }
        };
        let parameters = body.sources.iter().map(|(_, name)| {
            let name = if mentions(&body.tokens, name) {
                quote! { #name }
            } else {
                quote! { _ }
            };
            quote! { #name: __query::View<'_> }
        });
        let result = match body.gives {
            Gives::Item => quote! { __query::Item },
            Gives::Condition => quote! { __rt::Option<__rt::bool> },
            Gives::Members(count) => {
                let count = Token::usize_unsuffixed(count);
                quote! { [(__rt::Key<'static>, __query::Item); #count] }
            }
        };
        let (text, location, doc) = (&*query.text, &query.location, super::line(&query.text));
        let (expected, tokens) = (expected(query.expected), &body.tokens);
        let attribute = &body.attribute;
        let items = quote! {
            static #name: __query::Query<'_> = __query::Query {
                text: #text,
                location: #location,
                offset: #offset,
                expected: __query::Expected::#expected,
            };

            #[doc = #doc]
            #attribute
            fn #function(
                #cx: &__query::Evaluation,
                #(#parameters,)*
            ) -> __rt::Result<#result, __query::Error> {
                #tokens
            }
        };
        (Self { name, function, gives: body.gives }, items)
    }

    /// Whether a call of the function is of type `bool`.
    pub(in crate::emit) fn is_condition(&self) -> bool {
        self.gives == Gives::Condition
    }

    /// A call of the function with what it reads: an expression of type `Value`, for a condition
    /// `bool`, or for an output that adds members to the input these.
    pub(in crate::emit) fn call(
        &self,
        query: &Query,
        register: &dyn Fn(Register) -> TokenStream,
        variable: &dyn Fn(asl_lang::ir::VariableId) -> TokenStream,
    ) -> TokenStream {
        let Self { name, function, gives } = self;
        let mut context = None;
        let sources: Vec<TokenStream> = query
            .sources
            .iter()
            .map(|source| match source {
                Source::Register(id) => {
                    let value = register(*id);
                    quote! { __query::View::Value(#value) }
                }
                Source::Context => {
                    context = Some(quote! { let context = cx.context_object()?; });
                    quote! { __query::View::Value(context) }
                }
                Source::Variable(id) => {
                    let variable = variable(*id);
                    quote! { __query::source(#variable.as_ref()) }
                }
                Source::Binding(_) => quote! { __query::View::Undefined },
            })
            .collect();
        let method = match gives {
            Gives::Item => quote! { evaluate },
            Gives::Condition => quote! { holds },
            Gives::Members(_) => quote! { members },
        };
        let function = match sources.as_slice() {
            [] => quote! { #function },
            sources => quote! { |cx| #function(cx, #(#sources),*) },
        };
        let call = quote! { #name.#method(cx, #function)? };
        match context {
            Some(context) => quote! {{ #context #call }},
            None => call,
        }
    }
}

fn expected(expected: Expected) -> Ident {
    let name = match expected {
        Expected::Any => "Any",
        Expected::Boolean => "Boolean",
        Expected::Number => "Number",
        Expected::String => "String",
        Expected::Array => "Array",
        Expected::Object => "Object",
    };
    format_ident!("{name}")
}
