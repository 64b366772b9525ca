//! The head of `sfn!`, as whatever tokens a text has.

use std::fs;
use std::str::FromStr;
use std::sync::Once;

use asl_codegen::{Caller, expand};
use proc_macro2::TokenStream;
use quote::quote;

use super::code::folder;
use crate::target::{Target, parts};

pub(super) const TARGET: Target = Target {
    name: "declaration",
    words: &[
        "pub",
        "machine",
        "M",
        "from",
        "\"order.asl.json\"",
        ";",
        "express",
        "->",
        "Order",
        "types",
        "substitute",
        "tasks",
        "lambda",
        "state",
        "resource",
        "activity",
        "=>",
        "async fn",
        "&self",
        "(order: Order)",
        "Result<A, B>",
        "#[doc = \"x\"]",
        "/// x\n",
        "<'a>",
        "dyn",
        "impl",
        "{",
        "}",
        "X = 1",
        "= \"30\"",
        "!",
        "where",
        "r#fn",
        "'a",
        "b\"x\"",
        "1.5",
    ],
    run,
    planted: false,
};

static DEFINITIONS: Once = Once::new();

fn run(input: &[u8]) -> String {
    let [text] = parts(input);
    let folder = folder();
    DEFINITIONS.call_once(|| {
        let definition = include_str!("../../seeds/code/order.asl.json");
        let written = fs::write(folder.join("order.asl.json"), definition);
        written.unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    });
    let Ok(tokens) = TokenStream::from_str(&text) else { return "no tokens".to_owned() };
    let rust = expand(tokens, &quote!(::sfn), &Caller::in_crate(&folder)).to_string();
    let parsed = syn::parse_str::<syn::File>(&rust);
    assert!(parsed.is_ok(), "the code does not parse: {:?}\n{rust}", parsed.err());
    match rust.split_once("compile_error !") {
        Some((_, errors)) => errors.to_owned(),
        None => rust,
    }
}
