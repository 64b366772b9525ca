//! Whether rustc takes what is made of definitions.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use asl_lang::source::{Format, Source};
use serde::Deserialize;

use super::values::Value;
use crate::workspace::{Workspace, root};

/// Machines in one crate, so few that cores have as much to do as others.
const PER_SHARD: usize = 40;

/// A definition that is to become Rust.
pub(super) struct Machine {
    pub(super) source: Source,
    pub(super) values: Vec<Value>,
}

/// A message of cargo.
#[derive(Debug, Deserialize)]
struct Message {
    reason: String,
    message: Option<Diagnostic>,
    target: Option<Target>,
}

#[derive(Debug, Deserialize)]
struct Diagnostic {
    level: String,
    rendered: Option<String>,
    spans: Vec<Place>,
}

#[derive(Debug, Deserialize)]
struct Place {
    file_name: String,
}

#[derive(Debug, Deserialize)]
struct Target {
    name: String,
}

/// Emits machines and has cargo check them. Gives what rustc says of those it does not take, by
/// their places among all.
pub(super) fn check(machines: &[Machine]) -> Result<BTreeMap<usize, String>> {
    let shards: Vec<&[Machine]> = machines.chunks(PER_SHARD).collect();
    let workspace = Workspace::new("definitions", shards.len())?;
    for (number, machines) in shards.iter().enumerate() {
        write(machines, &workspace.shard(number), &workspace.package(number))?;
    }
    eprintln!("checking the machines …");
    let mut cargo = workspace.cargo("check");
    let output = cargo.args(["--quiet", "--keep-going", "--message-format", "json"]).output()?;
    let mut refused = BTreeMap::new();
    for line in output.stdout.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()) {
        let message: Message = serde_json::from_slice(line)?;
        if let Some((place, error)) = refusal(message, &workspace, shards.len()) {
            let told: &mut String = refused.entry(place).or_default();
            told.push_str(&error);
        }
    }
    if refused.is_empty() && !output.status.success() {
        let told = String::from_utf8_lossy(&output.stderr);
        bail!("cargo cannot check the machines in {}:\n{told}", workspace.folder.display());
    }
    Ok(refused)
}

/// The place of the machine that an error is about, and the error.
fn refusal(message: Message, workspace: &Workspace, shards: usize) -> Option<(usize, String)> {
    let error = message.message.filter(|error| error.level == "error")?;
    let target = message.target.filter(|_| message.reason == "compiler-message")?;
    let is_package = |shard: &usize| workspace.package(*shard).replace('-', "_") == target.name;
    let shard = (0..shards).find(is_package)?;
    let number = |place: &Place| {
        let stem = Path::new(&place.file_name).file_stem()?.to_str()?;
        stem.strip_prefix('m')?.parse::<usize>().ok()
    };
    let machine = error.spans.iter().find_map(number)?;
    Some((shard * PER_SHARD + machine, error.rendered.unwrap_or_default()))
}

/// Writes a crate with a module for each machine.
fn write(machines: &[Machine], folder: &Path, package: &str) -> Result<()> {
    let path = root().to_str().context("the workspace's path is not UTF-8")?;
    fs::create_dir_all(folder.join("src"))?;
    let manifest = format!(
        "[package]\nname = \"{package}\"\nedition = \"2024\"\n\n\
         [dependencies]\nsfn = {{ path = '{path}', features = [\"yaml\"] }}\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    let mut modules = "//! Published definitions.\n\n".to_owned();
    for (number, machine) in machines.iter().enumerate() {
        let extension = match machine.source.format() {
            Format::Json => "json",
            Format::Yaml => "yaml",
        };
        let definition = format!("m{number}.asl.{extension}");
        fs::write(folder.join(&definition), machine.source.text())?;
        fs::write(folder.join(format!("src/m{number}.rs")), module(machine, &definition))?;
        writeln!(modules, "pub mod m{number};")?;
    }
    fs::write(folder.join("src/lib.rs"), modules)?;
    Ok(())
}

/// The Rust that asks for a machine.
fn module(machine: &Machine, definition: &str) -> String {
    let values = machine.values.iter();
    let values: Vec<String> = values.map(|(name, value)| format!("{name:?} = {value:?}")).collect();
    format!(
        "//! {}\n\nsfn::sfn! {{\n    pub machine Machine from {definition:?} {{\n        \
         substitute {{ {} }}\n    }}\n}}\n",
        machine.source.name(),
        values.join(", ")
    )
}
