//! Machines in the typed DSL, of whatever tokens a text has: what comes of them is Rust, and what is
//! wrong with them is said where it stands.

use std::str::FromStr;

use asl_codegen::{Caller, expand};
use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use crate::target::{Target, parts};

pub(super) const TARGET: Target = Target {
    name: "dsl",
    words: &[
        "machine M { start => A; state A = succeed; }",
        "tasks { async fn charge(order: &Order) -> Result<Charge, ChargeError>; }",
        "start => A(order);",
        "state A(order: Order) = ",
        "task charge(&order)",
        "task callback ",
        "activity",
        "job",
        "pass => ",
        "choice { _ => A }",
        "order.total > 3 =>",
        "wait 15m => ",
        "wait for ",
        "until",
        "succeed",
        "fail(error, cause);",
        "parallel { B = task b(), } { (a, ()) => A, }",
        "map line in &order.lines { B = task b(line) } { all => A(all) }",
        "map line: Line in ",
        "machine Sub(order)",
        "{ paid => A(paid), }",
        "catch \"A\" as e => ",
        "catch _",
        "let limit: u64 = order.limit;",
        "#[timeout(30s)]",
        "#[heartbeat(99999999999999999999s)]",
        "#[concurrency(3)]",
        "#[retry(\"A\" | \"B\", interval = 1s, backoff = 1e999, jitter = full)]",
        "#[resource(\"arn\")]",
        "/// x\n",
        "=>",
        "->",
        "&",
        "as u8 < ",
        ".await",
        "?",
        "return",
        "|x| x",
        "matches!(order, Some(_))",
        "format!(\"{order} {}\", 1)",
        "if a { b } else { c }",
        "Receipt { order, ..Default::default() }",
        "&'a T",
        "impl Fn(u8) -> u8",
        "[u8; { 3 }]",
        "r#type",
        "é",
        "1.5s",
        "500ms",
        "_",
    ],
    run,
    planted: false,
};

fn run(input: &[u8]) -> String {
    let [text] = parts(input);
    let Ok(tokens) = TokenStream::from_str(&text) else { return "no tokens".to_owned() };
    let is_empty = tokens.is_empty();
    let folder = super::code::folder();
    let rust = expand(tokens, &quote!(::sfn), &Caller::in_crate(&folder));
    let mut messages = String::new();
    errors(rust.clone(), is_empty, &mut messages);
    let rust = rust.to_string();
    let parsed = syn::parse_str::<syn::File>(&rust);
    assert!(parsed.is_ok(), "the code does not parse: {:?}\n{rust}", parsed.err());
    // No span is looked at any more, and the places of millions of inputs take memory.
    proc_macro2::extra::invalidate_current_thread_spans();
    if messages.is_empty() { rust } else { messages }
}

/// Finds the errors in generated code, each of which is somewhere in the input.
fn errors(rust: TokenStream, is_empty: bool, messages: &mut String) {
    let mut is_error = false;
    for token in rust {
        match token {
            TokenTree::Ident(word) if word == "compile_error" => {
                is_error = true;
                let place = word.span().byte_range();
                assert!(is_empty || !place.is_empty(), "an error without a place: {messages}");
            }
            TokenTree::Group(group) if is_error => {
                is_error = false;
                messages.push_str(&group.to_string());
                messages.push('\n');
            }
            TokenTree::Group(group) => errors(group.stream(), is_empty, messages),
            TokenTree::Punct(_) | TokenTree::Literal(_) | TokenTree::Ident(_) => {}
        }
    }
}
