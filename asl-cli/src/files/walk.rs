//! Finding definitions in folders.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::name;
use crate::problem::Problem;

/// Names that say that a file is a definition.
const DEFINITIONS: [&str; 4] = [".asl.json", ".asl.yaml", ".asl.yml", ".asl"];

/// Names of files that may be definitions: their text decides.
const PERHAPS: [&str; 3] = [".json", ".yaml", ".yml"];

/// Folders in which nobody keeps definitions of their own; hidden ones too.
const SKIPPED: [&str; 2] = ["target", "node_modules"];

/// A file that may be a definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) path: PathBuf,
    /// Whether it is one by its name, or because somebody says so.
    pub(crate) is_definition: bool,
}

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// In the order of the paths given, in folders in that of their names.
    pub(crate) candidates: Vec<Candidate>,
    /// What could not be looked into.
    pub(crate) problems: Vec<Problem>,
    /// Each file once, whichever way it was found.
    seen: HashSet<PathBuf>,
}

/// Finds the files that these paths stand for: files themselves, and what is in folders.
///
/// In folders, links to files are followed and links to folders are not, so that there is no way
/// round in circles.
pub(crate) fn find(paths: &[PathBuf]) -> Found {
    let mut found = Found::default();
    for path in paths {
        if path.is_dir() {
            found.walk(path);
        } else {
            found.push(path.clone(), true);
        }
    }
    found
}

impl Found {
    fn walk(&mut self, folder: &Path) {
        // Folders are looked into depth first, in the order of their names.
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            match self.folder(&folder) {
                Ok(inner) => folders.extend(inner.into_iter().rev()),
                Err(error) => {
                    let message = format!("cannot look into `{}`: {error}", name(&folder));
                    self.problems.push(Problem::new(message));
                }
            }
        }
    }

    /// Takes the files of a folder, and gives its folders.
    fn folder(&mut self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        let mut folders = Vec::new();
        for entry in entries {
            let (file_name, path) = (entry.file_name(), entry.path());
            if entry.file_type()?.is_dir() {
                if !is_skipped(&file_name) {
                    folders.push(path);
                }
            } else if has_ending(&file_name, &DEFINITIONS) {
                if !path.is_dir() {
                    self.push(path, true);
                }
            } else if has_ending(&file_name, &PERHAPS) && path.is_file() {
                self.push(path, false);
            }
        }
        Ok(folders)
    }

    fn push(&mut self, path: PathBuf, is_definition: bool) {
        let same = path.strip_prefix(".").unwrap_or(&path);
        if self.seen.insert(same.to_owned()) {
            self.candidates.push(Candidate { path, is_definition });
        }
    }
}

fn is_skipped(folder: &OsStr) -> bool {
    let folder = folder.to_string_lossy();
    folder.starts_with('.') || SKIPPED.contains(&&*folder)
}

fn has_ending(file: &OsStr, endings: &[&str]) -> bool {
    let file = file.to_string_lossy().to_ascii_lowercase();
    endings.iter().any(|ending| file.ends_with(ending))
}
