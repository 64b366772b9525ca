//! Sessions as processes.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};

use anyhow::{Context, Result, bail};

use crate::session::{CURRENT, Limits};
use crate::target::Target;

/// Runs a session of each target, or has it replay a file.
///
/// # Errors
/// An input failed. It is kept, and the other targets have had their turn.
pub(crate) fn run(
    targets: &[&Target],
    limits: &Limits,
    folder: &Path,
    replay: Option<&Path>,
) -> Result<()> {
    let mut failed = Vec::new();
    for target in targets {
        let folder = folder.join(target.name);
        fs::create_dir_all(&folder)?;
        let status = worker(target, limits, &folder, replay)?;
        if status.success() {
            continue;
        }
        failed.push(target.name);
        let kept = match replay {
            Some(file) => file.to_owned(),
            None => keep(&folder)?,
        };
        let (name, kept) = (target.name, kept.display());
        eprintln!(
            "FAILED {name} ({status}). Again with\n  cargo xtask fuzz {name} --replay {kept}\n"
        );
    }
    if failed.is_empty() { Ok(()) } else { bail!("failed: {}", failed.join(", ")) }
}

fn worker(
    target: &Target,
    limits: &Limits,
    folder: &Path,
    replay: Option<&Path>,
) -> Result<ExitStatus> {
    let mut command = Command::new(std::env::current_exe()?);
    command.args([target.name, "--worker", "--folder"]).arg(folder);
    for (option, value) in
        [("--seconds", limits.seconds), ("--inputs", limits.inputs), ("--seed", limits.seed)]
    {
        command.arg(option).arg(value.to_string());
    }
    if let Some(file) = replay {
        command.arg("--replay").arg(file);
    }
    command.status().context("cannot start the process")
}

/// Gives the input that failed a name of its own.
fn keep(folder: &Path) -> Result<PathBuf> {
    let current = folder.join(CURRENT);
    let input = fs::read(&current).context("it is not known what was tried")?;
    let mut hasher = DefaultHasher::new();
    input.hash(&mut hasher);
    let kept = folder.join(format!("{:016x}", hasher.finish()));
    fs::rename(&current, &kept)?;
    Ok(kept)
}
