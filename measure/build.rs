//! Makes Rust of the expressions of JSONata that are measured: a function each, named after it.

use std::error::Error;
use std::path::Path;

use quote::{format_ident, quote};

const QUERIES: &str = "../benches/queries/queries.json";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={QUERIES}");
    let queries: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(QUERIES)?)?;
    let mut functions = String::new();
    for (name, query) in queries.as_object().ok_or("no object of queries")? {
        let text = query["expression"].as_str().ok_or("no expression")?;
        let query = asl_lang::compile_expression(text, &["states"])
            .map_err(|error| format!("{text}: {}", error.message))?;
        let name = format_ident!("{name}");
        let function = asl_codegen::jsonata::function(&name, &query, &quote!(::sfn));
        functions.push_str(&asl_codegen::rust::format(function)?);
    }
    let file = Path::new(&std::env::var("OUT_DIR")?).join("queries.rs");
    Ok(std::fs::write(file, functions)?)
}
