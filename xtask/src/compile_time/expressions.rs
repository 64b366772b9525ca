//! A crate with many expressions of JSONata, compiled by its build script.
//!
//! The build script reads them and makes Rust of them as `sfn!` does for those in a definition.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::project::Project;
use crate::cargo::root;

/// What the expressions are made of: paths, conditions, texts, loops, objects, functions.
const KINDS: [&str; 20] = [
    "$states.input.order@.customer.address.city",
    "$states.input.order@.items[price > @].{ \"sku\": sku, \"total\": price * qty }",
    "$sum($states.input.order@.items.(price * qty)) + @",
    "$merge([$states.input, {\"status@\": \"ok\"}])",
    "$states.input.a@ & \"-\" & $states.input.b & \"-@\"",
    "$count($states.input.items@) > 3 and $states.input.y = \"z@\"",
    "$map($states.input.items@, function($v, $i){ $v.id & $i })",
    "{ \"id\": $states.input.id@, \"at\": $now(), \"tags\": [\"a@\", $states.input.tag] }",
    "$states.input.status = \"NEW@\" or $states.input.retries >= @",
    "$states.input.kind = \"sale@\" ? $states.input.amount * 2 : $states.input.amount / 2",
    "$exists($states.input.customer@.email) and $not($states.input.closed)",
    "$join($states.input.items@.sku, \", \")",
    "$filter($states.input.items@, function($v){ $v.price > @ }).sku",
    "$reduce($states.input.items@.qty, function($sum, $qty){ $sum + $qty }, @)",
    "$states.input.items@^(>price, sku)[0].sku",
    "$states.input.items{ sku: $sum(price) + @ }",
    "$uppercase($substringBefore($states.input.name@, \" \")) & $string(@)",
    "$round($number($states.input.amount@) * 1.25, 2)",
    "( $total := $sum($states.input.items@.price); $tax := $total * 0.2; $total + $tax )",
    "$states.input.text@ ~> $replace(/[^a-z]+@/i, \"-\") ~> $lowercase()",
];

/// Writes the crate into a folder of its own under `target`.
pub(super) fn write(target: &Path, expressions: u16) -> Result<Project> {
    let name = format!("expressions-{expressions}");
    let kinds = KINDS.iter().cycle().enumerate().take(expressions.into());
    let mut texts = String::new();
    for (number, kind) in kinds {
        writeln!(texts, "{}", kind.replace('@', &number.to_string()))?;
    }
    let project =
        Project::create(target, &name, &manifest(&name)?, ("expressions.txt", &texts), PROGRAM, 0)?;
    let build = project.folder().join("build.rs");
    fs::write(&build, BUILD).with_context(|| format!("cannot write {}", build.display()))?;
    Ok(project)
}

fn manifest(name: &str) -> Result<String> {
    let root = root().to_str().context("the workspace's path is not UTF-8")?;
    Ok(format!(
        r#"[package]
name = "{name}"
edition = "2024"

[dependencies]
sfn = {{ path = '{root}' }}

[build-dependencies]
asl-codegen = {{ path = '{root}/asl-codegen' }}
asl-lang = {{ path = '{root}/asl-lang' }}
quote = "1"

[workspace]
"#
    ))
}

const BUILD: &str = r#"use std::error::Error;
use std::path::Path;

use quote::{format_ident, quote};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=expressions.txt");
    let mut rust = String::new();
    let mut names = Vec::new();
    for (number, text) in std::fs::read_to_string("expressions.txt")?.lines().enumerate() {
        let query = asl_lang::compile_expression(text, &["states"])
            .map_err(|error| format!("{text}: {}", error.message))?;
        let name = format_ident!("expression_{number}");
        let function = asl_codegen::jsonata::function(&name, &query, &quote!(::sfn));
        rust.push_str(&function.to_string());
        names.push(name);
    }
    let table = quote! {
        pub const ALL: &[fn(&Evaluation, Item, &[Item]) -> Result<Item, Error>] = &[#(#names),*];
    };
    rust.push_str(&table.to_string());
    Ok(std::fs::write(Path::new(&std::env::var("OUT_DIR")?).join("expressions.rs"), rust)?)
}
"#;

const PROGRAM: &str = r#"use sfn::__private::jsonata::{Error, Evaluation, Item, Limits};

include!(concat!(env!("OUT_DIR"), "/expressions.rs"));

fn main() {
    let input = sfn::json!({ "input": { "items": [{ "sku": "a", "price": 2, "qty": 3 }] } });
    let bindings = [Item::from(input)];
    for expression in ALL {
        let cx = Evaluation::new(Limits::default(), 0, 7);
        match expression(&cx, Item::Undefined, &bindings) {
            Ok(item) => println!("{:?}", item.into_value()),
            Err(error) => println!("{error}"),
        }
    }
}
"#;
