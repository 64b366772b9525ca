//! The inputs to begin with.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The crate's own folder of seeds for a target: one file an input.
pub(crate) fn folder(target: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(target)
}

/// The seeds of a target, by name.
///
/// # Errors
/// There are none, or a file cannot be read.
pub(crate) fn read(target: &str) -> Result<Vec<Vec<u8>>> {
    let folder = folder(target);
    let entries = fs::read_dir(&folder);
    let entries = entries.with_context(|| format!("there are no seeds in {}", folder.display()))?;
    let mut paths = entries.map(|entry| entry.map(|e| e.path())).collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    let read =
        |path: &PathBuf| fs::read(path).with_context(|| format!("cannot read {}", path.display()));
    paths.iter().map(read).collect()
}
