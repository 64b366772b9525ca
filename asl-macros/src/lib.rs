//! The procedural macro behind `sfn!`. It is a shim: the work is done in `asl-codegen`.

use proc_macro::{Group, TokenStream, TokenTree};

use asl_codegen::{Caller, expand};

/// What `sfn!` of the facade calls: `expand! { [$crate] … }`.
#[proc_macro]
pub fn sfn_with_facade(input: TokenStream) -> TokenStream {
    let mut tokens = input.into_iter();
    let facade = tokens.next().map(inside).unwrap_or_default();
    let tokens: TokenStream = tokens.collect();
    // The call itself stands in the facade; what was written in the braces does not.
    let written = tokens.clone().into_iter().next().map(|token| token.span());
    let caller = Caller {
        manifest_dir: std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default().into(),
        file: written.and_then(|span| span.local_file()),
    };
    expand(tokens.into(), &facade.into(), &caller).into()
}

/// The tokens in the brackets.
fn inside(tree: TokenTree) -> TokenStream {
    match tree {
        TokenTree::Group(group) => Group::stream(&group),
        tree => tree.into(),
    }
}
