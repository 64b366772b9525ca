//! Calls of cargo.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// The workspace's root.
pub(crate) fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// The cargo that called this program.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}

/// What a program prints on standard output; its errors go to ours.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output();
    let output = output.with_context(|| format!("cannot run {command:?}"))?;
    if !output.status.success() {
        bail!("{command:?} failed: {}", output.status);
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Cargo's folder for what it builds.
pub(crate) fn target_directory() -> Result<PathBuf> {
    let metadata = output(cargo().args(["metadata", "--no-deps", "--format-version", "1"]))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let directory = metadata.get("target_directory").and_then(Value::as_str);
    Ok(directory.context("`cargo metadata` names no target directory")?.into())
}

/// Builds a package's programs as benchmarks are built.
pub(crate) struct Programs(Vec<(String, PathBuf)>);

impl Programs {
    /// Builds the programs of `package`.
    pub(crate) fn build(package: &str) -> Result<Self> {
        let flags = ["--profile", "bench", "--message-format", "json-render-diagnostics"];
        let messages =
            output(cargo().args(["build", "--quiet", "--package", package, "--bins"]).args(flags))?;
        let messages = messages.lines().filter_map(|line| serde_json::from_str(line).ok());
        Ok(Self(messages.filter_map(|message: Value| executable(&message)).collect()))
    }

    /// The program of that name.
    pub(crate) fn get(&self, name: &str) -> Result<&Path> {
        let program = self.0.iter().find(|(program, _)| program == name);
        let (_, path) = program.with_context(|| format!("cargo built no `{name}`"))?;
        Ok(path)
    }
}

fn executable(message: &Value) -> Option<(String, PathBuf)> {
    let path = message.get("executable")?.as_str()?;
    let name = message.get("target")?.get("name")?.as_str()?;
    Some((name.to_owned(), path.into()))
}
