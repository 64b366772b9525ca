//! An expression as a function of its own, for programs that are made of expressions alone.

use asl_lang::ir::query::{Query, Source};
use proc_macro2::{Ident, Literal as Token, TokenStream};
use quote::{format_ident, quote};

use super::walk::mentions;
use crate::declaration::names::Names;
use crate::emit::constants::Constants;

/// `pub fn name(cx: &Evaluation, root: Item, bindings: &[Item]) -> Result<Item, Error>`
pub(crate) fn standalone(name: &Ident, query: &Query, facade: &TokenStream) -> TokenStream {
    let statics = Constants::new(Names::constants(), &[]);
    let name_of = |source| match source {
        Source::Binding(index) => format!("binding {index}"),
        _ => "source".to_owned(),
    };
    let root = format_ident!("root");
    let body = super::body(&statics, query, &name_of, Some(&root), None);
    let bindings = body.sources.iter().map(|(source, name)| match source {
        Source::Binding(index) => {
            let index = Token::usize_unsuffixed(*index as usize);
            quote! { let #name = __query::binding(bindings, #index); }
        }
        _ => quote! { let #name = __query::View::Undefined; },
    });
    let bindings: Vec<TokenStream> = bindings.collect();
    let takes_bindings = if bindings.is_empty() {
        quote! { _ }
    } else {
        quote! { bindings }
    };
    let cx = if mentions(&body.tokens, &format_ident!("cx")) {
        quote! { cx }
    } else {
        quote! { _ }
    };
    let (takes_root, opened) = if mentions(&body.tokens, &root) {
        (
            quote! { root },
            quote! {
                let root = __query::path::input(&root);
                let root = root.view();
            },
        )
    } else {
        (quote! { _ }, TokenStream::new())
    };
    let attribute = &body.attribute;
    let (tokens, statics, doc) = (&body.tokens, statics.items(), super::line(&query.text));
    let content = quote! { #statics #opened #(#bindings)* #tokens };
    let private = mentions(&content, &format_ident!("__rt"));
    let private = private.then(|| quote! { use #facade::__private as __rt; });
    quote! {
        #[doc = #doc]
        #attribute
        pub fn #name(
            #cx: &#facade::__private::jsonata::Evaluation,
            #takes_root: #facade::__private::jsonata::Item,
            #takes_bindings: &[#facade::__private::jsonata::Item],
        ) -> #facade::__private::Result<
            #facade::__private::jsonata::Item,
            #facade::__private::jsonata::Error,
        > {
            #private
            use #facade::__private::jsonata as __query;
            #content
        }
    }
}
