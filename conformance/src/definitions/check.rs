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
        if let Some((place, error)) = refusal(message) {
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
fn refusal(message: Message) -> Option<(usize, String)> {
    let error = message.message.filter(|error| error.level == "error")?;
    let target = message.target?.name;
    let (_, shard) = target.rsplit_once('_')?;
    let number = |place: &Place| {
        let stem = Path::new(&place.file_name).file_stem()?.to_str()?;
        stem.strip_prefix('m')?.parse::<usize>().ok()
    };
    let machine = error.spans.iter().find_map(number)?;
    Some((shard.parse::<usize>().ok()? * PER_SHARD + machine, error.rendered.unwrap_or_default()))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(level: &str, target: &str, file: &str) -> Option<(usize, String)> {
        let message = serde_json::json!({
            "reason": "compiler-message",
            "target": { "name": target },
            "message": { "level": level, "rendered": "m", "spans": [{ "file_name": file }] },
        });
        refusal(serde_json::from_value(message).unwrap())
    }

    #[test]
    fn errors_belong_to_machines() {
        let shard = "conformance_definitions_2";
        let expected = Some((2 * PER_SHARD + 7, "m".to_owned()));
        assert_eq!(refused("error", shard, "shard-2/src/m7.rs"), expected);
        assert_eq!(refused("warning", shard, "shard-2/src/m7.rs"), None);
        assert_eq!(refused("error", shard, "shard-2/src/lib.rs"), None);
        assert_eq!(refused("error", "serde", "src/main.rs"), None);
        let finished = serde_json::from_str(r#"{"reason": "build-finished", "success": false}"#);
        assert_eq!(refusal(finished.unwrap()), None);
    }
}
