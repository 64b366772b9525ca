//! The Rust of definitions: it parses, and has a `compile_error!` just where there are errors.

use std::fs;
use std::path::PathBuf;

use asl_codegen::{Caller, expand};
use asl_lang::source::Source;
use quote::quote;

use super::definition::WORDS;
use crate::target::{Target, parts};

pub(super) const TARGET: Target = Target { name: "code", words: WORDS, run, planted: false };

fn run(input: &[u8]) -> String {
    let [text] = parts(input);
    let folder = folder();
    let written = fs::write(folder.join("input.asl.json"), &text);
    written.unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let tokens = quote! { pub machine Input from "input.asl.json"; };
    let rust = expand(tokens, &quote!(::sfn), &Caller::in_crate(&folder)).to_string();
    let parsed = syn::parse_str::<syn::File>(&rust);
    assert!(parsed.is_ok(), "the code does not parse: {:?}\n{rust}", parsed.err());
    let source = Source::new("input.asl.json", text);
    let machine = asl_lang::compile(&source, &asl_lang::Options::default()).machine;
    if rust.contains("compile_error !") {
        // Names that cannot be told apart in Rust are errors of the code alone.
        return rust.split("compile_error !").nth(1).unwrap_or_default().to_owned();
    }
    assert!(machine.is_some(), "code is made of a definition with errors");
    rust
}

/// A folder of this process.
pub(super) fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("sfn-fuzz-{}", std::process::id()));
    let made = fs::create_dir_all(&folder);
    made.unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    folder
}
