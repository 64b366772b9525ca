//! Tables of what is read and what is refused: the source, each message, and the source text that
//! it underlines.

mod accepted;
mod refused;
mod robust;

use std::str::FromStr;

use proc_macro2::TokenStream;
use quote::ToTokens;

use super::{Declaration, ExecutionType, OutputType, Source, parse};

/// Reads source text; findings are the underlined text and the message.
fn read(source: &str) -> (Vec<Declaration>, Vec<(String, String)>) {
    let tokens = TokenStream::from_str(source).unwrap();
    let (machines, findings) = parse(tokens);
    let errors = findings.into_error().into_iter().flatten();
    let findings = errors.map(|error| {
        let underlined = error.span().source_text().unwrap_or_default();
        (underlined, error.to_string())
    });
    (machines, findings.collect())
}

/// The tokens with a space between each two.
fn text(tokens: &impl ToTokens) -> String {
    tokens.to_token_stream().to_string()
}

/// A machine in one line a part, as read.
fn show(machine: &Declaration) -> String {
    let mut lines = Vec::new();
    for attribute in machine.docs.iter().chain(&machine.attributes) {
        lines.push(text(attribute));
    }
    if machine.warns {
        lines.push("warnings".to_owned());
    }
    let execution_type = match machine.execution_type {
        ExecutionType::Standard => "standard",
        ExecutionType::Express => "express",
    };
    let source = match &machine.source {
        Source::File { path } => text(path),
        Source::Text { literal } => text(literal),
        Source::Tokens { group } => text(group),
        Source::Dsl { group } => text(group),
        Source::Unreadable => "nowhere".to_owned(),
    };
    let visibility = text(&machine.visibility);
    lines.push(format!("{execution_type} [{visibility}] {} from {source}", machine.name));
    if let Some((name, ty)) = &machine.input {
        lines.push(format!("input {name}: {}", text(ty)));
    }
    if let Some(ty) = &machine.output {
        lines.push(format!("output {}", text(ty)));
    }
    for substitution in &machine.substitutions {
        lines.push(format!("{} = {}", substitution.name, substitution.value));
    }
    for binding in &machine.bindings {
        for attribute in &binding.docs {
            lines.push(text(attribute));
        }
        let selector = format!("{} {}", binding.selector.keyword(), text(binding.selector.text()));
        let input = binding.input.as_ref().map_or(String::new(), |input| {
            let name = input.name.as_ref().map_or("_".to_owned(), ToString::to_string);
            let reference = if input.by_reference { "&" } else { "" };
            format!("{name}: {reference}{}", text(&input.ty))
        });
        let output = match &binding.output {
            OutputType::Unit => "()".to_owned(),
            OutputType::Plain(ty) => text(ty),
            OutputType::Result { ok, err } => format!("{} or {}", text(ok), text(err)),
        };
        lines.push(format!("{selector} => {}({input}) -> {output}", binding.method));
    }
    lines.join("\n")
}
