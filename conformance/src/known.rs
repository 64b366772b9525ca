//! Cases that are known to differ.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Cases that are known to differ, each with its reason: a line `id: reason` each; lines that
/// start with `#` and empty ones say nothing.
#[derive(Debug, Default)]
pub(crate) struct KnownDifferences(BTreeMap<String, String>);

impl KnownDifferences {
    /// Reads the list; a file that is not there is an empty one.
    pub(crate) fn read(file: &Path) -> Result<Self> {
        if !file.exists() {
            return Ok(Self::default());
        }
        let text = fs::read_to_string(file)?;
        let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
        let entry = |line: &str| {
            let (id, reason) = line
                .split_once(": ")
                .with_context(|| format!("{}: `{line}` gives no reason", file.display()))?;
            Ok((id.to_owned(), reason.to_owned()))
        };
        lines.map(entry).collect::<Result<_>>().map(Self)
    }

    /// Why a case differs, if it is known to.
    pub(crate) fn reason(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(String::as_str)
    }
}
