//! The list of machines in an `sfn!`.

use proc_macro2::{Span, TokenStream};
use syn::parse::{ParseStream, Parser};
use syn::{LitStr, Path, Token};

use super::findings::with_help;
use super::{Declaration, Findings, keyword, limits, machine, recovery};

/// Reads the tokens of an `sfn!`.
///
/// What could be understood is returned even where there are findings, so that the caller's other
/// code can still be checked against it.
///
/// ```
/// let (machines, findings) = asl_codegen::declaration::parse(quote::quote! {
///     pub machine OrderFlow from "workflows/order.asl.json";
/// });
/// assert!(findings.is_empty());
/// assert_eq!(machines[0].name, "OrderFlow");
/// ```
pub fn parse(tokens: TokenStream) -> (Vec<Declaration>, Findings) {
    let mut findings = Findings::default();
    if let Some(span) = limits::too_deep(&tokens) {
        findings.push(syn::Error::new(span, "this is nested too deeply"));
        return (Vec::new(), findings);
    }
    let mut machines = Vec::new();
    let all = |input: ParseStream<'_>| {
        read_machines(input, &mut machines, &mut findings);
        Ok(())
    };
    let leftovers = all.parse2(tokens);
    // Tokens left over in some group are news only where nothing was said of it.
    if let (Err(error), true) = (leftovers, findings.is_empty()) {
        findings.push(error);
    }
    (machines, findings)
}

fn read_machines(input: ParseStream<'_>, machines: &mut Vec<Declaration>, findings: &mut Findings) {
    if input.is_empty() {
        findings.push(with_help(
            Span::call_site(),
            "there is no machine here",
            "write `machine Name from \"workflows/name.asl.json\";`",
        ));
    }
    while !input.is_empty() {
        if is_types(input) {
            findings.push(types(input));
            continue;
        }
        let start = input.cursor();
        match machine::parse(input, findings) {
            Ok(machine) => {
                if machines.iter().any(|other| other.name == machine.name) {
                    findings.push(with_help(
                        machine.name.span(),
                        format_args!("there is a machine `{}` already", machine.name),
                        "give each machine of a module a name of its own",
                    ));
                } else {
                    machines.push(machine);
                }
            }
            Err(error) => {
                findings.push(error);
                recovery::skip_machine(input, start);
            }
        }
    }
}

/// Whether `types crate::model from "…"` stands here.
fn is_types(input: ParseStream<'_>) -> bool {
    input.peek(keyword::types) && !input.peek2(keyword::machine)
}

/// Reads `types crate::model from "src/model.rs";`, which is an error for now.
fn types(input: ParseStream<'_>) -> syn::Error {
    let error = with_help(
        input.span(),
        "`types … from` is not supported yet",
        "leave this line out: the types that a machine names are found where `sfn!` stands",
    );
    let start = input.cursor();
    let line = |input: ParseStream<'_>| {
        input.parse::<keyword::types>()?;
        input.call(Path::parse_mod_style)?;
        input.parse::<keyword::from>()?;
        input.parse::<LitStr>()?;
        input.parse::<Token![;]>()
    };
    if line(input).is_err() {
        recovery::skip_machine(input, start);
    }
    error
}
