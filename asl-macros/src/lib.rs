//! The procedural macros of `sfn`. They are shims: the work is done in `asl-codegen`.

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

/// Gives a Rust error the name and the cause that `Retry` and `Catch` know it by.
///
/// Each variant of an enum is an error of its own name, a struct is one error; `#[task_error("…")]`
/// gives another name. The cause is the text of the error and of what it stems from, so the type
/// implements [`std::error::Error`].
///
/// ```ignore
/// #[derive(Debug, thiserror::Error, sfn::TaskError)]
/// enum ChargeError {
///     #[error("the card has expired")]
///     CardDeclined,
///     #[error("try again")]
///     #[task_error("Transient")]
///     Busy,
/// }
/// ```
///
/// It implements `From<ChargeError> for TaskError` and `ErrorNames`, by which the typed DSL refuses
/// a `catch` for an error that a task cannot raise.
#[proc_macro_derive(TaskError, attributes(task_error))]
pub fn task_error(input: TokenStream) -> TokenStream {
    asl_codegen::derive_task_error(input.into()).into()
}

/// The tokens in the brackets.
fn inside(tree: TokenTree) -> TokenStream {
    match tree {
        TokenTree::Group(group) => Group::stream(&group),
        tree => tree.into(),
    }
}
