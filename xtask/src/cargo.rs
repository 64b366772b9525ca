//! Calls of cargo.

use std::ffi::OsString;
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

/// Runs a program of a member, which is built only when it is asked for, with the arguments that a
/// command was called with.
pub(crate) fn pass_on(name: &str, run: &[&str], arguments: &[OsString]) -> Result<()> {
    let mut command = cargo();
    command.args(["run", "--quiet"]).args(run).arg("--").args(arguments);
    let status = command.status()?;
    if !status.success() {
        bail!("{name} failed: {status}");
    }
    Ok(())
}

/// Cargo's folder for what it builds.
pub(crate) fn target_directory() -> Result<PathBuf> {
    let metadata = output(cargo().args(["metadata", "--no-deps", "--format-version", "1"]))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let directory = metadata.get("target_directory").and_then(Value::as_str);
    Ok(directory.context("`cargo metadata` names no target directory")?.into())
}

/// Builds a program of a member, with all its features, as benchmarks are built; says where it is.
pub(crate) fn build(package: &str, program: &str) -> Result<PathBuf> {
    let mut command = cargo();
    command.args(["build", "--quiet", "--message-format", "json-render-diagnostics"]);
    command.args(["--package", package, "--bin", program, "--all-features", "--profile", "bench"]);
    let messages = output(&mut command)?;
    let messages = messages.lines().filter_map(|line| serde_json::from_str(line).ok());
    let mut paths = messages.filter_map(|message: Value| executable(&message, program));
    paths.next_back().with_context(|| format!("cargo built no `{program}`"))
}

fn executable(message: &Value, program: &str) -> Option<PathBuf> {
    let path = message.get("executable")?.as_str()?;
    let name = message.get("target")?.get("name")?.as_str()?;
    (name == program).then(|| path.into())
}
