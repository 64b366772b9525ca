//! Expressions of JSONata that stand alone, as Rust.

use asl_lang::ir::query::Query;
use proc_macro2::{Ident, TokenStream};

/// The function of an expression that [`asl_lang::compile_expression`] has read. `facade` is the
/// path under which its crate has `sfn`: `::sfn`.
///
/// ```
/// use quote::{format_ident, quote};
///
/// let query = asl_lang::compile_expression("price * $rate", &["rate"]).unwrap();
/// let function = asl_codegen::jsonata::function(&format_ident!("total"), &query, &quote!(::sfn));
/// let text = asl_codegen::rust::format(function).unwrap();
/// assert!(text.contains("pub fn total("));
/// ```
///
/// The function takes the evaluation, the input, and the values of the names that the expression
/// was read with, in their order:
///
/// ```text
/// pub fn total(cx: &Evaluation, root: Item, bindings: &[Item]) -> Result<Item, Error>
/// ```
pub fn function(name: &Ident, query: &Query, facade: &TokenStream) -> TokenStream {
    crate::emit::standalone(name, query, facade)
}
