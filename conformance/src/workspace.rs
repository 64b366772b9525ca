//! Crates that are made of definitions.
//!
//! They stand under the target directory, in a workspace of their own with this workspace's lock
//! file, and are built offline.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

/// A workspace of crates for one kind of definitions.
pub(crate) struct Workspace {
    pub(crate) folder: PathBuf,
    pub(crate) target: PathBuf,
    /// What the names of its crates begin with.
    name: String,
}

impl Workspace {
    /// An empty workspace in the place of an earlier one; the crates are still to be written.
    pub(crate) fn new(kind: &str, shards: usize) -> Result<Self> {
        let target = target_directory()?;
        let folder = target.join("conformance").join(kind);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        let members: Vec<String> = (0..shards).map(|shard| format!("\"shard-{shard}\"")).collect();
        let manifest =
            format!("[workspace]\nresolver = \"3\"\nmembers = [{}]\n", members.join(", "));
        fs::write(folder.join("Cargo.toml"), manifest)?;
        fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock"))?;
        Ok(Self { folder, target, name: format!("conformance-{kind}") })
    }

    /// The folder of a crate.
    pub(crate) fn shard(&self, number: usize) -> PathBuf {
        self.folder.join(format!("shard-{number}"))
    }

    /// The name of a crate.
    pub(crate) fn package(&self, number: usize) -> String {
        format!("{}-{number}", self.name)
    }

    /// A command of cargo for all of its crates.
    pub(crate) fn cargo(&self, command: &str) -> Command {
        let mut cargo = cargo();
        cargo.args([command, "--offline", "--target-dir"]).arg(&self.target);
        cargo.current_dir(&self.folder);
        cargo
    }
}

/// The root of this crate's workspace.
pub(crate) fn root() -> &'static Path {
    let this = Path::new(env!("CARGO_MANIFEST_DIR"));
    this.parent().unwrap_or(this)
}

fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Cargo's folder for what it builds.
fn target_directory() -> Result<PathBuf> {
    let mut command = cargo();
    command.current_dir(root()).args(["metadata", "--no-deps", "--format-version", "1"]);
    let metadata: serde_json::Value = serde_json::from_slice(&command.output()?.stdout)?;
    let directory = metadata.get("target_directory").and_then(serde_json::Value::as_str);
    Ok(directory.context("`cargo metadata` names no target directory")?.into())
}
