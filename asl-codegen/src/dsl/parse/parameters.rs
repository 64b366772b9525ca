//! Lists of parameters, of states and of tasks.

use proc_macro2::Ident;
use syn::parse::ParseStream;

use super::recovery;
use crate::declaration::{Findings, with_help};
use crate::dsl::names::plain;

/// Reads parameters up to the end. Those that cannot be read, or have the name of another, are
/// reported and left out.
pub(super) fn parameters<P>(
    content: ParseStream<'_>,
    findings: &mut Findings,
    parameter: impl Fn(ParseStream<'_>, &mut Findings) -> syn::Result<P>,
    name: impl Fn(&P) -> &Ident,
) -> Vec<P> {
    let mut params: Vec<P> = Vec::new();
    while !content.is_empty() {
        let begin = content.cursor();
        match parameter(content, findings) {
            Ok(param) if params.iter().any(|other| plain(name(other)) == plain(name(&param))) => {
                let message = format_args!("there is a parameter `{}` already", name(&param));
                let help = "give each parameter a name of its own";
                findings.push(with_help(name(&param).span(), message, help));
            }
            Ok(param) => params.push(param),
            Err(error) => {
                findings.push(error);
                recovery::skip_arm(content, begin);
            }
        }
    }
    params
}
