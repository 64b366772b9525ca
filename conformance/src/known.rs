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
    /// Adds a list; a file that is not there is an empty one.
    ///
    /// # Errors
    /// The file cannot be read, or a line gives no reason.
    pub(crate) fn read(&mut self, file: &Path) -> Result<()> {
        if !file.exists() {
            return Ok(());
        }
        let text = fs::read_to_string(file)?;
        let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
        for line in lines {
            let (id, reason) = line
                .split_once(": ")
                .with_context(|| format!("{}: `{line}` gives no reason", file.display()))?;
            self.0.insert(id.to_owned(), reason.to_owned());
        }
        Ok(())
    }

    /// Why a case differs, if it is known to.
    pub(crate) fn reason(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(String::as_str)
    }
}
