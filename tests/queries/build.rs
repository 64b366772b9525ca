//! Compiles the expressions of `expressions.json`: a function for each, in a table.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use quote::{format_ident, quote};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=expressions.json");
    let file: serde_json::Value = serde_json::from_str(&fs::read_to_string("expressions.json")?)?;
    let facade = quote! { ::sfn };
    let (mut functions, mut names) = (Vec::new(), Vec::new());
    for (index, case) in file["cases"].as_array().into_iter().flatten().enumerate() {
        let text = case["expr"].as_str().unwrap_or_default();
        let name = format_ident!("expression_{index}");
        match asl_lang::compile_expression(text, &[]) {
            Ok(query) => {
                functions.push(asl_codegen::jsonata::function(&name, &query, &facade));
                names.push(quote! { ::core::option::Option::Some(#name as Compiled) });
            }
            Err(_) => names.push(quote! { ::core::option::Option::None }),
        }
    }
    let table = quote! {
        #(#functions)*

        /// The function of each expression; none of what is no expression.
        pub static EXPRESSIONS: &[::core::option::Option<Compiled>] = &[#(#names),*];
    };
    let folder = env::var_os("OUT_DIR").unwrap_or_default();
    fs::write(Path::new(&folder).join("expressions.rs"), asl_codegen::rust::format(table)?)?;
    Ok(())
}
