//! Generated code as text for people.

use proc_macro2::TokenStream;

/// The tokens as formatted Rust.
///
/// # Errors
/// They are not the items of a Rust file.
pub fn format(tokens: TokenStream) -> Result<String, syn::Error> {
    Ok(prettyplease::unparse(&syn::parse2(tokens)?))
}
